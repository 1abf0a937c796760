import AvatarTypes
import Store

/// Things that people talk about, and what she has to say on them: how small talk goes on without a rule
/// for the sentence.
enum Subject: String, CaseIterable, Sendable {
    // The first whose cue is there counts: what is told apart easily comes first.
    case quarrel, money, illness, family, friend, date
    case pet, cook, drink, music, film, book, game, art, sport, travel
    case study, work, sleep, weather, home, shopping, machine, weekend, day

    /// What she says of it.
    struct Words: Sendable {
        /// Words, or with `*` their beginnings; in Japanese anything that stands in the text.
        var cues: String
        /// To somebody who tells of it.
        var told: [String]
        /// To somebody who asks her about it: her own view, or what she would do.
        var asked: [String]
        /// When it goes on.
        var more: [String]
    }

    func words(_ language: Language) -> Words? {
        switch language {
        case .english: Self.english[self]
        case .russian: Self.russian[self]
        case .japanese: Self.japanese[self]
        }
    }

    /// What a message is about.
    init?(_ clauses: [Clause], _ language: Language) {
        let keys = clauses.flatMap(\.keys)
        let text = keys.joined()
        for subject in Self.allCases {
            guard let words = subject.words(language) else { continue }
            let isMeant = words.cues.split(separator: " ").contains { cue in
                if language == .japanese { return text.contains(cue) }
                return cue.hasSuffix("*")
                    ? keys.contains { $0.hasPrefix(cue.dropLast()) } : keys.contains(String(cue))
            }
            if isMeant {
                self = subject
                return
            }
        }
        return nil
    }

    /// What a message is about, or what the talk was about just before, if it goes on with that.
    static func of(_ hearing: Hearing, _ lines: Lines) -> (subject: Subject, isNew: Bool)? {
        let clauses = hearing.clauses
        let told = lines.prompt.turns.filter { $0.speaker == .user }.suffix(2).reversed()
        let earlier = told.lazy.compactMap { turn -> Subject? in
            guard Language(of: turn.known) == hearing.language else { return nil }
            return Subject(Clause.clauses(of: turn.known), hearing.language)
        }.first
        if let subject = Subject(clauses, hearing.language) {
            return (subject, earlier != subject)
        }
        return goesOn(hearing) ? earlier.map { ($0, false) } : nil
    }

    /// Whether a message without a subject of its own belongs to the one before: it is short, or says
    /// "it" and "they".
    private static func goesOn(_ hearing: Hearing) -> Bool {
        let keys = hearing.clauses.flatMap(\.keys)
        if keys.count <= (hearing.language == .japanese ? 9 : 4) { return true }
        let references: Set<String> = [
            "it", "he", "she", "they", "him", "her", "them", "that", "mostly", "we", "он", "она",
            "оно", "они", "его", "ее", "их", "это", "там", "мы", "彼",
        ]
        return !references.isDisjoint(with: keys.prefix(3))
    }

    /// What she says when somebody tells of it or asks.
    static func line(_ hearing: Hearing, _ lines: inout Lines) -> String? {
        guard let (subject, isNew) = of(hearing, lines),
            let words = subject.words(hearing.language)
        else { return nil }
        let isAsked = hearing.clauses.contains(where: \.isQuestion)
        let order =
            isAsked ? [words.asked] : isNew ? [words.told, words.more] : [words.more, words.told]
        for texts in order {
            let fresh = texts.filter { !lines.saidLately($0) }
            if !fresh.isEmpty { return lines.choose(fresh) }
        }
        return nil
    }
}
