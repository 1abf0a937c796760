/// Numbers in Japanese, in kana.
enum JapaneseNumbers {
    static func cardinal(_ value: Int) -> String {
        guard value > 0 else { return "ゼロ" }
        var words = ""
        var rest = value
        for (size, name) in [(1_000_000_000_000, "ちょう"), (100_000_000, "おく"), (10_000, "まん")]
        where rest >= size {
            var count = thousands(rest / size)
            if name == "ちょう" { count = doubled(count, ["いち", "はち", "じゅう"]) }
            words += count + name
            rest %= size
        }
        return words + thousands(rest)
    }

    /// What stands before a counter, whose first sound may double or change it: "さんびき" of "ひき".
    static func counted(_ value: Int, _ counter: JapaneseCounter) -> String {
        if let whole = counter.irregular[value] { return whole }
        if counter.usesNativeDays, let day = nativeDay(value) { return day }
        let last = value % 10
        var number = cardinal(value)
        var name = counter.name
        if let short = counter.shortDigits[last], last > 0 {
            for long in ["よん", "なな", "きゅう"] where number.hasSuffix(long) {
                number = number.dropLast(long.count) + short
            }
        }
        let ends = { (sound: String) in number.hasSuffix(sound) }
        switch counter.sound {
        case .plain: break
        case .k, .s, .t, .h, .p:
            var doubling = ["いち", "はち", "じゅう"]
            if [.k, .h, .p].contains(counter.sound) { doubling += ["ろく", "ひゃく"] }
            let isDoubled = doubling.contains(where: ends)
            number = doubled(number, doubling)
            if counter.sound == .h || counter.sound == .p {
                if isDoubled { name = voiced(name, half: true) }
                if ends("さん") || ends("せん") || ends("まん") {
                    name = voiced(name, half: counter.sound == .p)
                }
                if counter.sound == .p, ends("よん") { name = voiced(name, half: true) }
            }
            if counter.voicesAfterThree, ends("さん") { name = voiced(name, half: false) }
        }
        return number + name
    }

    static func digits(_ text: String, zero: String = "ゼロ") -> String {
        text.compactMap(\.wholeNumberValue).map { $0 == 0 ? zero : units[$0] }.joined()
    }

    private static func nativeDay(_ value: Int) -> String? {
        [
            1: "ついたち", 2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか", 7: "なのか",
            8: "ようか", 9: "ここのか", 10: "とおか", 14: "じゅうよっか", 20: "はつか", 24: "にじゅうよっか",
        ][value]
    }

    private static func thousands(_ value: Int) -> String {
        var words = ""
        let (thousand, hundred, ten, one) = (
            value / 1000, value / 100 % 10, value / 10 % 10, value % 10
        )
        switch thousand {
        case 0: break
        case 1: words += "せん"
        case 3: words += "さんぜん"
        case 8: words += "はっせん"
        default: words += units[thousand] + "せん"
        }
        switch hundred {
        case 0: break
        case 1: words += "ひゃく"
        case 3: words += "さんびゃく"
        case 6: words += "ろっぴゃく"
        case 8: words += "はっぴゃく"
        default: words += units[hundred] + "ひゃく"
        }
        if ten > 0 { words += (ten == 1 ? "" : units[ten]) + "じゅう" }
        return words + (one == 0 ? "" : units[one])
    }

    /// Turns the last sound into a short stop: "いち" to "いっ", "じゅう" to "じゅっ".
    private static func doubled(_ number: String, _ endings: [String]) -> String {
        guard endings.contains(where: { number.hasSuffix($0) }) else { return number }
        return number.dropLast() + "っ"
    }

    private static func voiced(_ name: String, half: Bool) -> String {
        guard let first = name.first else { return name }
        let table: [Character: (full: Character, half: Character)] = [
            "は": ("ば", "ぱ"), "ひ": ("び", "ぴ"), "ふ": ("ぶ", "ぷ"), "へ": ("べ", "ぺ"),
            "ほ": ("ぼ", "ぽ"), "か": ("が", "が"), "け": ("げ", "げ"), "そ": ("ぞ", "ぞ"),
        ]
        guard let change = table[first] else { return name }
        return String(half ? change.half : change.full) + name.dropFirst()
    }

    private static let units = [
        "ゼロ", "いち", "に", "さん", "よん", "ご", "ろく", "なな", "はち", "きゅう",
    ]
}

/// A Japanese counter: how it sounds, and what it does to the number before it.
struct JapaneseCounter {
    /// The first sound; voiceless ones double some numbers.
    enum Sound { case plain, k, s, t, h, p }

    var name: String
    var sound = Sound.plain
    var voicesAfterThree = false
    /// "よ", "しち" and "く" where the counter wants them.
    var shortDigits: [Int: String] = [:]
    var irregular: [Int: String] = [:]
    var usesNativeDays = false

    /// Longest first where one begins with another.
    static let all: [(written: String, counter: JapaneseCounter)] = {
        let things = [
            "ひとつ", "ふたつ", "みっつ", "よっつ", "いつつ", "むっつ", "ななつ", "やっつ", "ここのつ",
        ]
        let months = [4: "し", 7: "しち", 9: "く"]
        let table: [(String, JapaneseCounter)] = [
            (
                "つ",
                .init(
                    name: "つ",
                    irregular: Dictionary(uniqueKeysWithValues: zip(1...9, things)))
            ),
            ("人", .init(name: "にん", shortDigits: [4: "よ"], irregular: [1: "ひとり", 2: "ふたり"])),
            ("名", .init(name: "めい")), ("本", .init(name: "ほん", sound: .h)),
            ("匹", .init(name: "ひき", sound: .h)), ("杯", .init(name: "はい", sound: .h)),
            ("回", .init(name: "かい", sound: .k)), ("個", .init(name: "こ", sound: .k)),
            ("階", .init(name: "かい", sound: .k, voicesAfterThree: true)),
            ("軒", .init(name: "けん", sound: .k, voicesAfterThree: true)),
            ("曲", .init(name: "きょく", sound: .k)), ("件", .init(name: "けん", sound: .k)),
            ("歳", .init(name: "さい", sound: .s, irregular: [20: "はたち"])),
            ("才", .init(name: "さい", sound: .s, irregular: [20: "はたち"])),
            ("冊", .init(name: "さつ", sound: .s)), ("章", .init(name: "しょう", sound: .s)),
            ("週間", .init(name: "しゅうかん", sound: .s)), ("世紀", .init(name: "せいき", sound: .s)),
            ("足", .init(name: "そく", sound: .s, voicesAfterThree: true)),
            ("頭", .init(name: "とう", sound: .t)), ("点", .init(name: "てん", sound: .t)),
            ("枚", .init(name: "まい")), ("台", .init(name: "だい")), ("番目", .init(name: "ばんめ")),
            ("番", .init(name: "ばん")), ("号", .init(name: "ごう")), ("度", .init(name: "ど")),
            ("倍", .init(name: "ばい")), ("割", .init(name: "わり")), ("行", .init(name: "ぎょう")),
            ("話", .init(name: "わ")), ("位", .init(name: "い")), ("問", .init(name: "もん")),
            ("円", .init(name: "えん", shortDigits: [4: "よ"])),
            ("年間", .init(name: "ねんかん", shortDigits: [4: "よ"])),
            ("年生", .init(name: "ねんせい", shortDigits: [4: "よ"])),
            ("年", .init(name: "ねん", shortDigits: [4: "よ"])),
            ("か月", .init(name: "かげつ", sound: .k)), ("ヶ月", .init(name: "かげつ", sound: .k)),
            ("カ月", .init(name: "かげつ", sound: .k)), ("ヶ国", .init(name: "かこく", sound: .k)),
            ("月", .init(name: "がつ", shortDigits: months)),
            (
                "日間",
                .init(
                    name: "にちかん",
                    irregular: [
                        2: "ふつかかん", 3: "みっかかん", 4: "よっかかん", 5: "いつかかん", 6: "むいかかん",
                        7: "なのかかん", 8: "ようかかん", 9: "ここのかかん", 10: "とおかかん",
                    ])
            ),
            ("日", .init(name: "にち", shortDigits: [7: "しち", 9: "く"], usesNativeDays: true)),
            ("時間", .init(name: "じかん", shortDigits: [4: "よ", 7: "しち", 9: "く"])),
            ("時半", .init(name: "じはん", shortDigits: [4: "よ", 7: "しち", 9: "く"])),
            ("時", .init(name: "じ", shortDigits: [4: "よ", 7: "しち", 9: "く"])),
            ("分間", .init(name: "ふんかん", sound: .p)), ("分", .init(name: "ふん", sound: .p)),
            ("秒", .init(name: "びょう")), ("ページ", .init(name: "ページ")),
            ("パーセント", .init(name: "パーセント", sound: .plain)), ("キロ", .init(name: "キロ", sound: .k)),
            ("メートル", .init(name: "メートル")), ("グラム", .init(name: "グラム")),
            ("リットル", .init(name: "リットル")), ("センチ", .init(name: "センチ", sound: .s)),
            ("ドル", .init(name: "ドル")), ("ユーロ", .init(name: "ユーロ")),
        ]
        return table.map { (written: $0.0, counter: $0.1) }
            .sorted { $0.written.count > $1.written.count }
    }()
}
