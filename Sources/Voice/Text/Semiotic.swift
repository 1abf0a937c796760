import AvatarTypes

/// Something written that is not said as it is written: a number, a date, a price, an address.
///
/// What it *is* does not depend on the language; how it is said does, and is found in `EnglishReader`,
/// `RussianReader` and `JapaneseReader`.
///
/// - Source: the classes of Sproat et al., "Normalization of non-standard words", 2001.
enum Semiotic: Equatable {
    /// One amount, or two as in "5–10 km".
    case quantity([Amount], Scale?, Thing)
    /// "1st", "2-го", "第3".
    case ordinal(Int, suffix: String)
    /// "#5", "№ 5".
    case numbered(Int)
    case fraction(whole: Int?, Int, Int)
    /// A year by its place in the sentence; `noun` is the Russian word that was written after it.
    case year(Int, noun: String)
    /// "1990s", "90-е".
    case decade(Int, suffix: String)
    case date(year: Int?, month: Int, day: Int?)
    case time(hour: Int, minute: Int, second: Int?, half: HalfDay?)
    /// Groups that are read digit by digit: telephones.
    case digits([String])
    /// "1.2.3".
    case version([Int])
    /// The host of a web address.
    case address(String)
    case email(String)
    /// Read by the letters' names.
    case letters(String)
    /// Said with these words, in the language of the text.
    case phrase(String)
    /// Not said.
    case nothing
}

enum HalfDay: Equatable { case morning, afternoon }

/// A number as it was written, without its separators.
struct Amount: Equatable {
    var isNegative = false
    /// Digits before the point; at least one.
    var whole: String
    /// Digits after it; may be empty.
    var fraction = ""

    init(isNegative: Bool = false, whole: String, fraction: String = "") {
        self.isNegative = isNegative
        self.whole = whole
        self.fraction = fraction
    }

    init(_ value: Int) { whole = String(value) }

    /// Up to 15 digits: what has a name in every language. Longer ones are read digit by digit.
    var value: Int? { whole.count <= 15 ? Int(whole) : nil }

    /// A code rather than a count, as in "007" or a card's number.
    var isCode: Bool { value == nil || whole.count > 1 && whole.hasPrefix("0") }
}

/// What is counted.
enum Thing: Equatable {
    case nothing
    case unit(Unit)
    case currency(Currency)
    /// A Japanese counter, as it is written.
    case counter(String)
}

/// A word that multiplies: "3 million", "3 млн", "3k".
enum Scale: Int, CaseIterable {
    case thousand = 1_000
    case million = 1_000_000
    case billion = 1_000_000_000
    case trillion = 1_000_000_000_000
}

enum Currency: CaseIterable {
    case dollar, euro, pound, yen, rouble, hryvnia, yuan, won, rupee, bitcoin

    /// Signs and codes, wherever they stand.
    static let signs: [(String, Currency)] = [
        ("$", .dollar), ("US$", .dollar), ("USD", .dollar), ("€", .euro), ("EUR", .euro),
        ("£", .pound), ("GBP", .pound), ("¥", .yen), ("JPY", .yen), ("円", .yen), ("₽", .rouble),
        ("RUB", .rouble), ("₴", .hryvnia), ("UAH", .hryvnia), ("CNY", .yuan), ("₩", .won),
        ("₹", .rupee), ("₿", .bitcoin), ("BTC", .bitcoin), ("руб.", .rouble), ("руб", .rouble),
        ("р.", .rouble), ("ドル", .dollar), ("ユーロ", .euro), ("долл.", .dollar),
    ].sorted { $0.0.count > $1.0.count }

    /// Hundredths are a coin of their own.
    var hasCoins: Bool {
        switch self {
        case .dollar, .euro, .pound, .rouble, .hryvnia: true
        default: false
        }
    }
}

enum Unit: CaseIterable {
    case millimetre, centimetre, metre, kilometre, inch, foot, mile
    case milligram, gram, kilogram, tonne, pound
    case millilitre, litre
    case millisecond, second, minute, hour
    case kilometreAnHour, metreASecond, mileAnHour
    case degree, celsius, fahrenheit, percent
    case byte, kilobyte, megabyte, gigabyte, terabyte, megabitASecond, megabyteASecond
    case hertz, kilohertz, megahertz, gigahertz, watt, kilowatt, volt, kilocalorie, pixel
    case squareMetre, squareKilometre, cubicMetre

    /// Longest first, so that "km/h" is not "km".
    static let symbols: [(String, Unit)] = [
        ("mm", .millimetre), ("мм", .millimetre), ("cm", .centimetre), ("см", .centimetre),
        ("m", .metre), ("м", .metre), ("km", .kilometre), ("км", .kilometre), ("in", .inch),
        ("ft", .foot), ("mi", .mile), ("mg", .milligram), ("мг", .milligram), ("g", .gram),
        ("г", .gram), ("гр", .gram), ("kg", .kilogram), ("кг", .kilogram), ("т", .tonne),
        ("lb", .pound), ("lbs", .pound), ("ml", .millilitre), ("мл", .millilitre), ("l", .litre),
        ("L", .litre), ("л", .litre), ("ms", .millisecond), ("мс", .millisecond), ("s", .second),
        ("sec", .second), ("с", .second), ("сек", .second), ("сек.", .second), ("min", .minute),
        ("мин", .minute), ("мин.", .minute), ("h", .hour), ("hr", .hour), ("hrs", .hour),
        ("ч", .hour), ("ч.", .hour), ("km/h", .kilometreAnHour), ("kph", .kilometreAnHour),
        ("км/ч", .kilometreAnHour), ("m/s", .metreASecond), ("м/с", .metreASecond),
        ("mph", .mileAnHour), ("°", .degree), ("°C", .celsius), ("°С", .celsius), ("℃", .celsius),
        ("°F", .fahrenheit), ("%", .percent), ("B", .byte), ("KB", .kilobyte), ("kB", .kilobyte),
        ("КБ", .kilobyte), ("MB", .megabyte), ("МБ", .megabyte), ("GB", .gigabyte),
        ("ГБ", .gigabyte), ("TB", .terabyte), ("ТБ", .terabyte), ("Mbps", .megabitASecond),
        ("Mbit/s", .megabitASecond), ("Мбит/с", .megabitASecond), ("MB/s", .megabyteASecond),
        ("МБ/с", .megabyteASecond), ("Hz", .hertz), ("Гц", .hertz), ("kHz", .kilohertz),
        ("кГц", .kilohertz), ("MHz", .megahertz), ("МГц", .megahertz), ("GHz", .gigahertz),
        ("ГГц", .gigahertz), ("W", .watt), ("Вт", .watt), ("kW", .kilowatt), ("кВт", .kilowatt),
        ("V", .volt), ("kcal", .kilocalorie), ("ккал", .kilocalorie), ("px", .pixel),
        ("m²", .squareMetre), ("м²", .squareMetre), ("km²", .squareKilometre),
        ("км²", .squareKilometre), ("m³", .cubicMetre), ("м³", .cubicMetre), ("㎏", .kilogram),
        ("㎞", .kilometre), ("㎝", .centimetre), ("㎡", .squareMetre),
    ].sorted { $0.0.count > $1.0.count }
}
