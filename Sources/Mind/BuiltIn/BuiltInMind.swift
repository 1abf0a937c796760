import AvatarTypes
import Store

/// The mind that needs nothing: rules, memory, mood and a table of lines.
///
/// Its reply is a pure function of the prompt, seed included.
public struct BuiltInMind: LanguageModel {
    public let name = "built-in"

    public init() {}

    public func stream(_ prompt: Prompt) -> AsyncThrowingStream<String, any Error> {
        let reply = reply(to: prompt)
        return AsyncThrowingStream { continuation in
            var word = ""
            for character in reply {
                word.append(character)
                if character == " " {
                    continuation.yield(word)
                    word = ""
                }
            }
            continuation.yield(word)
            continuation.finish()
        }
    }

    /// The whole reply, with marks.
    func reply(to prompt: Prompt) -> String {
        switch prompt.occasion {
        case .task: return ""
        case .arrival:
            var lines = Lines(prompt, language: prompt.language)
            return Greeting.line(&lines)
        case .message(let text):
            let lastSaid = prompt.turns.last { $0.speaker == .character }?.known
            let hearing =
                prompt.hearing ?? Hearing(text, after: lastSaid, fallback: prompt.language)
            if hearing.language == .japanese {
                return JapaneseLines.reply(to: text, hearing, prompt)
            }
            var lines = Lines(prompt, language: hearing.language)
            return reply(to: hearing, &lines)
        }
    }

    private func reply(to hearing: Hearing, _ lines: inout Lines) -> String {
        if hearing.topics.contains(.crisis), let line = lines.choose(.crisis) { return line }
        var parts: [String] = []
        let courtesies: Set<Topic> = [.hello, .goodMorning, .welcomeBack]
        var topics = hearing.topics
        let hasSubstance = !hearing.statements.isEmpty || !hearing.questions.isEmpty
        if let courtesy = topics.first(where: courtesies.contains),
            let line = lines.choose(courtesy)
        {
            parts.append(line)
            if topics.count == 1, !hasSubstance, hearing.clauses.count == 1 {
                parts.append(Greeting.opening(&lines))
            }
        }
        topics.removeAll(where: courtesies.contains)
        // "Good, see you" only takes leave; "glad to see you" is about her.
        if topics.contains(.bye) || topics.contains(.love) {
            topics.removeAll { [.happy, .agree, .surprised].contains($0) }
        }

        if let riddle = Riddle.told(in: lines.recent.suffix(3)),
            riddle.isSolved(by: hearing.clauses)
        {
            parts.append(
                lines.pick(
                    "[joy][gesture:nod] Yes, exactly that! You are good at this.",
                    "[joy][gesture:nod] Да, именно! Здорово угадано."))
            return parts.joined(separator: " ")
        }
        if Riddle.told(in: lines.recent.suffix(1)) != nil, parts.isEmpty, topics.isEmpty,
            !hasSubstance
        {
            return lines.choose(
                lines.language == .russian
                    ? [
                        "[mischievous][gesture:shake] Нет, не то. Ещё попытка? Или скажи «сдаюсь».",
                        "[playful] Тепло, но нет. Думай дальше!",
                    ]
                    : [
                        "[mischievous][gesture:shake] No, not that. Try again, or say that you give up.",
                        "[playful] A nice thought, but no. Once more?",
                    ])
        }
        for statement in hearing.statements.prefix(2) {
            parts.append(Acknowledgement.line(for: statement, &lines))
        }
        var asked: Set<String> = []
        for question in hearing.questions.prefix(3) {
            guard let answer = Answer.line(to: question, hearing, &lines),
                asked.insert(answer).inserted
            else { continue }
            parts.append(answer)
        }
        // "I like your hair" praises; what was said of facts already has its answer.
        let quiet: Set<Topic> =
            hasSubstance
            ? [.agree, .refuse, .thanks, .happy, .surprised, .act, .likes, .laugh] : []
        if parts.count < 3 {
            for topic in topics.filter({ !quiet.contains($0) }).prefix(parts.isEmpty ? 2 : 1) {
                if let line = OwnAnswer.line(on: topic, hearing, &lines) { parts.append(line) }
            }
        }
        if parts.isEmpty
            || parts.count == 1 && courtesies.contains(hearing.topics.first ?? .bye)
                && hearing.clauses.count > 1 && topics.isEmpty && !hasSubstance
        {
            parts.append(fallback(hearing, &lines))
        }
        if let more = FollowUp.line(after: parts, hearing, &lines) { parts.append(more) }
        return parts.joined(separator: " ")
    }

    /// Nothing was understood: stay honest, stay curious, and give some of it back.
    private func fallback(_ hearing: Hearing, _ lines: inout Lines) -> String {
        let isRussian = lines.language == .russian
        if hearing.clauses.contains(where: \.isQuestion) {
            if let remembered = Remembered.line(&lines, hearing) { return remembered }
            return lines.choose(
                isRussian ? Lines.russianUnknownQuestion : Lines.englishUnknownQuestion)
        }
        if let sympathy = Sympathy.line(&lines, hearing) { return sympathy }
        if let told = hearing.clauses.lazy.map(\.withoutFillers).first(where: { clause in
            ["i", "я"].contains(clause.keys.first ?? "") && (3...9).contains(clause.words.count)
                && !clause.keys.contains { ["not", "не", "what", "что", "you", "ты"].contains($0) }
        }), !(isRussian && RussianForms.hasPast(told)), lines.chance(0.6) {
            let turned = Telling.secondPerson(told.words.written, lines.language)
            let templates = isRussian ? Lines.russianReflections : Lines.englishReflections
            return lines.choose(
                templates.map {
                    $0.replacing("{you}", with: turned).replacing(
                        "{You}", with: turned.capitalizedWord)
                })
        }
        return lines.choose(isRussian ? Lines.russianUnknown : Lines.englishUnknown)
    }
}

extension RussianForms {
    /// "Я ходил в парк" already tells the gender of "ты ходил": it can be given back as it is, but
    /// nothing else may be guessed from it.
    static func hasPast(_ clause: Clause) -> Bool {
        clause.keys.contains("бы")
    }
}
