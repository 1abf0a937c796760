import Testing

@testable import Voice

@Suite struct MoraTests {
    private func beats(_ kana: String) -> String {
        Mora.morae(of: kana).map { mora in
            switch mora.kind {
            case .open(let consonant, let vowel):
                consonant + (mora.isWhispered ? "(\(vowel))" : "\(vowel)")
            case .nasal: "N"
            case .closure: "Q"
            case .length: "-"
            }
        }.joined(separator: " ")
    }

    @Test(arguments: [
        ("サクラ", "sa ku ra"), ("キョー", "kyo -"), ("ガッコー", "ga Q ko -"), ("シンブン", "shi N bu N"),
        ("チェス", "che su"), ("ファイル", "fa i ru"), ("パーティー", "pa - ti -"), ("ウィキ", "wi ki"),
        ("デス’", "de s(u)"), ("じゅんび", "ju N bi"), ("ヴァイオリン", "va i o ri N"), ("ヲ", "o"), ("…", ""),
    ])
    func `kana are beats`(kana: String, expected: String) {
        #expect(beats(kana) == expected)
    }
}
