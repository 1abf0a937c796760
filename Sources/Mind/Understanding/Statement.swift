import AvatarTypes
import Store

/// Something the user says of themselves.
struct Statement: Equatable, Sendable {
    var relation: Relation
    var value: String
    /// The contrary: the user does not like it any more, has it no more.
    var isDenied = false
    /// It is to stay between the two.
    var isPrivate = false
    /// "I think", "maybe": it may be so.
    var isGuess = false

    /// What it changes in memory.
    var changes: [FactChange] {
        func state(_ relation: Relation, _ value: String) -> FactChange {
            isGuess && relation.isSingle
                ? .infer(
                    subject: "user", relation: relation.text, value: value, isPrivate: isPrivate)
                : .state(
                    subject: "user", relation: relation.text, value: value,
                    isOnly: relation.isSingle, isPrivate: isPrivate)
        }
        func end(_ relation: Relation, _ value: String?) -> FactChange {
            .end(subject: "user", relation: relation.text, value: value)
        }
        if isDenied { return [end(relation, value.isEmpty ? nil : value)] }
        switch relation.kind {
        case .likes: return [end(Relation(.dislikes), value), state(relation, value)]
        case .dislikes: return [end(Relation(.likes), value), state(relation, value)]
        case .pet where !value.isEmpty: return [end(relation, ""), state(relation, value)]
        default: return [state(relation, value)]
        }
    }

    /// What a message says of its writer, by rules alone.
    ///
    /// - Parameter asked: What the character asked last, so that "Anna" or "blue" is an answer.
    static func statements(
        in clauses: [Clause], asked: Relation?, unnamed: Relation?, original: String
    ) -> [Statement] {
        if let note = note(in: original) { return [note] }
        var statements: [Statement] = []
        var wasHedge = false
        for (index, clause) in clauses.enumerated() where !clause.isQuestion {
            defer { wasHedge = Hedge.isWhole(clause) }
            let (clause, isGuess) = Hedge.removed(from: clause.withoutFillers)
            guard !clause.words.isEmpty else { continue }
            if clause.isJapanese, let thing = lastPet(statements) ?? unnamed,
                let name = named(clause)
            {
                // "名前はモモです" behind a cat is the cat's.
                if statements.last?.relation == thing { statements.removeLast() }
                statements.append(Statement(relation: thing, value: name))
            } else if var found = first(in: clause) {
                found.isGuess = isGuess || wasHedge
                statements.append(found)
            } else if let pet = lastPet(statements) ?? unnamed, let name = named(clause) {
                if statements.last?.relation == pet { statements.removeLast() }
                statements.append(Statement(relation: pet, value: name))
            } else if index == 0, let asked, !clause.isJapanese || clauses.count == 1,
                let answer = answer(to: asked, clause)
            {
                statements.append(answer)
            }
        }
        return statements
    }

    /// Whether a clause has the shape of a statement.
    static func isStatement(_ clause: Clause) -> Bool {
        let clause = clause.withoutFillers
        return first(in: clause) != nil
    }

    /// What a clause states by the first rule that fits.
    private static func first(in clause: Clause) -> Statement? {
        let rules = clause.isJapanese ? japaneseRules : rules
        return rules.lazy.compactMap { $0.read(clause) }.first
    }

    /// "I have a cat. His name is Barsik."
    private static let namings = [
        "(his|her|its|their) name is {name:2}", "(he|she|it) is (called|named) {name:2}",
        "(called|named) {name:2}",
        "(名前は|お名前は){name:10}[です|だ|なんだ|といいます|と言います|っていいます]",
        "[その子は]{name:10}(です|って名前です|という名前です|といいます|っていうんだ)",
        "(его|ее) зовут {name:2}", "зовут {name:2}", "по имени {name:2}",
    ].map(Pattern.init)

    private static func lastPet(_ statements: [Statement]) -> Relation? {
        guard let last = statements.last, last.value.isEmpty || last.relation.kind == .family,
            last.relation.kind == .pet || last.relation.kind == .family
        else { return nil }
        return last.relation
    }

    private static func named(_ clause: Clause) -> String? {
        namings.lazy.compactMap { $0.match(clause)?["name"] }.first?.written
    }

    /// "Remember that …": kept in the user's words.
    private static func note(in message: String) -> Statement? {
        let clause = Clause(
            words: message.split(whereSeparator: \.isWhitespace).flatMap { token in
                Clause.Word.words(of: token.trimmingPunctuation)
            }, isQuestion: false
        ).withoutFillers
        if Language(of: message) == .japanese { return japaneseNote(in: message) }
        guard !message.contains("?"),
            let words = reminders.lazy.compactMap({ $0.match(clause)?["value"] }).first
        else { return nil }
        // What follows may be a plain statement: "remember that my name is Ann".
        let inner = Clause(words: words, isQuestion: false)
        if let statement = first(in: inner) { return statement }
        return Statement(relation: Relation(.note), value: words.written)
    }

    /// "鍵は鉢の下だって覚えておいて": kept in the user's words.
    private static func japaneseNote(in message: String) -> Statement? {
        var text = Substring(message)
        while let last = text.last, "。！!、 \n".contains(last) { text.removeLast() }
        let endings = [
            "覚えておいてください", "覚えておいて", "覚えといて", "覚えていて", "覚えてて", "忘れないでください", "忘れないで", "覚えてください",
            "覚えて",
        ]
        guard let ending = endings.first(where: text.hasSuffix) else { return nil }
        text = text.dropLast(ending.count)
        for joint in ["ということを", "っていうことを", "ってことを", "ことを", "って", "と", "を", "、"]
        where text.hasSuffix(joint) {
            text = text.dropLast(joint.count)
            break
        }
        guard text.count > 2 else { return nil }
        let inner = JapaneseClauses.clauses(of: String(text))
        if inner.count == 1, let statement = first(in: inner[0]) { return statement }
        return Statement(relation: Relation(.note), value: String(text))
    }

    private static let reminders = [
        "[please] (remember|do not forget|note|keep in mind) [that|this] {value:60}",
        "[пожалуйста] (запомни|помни|не забудь|не забывай|имей в виду) [что|пожалуйста] {value:60}",
    ].map(Pattern.init)

    /// A bare answer to a question of ours.
    private static func answer(to asked: Relation, _ clause: Clause) -> Statement? {
        let isJapanese = clause.isJapanese
        // "On Monday there is an exam" answers no question about a liking.
        let joints: Set<String> = ["in", "on", "at", "в", "на", "во", "из", "с"]
        if [.likes, .favourite].contains(asked.kind), let first = clause.keys.first,
            joints.contains(first)
        {
            return nil
        }
        guard clause.words.count <= (isJapanese ? 16 : 4),
            Topic.topics(in: [clause]).isEmpty
                || asked.kind == .name && clause.words.count == 1
                    && clause.words[0].text.first?.isUppercase == true
                    && Topic.topics(in: [clause]).isEmpty
        else { return nil }
        let shapes = [.pet, .family].contains(asked.kind) ? namings : answerShapes
        let words =
            shapes.lazy.compactMap { $0.match(clause).flatMap { $0["value"] ?? $0["name"] } }.first
            ?? clause.words
        guard !words.isEmpty, words.allSatisfy({ !evasions.contains($0.key) }),
            !isJapanese
                || words.count < 9 && !japaneseEvasions.contains(where: words.written.contains)
        else { return nil }
        var value = words.written
        if [.name, .pet, .family].contains(asked.kind) { value = value.capitalizedWord }
        if asked.kind == .home, Language(of: value) == .russian {
            value = RussianForms.nominative(fromPrepositional: value.capitalizedWord)
        }
        if asked.kind == .job, Language(of: value) == .russian {
            value = RussianForms.nominative(fromInstrumental: value)
        }
        if isJapanese, asked.kind == .name {
            for title in ["さん", "ちゃん", "くん"] where value.hasSuffix(title) {
                value = String(value.dropLast(title.count))
            }
        }
        if asked.kind == .age, !value.contains(where: \.isNumber) { return nil }
        return Statement(relation: asked, value: value)
    }

    private static let answerShapes = [
        "(it is|that is|i am|i like|in|at|from|a|an|the) {value:3}", "(это|в|во|на|из|я) {value:3}",
        "[call me|just|просто] {value:3}",
        "[名前は|お名前は|私は|僕は|俺は|えっと]{value:14}(です|だ|でいい|でいいです|といいます|と言います|っていいます|と呼んでください|って呼んで|と呼んで|って呼んでください|かな|が好きです|が好き|が一番好きです|派です|派)",
    ].map(Pattern.init)

    private static let japaneseEvasions = [
        "秘密", "内緒", "ない", "分から", "わから", "教え", "特に", "別に", "元気", "疲れ", "はい", "うん", "ええ", "いいえ",
        "どうして", "なぜ", "何で", "ありがと", "そう", "を", "が", "いる", "てる", "はは", "こんに", "こんば", "おは", "ました",
    ]

    private static let evasions: Set<String> = [
        "i", "you", "not", "nothing", "none", "no", "yes", "what", "why", "dunno", "idk", "secret",
        "know", "tell",
        "не", "нет", "да", "ничего", "никакой", "зачем", "почему", "что", "ты", "секрет", "знаю",
        "скажу", "ok", "ну",
        "okay", "sure", "well", "hm", "hmm", "ок", "ладно", "хм", "thanks", "hello", "hi", "привет",
    ]
}

extension [Clause.Word] {
    /// As it was written: with single spaces, in Japanese without.
    var written: String {
        map(\.text).joined(separator: contains { $0.text.isJapanese } ? "" : " ")
    }
}

extension Substring {
    var trimmingPunctuation: String {
        var rest = self
        while let last = rest.last, ",.!;:…".contains(last) { rest.removeLast() }
        return String(rest)
    }
}

extension Clause {
    private static let openers: Set<String> = [
        "well", "so", "oh", "hi", "hello", "hey", "yes", "no", "actually", "also", "and", "but",
        "anyway",
        "ok", "okay", "btw", "mirai", "you", "know", "please", "hm", "hmm", "ah", "haha", "hahaha",
        "lol", "wow", "ха", "хаха", "ахах", "ахаха", "ого", "yeah", "nope", "sorry",
        "ну", "вот", "привет", "да", "нет", "кстати", "а", "и", "но", "еще", "ой", "ах", "мирай",
        "вообще", "вообще-то", "знаешь", "значит", "слушай", "ок", "хорошо", "теперь", "now",
        "just", "really", "honestly", "только", "просто", "честно", "наверное", "немного",
        "чуть-чуть", "ладно", "слегка",
    ]
    private static let closers: Set<String> = [
        "now", "too", "actually", "though", "btw", "currently", "nowadays", "please", "lol",
        "anyway", "again",
        "теперь", "сейчас", "кстати", "тоже", "уже", "вообще", "пожалуйста", "кстати", "мирай",
        "mirai",
    ]

    /// Without the little words around what is said.
    var withoutFillers: Clause {
        if isJapanese {
            return JapaneseClauses.withoutSubject(self)
        }
        var clause = self
        while let first = clause.words.first, clause.words.count > 1,
            Self.openers.contains(first.key)
        {
            // "You know" opens; "you are …" does not.
            if first.key == "you", clause.words[1].key != "know" { break }
            if first.key == "know" || first.key == "знаешь", clause.words.count < 3 { break }
            if first.key == "no" || first.key == "нет", clause.words.count > 1,
                clause.words[1].key == "one"
            {
                break
            }
            clause.words.removeFirst()
        }
        while let last = clause.words.last, clause.words.count > 1, Self.closers.contains(last.key)
        {
            clause.words.removeLast()
        }
        return clause
    }
}
