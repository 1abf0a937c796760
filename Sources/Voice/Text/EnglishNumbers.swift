/// Numbers in English words, the American way.
enum EnglishNumbers {
    static func cardinal(_ value: Int) -> String {
        guard value >= 20 else { return small[value] }
        if value < 100 {
            let unit = value % 10
            return tens[value / 10] + (unit == 0 ? "" : "-" + small[unit])
        }
        for (size, name) in scales where value >= size {
            let rest = value % size
            return cardinal(value / size) + " " + name + (rest == 0 ? "" : " " + cardinal(rest))
        }
        return ""
    }

    static func ordinal(_ value: Int) -> String {
        let words = cardinal(value)
        let start = words.lastIndex { $0 == " " || $0 == "-" }.map { words.index(after: $0) }
        let last = String(words[(start ?? words.startIndex)...])
        let ending =
            irregular[last]
            ?? (last.hasSuffix("y") ? last.dropLast() + "ieth" : last + "th")
        return words[..<(start ?? words.startIndex)] + ending
    }

    /// In pairs, as years are said: "nineteen oh five", "twenty twenty-four".
    static func year(_ value: Int) -> String {
        guard (1100..<10_000).contains(value), !(2000...2009).contains(value), value % 1000 != 0
        else { return cardinal(value) }
        let (century, rest) = value.quotientAndRemainder(dividingBy: 100)
        let ending =
            rest == 0 ? "hundred" : rest < 10 ? "oh " + cardinal(rest) : cardinal(rest)
        return cardinal(century) + " " + ending
    }

    /// "nineteen nineties"; a value under 100 is the decade alone.
    static func decade(_ value: Int) -> String {
        let ten = value % 100
        let name =
            ten == 0
            ? (value % 1000 == 0 ? cardinal(value) + "s" : "hundreds")
            : ten == 10 ? "tens" : tens[ten / 10].dropLast() + "ies"
        if value < 100 || value % 1000 == 0 { return String(name) }
        return cardinal(value / 100) + " " + name
    }

    static func digits(_ text: String) -> String {
        text.compactMap(\.wholeNumberValue).map { small[$0] }.joined(separator: " ")
    }

    private static let small = [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen",
    ]
    private static let tens = [
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    ]
    private static let scales = [
        (1_000_000_000_000, "trillion"), (1_000_000_000, "billion"), (1_000_000, "million"),
        (1_000, "thousand"), (100, "hundred"),
    ]
    private static let irregular = [
        "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth",
        "nine": "ninth", "twelve": "twelfth",
    ]
}
