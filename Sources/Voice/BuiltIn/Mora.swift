/// One beat of Japanese: a consonant and a vowel, or a nasal, a closure or the second half of a long vowel.
struct Mora: Equatable {
    enum Kind: Equatable {
        /// The consonant may be empty, the vowel is one of "aiueo"; "ky" is a consonant.
        case open(consonant: String, vowel: Character)
        /// ン
        case nasal
        /// ッ
        case closure
        /// ー
        case length
    }

    var kind: Kind
    /// Said without voice, as the last vowel of "です".
    var isWhispered = false

    /// The beats of a reading in kana; anything else is left out.
    static func morae(of reading: String) -> [Mora] {
        var result: [Mora] = []
        for scalar in reading.unicodeScalars {
            // Hiragana stands 0x60 before katakana.
            let isHiragana = (0x3041...0x3096).contains(scalar.value)
            let kana = Character(isHiragana ? Unicode.Scalar(scalar.value + 0x60)! : scalar)
            switch kana {
            case "ン": result.append(Mora(kind: .nasal))
            case "ッ": result.append(Mora(kind: .closure))
            case "ー": result.append(Mora(kind: .length))
            case "’": if !result.isEmpty { result[result.count - 1].isWhispered = true }
            default:
                if let small = small[kana], let last = result.last,
                    case .open(let consonant, let vowel) = last.kind
                {
                    result[result.count - 1] = joined(consonant, vowel, small)
                } else if let plain = table[kana] {
                    result.append(Mora(kind: .open(consonant: plain.0, vowel: plain.1)))
                }
            }
        }
        return result
    }

    /// "キ" and "ャ" are "kya", "シ" and "ェ" are "she", "フ" and "ァ" are "fa".
    private static func joined(
        _ consonant: String, _ vowel: Character, _ small: (glides: Bool, vowel: Character)
    ) -> Mora {
        var consonant = consonant
        if small.glides, !["sh", "ch", "j", "y"].contains(consonant) { consonant += "y" }
        if !small.glides, consonant.isEmpty { consonant = vowel == "i" ? "y" : "w" }
        return Mora(kind: .open(consonant: consonant, vowel: small.vowel))
    }

    private static let small: [Character: (glides: Bool, vowel: Character)] = [
        "ャ": (true, "a"), "ュ": (true, "u"), "ョ": (true, "o"), "ァ": (false, "a"),
        "ィ": (false, "i"), "ゥ": (false, "u"), "ェ": (false, "e"), "ォ": (false, "o"),
    ]

    private static let table: [Character: (String, Character)] = {
        let rows: [(String, String)] = [
            ("", "アイウエオ"), ("k", "カキクケコ"), ("g", "ガギグゲゴ"), ("s", "サ　スセソ"), ("sh", "　シ"),
            ("z", "ザ　ズゼゾ"), ("j", "　ジ"), ("t", "タ　　テト"), ("ch", "　チ"), ("ts", "　　ツ"),
            ("d", "ダ　　デド"), ("j", "　ヂ"), ("z", "　　ヅ"), ("n", "ナニヌネノ"), ("h", "ハヒ　ヘホ"),
            ("f", "　　フ"), ("b", "バビブベボ"), ("p", "パピプペポ"), ("m", "マミムメモ"), ("y", "ヤ　ユ　ヨ"),
            ("r", "ラリルレロ"), ("w", "ワ"), ("", "　　　　ヲ"), ("v", "　　ヴ"), ("", "　ヰ　ヱ"),
        ]
        var table: [Character: (String, Character)] = [:]
        for (consonant, kana) in rows {
            for (kana, vowel) in zip(kana, "aiueo") where kana != "　" {
                table[kana] = (consonant, vowel)
            }
        }
        return table
    }()
}
