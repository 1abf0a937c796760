import AvatarTypes

/// What the character asks about the user when she does not know it yet.
struct Ask: Sendable {
    var relation: Relation
    var english: [String]
    var russian: [String]
    var japanese: [String]

    func lines(_ language: Language) -> [String] {
        switch language {
        case .english: english
        case .russian: russian
        case .japanese: japanese
        }
    }

    static let all: [Ask] = [
        Ask(
            relation: Relation(.name),
            english: ["What should I call you?", "And what is your name?"],
            russian: ["Как мне тебя называть?", "А как тебя зовут?"],
            japanese: ["何とお呼びすればいいですか？", "お名前を聞いてもいいですか？"]),
        Ask(
            relation: Relation(.home),
            english: ["Where do you live, if I may ask?", "Which city are you in?"],
            russian: ["А в каком городе ты живёшь?", "Где ты живёшь, если не секрет?"],
            japanese: ["どちらにお住まいですか？", "どの街に住んでいるんですか？"]),
        Ask(
            relation: Relation(.favourite, of: "colour"),
            english: ["What is your favourite colour?"],
            russian: ["А какой у тебя любимый цвет?"], japanese: ["好きな色は何ですか？"]),
        Ask(
            relation: Relation(.likes),
            english: ["What do you like most when nobody needs anything from you?"],
            russian: ["А что ты любишь больше всего?"], japanese: ["いちばん好きなものは何ですか？"]),
        Ask(
            relation: Relation(.job), english: ["What do you do, work or study?"],
            russian: ["А кем ты работаешь?"], japanese: ["お仕事は何をしているんですか？"]),
        Ask(
            relation: Relation(.favourite, of: "book"),
            english: ["Which book would you take to an island?"],
            russian: ["Какую книгу тебе хочется перечитать?"], japanese: ["好きな本は何ですか？"]),
        Ask(
            relation: Relation(.favourite, of: "season"),
            english: ["Which season feels most like you?"],
            russian: ["Какое время года тебе ближе всего?"], japanese: ["好きな季節はいつですか？"]),
        Ask(
            relation: Relation(.favourite, of: "drink"),
            english: ["Tea, coffee, or something else?"],
            russian: ["Чай, кофе или что-то ещё?"], japanese: ["お茶とコーヒー、どちらが好きですか？"]),
    ]

    /// How the name of a pet or relative is asked for.
    static let names = [
        "What is its name?", "What is it called?", "What is the name?", "А как зовут?",
        "А имя какое?", "お名前は？", "名前は何ですか？",
    ]

    /// What was asked, if a text ends with one of these questions.
    static func relation(in text: String) -> Relation? {
        all.first { ask in
            (ask.english + ask.russian + ask.japanese).contains { text.hasSuffix($0) }
        }?.relation
    }
}
