/// Russian's six cases, in the order of the tables.
enum RussianCase: Int {
    case nominative, genitive, dative, accusative, instrumental, prepositional
}

enum RussianGender { case masculine, feminine, neuter }

/// A countable Russian noun with its forms.
struct RussianNoun: Sendable {
    let gender: RussianGender
    /// By `RussianCase`.
    private let singular: [String]
    private let plural: [String]
    /// Said after it, the same in every case: "в час".
    private let tail: String

    /// Declines by the regular patterns of inanimate nouns.
    ///
    /// - Parameter genitive: the genitive plural where it is not regular.
    init(_ word: String, genitive: String? = nil, tail: String = "") {
        let stem = String(word.dropLast())
        let isHard = !"гкхжчшщ".contains(stem.last ?? " ")
        self.tail = tail.isEmpty ? "" : " " + tail
        switch word.last {
        case "о" where genitive == word:  // does not decline
            gender = .masculine
            singular = Array(repeating: word, count: 6)
            plural = singular
        case "а":
            gender = .feminine
            let i = isHard ? "ы" : "и"
            singular = [word, stem + i, stem + "е", stem + "у", stem + "ой", stem + "е"]
            plural =
                [stem + i, genitive ?? stem, stem + "ам", stem + i, stem + "ами", stem + "ах"]
        case "я":
            gender = .feminine
            singular = [word, stem + "и", stem + "е", stem + "ю", stem + "ей", stem + "е"]
            plural = [
                stem + "и", genitive ?? stem + "ь", stem + "ям", stem + "и", stem + "ями",
                stem + "ях",
            ]
        case "ь":
            gender = .masculine
            singular = [word, stem + "я", stem + "ю", word, stem + "ём", stem + "е"]
            plural = [
                stem + "и", genitive ?? stem + "ей", stem + "ям", stem + "и", stem + "ями",
                stem + "ях",
            ]
        default:
            gender = .masculine
            let i = "гкхжчшщ".contains(word.last ?? " ") ? "и" : "ы"
            singular = [word, word + "а", word + "у", word, word + "ом", word + "е"]
            plural = [
                word + i, genitive ?? word + "ов", word + "ам", word + i, word + "ами",
                word + "ах",
            ]
        }
    }

    /// The form that goes with a count: "один рубль, два рубля, пять рублей, пяти рублям".
    func counted(by value: Int, in grammatical: RussianCase) -> String {
        let isOne = value % 10 == 1 && value % 100 != 11
        let isFew = (2...4).contains(value % 10) && !(12...14).contains(value % 100)
        let direct = grammatical == .nominative || grammatical == .accusative
        if isOne { return singular[grammatical.rawValue] + tail }
        if direct, isFew { return singular[RussianCase.genitive.rawValue] + tail }
        return plural[(direct ? .genitive : grammatical).rawValue] + tail
    }

    /// What a fraction governs: "три целых пять десятых рубля".
    var ofFraction: String { singular[RussianCase.genitive.rawValue] + tail }

    /// What thousands and millions govern: "пять миллионов рублей".
    var ofScale: String { plural[RussianCase.genitive.rawValue] + tail }
}

extension Unit {
    var russian: RussianNoun { Self.russianNouns[self] ?? RussianNoun("штука") }

    private static let russianNouns: [Unit: RussianNoun] = [
        .millimetre: .init("миллиметр"), .centimetre: .init("сантиметр"), .metre: .init("метр"),
        .kilometre: .init("километр"), .inch: .init("дюйм"), .foot: .init("фут"),
        .mile: .init("миля"), .milligram: .init("миллиграмм"), .gram: .init("грамм"),
        .kilogram: .init("килограмм"), .tonne: .init("тонна"), .pound: .init("фунт"),
        .millilitre: .init("миллилитр"), .litre: .init("литр"),
        .millisecond: .init("миллисекунда"), .second: .init("секунда"), .minute: .init("минута"),
        .hour: .init("час"), .kilometreAnHour: .init("километр", tail: "в час"),
        .metreASecond: .init("метр", tail: "в секунду"), .mileAnHour: .init("миля", tail: "в час"),
        .degree: .init("градус"), .celsius: .init("градус", tail: "Цельсия"),
        .fahrenheit: .init("градус", tail: "Фаренгейта"), .percent: .init("процент"),
        .byte: .init("байт", genitive: "байт"), .kilobyte: .init("килобайт", genitive: "килобайт"),
        .megabyte: .init("мегабайт", genitive: "мегабайт"),
        .gigabyte: .init("гигабайт", genitive: "гигабайт"),
        .terabyte: .init("терабайт", genitive: "терабайт"),
        .megabitASecond: .init("мегабит", genitive: "мегабит", tail: "в секунду"),
        .megabyteASecond: .init("мегабайт", genitive: "мегабайт", tail: "в секунду"),
        .hertz: .init("герц", genitive: "герц"),
        .kilohertz: .init("килогерц", genitive: "килогерц"),
        .megahertz: .init("мегагерц", genitive: "мегагерц"),
        .gigahertz: .init("гигагерц", genitive: "гигагерц"),
        .watt: .init("ватт", genitive: "ватт"), .kilowatt: .init("киловатт", genitive: "киловатт"),
        .volt: .init("вольт", genitive: "вольт"),
        .kilocalorie: .init("килокалория", genitive: "килокалорий"),
        .pixel: .init("пиксель"), .squareMetre: .init("метр", tail: "в квадрате"),
        .squareKilometre: .init("километр", tail: "в квадрате"),
        .cubicMetre: .init("метр", tail: "в кубе"),
    ]
}

extension Currency {
    var russian: RussianNoun {
        switch self {
        case .dollar: RussianNoun("доллар")
        case .euro: RussianNoun("евро", genitive: "евро")
        case .pound: RussianNoun("фунт")
        case .yen: RussianNoun("иена")
        case .rouble: RussianNoun("рубль")
        case .hryvnia: RussianNoun("гривна", genitive: "гривен")
        case .yuan: RussianNoun("юань")
        case .won: RussianNoun("вона")
        case .rupee: RussianNoun("рупия", genitive: "рупий")
        case .bitcoin: RussianNoun("биткоин")
        }
    }

    var russianCoin: RussianNoun {
        switch self {
        case .rouble, .hryvnia: RussianNoun("копейка", genitive: "копеек")
        case .pound: RussianNoun("пенс")
        default: RussianNoun("цент")
        }
    }
}

extension Scale {
    var russian: RussianNoun {
        switch self {
        case .thousand: RussianNoun("тысяча")
        case .million: RussianNoun("миллион")
        case .billion: RussianNoun("миллиард")
        case .trillion: RussianNoun("триллион")
        }
    }
}
