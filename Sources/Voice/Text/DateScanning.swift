import AvatarTypes

extension TextScanner {
    /// Dates that begin with a digit.
    func date(at index: Int) -> Found? {
        let first = digits(at: index)
        guard let head = Int(first), first.count <= 4 else { return nil }
        let end = index + first.count
        // "5/9" is a day in Japanese; "1/2" and "3/4" are more often parts.
        if let mark = self[end], "-/.".contains(mark) {
            let second = digits(at: end + 1)
            guard let middle = Int(second), second.count <= 2 else { return nil }
            let after = end + 1 + second.count
            let third = self[after] == mark ? digits(at: after + 1) : ""
            let last = third.isEmpty ? after : after + 1 + third.count
            guard isWordEnd(last) else { return nil }
            if first.count == 4, let day = Int(third), isDay(day), isMonth(middle) {
                return Found(semiotic: .date(year: head, month: middle, day: day), end: last)
            }
            guard first.count <= 2 else { return nil }
            if third.isEmpty {
                guard language == .japanese, mark == "/", isMonth(head), isDay(middle),
                    !(head < middle && middle <= 4)
                else { return nil }
                return Found(semiotic: .date(year: nil, month: head, day: middle), end: last)
            }
            guard let written = Int(third), third.count == 4 || third.count == 2 && mark != "."
            else {
                return nil
            }
            let year = third.count == 2 ? 2000 + written : written
            let dayFirst = mark == "." || language == .russian || head > 12
            let (day, month) = dayFirst ? (head, middle) : (middle, head)
            guard isDay(day), isMonth(month) else { return nil }
            return Found(semiotic: .date(year: year, month: month, day: day), end: last)
        }
        guard isDay(head), first.count <= 2, language != .japanese,
            let month = month(at: afterSpaces(end)), afterSpaces(end) > end
        else { return nil }
        let year = year(at: month.end)
        return Found(
            semiotic: .date(year: year?.value, month: month.number, day: head),
            end: year?.end ?? month.end)
    }

    /// "May 9, 2024".
    func monthFirst(at index: Int) -> Found? {
        guard language == .english, let month = month(at: index) else { return nil }
        let start = afterSpaces(month.end)
        let written = digits(at: start)
        guard start > month.end, let value = Int(written) else { return nil }
        if written.count == 4, isWordEnd(start + 4) {
            return Found(
                semiotic: .date(year: value, month: month.number, day: nil), end: start + 4)
        }
        guard isDay(value), written.count <= 2 else { return nil }
        var end = start + written.count
        for suffix in ["st", "nd", "rd", "th"] { end = literal(suffix, at: end) ?? end }
        guard isWordEnd(end), self[end] != ":" else { return nil }
        let year = year(at: self[end] == "," ? end + 1 : end)
        return Found(
            semiotic: .date(year: year?.value, month: month.number, day: value),
            end: year?.end ?? end)
    }

    func time(at index: Int) -> Found? {
        let hours = digits(at: index)
        guard let hour = Int(hours), hours.count <= 2, hour <= 24 else { return nil }
        var end = index + hours.count
        var minute: Int?
        var second: Int?
        if self[end] == ":" {
            let minutes = digits(at: end + 1)
            guard minutes.count == 2, let value = Int(minutes), value < 60 else { return nil }
            minute = value
            end += 3
            let seconds = self[end] == ":" ? digits(at: end + 1) : ""
            if seconds.count == 2, let value = Int(seconds), value < 60 {
                second = value
                end += 3
            }
        }
        let half = language == .english ? halfDay(at: end) : nil
        guard minute != nil || half != nil else { return nil }
        guard half != nil || isWordEnd(end) else { return nil }
        return Found(
            semiotic: .time(hour: hour, minute: minute ?? 0, second: second, half: half?.half),
            end: half?.end ?? end)
    }

    private func halfDay(at index: Int) -> (half: HalfDay, end: Int)? {
        let start = afterSpaces(index)
        for (word, half) in [
            ("a.m.", HalfDay.morning), ("p.m.", .afternoon), ("am", .morning), ("pm", .afternoon),
            ("AM", .morning), ("PM", .afternoon),
        ] {
            if let end = literal(word, at: start), isWordEnd(end) { return (half, end) }
        }
        return nil
    }

    /// A number that its place in the sentence shows to be a year.
    func year(_ amount: Amount, from index: Int, to end: Int) -> Found? {
        guard amount.fraction.isEmpty, !amount.isNegative, let value = amount.value,
            end - index == amount.whole.count
        else { return nil }
        let before = word(before: index)
        if language == .russian {
            let start = afterSpaces(end)
            let noun = letters(at: start)
            if ["год", "года", "году", "годом", "годе"].contains(noun), amount.whole.count >= 3 {
                return Found(semiotic: .year(value, noun: noun), end: start + noun.count)
            }
            if noun == "г", self[start + 1] == ".", amount.whole.count >= 3 {
                return Found(semiotic: .year(value, noun: "г."), end: start + 2)
            }
            let isLast = noun.isEmpty || ["по", "до", "и"].contains(noun)
            let isYear =
                (1800...2100).contains(value) && ["в", "с", "до", "после", "к"].contains(before)
            return isYear && isLast ? Found(semiotic: .year(value, noun: ""), end: end) : nil
        }
        guard language == .english, amount.whole.count == 4, (1100...2099).contains(value) else {
            return nil
        }
        let places = [
            "in", "since", "by", "from", "until", "before", "after", "of", "during", "the", "year",
        ]
        let after = word(after: end)
        let counts = after.hasSuffix("s") && !["was", "is", "s"].contains(after)
        return places.contains(before) && !counts
            ? Found(semiotic: .year(value, noun: ""), end: end) : nil
    }

    private func year(at index: Int) -> (value: Int, end: Int)? {
        let start = afterSpaces(index)
        let written = digits(at: start)
        guard start > index, written.count == 4, let value = Int(written), isWordEnd(start + 4)
        else { return nil }
        guard language == .russian else { return (value, start + 4) }
        let noun = afterSpaces(start + 4)
        if let end = literal("года", at: noun) ?? literal("г.", at: noun) { return (value, end) }
        return (value, start + 4)
    }

    private func month(at index: Int) -> (number: Int, end: Int)? {
        let word = letters(at: index)
        let end = index + word.count
        if language == .russian {
            let number = RussianReader.months.firstIndex(of: word.lowercased())
            return number.map { ($0 + 1, end) }
        }
        guard word.count >= 3, word.first?.isUppercase == true else { return nil }
        let number = EnglishReader.months.firstIndex {
            $0 == word
                || word.count <= 4 && $0.hasPrefix(word.prefix(3))
                    && (word.count == 3 || word == "Sept")
        }
        return number.map { ($0 + 1, self[end] == "." && word.count <= 4 ? end + 1 : end) }
    }

    private func isDay(_ value: Int) -> Bool { (1...31).contains(value) }
    private func isMonth(_ value: Int) -> Bool { (1...12).contains(value) }
}
