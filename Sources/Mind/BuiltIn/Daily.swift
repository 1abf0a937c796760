import AvatarTypes

/// What belongs to every day: a check-in with the first message, something to do a little later, and a
/// goodbye that looks forward. Nothing of it is said to who asks for something else.
enum Daily {
    static func line(after parts: [String], _ hearing: Hearing, _ lines: inout Lines) -> String? {
        let asks = parts.contains { $0.contains { "?？".contains($0) } }
        if hearing.topics.contains(.bye), lines.prompt.lastSeen != nil,
            lines.prompt.dailyStep != nil
        {
            return lines.pick("Until tomorrow, perhaps.", "Может быть, до завтра.", "また明日、よかったら。")
        }
        guard !asks, hearing.questions.isEmpty, hearing.topics.allSatisfy({ light.contains($0) })
        else { return nil }
        switch lines.prompt.dailyStep {
        case 0:
            return lines.choose(
                lines.prompt.now.partOfDay == .morning
                    ? lines.among(
                        ["How did you sleep?", "What does today hold for you?"],
                        ["Как спалось?", "Что сегодня впереди?"],
                        ["よく眠れましたか？", "今日はどんな一日になりそうですか？"])
                    : lines.among(
                        ["How has your day been so far?", "What has today been like?"],
                        ["Как проходит день?", "Какой сегодня день выдался?"],
                        ["今日はどんな一日でしたか？", "今日はここまでどうでしたか？"]))
        case 2:
            return lines.choose(
                lines.among(
                    ["Shall we do something today: a riddle, a story, or just talk?"],
                    ["Займёмся чем-нибудь: загадка, история или просто поговорим?"],
                    ["今日は何かしましょうか。なぞなぞ、お話、それともただのおしゃべり？"]))
        default: return nil
        }
    }

    /// What leaves room for it.
    private static let light: Set<Topic> = [
        .hello, .goodMorning, .welcomeBack, .thanks, .praise, .happy, .agree, .laugh, .nothing,
        .surprised,
    ]
}
