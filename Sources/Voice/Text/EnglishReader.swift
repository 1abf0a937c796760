/// Says in English what a text writes in signs.
struct EnglishReader: SemioticReader {
    func words(for semiotic: Semiotic, before: String, after: String) -> String {
        switch semiotic {
        case .quantity(let amounts, let scale, let thing): quantity(amounts, scale, thing)
        case .ordinal(let value, _): EnglishNumbers.ordinal(value)
        case .numbered(let value): "number " + EnglishNumbers.cardinal(value)
        case .fraction(let whole, let top, let bottom): fraction(whole, top, bottom)
        case .year(let year, _): EnglishNumbers.year(year)
        case .decade(let decade, _): EnglishNumbers.decade(decade)
        case .date(let year, let month, let day): date(year, month, day, before)
        case .time(let hour, let minute, let second, let half): time(hour, minute, second, half)
        case .digits(let groups):
            groups.map(EnglishNumbers.digits).joined(separator: ", ")
        case .version(let parts):
            parts.map(EnglishNumbers.cardinal).joined(separator: " point ")
        case .address(let host): host.replacing(".", with: " dot ").replacing("-", with: " dash ")
        case .email(let address):
            address.replacing("@", with: " at ").replacing(".", with: " dot ")
                .replacing("_", with: " underscore ")
        case .letters(let letters): letters.map { String($0) }.joined(separator: " ")
        case .phrase(let words): words
        case .nothing: ""
        }
    }

    private func quantity(_ amounts: [Amount], _ scale: Scale?, _ thing: Thing) -> String {
        let scaled = scale.map { " \($0)" } ?? ""
        if case .currency(let currency) = thing {
            if amounts.count == 1, scale == nil, currency.hasCoins, amounts[0].fraction.count == 2 {
                return price(amounts[0], currency)
            }
            let isOne = amounts == [Amount(1)] && scale == nil
            return said(amounts) + scaled + " " + Self.name(currency, isOne: isOne)
        }
        guard case .unit(let unit) = thing else { return said(amounts) + scaled }
        let isOne = amounts.count == 1 && amounts[0].value == 1 && amounts[0].fraction.isEmpty
        let names = Self.units[unit] ?? ("", "")
        return said(amounts) + scaled + " " + (isOne && scale == nil ? names.one : names.many)
    }

    private func said(_ amounts: [Amount]) -> String {
        amounts.map { amount in
            let sign = amount.isNegative ? "minus " : ""
            let whole =
                amount.isCode
                ? EnglishNumbers.digits(amount.whole)
                : EnglishNumbers.cardinal(amount.value ?? 0)
            let fraction =
                amount.fraction.isEmpty ? "" : " point " + EnglishNumbers.digits(amount.fraction)
            return sign + whole + fraction
        }.joined(separator: " to ")
    }

    private func price(_ amount: Amount, _ currency: Currency) -> String {
        let whole = amount.value ?? 0
        let coins = Int(amount.fraction) ?? 0
        let coin =
            switch currency {
            case .pound: coins == 1 ? "penny" : "pence"
            case .rouble, .hryvnia: coins == 1 ? "kopeck" : "kopecks"
            default: coins == 1 ? "cent" : "cents"
            }
        let small = EnglishNumbers.cardinal(coins) + " " + coin
        let sign = amount.isNegative ? "minus " : ""
        if whole == 0, coins > 0 { return sign + small }
        let large =
            sign + EnglishNumbers.cardinal(whole) + " " + Self.name(currency, isOne: whole == 1)
        return coins == 0 ? large : large + " and " + small
    }

    private func fraction(_ whole: Int?, _ top: Int, _ bottom: Int) -> String {
        let part =
            switch bottom {
            case 2: top == 1 ? "half" : "halves"
            case 4: top == 1 ? "quarter" : "quarters"
            default: EnglishNumbers.ordinal(bottom) + (top == 1 ? "" : "s")
            }
        guard let whole else { return EnglishNumbers.cardinal(top) + " " + part }
        let share = top == 1 ? "a" : EnglishNumbers.cardinal(top)
        return EnglishNumbers.cardinal(whole) + " and " + share + " " + part
    }

    private func date(_ year: Int?, _ month: Int, _ day: Int?, _ before: String) -> String {
        var words = Self.months[month - 1]
        if let day { words += " " + EnglishNumbers.ordinal(day) }
        if let year { words += (day == nil ? " " : ", ") + EnglishNumbers.year(year) }
        return words
    }

    private func time(_ hour: Int, _ minute: Int, _ second: Int?, _ half: HalfDay?) -> String {
        var words = EnglishNumbers.cardinal(hour)
        if minute > 0 || second != nil {
            words += (minute < 10 ? " oh " : " ") + EnglishNumbers.cardinal(minute)
        } else if half == nil {
            words += hour > 12 || hour == 0 ? " hundred" : " o'clock"
        }
        if let second { words += " and \(EnglishNumbers.cardinal(second)) seconds" }
        switch half {
        case .morning: return words + " a m"
        case .afternoon: return words + " p m"
        case nil: return words
        }
    }

    private static func name(_ currency: Currency, isOne: Bool) -> String {
        switch currency {
        case .yen, .yuan, .won: "\(currency)"
        case .hryvnia: isOne ? "hryvnia" : "hryvnias"
        case .rouble: isOne ? "ruble" : "rubles"
        default: isOne ? "\(currency)" : "\(currency)s"
        }
    }

    static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    private static let units: [Unit: (one: String, many: String)] = {
        var units: [Unit: (one: String, many: String)] = [
            .foot: ("foot", "feet"), .inch: ("inch", "inches"), .percent: ("percent", "percent"),
            .hertz: ("hertz", "hertz"), .kilohertz: ("kilohertz", "kilohertz"),
            .megahertz: ("megahertz", "megahertz"), .gigahertz: ("gigahertz", "gigahertz"),
        ]
        let regular: [(Unit, String, String)] = [
            (.millimetre, "millimeter", ""), (.centimetre, "centimeter", ""),
            (.metre, "meter", ""), (.kilometre, "kilometer", ""), (.mile, "mile", ""),
            (.milligram, "milligram", ""), (.gram, "gram", ""), (.kilogram, "kilogram", ""),
            (.tonne, "ton", ""), (.pound, "pound", ""), (.millilitre, "milliliter", ""),
            (.litre, "liter", ""), (.millisecond, "millisecond", ""), (.second, "second", ""),
            (.minute, "minute", ""), (.hour, "hour", ""),
            (.kilometreAnHour, "kilometer", " per hour"), (.metreASecond, "meter", " per second"),
            (.mileAnHour, "mile", " per hour"), (.degree, "degree", ""),
            (.celsius, "degree", " Celsius"), (.fahrenheit, "degree", " Fahrenheit"),
            (.byte, "byte", ""), (.kilobyte, "kilobyte", ""), (.megabyte, "megabyte", ""),
            (.gigabyte, "gigabyte", ""), (.terabyte, "terabyte", ""),
            (.megabitASecond, "megabit", " per second"),
            (.megabyteASecond, "megabyte", " per second"), (.watt, "watt", ""),
            (.kilowatt, "kilowatt", ""), (.volt, "volt", ""), (.kilocalorie, "kilocalorie", ""),
            (.pixel, "pixel", ""), (.squareMetre, "square meter", ""),
            (.squareKilometre, "square kilometer", ""), (.cubicMetre, "cubic meter", ""),
        ]
        for (unit, name, tail) in regular { units[unit] = (name + tail, name + "s" + tail) }
        return units
    }()
}
