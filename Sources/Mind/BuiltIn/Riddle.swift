/// A riddle that can be told and solved in three languages.
struct Riddle: Sendable {
    var english: String
    var englishAnswer: String
    var russian: String
    var russianAnswer: String
    var japanese: String
    /// Other spellings after the first.
    var japaneseAnswers: [String]

    static let all = [
        Riddle(
            english: "What has hands but cannot clap?", englishAnswer: "clock",
            russian: "Есть стрелки, а не стреляют, идут, а с места не сходят. Что это?",
            russianAnswer: "часы", japanese: "針はあるのに縫わない、休まず回るのに動かないもの、なあに？",
            japaneseAnswers: ["時計", "とけい"]),
        Riddle(
            english: "What gets wetter the more it dries?", englishAnswer: "towel",
            russian: "Чем больше сушит, тем мокрее становится. Что это?",
            russianAnswer: "полотенце",
            japanese: "乾かせば乾かすほど、自分がぬれていくもの、なあに？", japaneseAnswers: ["タオル", "手ぬぐい"]),
        Riddle(
            english: "I speak without a mouth and answer without being asked twice. What am I?",
            englishAnswer: "echo", russian: "Без рта говорит, на каждый крик отвечает. Что это?",
            russianAnswer: "эхо", japanese: "口がないのに話して、呼べば必ず返事をするもの、なあに？",
            japaneseAnswers: ["こだま", "やまびこ", "山びこ", "木霊", "エコー"]),
        Riddle(
            english: "The more you take, the more you leave behind. What are they?",
            englishAnswer: "footsteps",
            russian: "Чем больше их делаешь, тем больше остаётся позади. Что это?",
            russianAnswer: "шаги", japanese: "進めば進むほど、後ろにたくさん残るもの、なあに？",
            japaneseAnswers: ["足跡", "あしあと", "足あと"]),
        Riddle(
            english: "What has a neck but no head?", englishAnswer: "bottle",
            russian: "Горлышко есть, а головы нет. Что это?", russianAnswer: "бутылка",
            japanese: "首はあるのに、頭がないもの、なあに？", japaneseAnswers: ["びん", "瓶", "ビン", "ボトル"]),
    ]

    /// The riddle that was told last in some texts, the newest last.
    static func told(in texts: [String]) -> Riddle? {
        for text in texts.reversed() {
            if let riddle = all.first(where: {
                text.contains($0.english) || text.contains($0.russian)
                    || text.contains($0.japanese)
            }) {
                return riddle
            }
        }
        return nil
    }

    func isSolved(by clauses: [Clause]) -> Bool {
        let stems = [
            englishAnswer.prefix(max(4, englishAnswer.count - 1)), russianAnswer.prefix(4),
        ]
        return clauses.contains { clause in
            let text = clause.keys.joined()
            if japaneseAnswers.contains(where: text.contains) { return true }
            return clause.keys.contains { key in
                stems.contains { key.hasPrefix($0) } || key == "watch" && englishAnswer == "clock"
                    || key == "след" && englishAnswer == "footsteps"
                    || key == "steps" && englishAnswer == "footsteps"
            }
        }
    }
}
