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
        let asksOfSelf =
            hearing.language == .japanese
            ? hearing.clauses.contains { clause in
                clause.isQuestion
                    && !["ことある", "ことあります", "好き"].contains(
                        where: clause.keys.joined().contains)
            }
            : hearing.clauses.contains { clause in
                clause.isQuestion && !own.isDisjoint(with: clause.keys)
                    // "What should I cook?" is asked for advice, not for memory.
                    && advice.isDisjoint(with: clause.keys)
            }
        guard asksOfSelf, let found = best(lines.prompt) else { return nil }
        let days = Int((lines.prompt.now.seconds - found.turn.time) / 86400)
        let said = found.turn.known.replacing("[", with: "").replacing("]", with: "")
        if hearing.language == .japanese {
            let day = days < 1 ? "今日" : days == 1 ? "昨日" : "前に"
            return lines.choose([
                "[contemplative] \(day)、こう話してくれましたね。「\(said)」",
                "[curious] 覚えていますよ。「\(said)」と言っていましたね。",
            ])
        }
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

    /// "When is she coming?": what was said of somebody, with a time in it.
    static func time(_ lines: inout Lines, _ hearing: Hearing) -> String? {
        let asks = hearing.clauses.contains { clause in
            clause.isQuestion && !whens.isDisjoint(with: clause.keys)
                && !others.isDisjoint(with: clause.keys)
        }
        guard asks else { return nil }
        let said = lines.prompt.turns.last { turn in
            turn.speaker == .user && !turn.known.contains("?")
                && Clause.clauses(of: turn.known).contains { clause in
                    clause.keys.contains { Thing.find($0, in: Thing.kin) != nil }
                        && clause.keys.contains { key in times.contains { key.hasPrefix($0) } }
                }
        }
        return said.map { turn in
            lines.pick(
                "[curious] You said: “\(turn.known)”", "[curious] По твоим словам: «\(turn.known)»",
                "[curious] 「\(turn.known)」と言っていましたね。")
        }
    }

    private static let whens: Set<String> = ["when", "когда"]
    private static let others: Set<String> = ["he", "she", "they", "он", "она", "они"]
    private static let times = [
        "tomorrow", "today", "week", "month", "monday", "tuesday", "wednesday", "thursday",
        "friday", "saturday", "sunday", "завтра", "послезавтра", "сегодня", "недел", "выходн",
        "понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресен", "месяц",
    ]
    private static let advice: Set<String> = [
        "should", "could", "can", "shall", "may", "advise", "recommend", "suggest", "можно",
        "нужно", "стоит", "посоветуешь", "лучше",
    ]

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
