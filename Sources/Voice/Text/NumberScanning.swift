import AvatarTypes

extension TextScanner {
    /// Whatever begins with a digit, a sign of money or of a number.
    func number(at index: Int) -> Found? {
        if text[index] == "~" || text[index] == "≈" { return about(at: index) }
        if let found = numbered(at: index) ?? telephone(at: index) ?? money(at: index) {
            return found
        }
        if language == .japanese, let found = japaneseNumeral(at: index) { return found }
        if Self.vulgar[text[index]] != nil { return fraction(at: index) }
        guard let first = self[index], Self.isDigit(first) || isSign(index) else { return nil }
        guard isWordStart(index) || isSign(index) else {
            // Glued to letters, as in "MP3": only the number.
            let digits = digits(at: index)
            return Found(
                semiotic: .quantity([Amount(whole: digits)], nil, .nothing),
                end: index + digits.count)
        }
        return date(at: index) ?? time(at: index) ?? version(at: index) ?? fraction(at: index)
            ?? ordinal(at: index) ?? quantity(at: index)
    }

    /// A minus that belongs to the number after it.
    private func isSign(_ index: Int) -> Bool {
        guard let sign = self[index], sign == "-" || sign == "−" else { return false }
        guard let next = self[index + 1], Self.isDigit(next) else { return false }
        guard let previous = self[index - 1] else { return true }
        return previous.isWhitespace || "(=:".contains(previous)
    }

    private func about(at index: Int) -> Found? {
        guard let next = self[afterSpaces(index + 1)], Self.isDigit(next) || next == "$" else {
            return nil
        }
        let word =
            switch language {
            case .english: "about"
            case .russian: "около"
            case .japanese: "やく"
            }
        return Found(semiotic: .phrase(word), end: index + 1)
    }

    private func numbered(at index: Int) -> Found? {
        guard text[index] == "#" || text[index] == "№" else { return nil }
        let start = afterSpaces(index + 1)
        let digits = digits(at: start)
        guard let value = Int(digits), digits.count <= 9 else { return nil }
        return Found(semiotic: .numbered(value), end: start + digits.count)
    }

    // MARK: Amounts

    /// Digits with the separators that the language groups and points them by.
    func amount(at index: Int) -> (amount: Amount, end: Int)? {
        var amount = Amount(whole: "")
        var end = index
        if isSign(index) {
            amount.isNegative = true
            end += 1
        }
        amount.whole = digits(at: end)
        guard !amount.whole.isEmpty else { return nil }
        end += amount.whole.count
        let separators = language == .russian ? " \u{A0}\u{202F}" : ","
        while amount.whole.count <= 12, let separator = self[end], separators.contains(separator),
            digits(at: end + 1).count == 3, amount.whole.first != "0",
            amount.whole.count % 3 != 0 || end - index > 3 || amount.whole.count == 3
        {
            guard end - index <= 4 || self[end - 4] == separator else { break }
            guard end - index <= 3 + (amount.isNegative ? 1 : 0) || self[end - 4] == separator
            else { break }
            amount.whole += digits(at: end + 1)
            end += 4
        }
        let points = language == .russian ? ",." : "."
        if let point = self[end], points.contains(point) {
            let fraction = digits(at: end + 1)
            let after = end + 1 + fraction.count
            let goesOn = self[after] == point && !digits(at: after + 1).isEmpty
            if !fraction.isEmpty, !goesOn {
                amount.fraction = fraction
                end = after
            }
        }
        return (amount, end)
    }

    private func quantity(at index: Int) -> Found? {
        guard var (amount, end) = amount(at: index) else { return nil }
        if language == .japanese { (amount, end) = multiplied(amount, to: end) }
        var amounts = [amount]
        if let range = rangeEnd(at: end) {
            amounts.append(range.amount)
            end = range.end
        }
        if amounts.count == 1, let year = year(amount, from: index, to: end) { return year }
        let scaled = scale(at: end)
        if let scaled { end = scaled.end }
        if let thing = thing(at: end, scaled: scaled != nil) {
            return Found(semiotic: .quantity(amounts, scaled?.scale, thing.thing), end: thing.end)
        }
        return Found(semiotic: .quantity(amounts, scaled?.scale, .nothing), end: end)
    }

    private func rangeEnd(at index: Int) -> (amount: Amount, end: Int)? {
        guard let dash = self[index], "–—-〜~～".contains(dash), digits(at: index + 1).count > 0,
            let second = amount(at: index + 1), self[second.end] != "-"
        else { return nil }
        return second
    }

    /// "3万" and "1億2000万" are numbers, not words.
    private func multiplied(_ amount: Amount, to end: Int) -> (Amount, Int) {
        let powers: [Character: Int] = ["万": 4, "億": 8, "兆": 12]
        var (amount, end) = (amount, end)
        var total = 0
        while let mark = self[end], let power = powers[mark], amount.fraction.count <= power,
            let value = Int(amount.whole + amount.fraction), value < 100_000
        {
            total += (0..<power - amount.fraction.count).reduce(value) { product, _ in product * 10
            }
            end += 1
            guard let next = self.amount(at: end) else {
                return (Amount(isNegative: amount.isNegative, whole: String(total)), end)
            }
            (amount, end) = (next.amount, next.end)
            if self[end].flatMap({ powers[$0] }) == nil {
                total += amount.value ?? 0
                return (Amount(total), end)
            }
        }
        return (amount, end)
    }

    private func scale(at index: Int) -> (scale: Scale, end: Int)? {
        let start = afterSpaces(index)
        for (word, scale) in Self.scales {
            guard let end = literal(word, at: start), isWordEnd(end) else { continue }
            // A letter that stands alone is a word, not a factor.
            if word.count == 1, start != index { continue }
            return (scale, end)
        }
        return nil
    }

    private static let scales: [(String, Scale)] = [
        ("thousand", .thousand), ("million", .million), ("billion", .billion),
        ("trillion", .trillion), ("тыс.", .thousand), ("тыс", .thousand), ("млн", .million),
        ("млрд", .billion), ("трлн", .trillion), ("k", .thousand), ("K", .thousand),
        ("M", .million), ("bn", .billion), ("к", .thousand),
    ]

    private func thing(at index: Int, scaled: Bool) -> (thing: Thing, end: Int)? {
        if language == .japanese {
            for (written, _) in JapaneseCounter.all {
                if let end = literal(written, at: index) { return (.counter(written), end) }
            }
        }
        let start = afterSpaces(index)
        if scaled, literal("of", at: start) != nil { return nil }
        for (sign, currency) in Currency.signs {
            if let end = literal(sign, at: start), isWordEnd(end) {
                return (.currency(currency), end)
            }
        }
        for (symbol, unit) in Unit.symbols {
            guard let end = literal(symbol, at: start), isWordEnd(end) else { continue }
            // "In" and "s" are words, and a number's ending.
            if start != index, ["in", "s", "с", "B", "l", "m", "V", "W"].contains(symbol),
                symbol != "m" || language == .russian
            {
                continue
            }
            if symbol == "in", self[end] != "." { continue }
            if symbol == "г", self[end] == "." { continue }
            return (.unit(unit), end)
        }
        return nil
    }

    func money(at index: Int) -> Found? {
        for (sign, currency) in Currency.signs {
            guard let end = literal(sign, at: index), isWordStart(index) else { continue }
            let start = afterSpaces(end)
            guard self[start].map(Self.isDigit) == true, let amount = amount(at: start) else {
                return nil
            }
            var amounts = [amount.amount]
            var last = amount.end
            if let range = rangeEnd(at: last) {
                amounts.append(range.amount)
                last = range.end
            }
            let scaled = scale(at: last)
            return Found(
                semiotic: .quantity(amounts, scaled?.scale, .currency(currency)),
                end: scaled?.end ?? last)
        }
        return nil
    }

    // MARK: Other numbers

    private func version(at index: Int) -> Found? {
        var parts: [String] = []
        var end = index
        while true {
            let digits = digits(at: end)
            guard !digits.isEmpty, digits.count <= 9 else { break }
            parts.append(digits)
            end += digits.count
            guard self[end] == ".", self[end + 1].map(Self.isDigit) == true else { break }
            end += 1
        }
        guard parts.count >= 3, isWordEnd(end) else { return nil }
        return Found(semiotic: .version(parts.compactMap { Int($0) }), end: end)
    }

    private func fraction(at index: Int) -> Found? {
        if let value = Self.vulgar[text[index]] {
            return Found(semiotic: .fraction(whole: nil, value.0, value.1), end: index + 1)
        }
        let first = digits(at: index)
        guard !first.isEmpty, first.count <= 3 else { return nil }
        var end = index + first.count
        if let mark = self[end], let value = Self.vulgar[mark] {
            return Found(semiotic: .fraction(whole: Int(first), value.0, value.1), end: end + 1)
        }
        var whole: Int?
        var top = first
        let start = afterSpaces(end)
        let next = digits(at: start)
        if start > end, !next.isEmpty, self[start + next.count] == "/" {
            whole = Int(first)
            top = next
            end = start + next.count
        }
        guard self[end] == "/" else { return nil }
        let bottom = digits(at: end + 1)
        end += 1 + bottom.count
        guard let upper = Int(top), let lower = Int(bottom), top.count <= 3, bottom.count <= 3,
            upper > 0, lower > 1, upper < lower || whole != nil || lower < 11, isWordEnd(end),
            self[end] != "/"
        else { return nil }
        return Found(semiotic: .fraction(whole: whole, upper, lower), end: end)
    }

    private static let vulgar: [Character: (Int, Int)] = [
        "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8),
    ]

    private func ordinal(at index: Int) -> Found? {
        let written = digits(at: index)
        guard let value = Int(written), written.count <= 6 else { return nil }
        let end = index + written.count
        if language == .english {
            for suffix in ["st", "nd", "rd", "th"] {
                if let last = literal(suffix, at: end), isWordEnd(last) {
                    return Found(semiotic: .ordinal(value, suffix: suffix), end: last)
                }
            }
            if written.count == 4 || written.count == 2, value % 10 == 0,
                let last = literal("s", at: end) ?? literal("'s", at: end), isWordEnd(last)
            {
                return Found(semiotic: .decade(value, suffix: "s"), end: last)
            }
        }
        guard language == .russian, let dash = self[end], "-‑–".contains(dash) else { return nil }
        let suffix = letters(at: end + 1).lowercased()
        let last = end + 1 + suffix.count
        guard Self.russianSuffixes.contains(suffix) else { return nil }
        if value % 10 == 0, ["е", "х", "м", "ми"].contains(suffix),
            written.count == 4 || value >= 20
        {
            return Found(semiotic: .decade(value, suffix: suffix), end: last)
        }
        return Found(semiotic: .ordinal(value, suffix: suffix), end: last)
    }

    private static let russianSuffixes: Set<String> = [
        "й", "ый", "ой", "ий", "я", "ая", "ья", "е", "ое", "ье", "ые", "го", "ого", "его", "му",
        "ому", "м", "ом", "ым", "ю", "ую", "х", "ых",
    ]

    private func telephone(at index: Int) -> Found? {
        guard isWordStart(index) else { return nil }
        var groups: [String] = []
        var end = index
        let isInternational = self[index] == "+"
        if isInternational { end += 1 }
        while true {
            if self[end] == "(" { end += 1 }
            let digits = digits(at: end)
            guard !digits.isEmpty, digits.count <= 4 || isInternational else { break }
            groups.append(digits)
            end += digits.count
            let separator = self[end] == ")" ? end + 1 : end
            let next = self[separator] == "-" || self[separator] == " " ? separator + 1 : separator
            guard next > end, self[next].map({ Self.isDigit($0) || $0 == "(" }) == true else {
                break
            }
            // Spaces alone group a large number as well.
            guard isInternational || self[end] != " " || self[next] == "(" else { break }
            end = next
        }
        let count = groups.reduce(0) { $0 + $1.count }
        let isNumber = isInternational ? count >= 8 : count >= 9 && groups.count >= 3
        guard isNumber, count <= 15, isWordEnd(end) else { return nil }
        return Found(semiotic: .digits(groups), end: end)
    }

    private func japaneseNumeral(at index: Int) -> Found? {
        let isOrdinal = text[index] == "第"
        let start = isOrdinal ? index + 1 : index
        var end = start
        var value: Int?
        let written = digits(at: start)
        if isOrdinal, !written.isEmpty, written.count <= 9 {
            value = Int(written)
            end += written.count
        } else if !written.isEmpty {
            return nil
        } else {
            while let next = self[end], JapaneseNumerals.digits[next] != nil, end - start < 12 {
                end += 1
            }
            if end > start { value = JapaneseNumerals.value(text[start..<end]) }
        }
        guard let value else { return nil }
        let counter = JapaneseCounter.all.first { literal($0.written, at: end) != nil }?.written
        if isOrdinal {
            return Found(
                semiotic: .ordinal(value, suffix: counter ?? ""), end: end + (counter?.count ?? 0))
        }
        guard let counter else { return nil }
        return Found(
            semiotic: .quantity([Amount(value)], nil, .counter(counter)), end: end + counter.count)
    }
}
