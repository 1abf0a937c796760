/// Words that ask for discretion.
enum Secrecy {
    private static let phrases = [
        "keep it secret", "keep this secret", "it's a secret", "it is a secret", "this is a secret",
        "between us", "between you and me", "don't tell anyone", "do not tell anyone",
        "don't tell anybody", "tell no one", "tell nobody", "in confidence", "confidential",
        "keep it to yourself", "keep this to yourself", "this is private", "it's private",
        "по секрету", "это секрет", "между нами", "никому не говори", "никому не рассказывай",
        "не говори никому", "не рассказывай никому", "только тебе", "строго между", "это личное",
        "内緒", "秘密", "誰にも言わないで", "ここだけの話",
    ]

    static func isAsked(in message: String) -> Bool {
        let message = message.lowercased().replacing("’", with: "'")
        return phrases.contains(where: message.contains)
    }
}

/// Words by which somebody says that they are not sure.
enum Hedge {
    private static let openings: [[String]] = [
        "i think", "i guess", "i suppose", "maybe", "perhaps", "probably", "possibly", "i believe",
        "я думаю", "думаю", "кажется", "наверное", "возможно", "может быть", "пожалуй", "вроде",
    ].map { $0.split(separator: " ").map(String.init) }

    static func isWhole(_ clause: Clause) -> Bool {
        openings.contains { clause.keys.elementsEqual($0) }
    }

    /// A clause without its hedge, and whether there was one.
    static func removed(from clause: Clause) -> (Clause, Bool) {
        for opening in openings
        where clause.words.count > opening.count
            && clause.keys.prefix(opening.count).elementsEqual(opening)
        {
            var clause = clause
            clause.words.removeFirst(opening.count)
            if ["that", "что"].contains(clause.words.first?.key), clause.words.count > 1 {
                clause.words.removeFirst()
            }
            return (clause, true)
        }
        return (clause, false)
    }
}
