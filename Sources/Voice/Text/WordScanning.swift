import AvatarTypes

extension TextScanner {
    /// Abbreviations, Roman numbers, and names made of first letters.
    func shortened(at index: Int) -> Found? {
        if let found = abbreviation(at: index) { return found }
        let word = letters(at: index)
        let end = index + word.count
        guard (1...6).contains(word.count), isWordEnd(end), word.allSatisfy(\.isUppercase) else {
            return nil
        }
        return roman(word, from: index, to: end) ?? initials(word, to: end)
    }

    private func abbreviation(at index: Int) -> Found? {
        guard isWordStart(index) else { return nil }
        for (written, spoken, condition) in Self.abbreviations[language] ?? [] {
            guard let end = literal(written, at: index), written.hasSuffix(".") || isWordEnd(end)
            else { continue }
            let next = self[afterSpaces(end)]
            let holds =
                switch condition {
                case .always: true
                case .beforeDigit: next.map(Self.isDigit) == true
                case .beforeCapital: next?.isUppercase == true
                }
            if holds { return Found(semiotic: .phrase(spoken), end: end) }
        }
        return nil
    }

    private enum Condition { case always, beforeDigit, beforeCapital }

    private static let abbreviations: [Language: [(String, String, Condition)]] = [
        .english: [
            ("Mr.", "Mister", .always), ("Mrs.", "Missus", .always), ("Ms.", "Miz", .always),
            ("Dr.", "Doctor", .always), ("Prof.", "Professor", .always),
            ("St.", "Saint", .beforeCapital), ("e.g.", "for example", .always),
            ("i.e.", "that is", .always), ("etc.", "et cetera", .always),
            ("vs.", "versus", .always), ("vs", "versus", .always),
            ("approx.", "approximately", .always), ("No.", "number", .beforeDigit),
            ("p.", "page", .beforeDigit), ("pp.", "pages", .beforeDigit),
            ("Jr.", "Junior", .always),
            ("Sr.", "Senior", .always), ("Inc.", "Incorporated", .always),
            ("Ltd.", "Limited", .always), ("dept.", "department", .always),
            ("max.", "maximum", .always), ("w/o", "without", .always), ("OK", "okay", .always),
            ("Fig.", "figure", .beforeDigit), ("fig.", "figure", .beforeDigit),
            ("aka", "also known as", .always), ("ASAP", "as soon as possible", .always),
            ("BTW", "by the way", .always), ("btw", "by the way", .always),
        ],
        .russian: [
            ("т.е.", "то есть", .always), ("т. е.", "то есть", .always),
            ("т.д.", "так далее", .always), ("т. д.", "так далее", .always),
            ("т.п.", "тому подобное", .always), ("т. п.", "тому подобное", .always),
            ("т.к.", "так как", .always), ("т. к.", "так как", .always),
            ("т.ч.", "том числе", .always), ("др.", "другие", .always),
            ("напр.", "например", .always), ("ул.", "улица", .always), ("пр.", "прочее", .always),
            ("д.", "дом", .beforeDigit), ("кв.", "квартира", .beforeDigit),
            ("г.", "город", .beforeCapital), ("стр.", "страница", .beforeDigit),
            ("см.", "смотри", .always), ("им.", "имени", .beforeCapital),
            ("тел.", "телефон", .always), ("проф.", "профессор", .always),
            ("рис.", "рисунок", .beforeDigit), ("гл.", "глава", .beforeDigit),
            ("н.э.", "нашей эры", .always), ("н. э.", "нашей эры", .always),
            ("обл.", "область", .always), ("г-н", "господин", .always),
            ("г-жа", "госпожа", .always), ("ок.", "около", .beforeDigit), ("шт.", "штук", .always),
            ("США", "сэ-шэ-а", .always), ("макс.", "максимум", .always),
            ("мин.", "минимум", .beforeDigit), ("т.о.", "таким образом", .always),
        ],
        .japanese: [
            ("vs", "たい", .always), ("VS", "たい", .always), ("OK", "オーケー", .always),
            ("No.", "ナンバー", .beforeDigit), ("etc.", "エトセトラ", .always),
        ],
    ]

    // MARK: Roman numbers

    private func roman(_ word: String, from index: Int, to end: Int) -> Found? {
        guard let value = Self.roman(word) else { return nil }
        let before = self.word(before: index)
        if language == .russian {
            let noun = letters(at: afterSpaces(end)).lowercased()
            if noun.hasPrefix("век") || noun == "столетие" {
                let suffix = ["век": "й", "века": "го", "веке": "м", "веку": "му", "веком": "ым"][
                    noun]
                return Found(semiotic: .ordinal(value, suffix: suffix ?? "й"), end: end)
            }
            let start = index - before.count - 1
            guard before.count >= 3, self[start]?.isUppercase == true else { return nil }
            let suffix =
                ["екатерина", "елизавета", "мария", "анна"].contains(before)
                ? "я"
                : before.hasSuffix("а") || before.hasSuffix("я")
                    ? "го"
                    : before.hasSuffix("у") || before.hasSuffix("ю") ? "му" : "й"
            return Found(semiotic: .ordinal(value, suffix: suffix), end: end)
        }
        guard language == .english else { return nil }
        if Self.rulers.contains(before) {
            return Found(semiotic: .phrase("the " + EnglishNumbers.ordinal(value)), end: end)
        }
        guard Self.numberedThings.contains(before) else { return nil }
        return Found(semiotic: .quantity([Amount(value)], nil, .nothing), end: end)
    }

    private static let rulers: Set<String> = [
        "louis", "henry", "george", "elizabeth", "charles", "john", "paul", "peter", "nicholas",
        "catherine", "edward", "james", "william", "alexander", "richard", "benedict",
    ]
    private static let numberedThings: Set<String> = [
        "war", "chapter", "part", "act", "volume", "type", "phase", "class", "mark", "book",
        "section", "fantasy", "rocky", "scene", "title",
    ]

    private static func roman(_ word: String) -> Int? {
        let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50]
        let digits = word.compactMap { values[$0] }
        guard digits.count == word.count else { return nil }
        var total = 0
        for (index, digit) in digits.enumerated() {
            let next = index + 1 < digits.count ? digits[index + 1] : 0
            total += digit < next ? -digit : digit
        }
        return (1...89).contains(total) ? total : nil
    }

    // MARK: Initials

    private func initials(_ word: String, to end: Int) -> Found? {
        guard word.count >= 2 else { return nil }
        let isLatin = word.allSatisfy(\.isASCII)
        switch language {
        case .japanese: guard isLatin else { return nil }
        case .english:
            guard isLatin, Self.known.contains(word) || !word.contains(where: "AEIOUY".contains)
            else { return nil }
        case .russian:
            guard !isLatin,
                Self.known.contains(word) || !word.contains(where: "АЕЁИОУЫЭЮЯ".contains)
            else { return nil }
        }
        return Found(semiotic: .letters(word), end: end)
    }

    private static let known: Set<String> = [
        "FBI", "CIA", "USA", "UK", "EU", "UN", "AI", "API", "URL", "UI", "UX", "OS", "ID", "VR",
        "AR", "CEO", "CPU", "GPU", "USB", "FAQ", "DIY", "IQ", "EQ", "IP", "AC", "UFO", "BBC", "ER",
        "ЕС", "МГУ", "ЦРУ", "ОАЭ", "ЭВМ", "ЕГЭ", "АЭС", "ИИ",
    ]

    // MARK: Signs

    func symbol(at index: Int) -> Found? {
        guard let words = Self.signs[text[index]] else { return nil }
        let isBetween =
            self[index - 1].map { $0.isWhitespace || Self.isDigit($0) } == true
            && self[index + 1].map { $0.isWhitespace || Self.isDigit($0) } == true
        if text[index] == "&" || isBetween || "§∞".contains(text[index]) {
            let word =
                switch language {
                case .english: words.0
                case .russian: words.1
                case .japanese: words.2
                }
            return Found(semiotic: .phrase(word), end: index + 1)
        }
        return Found(semiotic: .nothing, end: index + 1)
    }

    private static let signs: [Character: (String, String, String)] = [
        "&": ("and", "и", "アンド"), "+": ("plus", "плюс", "プラス"), "=": ("equals", "равно", "イコール"),
        "×": ("times", "умножить на", "かける"), "÷": ("divided by", "разделить на", "わる"),
        "<": ("is less than", "меньше", "しょうなり"), ">": ("is greater than", "больше", "だいなり"),
        "≤": ("is at most", "не больше", "いか"), "≥": ("is at least", "не меньше", "いじょう"),
        "§": ("section", "параграф", "セクション"), "∞": ("infinity", "бесконечность", "むげんだい"),
    ]
}
