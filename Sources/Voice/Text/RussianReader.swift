/// Says in Russian what a text writes in signs, in the case its neighbours ask for.
struct RussianReader: SemioticReader {
    func words(for semiotic: Semiotic, before: String, after: String) -> String {
        switch semiotic {
        case .quantity(let amounts, let scale, let thing):
            quantity(amounts, scale, thing, before: before, after: after)
        case .ordinal(let value, let suffix): Self.ordinal(value, suffix, after)
        case .numbered(let value): "номер " + RussianNumbers.cardinal(value)
        case .fraction(let whole, let top, let bottom): fraction(whole, top, bottom)
        case .year(let year, let noun): self.year(year, noun, before)
        case .decade(let decade, let suffix): Self.ordinal(decade, suffix, "годы")
        case .date(let year, let month, let day): date(year, month, day, before)
        case .time(let hour, let minute, let second, _): time(hour, minute, second, before)
        case .digits(let groups): groups.map(Self.group).joined(separator: ", ")
        case .version(let parts):
            parts.map { RussianNumbers.cardinal($0) }.joined(separator: " точка ")
        case .address(let host):
            host.replacing(".", with: " точка ").replacing("-", with: " дефис ")
        case .email(let address):
            address.replacing("@", with: " собака ").replacing(".", with: " точка ")
                .replacing("_", with: " подчёркивание ")
        case .letters(let letters):
            letters.map { Self.letters[$0] ?? String($0) }.joined(separator: "-")
        case .phrase(let words): words
        case .nothing: ""
        }
    }

    // MARK: Amounts

    private func quantity(
        _ amounts: [Amount], _ scale: Scale?, _ thing: Thing, before: String, after: String
    ) -> String {
        let grammatical = Self.grammaticalCase(
            before: before, noun: after, hasUnit: thing != .nothing)
        guard let amount = amounts.last else { return "" }
        let noun: RussianNoun? =
            switch thing {
            case .unit(let unit): unit.russian
            case .currency(let currency): currency.russian
            default: nil
            }
        if case .currency(let currency) = thing, amounts.count == 1, scale == nil,
            currency.hasCoins, amount.fraction.count == 2, let noun, let whole = amount.value
        {
            let coins = Int(amount.fraction) ?? 0
            let large = counted(whole, noun, grammatical)
            let small = counted(coins, currency.russianCoin, grammatical)
            let sign = amount.isNegative ? "минус " : ""
            return sign + (coins == 0 ? large : whole == 0 ? small : large + " " + small)
        }
        let counted = scale?.russian ?? noun
        let gender = counted?.gender ?? Self.gender(of: after, count: amount.value ?? 0)
        var words = amounts.map { said($0, grammatical, gender) }.joined(separator: " — ")
        if let counted {
            words += " " + form(of: counted, for: amount, grammatical)
        }
        if scale != nil, let noun { words += " " + noun.ofScale }
        return words
    }

    private func counted(_ value: Int, _ noun: RussianNoun, _ grammatical: RussianCase) -> String {
        RussianNumbers.cardinal(value, grammatical, noun.gender) + " "
            + noun.counted(by: value, in: grammatical)
    }

    private func form(
        of noun: RussianNoun, for amount: Amount, _ grammatical: RussianCase
    ) -> String {
        amount.fraction.isEmpty
            ? noun.counted(by: amount.value ?? 0, in: grammatical) : noun.ofFraction
    }

    private func said(
        _ amount: Amount, _ grammatical: RussianCase, _ gender: RussianGender
    ) -> String {
        let sign = amount.isNegative ? "минус " : ""
        guard !amount.isCode, let value = amount.value else {
            return sign + RussianNumbers.digits(amount.whole + amount.fraction)
        }
        if amount.fraction.isEmpty {
            return sign + RussianNumbers.cardinal(value, grammatical, gender)
        }
        let digits = amount.fraction.count
        guard digits <= Self.parts.count, let part = Int(amount.fraction) else {
            return sign + RussianNumbers.cardinal(value) + " запятая "
                + RussianNumbers.digits(amount.fraction)
        }
        let plural: (Int, String) -> String = { count, stem in
            count % 10 == 1 && count % 100 != 11 ? stem + "ая" : stem + "ых"
        }
        return sign + RussianNumbers.cardinal(value, .nominative, .feminine) + " "
            + (value % 10 == 1 && value % 100 != 11 ? "целая" : "целых") + " "
            + RussianNumbers.cardinal(part, .nominative, .feminine) + " "
            + plural(part, Self.parts[digits - 1])
    }

    private static let parts = [
        "десят", "сот", "тысячн", "десятитысячн", "стотысячн", "миллионн",
    ]

    private func fraction(_ whole: Int?, _ top: Int, _ bottom: Int) -> String {
        let isOne = top % 10 == 1 && top % 100 != 11
        let part: String
        switch (top, bottom) {
        case (1, 2) where whole != nil: return RussianNumbers.cardinal(whole ?? 0) + " с половиной"
        case (1, 2): part = "одна вторая"
        case (1, 3): part = "одна треть"
        case (2, 3): part = "две трети"
        case (1, 4): part = "одна четверть"
        case (3, 4): part = "три четверти"
        default:
            part =
                RussianNumbers.cardinal(top, .nominative, .feminine) + " "
                + RussianNumbers.ordinal(
                    bottom, isOne ? .feminine : .plural, isOne ? .nominative : .genitive)
        }
        guard let whole else { return part }
        let wholes = whole % 10 == 1 && whole % 100 != 11 ? "целая" : "целых"
        return RussianNumbers.cardinal(whole, .nominative, .feminine) + " \(wholes) и " + part
    }

    private static func group(_ digits: String) -> String {
        guard digits.count <= 3, let value = Int(digits) else {
            return RussianNumbers.digits(digits)
        }
        let zeros = digits.prefix { $0 == "0" }.count
        let lead = Array(repeating: "ноль", count: value == 0 ? zeros - 1 : zeros)
        return (lead + [RussianNumbers.cardinal(value)]).joined(separator: " ")
    }

    // MARK: Ordinals, dates, times

    private static func ordinal(_ value: Int, _ suffix: String, _ after: String) -> String {
        let isFeminine = after.hasSuffix("а") || after.hasSuffix("я") || after.hasSuffix("у")
        let form: (RussianNumbers.Agreement, RussianCase) =
            switch suffix {
            case "я", "ая", "ья": (.feminine, .nominative)
            case "е" where after == "годы": (.plural, .nominative)
            case "ми" where after == "годы": (.plural, .instrumental)
            case "е", "ое", "ье": (.neuter, .nominative)
            case "ые": (.plural, .nominative)
            case "го", "ого", "его": (.masculine, .genitive)
            case "му", "ому": (.masculine, .dative)
            case "м", "ом": after == "годы" ? (.plural, .dative) : (.masculine, .prepositional)
            case "ым": (.masculine, .instrumental)
            case "ю", "ую": (.feminine, .accusative)
            case "х", "ых": (.plural, .genitive)
            case "й" where isFeminine == false && (after.hasSuffix("и") || after.hasSuffix("е")):
                (.feminine, .genitive)
            default: (.masculine, .nominative)
            }
        return RussianNumbers.ordinal(value, form.0, form.1)
    }

    private func year(_ year: Int, _ noun: String, _ before: String) -> String {
        let grammatical: RussianCase =
            switch noun {
            case "год": .nominative
            case "года": .genitive
            case "году": before == "к" || before == "по" ? .dative : .prepositional
            case "годом": .instrumental
            case "годе": .prepositional
            default:
                before == "в"
                    ? .prepositional
                    : before == "к"
                        ? .dative
                        : before == "на" || before == "по" || before == "за"
                            ? .accusative : .genitive
            }
        let words = RussianNumbers.ordinal(year, .masculine, grammatical)
        if noun == "г." {
            return words + " "
                + ["год", "года", "году", "год", "годом", "году"][grammatical.rawValue]
        }
        return noun.isEmpty ? words : words + " " + noun
    }

    private func date(_ year: Int?, _ month: Int, _ day: Int?, _ before: String) -> String {
        let grammatical: RussianCase =
            switch before {
            case "к", "ко": .dative
            case "сегодня", "завтра", "это", "был", "было", "будет", "наступило": .nominative
            case "на", "по", "за": .accusative
            case "перед", "между", "над": .instrumental
            default: .genitive
            }
        var words = Self.months[month - 1]
        if let day { words = RussianNumbers.ordinal(day, .neuter, grammatical) + " " + words }
        if let year { words += " " + RussianNumbers.ordinal(year, .masculine, .genitive) + " года" }
        return words
    }

    private func time(_ hour: Int, _ minute: Int, _ second: Int?, _ before: String) -> String {
        let grammatical = Self.grammaticalCase(before: before, noun: "", hasUnit: true)
        if minute == 0, second == nil {
            return counted(hour, Unit.hour.russian, grammatical)
        }
        var words = RussianNumbers.cardinal(hour, grammatical) + " "
        if minute < 10 { words += "ноль " }
        words += RussianNumbers.cardinal(minute, grammatical)
        if let second { words += " и " + counted(second, Unit.second.russian, .nominative) }
        return words
    }

    // MARK: Grammar

    /// What the words around a number make of it. A noun's own ending tells more than a preposition,
    /// which often governs two cases.
    static func grammaticalCase(before: String, noun: String, hasUnit: Bool) -> RussianCase {
        if !hasUnit {
            if noun.hasSuffix("ами") || noun.hasSuffix("ями") { return .instrumental }
            if noun.hasSuffix("ам") || noun.hasSuffix("ям") { return .dative }
            if noun.hasSuffix("ах") || noun.hasSuffix("ях") { return .prepositional }
        }
        if genitive.contains(before) { return .genitive }
        switch before {
        case "к", "ко", "благодаря", "согласно": return .dative
        case "над", "под", "перед", "между": return .instrumental
        case "о", "об", "при": return .prepositional
        case "в", "во", "на", "за", "через", "про", "по", "спустя": return .accusative
        case "с", "со":
            return noun.hasSuffix("ом") || noun.hasSuffix("ем") || noun.hasSuffix("ой")
                ? .instrumental : .genitive
        default: return .nominative
        }
    }

    private static let genitive: Set<String> = [
        "без", "от", "до", "из", "у", "около", "для", "после", "кроме", "свыше", "порядка",
        "более", "менее", "больше", "меньше", "старше", "младше", "не более", "среди", "против",
        "течение", "возле", "ради", "вместо", "минимум в",
    ]

    /// The gender that the form of a noun shows after a number: "две минуты", but "два стола".
    static func gender(of noun: String, count: Int) -> RussianGender {
        let endsInOne = count % 10 == 1 && count % 100 != 11
        let endsInTwo = count % 10 == 2 && count % 100 != 12
        if endsInTwo {
            return ["ы", "и", "ые", "ие"].contains { noun.hasSuffix($0) } ? .feminine : .masculine
        }
        guard endsInOne else { return .masculine }
        if ["а", "я", "у", "ю", "ой"].contains(where: { noun.hasSuffix($0) }) { return .feminine }
        return noun.hasSuffix("о") || noun.hasSuffix("е") ? .neuter : .masculine
    }

    static let months = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
        "октября", "ноября", "декабря",
    ]

    private static let letters: [Character: String] = [
        "А": "а", "Б": "бэ", "В": "вэ", "Г": "гэ", "Д": "дэ", "Е": "е", "Ж": "жэ", "З": "зэ",
        "И": "и", "К": "ка", "Л": "эл", "М": "эм", "Н": "эн", "О": "о", "П": "пэ", "Р": "эр",
        "С": "эс", "Т": "тэ", "У": "у", "Ф": "эф", "Х": "ха", "Ц": "цэ", "Ч": "че", "Ш": "ша",
        "Щ": "ща", "Э": "э", "Ю": "ю", "Я": "я",
    ]
}
