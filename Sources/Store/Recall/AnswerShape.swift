/// What the answer to a question looks like: "when" wants a time, "who" a name, "how many" a number.
enum AnswerShape {
    case any, time, name, number

    private static let openings: [(shape: AnswerShape, words: [String])] = [
        (
            .number,
            ["how many", "how much", "how old", "how tall", "what size", "сколько", "何人", "いくつ"]
        ),
        (.time, ["when", "what day", "what year", "which month", "когда", "в каком", "いつ", "何月"]),
        (
            .name,
            [
                "who", "whom", "where", "what is the name", "called", "кто", "кого", "где", "куда",
                "зовут",
            ]
        ),
        (.name, ["誰", "どこ", "名前"]),
    ]

    init(of question: String) {
        let question = question.lowercased()
        self = Self.openings.first { $0.words.contains(where: question.contains) }?.shape ?? .any
    }

    func fits(_ text: String) -> Bool {
        switch self {
        case .any: return false
        case .number: return text.contains(where: \.isNumber)
        case .time:
            let text = text.lowercased()
            return text.contains(where: \.isNumber) || Self.times.contains(where: text.contains)
        case .name:
            return text.dropFirst().contains(where: \.isUppercase)
        }
    }

    private static let times = [
        "january", "february", "march", "april", " may ", "june", "july", "august", "september",
        "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "yesterday", "tomorrow", " ago", "last ", "next ", "январ",
        "феврал", "март", "апрел", " мая", "июн", "июл", "август", "сентябр", "октябр", "ноябр",
        "декабр", "вчера", "завтра", "назад", "понедельник", "вторник", "сред", "четверг",
        "пятниц", "суббот", "воскресен", "月", "日", "昨", "先週", "来週",
    ]
}
