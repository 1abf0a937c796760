/// Says in Japanese, in kana, what a text writes in signs.
struct JapaneseReader: SemioticReader {
    func words(for semiotic: Semiotic, before: String, after: String) -> String {
        switch semiotic {
        case .quantity(let amounts, let scale, let thing): quantity(amounts, scale, thing)
        case .ordinal(let value, let counter):
            "だい"
                + (Self.counter(counter).map { JapaneseNumbers.counted(value, $0) }
                    ?? JapaneseNumbers.cardinal(value))
        case .numbered(let value): "ナンバー" + JapaneseNumbers.cardinal(value)
        case .fraction(let whole, let top, let bottom):
            (whole.map { JapaneseNumbers.cardinal($0) + "と" } ?? "")
                + JapaneseNumbers.cardinal(bottom) + "ぶんの" + JapaneseNumbers.cardinal(top)
        case .year(let year, _): JapaneseNumbers.cardinal(year) + "ねん"
        case .decade(let decade, _): JapaneseNumbers.cardinal(decade) + "ねんだい"
        case .date(let year, let month, let day): date(year, month, day)
        case .time(let hour, let minute, let second, let half):
            time(hour, minute, second, half)
        case .digits(let groups): groups.map { JapaneseNumbers.digits($0) }.joined(separator: "の、")
        case .version(let parts): parts.map(JapaneseNumbers.cardinal).joined(separator: "てん")
        case .address(let host): host.replacing(".", with: " ドット ").replacing("-", with: " ハイフン ")
        case .email(let address):
            address.replacing("@", with: " アット ").replacing(".", with: " ドット ")
                .replacing("_", with: " アンダーバー ")
        case .letters(let letters): letters.map { Self.letters[$0] ?? String($0) }.joined()
        case .phrase(let words): words
        case .nothing: ""
        }
    }

    private func quantity(_ amounts: [Amount], _ scale: Scale?, _ thing: Thing) -> String {
        let first = amounts.dropLast().map { said($0) + "から" }.joined()
        guard let amount = amounts.last else { return "" }
        let sign = amount.isNegative ? "マイナス" : ""
        let factor = scale.map { Self.name(of: $0) } ?? ""
        let name: String
        switch thing {
        case .nothing: return first + said(amount) + factor
        case .counter(let written):
            guard let counter = Self.counter(written) else { return first + said(amount) + factor }
            if amount.fraction.isEmpty, !amount.isCode, scale == nil, let value = amount.value {
                return first + sign + JapaneseNumbers.counted(value, counter)
            }
            name = counter.name
        case .unit(let unit): name = Self.units[unit] ?? ""
        case .currency(let currency):
            if currency == .yen, amount.fraction.isEmpty, scale == nil, let value = amount.value,
                let counter = Self.counter("円")
            {
                return first + sign + JapaneseNumbers.counted(value, counter)
            }
            name = Self.name(of: currency)
        }
        if thing == .unit(.percent), amount.fraction.isEmpty, let value = amount.value,
            value % 10 == 0, value > 0, value % 100 != 0
        {
            return first + sign + JapaneseNumbers.cardinal(value).dropLast() + "っ" + name
        }
        return first + said(amount) + factor + name
    }

    private func said(_ amount: Amount) -> String {
        let sign = amount.isNegative ? "マイナス" : ""
        guard !amount.isCode, let value = amount.value else {
            return sign + JapaneseNumbers.digits(amount.whole)
                + (amount.fraction.isEmpty ? "" : "てん" + JapaneseNumbers.digits(amount.fraction))
        }
        if amount.fraction.isEmpty { return sign + JapaneseNumbers.cardinal(value) }
        var whole = value == 0 ? "れい" : JapaneseNumbers.cardinal(value)
        // "いってん", "はってん", "じゅってん"
        if ["いち", "はち", "じゅう"].contains(where: { whole.hasSuffix($0) }) {
            whole = whole.dropLast() + "っ"
        }
        return sign + whole + "てん" + JapaneseNumbers.digits(amount.fraction)
    }

    private func date(_ year: Int?, _ month: Int, _ day: Int?) -> String {
        var words = year.map { counted($0, "年") } ?? ""
        words += counted(month, "月")
        if let day { words += counted(day, "日") }
        return words
    }

    private func time(_ hour: Int, _ minute: Int, _ second: Int?, _ half: HalfDay?) -> String {
        var words = half == .morning ? "ごぜん" : half == .afternoon ? "ごご" : ""
        words += hour == 0 ? "れいじ" : counted(hour, "時")
        if minute > 0 || second != nil { words += counted(minute, "分") }
        if let second { words += counted(second, "秒") }
        return words
    }

    private func counted(_ value: Int, _ written: String) -> String {
        Self.counter(written).map { JapaneseNumbers.counted(value, $0) }
            ?? JapaneseNumbers.cardinal(value)
    }

    private static func counter(_ written: String) -> JapaneseCounter? {
        JapaneseCounter.all.first { $0.written == written }?.counter
    }

    private static func name(of scale: Scale) -> String {
        switch scale {
        case .thousand: "せん"
        case .million: "ひゃくまん"
        case .billion: "じゅうおく"
        case .trillion: "ちょう"
        }
    }

    private static func name(of currency: Currency) -> String {
        switch currency {
        case .dollar: "ドル"
        case .euro: "ユーロ"
        case .pound: "ポンド"
        case .yen: "えん"
        case .rouble: "ルーブル"
        case .hryvnia: "フリヴニャ"
        case .yuan: "げん"
        case .won: "ウォン"
        case .rupee: "ルピー"
        case .bitcoin: "ビットコイン"
        }
    }

    private static let units: [Unit: String] = [
        .millimetre: "ミリメートル", .centimetre: "センチメートル", .metre: "メートル",
        .kilometre: "キロメートル", .inch: "インチ", .foot: "フィート", .mile: "マイル",
        .milligram: "ミリグラム", .gram: "グラム", .kilogram: "キログラム", .tonne: "トン",
        .pound: "ポンド", .millilitre: "ミリリットル", .litre: "リットル", .millisecond: "ミリびょう",
        .second: "びょう", .minute: "ふん", .hour: "じかん", .kilometreAnHour: "キロメートルまいじ",
        .metreASecond: "メートルまいびょう", .mileAnHour: "マイルまいじ", .degree: "ど", .celsius: "ど",
        .fahrenheit: "ど", .percent: "パーセント", .byte: "バイト", .kilobyte: "キロバイト",
        .megabyte: "メガバイト", .gigabyte: "ギガバイト", .terabyte: "テラバイト",
        .megabitASecond: "メガビットまいびょう", .megabyteASecond: "メガバイトまいびょう",
        .hertz: "ヘルツ", .kilohertz: "キロヘルツ", .megahertz: "メガヘルツ", .gigahertz: "ギガヘルツ",
        .watt: "ワット", .kilowatt: "キロワット", .volt: "ボルト", .kilocalorie: "キロカロリー",
        .pixel: "ピクセル", .squareMetre: "へいほうメートル", .squareKilometre: "へいほうキロメートル",
        .cubicMetre: "りっぽうメートル",
    ]

    static let letters: [Character: String] = [
        "A": "エー", "B": "ビー", "C": "シー", "D": "ディー", "E": "イー", "F": "エフ", "G": "ジー",
        "H": "エイチ", "I": "アイ", "J": "ジェー", "K": "ケー", "L": "エル", "M": "エム", "N": "エヌ",
        "O": "オー", "P": "ピー", "Q": "キュー", "R": "アール", "S": "エス", "T": "ティー", "U": "ユー",
        "V": "ブイ", "W": "ダブリュー", "X": "エックス", "Y": "ワイ", "Z": "ゼット",
    ]
}
