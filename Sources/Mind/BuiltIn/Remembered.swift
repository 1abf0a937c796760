import AvatarTypes
import Store

/// The answer to a question about the user that no rule knows: what they once said of it, in their words.
enum Remembered {
    /// Less of the question in a turn is chance.
    private static let leastCoverage = 0.5
    /// Pairs of characters are shared by fewer.
    private static let leastJapaneseCoverage = 0.3
    private static let longest = 160

    static func line(_ lines: inout Lines, _ hearing: Hearing) -> String? {
        let asksOfSelf = hearing.clauses.contains { clause in
            clause.isQuestion && !own.isDisjoint(with: clause.keys)
        }
        guard asksOfSelf, let found = best(lines.prompt) else { return nil }
        let days = Int((lines.prompt.now.seconds - found.turn.time) / 86400)
        let said = found.turn.known.replacing("[", with: "").replacing("]", with: "")
        if hearing.language == .russian {
            let day = days < 1 ? "сегодня" : days == 1 ? "вчера" : "раньше"
            return lines.choose([
                "[contemplative] Помню твои слова, это было \(day): «\(said)»",
                "[curious] Вот что я помню с твоих слов: «\(said)»",
            ])
        }
        let day = days < 1 ? "today" : days == 1 ? "yesterday" : "\(days) days ago"
        return lines.choose([
            "[contemplative] I remember what you said \(day): “\(said)”",
            "[curious] You told me \(day): “\(said)”",
        ])
    }

    static func japaneseLine(_ lines: inout Lines) -> String? {
        best(lines.prompt).map { "[contemplative] 前に話してくれましたね。「\($0.turn.known)」" }
    }

    private static func best(_ prompt: Prompt) -> Recollection? {
        prompt.recollections.first {
            $0.turn.speaker == .user
                && $0.coverage
                    >= (prompt.language == .japanese ? leastJapaneseCoverage : leastCoverage)
                && $0.turn.known.count <= longest && !$0.turn.known.contains { "?？".contains($0) }
                && !$0.turn.known.hasSuffix("か")
        }
    }

    private static let own: Set<String> = [
        "i", "my", "we", "our", "me", "us", "я", "мы", "мой", "моя", "мое", "мои", "меня", "мне",
        "моего",
        "моей", "мою", "моем", "наш", "наша", "нас", "у",
    ]
}
