import Store

/// What a language model is told of what is remembered: the most useful first, and never more than fits.
struct MemoryDigest {
    /// - Source: the character documents.
    static let budget = 500
    /// Facts that every talk needs.
    private static let core: Set<Relation.Kind> = [.name, .home, .age, .birthday, .job]
    private static let episodesTold = 3
    private static let recollectionsTold = 6
    /// Less of the question than this in a turn is chance.
    private static let leastCoverage = 0.3
    private static let longestTurn = 200

    private(set) var text = ""
    /// An upper bound of what the text costs.
    private(set) var tokens = 0

    init(_ prompt: Prompt) {
        let facts = prompt.facts.filter { !$0.value.isEmpty }
        let isCore = { (fact: Fact) in
            Relation(fact.relation).map { Self.core.contains($0.kind) } == true
        }
        let shown = Set(prompt.turns.suffix(Prompt.shortTermTurns).map(\.id))
        add(
            facts.filter(isCore).map(Self.line), under: "What the user told you about themselves:")
        add(
            prompt.recollections.filter {
                $0.coverage >= Self.leastCoverage && !shown.contains($0.turn.id)
            }.prefix(Self.recollectionsTold).map { line($0.turn, now: prompt.now) },
            under: "Said in earlier talks, it may help now:")
        add(
            facts.filter { !isCore($0) }.reversed().map(Self.line),
            under: "More about the user, the latest first:")
        add(
            prompt.episodes.suffix(Self.episodesTold).reversed().map { episode in
                "- \(Self.ago(episode.time, now: prompt.now)): \(episode.text) (\(episode.state))"
            }, under: "What you have shared:")
        add(prompt.habits.prefix(3).map(Self.line), under: "The user's habits:")
        add(
            prompt.diary.suffix(2).reversed().map { entry in
                "- \(entry.day), \(entry.kind == .dream ? "you dreamt" : "you wrote"): \(entry.text)"
            }, under: "Your own diary and dreams:")
    }

    private static func line(_ fact: Fact) -> String { "- \(fact.relation): \(fact.value)" }

    private static func line(_ habit: Habits.Habit) -> String {
        habit.kind == .hour
            ? "- comes mostly in the \(habit.name)" : "- often talks about \(habit.name)"
    }

    private func line(_ turn: Turn, now: Moment) -> String {
        let who = turn.speaker == .user ? "the user" : "you"
        return
            "- \(Self.ago(turn.time, now: now)), \(who): \(turn.known.prefix(Self.longestTurn))"
    }

    private static func ago(_ time: Double, now: Moment) -> String {
        let days = Int((now.seconds - time) / 86400)
        return days < 1 ? "today" : days == 1 ? "yesterday" : "\(days) days ago"
    }

    /// As many of the lines as fit; a heading never stands alone.
    private mutating func add(_ lines: [String], under heading: String) {
        var isFirst = true
        for line in lines {
            let line = line.replacing("\n", with: " ")
            let block = (isFirst ? (text.isEmpty ? "" : "\n") + heading + "\n" : "\n") + line
            let cost = TokenBound.of(block)
            guard tokens + cost <= Self.budget else { continue }
            text += block
            tokens += cost
            isFirst = false
        }
    }
}
