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
            if var found = rules.lazy.compactMap({ $0.read(clause) }).first {
                found.isGuess = isGuess || wasHedge
                statements.append(found)
            } else if let pet = lastPet(statements) ?? unnamed, let name = named(clause) {
                if statements.last?.relation == pet { statements.removeLast() }
                statements.append(Statement(relation: pet, value: name))
            } else if index == 0, let asked, let answer = answer(to: asked, clause) {
                statements.append(answer)
            }
        }
        return statements
    }

    /// Whether a clause has the shape of a statement.
    static func isStatement(_ clause: Clause) -> Bool {
        let clause = clause.withoutFillers
        return rules.contains { $0.read(clause) != nil }
    }

    /// "I have a cat. His name is Barsik."
    private static let namings = [
        "(his|her|its|their) name is {name:2}", "(he|she|it) is (called|named) {name:2}",
        "(called|named) {name:2}", "(его|ее) зовут {name:2}", "зовут {name:2}", "по имени {name:2}",
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
        guard !message.contains("?"),
            let words = reminders.lazy.compactMap({ $0.match(clause)?["value"] }).first
        else { return nil }
        // What follows may be a plain statement: "remember that my name is Ann".
        let inner = Clause(words: words, isQuestion: false)
        if let statement = rules.lazy.compactMap({ $0.read(inner) }).first { return statement }
        return Statement(relation: Relation(.note), value: words.written)
    }

    private static let reminders = [
        "[please] (remember|do not forget|note|keep in mind) [that|this] {value:60}",
        "[пожалуйста] (запомни|помни|не забудь|не забывай|имей в виду) [что|пожалуйста] {value:60}",
    ].map(Pattern.init)

    /// A bare answer to a question of ours.
    private static func answer(to asked: Relation, _ clause: Clause) -> Statement? {
        guard clause.words.count <= 4,
            Topic.topics(in: [clause]).isEmpty
                || asked.kind == .name && clause.words.count == 1
                    && clause.words[0].text.first?.isUppercase == true
                    && Topic.topics(in: [clause]).isEmpty
        else { return nil }
        let shapes = [.pet, .family].contains(asked.kind) ? namings : answerShapes
        let words =
            shapes.lazy.compactMap { $0.match(clause).flatMap { $0["value"] ?? $0["name"] } }.first
            ?? clause.words
        guard !words.isEmpty, words.allSatisfy({ !evasions.contains($0.key) }) else { return nil }
        var value = words.written
        if [.name, .pet, .family].contains(asked.kind) { value = value.capitalizedWord }
        if asked.kind == .home, Language(of: value) == .russian {
            value = RussianForms.nominative(fromPrepositional: value.capitalizedWord)
        }
        if asked.kind == .job, Language(of: value) == .russian {
            value = RussianForms.nominative(fromInstrumental: value)
        }
        if asked.kind == .age, !value.contains(where: \.isNumber) { return nil }
        return Statement(relation: asked, value: value)
    }

    private static let answerShapes = [
        "(it is|that is|i am|i like|in|at|from|a|an|the) {value:3}", "(это|в|во|на|из|я) {value:3}",
        "[call me|just|просто] {value:3}",
    ].map(Pattern.init)

    private static let evasions: Set<String> = [
        "i", "you", "not", "nothing", "none", "no", "yes", "what", "why", "dunno", "idk", "secret",
        "know", "tell",
        "не", "нет", "да", "ничего", "никакой", "зачем", "почему", "что", "ты", "секрет", "знаю",
        "скажу", "ok", "ну",
        "okay", "sure", "well", "hm", "hmm", "ок", "ладно", "хм", "thanks", "hello", "hi", "привет",
    ]
}

extension [Clause.Word] {
    /// As it was written, with single spaces.
    var written: String { map(\.text).joined(separator: " ") }
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
    ]
    private static let closers: Set<String> = [
        "now", "too", "actually", "though", "btw", "currently", "nowadays", "please", "lol",
        "anyway", "again",
        "теперь", "сейчас", "кстати", "тоже", "уже", "вообще", "пожалуйста", "кстати", "мирай",
        "mirai",
    ]

    /// Without the little words around what is said.
    var withoutFillers: Clause {
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
