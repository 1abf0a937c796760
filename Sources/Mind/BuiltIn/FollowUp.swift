import AvatarTypes
import Store

/// What keeps a talk going: a question about something unknown, or about something known.
enum FollowUp {
    /// Nothing when the reply already asks, when the user asked or leaves, or when the last turn asked too.
    static func line(after parts: [String], _ hearing: Hearing, _ lines: inout Lines) -> String? {
        let closing: Set<Topic> = [
            .bye, .goodNight, .crisis, .insult, .sad, .lonely, .sick, .riddle, .riddleAnswer,
            .story,
        ]
        guard !parts.contains(where: { $0.contains { "?？".contains($0) } }),
            hearing.topics.allSatisfy({ !closing.contains($0) }),
            lines.recent.last?.last.map({ "?？".contains($0) }) != true
                || hearing.statements.count == 1
        else { return nil }
        let asksAlready: Set<Topic> = [.time, .date, .weekday, .joke, .fact]
        let isAnswer =
            !hearing.questions.isEmpty || hearing.topics.contains(where: asksAlready.contains)
        // Who likes to begin subjects does so oftener, and so does whoever may take her time.
        let eagerness =
            0.5 + lines.prompt.persona.speech.questions
            + (lines.prompt.mode.length == .long ? 0.5 : 0)
            // Who likes lively company is asked more, who likes it quiet less.
            + ((lines.prompt.company?[2] ?? 0.5) - 0.5)
        guard lines.chance((isAnswer ? 0.12 : 0.4) * eagerness) else { return nil }
        if lines.userName != nil, lines.chance(0.4), hearing.statements.isEmpty,
            hearing.questions.isEmpty,
            let known = aboutKnown(&lines)
        {
            return known
        }
        return aboutUnknown(&lines)
    }

    /// The first thing about the user that is not known and was not asked lately.
    private static func aboutUnknown(_ lines: inout Lines) -> String? {
        let known = Set(lines.prompt.facts.map(\.relation))
        for ask in Ask.all where !known.contains(ask.relation.text) {
            let texts = ask.lines(lines.language)
            if texts.contains(where: { lines.saidLately($0) }) { continue }
            return lines.choose(texts)
        }
        return nil
    }

    /// A question about something the user told earlier.
    static func aboutKnown(_ lines: inout Lines) -> String? {
        var texts: [String] = []
        for fact in lines.prompt.facts {
            guard let relation = Relation(fact.relation) else { continue }
            let value = fact.value
            let thing = relation.of.flatMap(Thing.of)
            switch relation.kind {
            case .pet where !value.isEmpty:
                texts.append(
                    lines.pick(
                        "How is \(value) doing?", "Как поживает \(value)?", "\(value)は元気ですか？"))
            case .home:
                let place = RussianForms.prepositional(fromNominative: value)
                texts.append(
                    lines.pick(
                        "What is the weather like in \(value)?", "Какая сейчас погода в \(place)?",
                        "\(value)は今、どんな天気ですか？"))
            case .job:
                texts.append(
                    lines.pick(
                        "How is work these days?", "Как работа в последнее время?",
                        "最近、お仕事はどうですか？"))
            case .family where !value.isEmpty:
                let kin = thing?.japanese.first ?? ""
                texts.append(
                    lines.pick(
                        "How is \(value)?", "Как там \(value)?", "\(kin)の\(value)さんはお元気ですか？"))
            case .likes where !value.isEmpty:
                texts.append(
                    lines.pick(
                        "Is there time these days for what you like, \(value) for one?",
                        "Удаётся найти время на то, что ты любишь: \(value)?",
                        "最近、\(value)を楽しむ時間はありますか？"))
            default: break
            }
        }
        texts.removeAll { lines.saidLately($0) }
        return texts.isEmpty ? nil : lines.choose(texts)
    }
}
