/// Numbers in Russian words, declined.
enum RussianNumbers {
    /// How an ordinal agrees.
    enum Agreement {
        case masculine, feminine, neuter, plural
    }

    static func cardinal(
        _ value: Int, _ grammatical: RussianCase = .nominative, _ gender: RussianGender = .masculine
    ) -> String {
        guard value > 0 else {
            return ["ноль", "ноля", "нолю", "ноль", "нолём", "ноле"][grammatical.rawValue]
        }
        var words: [String] = []
        var rest = value
        for scale in Scale.allCases.reversed() where rest >= scale.rawValue {
            let count = rest / scale.rawValue
            let noun = scale.russian
            // "Тысяча" and "миллион" alone need no "одна" before them.
            if count > 1 || !words.isEmpty {
                words.append(cardinal(count, grammatical, noun.gender))
            }
            words.append(noun.counted(by: count, in: grammatical))
            rest %= scale.rawValue
        }
        if rest >= 100 {
            words.append(hundreds[rest / 100 - 1][grammatical.rawValue])
            rest %= 100
        }
        if rest >= 20 {
            words.append(tens[rest / 10 - 2][grammatical.rawValue])
            rest %= 10
        }
        if rest > 0 { words.append(small(rest, grammatical, gender)) }
        return words.joined(separator: " ")
    }

    static func ordinal(
        _ value: Int, _ agreement: Agreement = .masculine, _ grammatical: RussianCase = .nominative
    ) -> String {
        guard value > 0 else { return adjective("нулев", stressed: true, agreement, grammatical) }
        if value % 1000 == 0 {
            let scale: Scale = value % 1_000_000 == 0 ? .million : .thousand
            let count = value / scale.rawValue
            let stem = scale == .million ? "миллионн" : "тысячн"
            let prefix =
                count == 1 ? "" : count == 2 ? "двух" : joined(cardinal(count, .genitive))
            return adjective(prefix + stem, stressed: false, agreement, grammatical)
        }
        let last =
            value % 100 == 0
            ? value % 1000
            : value % 100 < 20 ? value % 100 : value % 10 == 0 ? value % 100 : value % 10
        let rest = value - last
        let start = rest == 0 ? "" : cardinal(rest) + " "
        if last == 3 { return start + third(agreement, grammatical) }
        let stressed = [2, 6, 7, 8, 40].contains(last)
        return start + adjective(stem(last), stressed: stressed, agreement, grammatical)
    }

    static func digits(_ text: String) -> String {
        text.compactMap(\.wholeNumberValue).map { cardinal($0) }.joined(separator: " ")
    }

    private static func joined(_ words: String) -> String {
        words.replacing(" ", with: "")
    }

    private static func small(
        _ value: Int, _ grammatical: RussianCase, _ gender: RussianGender
    ) -> String {
        switch value {
        case 1:
            switch gender {
            case .masculine:
                ["один", "одного", "одному", "один", "одним", "одном"][grammatical.rawValue]
            case .feminine:
                ["одна", "одной", "одной", "одну", "одной", "одной"][grammatical.rawValue]
            case .neuter:
                ["одно", "одного", "одному", "одно", "одним", "одном"][grammatical.rawValue]
            }
        case 2 where gender == .feminine && [.nominative, .accusative].contains(grammatical): "две"
        case 2: ["два", "двух", "двум", "два", "двумя", "двух"][grammatical.rawValue]
        case 3: ["три", "трёх", "трём", "три", "тремя", "трёх"][grammatical.rawValue]
        case 4:
            ["четыре", "четырёх", "четырём", "четыре", "четырьмя", "четырёх"][grammatical.rawValue]
        case 8: ["восемь", "восьми", "восьми", "восемь", "восемью", "восьми"][grammatical.rawValue]
        default: soft(units[value], grammatical)
        }
    }

    /// Numbers on a soft sign: "пять, пяти, пятью".
    private static func soft(_ word: String, _ grammatical: RussianCase) -> String {
        switch grammatical {
        case .nominative, .accusative: word
        case .instrumental: word + "ю"
        default: word.dropLast() + "и"
        }
    }

    private static let units = [
        "", "", "", "", "", "пять", "шесть", "семь", "восемь", "девять", "десять", "одиннадцать",
        "двенадцать", "тринадцать", "четырнадцать", "пятнадцать", "шестнадцать", "семнадцать",
        "восемнадцать", "девятнадцать",
    ]

    private static let tens: [[String]] = {
        let forms = { (word: String, oblique: String) in
            [word, oblique, oblique, word, oblique, oblique]
        }
        let double = { (first: String, oblique: String, instrumental: String) in
            let word = first + "десят"
            let other = oblique + "десяти"
            return [word, other, other, word, instrumental + "десятью", other]
        }
        return [
            ["двадцать", "двадцати", "двадцати", "двадцать", "двадцатью", "двадцати"],
            ["тридцать", "тридцати", "тридцати", "тридцать", "тридцатью", "тридцати"],
            forms("сорок", "сорока"), double("пять", "пяти", "пятью"),
            double("шесть", "шести", "шестью"), double("семь", "семи", "семью"),
            double("восемь", "восьми", "восемью"), forms("девяносто", "девяноста"),
        ]
    }()

    private static let hundreds: [[String]] =
        [
            ["сто", "ста", "ста", "сто", "ста", "ста"],
            ["двести", "двухсот", "двумстам", "двести", "двумястами", "двухстах"],
            ["триста", "трёхсот", "трёмстам", "триста", "тремястами", "трёхстах"],
            [
                "четыреста", "четырёхсот", "четырёмстам", "четыреста", "четырьмястами",
                "четырёхстах",
            ],
        ]
        + [
            ("пять", "пяти", "пятью"), ("шесть", "шести", "шестью"), ("семь", "семи", "семью"),
            ("восемь", "восьми", "восемью"), ("девять", "девяти", "девятью"),
        ].map { word, oblique, instrumental in
            [
                word + "сот", oblique + "сот", oblique + "стам", word + "сот",
                instrumental + "стами", oblique + "стах",
            ]
        }

    private static func stem(_ value: Int) -> String {
        switch value {
        case 1: "перв"
        case 2: "втор"
        case 4: "четвёрт"
        case 7: "седьм"
        case 8: "восьм"
        case 40: "сороков"
        case 90: "девяност"
        case 100: "сот"
        case 200...900: joined(cardinal(value / 100, .genitive)) + "сот"
        case 50...80: cardinal(value, .genitive).dropLast() + ""
        default: String(cardinal(value).dropLast())
        }
    }

    private static func adjective(
        _ stem: String, stressed: Bool, _ agreement: Agreement, _ grammatical: RussianCase
    ) -> String {
        let endings =
            switch agreement {
            case .masculine:
                [stressed ? "ой" : "ый", "ого", "ому", stressed ? "ой" : "ый", "ым", "ом"]
            case .feminine: ["ая", "ой", "ой", "ую", "ой", "ой"]
            case .neuter: ["ое", "ого", "ому", "ое", "ым", "ом"]
            case .plural: ["ые", "ых", "ым", "ые", "ыми", "ых"]
            }
        return stem + endings[grammatical.rawValue]
    }

    private static func third(_ agreement: Agreement, _ grammatical: RussianCase) -> String {
        let endings =
            switch agreement {
            case .masculine: ["ий", "ьего", "ьему", "ий", "ьим", "ьем"]
            case .feminine: ["ья", "ьей", "ьей", "ью", "ьей", "ьей"]
            case .neuter: ["ье", "ьего", "ьему", "ье", "ьим", "ьем"]
            case .plural: ["ьи", "ьих", "ьим", "ьи", "ьими", "ьих"]
            }
        return "трет" + endings[grammatical.rawValue]
    }
}
