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
            var lines = Lines(prompt, language: hearing.language)
            return reply(to: hearing, &lines)
        }
    }

    private func reply(to hearing: Hearing, _ lines: inout Lines) -> String {
        if hearing.topics.contains(.crisis), let line = lines.choose(.crisis) { return line }
        if let mode = lines.prompt.enteredMode { return ModeLines.entering(mode, &lines) }
        if let answer = riddleAnswer(hearing, &lines) { return answer }
        var parts: [String] = []
        let unheard = hearing.unheard
        var topics = Self.weighed(hearing, hasMore: !unheard.isEmpty)
        let hasSubstance = !hearing.statements.isEmpty || !hearing.questions.isEmpty
        if let courtesy = topics.first(where: Self.courtesies.contains),
            let line = lines.choose(courtesy)
        {
            parts.append(line)
            if topics.count == 1, !hasSubstance, hearing.clauses.count == 1 {
                parts.append(Greeting.opening(&lines))
            }
        }
        let greeted = !parts.isEmpty
        topics.removeAll(where: Self.courtesies.contains)
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
            ? [.agree, .refuse, .thanks, .happy, .surprised, .act, .likes, .laugh, .nothing] : []
        if parts.count < 3 {
            for topic in topics.filter({ !quiet.contains($0) }).prefix(parts.isEmpty ? 2 : 1) {
                if let line = OwnAnswer.line(on: topic, hearing, &lines) { parts.append(line) }
            }
        }
        if parts.isEmpty || greeted && parts.count == 1 && !unheard.isEmpty {
            parts.append(fallback(hearing, &lines))
        }
        let mode = lines.prompt.mode
        if mode.isTalkative, !lines.prompt.wantsFewWords,
            let more = FollowUp.line(after: parts, hearing, &lines)
        {
            parts.append(more)
        }
        return ModeLines.fitted(parts, to: mode).joined(separator: lines.among(" ", " ", ""))
    }

    private static let courtesies: Set<Topic> = [.hello, .goodMorning, .welcomeBack]

    /// The topics that are meant, without those that only lead up to others.
    private static func weighed(_ hearing: Hearing, hasMore: Bool) -> [Topic] {
        var topics = hearing.topics
        func drop(_ some: Set<Topic>) { topics.removeAll(where: some.contains) }
        // "Good, see you" only takes leave; "glad to see you" is about her.
        if topics.contains(.bye) || topics.contains(.love) { drop([.happy, .agree, .surprised]) }
        let heavy: Set<Topic> = [.sad, .tired, .angry, .afraid, .sick, .bored, .lonely, .stressed]
        // "All right, only a bit tired" is tired.
        if !heavy.isDisjoint(with: topics) { drop([.happy, .agree, .surprised, .laugh]) }
        if !hearing.clauses.contains(where: \.isQuestion) {
            drop([.selfFeeling])
        } else if topics.contains(.selfFeeling) {
            // "Aren't you bored?" is about her.
            drop(heavy)
        }
        // 「元気です」 answers; only a question asks how she is.
        if hearing.language == .japanese, topics.contains(.happy),
            !hearing.clauses.contains(where: \.isQuestion)
        {
            drop([.howAreYou])
        }
        if topics.contains(.riddleAnswer) { drop([.unsure]) }
        if topics.contains(.laugh) { drop([.surprised]) }
        // "私はどこに住んでいますか" asks of oneself with her words.
        if !hearing.questions.isEmpty { drop([.name, .place, .age, .likes, .howAreYou]) }
        // "Yes, she does that" says more than yes.
        if hasMore { drop([.agree, .refuse, .surprised, .laugh, .unsure, .nothing, .sorry]) }
        return topics
    }

    /// What is said while a riddle waits for its answer; nil when the message is about something else.
    private func riddleAnswer(_ hearing: Hearing, _ lines: inout Lines) -> String? {
        if let riddle = Riddle.told(in: lines.recent.suffix(3)),
            riddle.isSolved(by: hearing.clauses)
        {
            return lines.pick(
                "[joy][gesture:nod] Yes, exactly that! You are good at this.",
                "[joy][gesture:nod] Да, именно! Здорово угадано.",
                "[joy][gesture:nod] 正解です！なぞなぞ、得意なんですね。")
        }
        guard Riddle.told(in: lines.recent.suffix(1)) != nil, hearing.topics.isEmpty,
            hearing.statements.isEmpty, hearing.questions.isEmpty
        else { return nil }
        return lines.choose(
            lines.among(
                [
                    "[mischievous][gesture:shake] No, not that. Try again, or say that you give up.",
                    "[playful] A nice thought, but no. Once more?",
                ],
                [
                    "[mischievous][gesture:shake] Нет, не то. Ещё попытка? Или скажи «сдаюсь».",
                    "[playful] Тепло, но нет. Думай дальше!",
                ],
                [
                    "[mischievous][gesture:shake] 残念、違います。もう一度？それとも降参ですか？",
                    "[playful] いい線ですが、違います。もう少し！",
                ]))
    }

    /// No rule fits: go on with the subject, stay honest, stay curious, and give some of it back.
    private func fallback(_ hearing: Hearing, _ lines: inout Lines) -> String {
        if hearing.clauses.contains(where: \.isQuestion) {
            if let said = Remembered.time(&lines, hearing) { return said }
            if let remembered = Remembered.line(&lines, hearing) { return remembered }
            if let view = Subject.line(hearing, &lines) { return view }
            return lines.choose(
                hearing.asksHer
                    ? lines.among(
                        Lines.englishSelfQuestion, Lines.russianSelfQuestion,
                        Lines.japaneseSelfQuestion)
                    : lines.among(
                        Lines.englishUnknownQuestion, Lines.russianUnknownQuestion,
                        Lines.japaneseUnknownQuestion))
        }
        let isPlain = hearing.lifeEvent != nil || hearing.emotion.confidence >= Self.plainFeeling
        if isPlain, let sympathy = Sympathy.line(&lines, hearing) { return sympathy }
        if let line = Subject.line(hearing, &lines) { return line }
        if let sympathy = Sympathy.line(&lines, hearing) { return sympathy }
        if let reflection = reflection(hearing, &lines) { return reflection }
        return lines.choose(
            lines.among(Lines.englishUnknown, Lines.russianUnknown, Lines.japaneseUnknown))
    }

    /// A feeling below this is nothing to answer before what is told.
    private static let plainFeeling: Float = 0.6

    /// Some of it, given back: "I went to the park" becomes "So you went to the park."
    private func reflection(_ hearing: Hearing, _ lines: inout Lines) -> String? {
        guard lines.language != .japanese, lines.chance(0.5),
            let told = hearing.clauses.lazy.map(\.withoutFillers).first(where: { clause in
                ["i", "я"].contains(clause.keys.first ?? "") && (3...9).contains(clause.words.count)
                    && !clause.keys.contains {
                        ["not", "не", "what", "что", "you", "ты", "would", "should", "could", "бы"]
                            .contains($0)
                    }
            })
        else { return nil }
        let turned = Telling.secondPerson(told.words.written, lines.language)
        let templates = lines.among(Lines.englishReflections, Lines.russianReflections, [])
        return lines.choose(
            templates.map {
                $0.replacing("{you}", with: turned).replacing("{You}", with: turned.capitalizedWord)
            })
    }
}

extension Hearing {
    /// The clauses that no rule has understood and that say something.
    var unheard: [Clause] {
        clauses.filter { clause in
            clause.words.count >= (language == .japanese ? 4 : 2)
                && Topic.topics(in: [clause]).isEmpty && !Statement.isStatement(clause)
                && Question.question(in: clause) == nil
        }
    }

    /// Whether it asks something about her.
    var asksHer: Bool {
        clauses.contains { clause in
            clause.isQuestion
                && clause.keys.contains {
                    ["you", "your", "ты", "тебе", "тебя", "у", "твой", "твоя", "君"].contains($0)
                }
                || clause.keys.joined().contains("あなた")
        }
    }
}
