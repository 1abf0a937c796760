import AvatarTypes

/// Looks for what is not said as it is written, at one place of a text after another.
struct TextScanner {
    struct Found: Equatable {
        var semiotic: Semiotic
        /// The first character that does not belong to it.
        var end: Int
    }

    /// One for each character of the text, full-width digits and Latin letters made plain.
    let text: [Character]
    let language: Language

    init(_ text: [Character], language: Language) {
        self.text = text.map(Self.plain)
        self.language = language
    }

    /// What stands at a place, or nil if it is said as it is written.
    func token(at index: Int) -> Found? {
        let first = text[index]
        if let found = markup(at: index) ?? address(at: index) { return found }
        if first.isNumber || "+-−#№$€£¥₽₴₩₹₿第(（〇~≈".contains(first)
            || JapaneseNumerals.digits[first] != nil
        {
            if let found = number(at: index) { return found }
        }
        if first.isLetter, isWordStart(index) || language == .japanese {
            if let found = money(at: index) ?? monthFirst(at: index) ?? shortened(at: index) {
                return found
            }
        }
        return symbol(at: index)
    }

    // MARK: Reading

    subscript(index: Int) -> Character? { text.indices.contains(index) ? text[index] : nil }

    /// The end of a literal that stands here.
    func literal(_ literal: String, at index: Int) -> Int? {
        var end = index
        for character in literal {
            guard self[end] == character else { return nil }
            end += 1
        }
        return end
    }

    func digits(at index: Int) -> String {
        guard index < text.count else { return "" }
        return String(text[index...].prefix(while: Self.isDigit))
    }

    /// Of one script: kana and Latin letters stand side by side without a space.
    func letters(at index: Int) -> String {
        guard let first = self[index] else { return "" }
        let stands = first.standsForSyllable
        return String(text[index...].prefix { $0.isLetter && $0.standsForSyllable == stands })
    }

    /// Over spaces, not over lines.
    func afterSpaces(_ index: Int) -> Int {
        var end = index
        while let next = self[end], " \u{A0}\u{202F}\u{2009}".contains(next) { end += 1 }
        return end
    }

    func isWordStart(_ index: Int) -> Bool {
        guard let previous = self[index - 1] else { return true }
        return !(previous.isLetter || Self.isDigit(previous)) || previous.standsForSyllable
    }

    /// Neither a letter nor a digit goes on here; Japanese writes words without spaces.
    func isWordEnd(_ index: Int) -> Bool {
        guard let next = self[index] else { return true }
        return !(next.isLetter || Self.isDigit(next)) || next.standsForSyllable
    }

    /// The word before a place, in lower case.
    func word(before index: Int) -> String {
        var end = index
        while let previous = self[end - 1], " \u{A0}\u{202F}(«\"".contains(previous) { end -= 1 }
        if let previous = self[end - 1], "~≈".contains(previous) { return "около" }
        var start = end
        while let previous = self[start - 1], previous.isLetter { start -= 1 }
        return String(text[start..<end]).lowercased()
    }

    /// The word after a place, in lower case.
    func word(after index: Int) -> String {
        letters(at: afterSpaces(index)).lowercased()
    }

    static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    private static func plain(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first else { return character }
        switch scalar.value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF03...0xFF05, 0xFF0B,
            0xFF0D...0xFF0F, 0xFF1A, 0xFF20, 0xFF5E:
            return Unicode.Scalar(scalar.value - 0xFEE0).map { Character($0) } ?? character
        default: return character
        }
    }
}

extension Character {
    /// Kana and Chinese characters: a word may begin or end beside any of them.
    var standsForSyllable: Bool {
        unicodeScalars.first.map {
            (0x3040...0x30FF).contains($0.value) || $0.properties.isIdeographic
        } ?? false
    }
}

/// Numbers in Chinese characters, as Japanese writes them before counters.
enum JapaneseNumerals {
    static let digits: [Character: Int] = [
        "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        "十": 10, "百": 100, "千": 1000, "万": 10_000, "億": 100_000_000,
    ]

    /// "二百三十" is 230, "二〇二四" is 2024.
    static func value(_ text: some Sequence<Character>) -> Int {
        var total = 0
        var part = 0
        var digit: Int?
        for character in text {
            let number = digits[character] ?? 0
            switch number {
            case 0..<10: digit = (digit ?? 0) * 10 + number
            case 10..<10_000:
                part += (digit ?? 1) * number
                digit = nil
            default:
                total += max(1, part + (digit ?? 0)) * number
                part = 0
                digit = nil
            }
        }
        return total + part + (digit ?? 0)
    }
}
