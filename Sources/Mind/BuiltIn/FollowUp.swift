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
        guard !parts.contains(where: { $0.contains("?") }),
            hearing.topics.allSatisfy({ !closing.contains($0) }),
            lines.recent.last?.hasSuffix("?") != true || hearing.statements.count == 1
        else { return nil }
        let asksAlready: Set<Topic> = [.time, .date, .weekday, .joke, .fact]
        let isAnswer =
            !hearing.questions.isEmpty || hearing.topics.contains(where: asksAlready.contains)
        guard lines.chance(isAnswer ? 0.12 : 0.4) else { return nil }
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
        let russian = lines.language == .russian
        for fact in lines.prompt.facts {
            guard let relation = Relation(fact.relation) else { continue }
            let value = fact.value
            switch relation.kind {
            case .pet where !value.isEmpty:
                texts.append(russian ? "Как поживает \(value)?" : "How is \(value) doing?")
            case .home:
                let place = RussianForms.prepositional(fromNominative: value)
                texts.append(
                    russian
                        ? "Какая сейчас погода в \(place)?"
                        : "What is the weather like in \(value)?")
            case .job:
                texts.append(russian ? "Как работа в последнее время?" : "How is work these days?")
            case .family where !value.isEmpty:
                texts.append(
                    russian
                        ? "Как дела у \(relation.of.flatMap(Thing.of).map { $0.gender == "f" ? "неё" : "него" } ?? "них") — \(value)?"
                        : "How is \(value)?")
            default: break
            }
        }
        texts.removeAll { lines.saidLately($0) || $0.contains("—") }
        return texts.isEmpty ? nil : lines.choose(texts)
    }
}
