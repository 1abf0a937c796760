import AvatarTypes
import Testing

@testable import Voice

@Suite struct JapaneseTests {
    private let dictionary: JapaneseDictionary

    init() throws {
        dictionary = try JapaneseDictionary()
    }

    private func words(_ text: String) -> [JapaneseDictionary.Word] {
        dictionary.words(of: Array(text.unicodeScalars))
    }

    @Test func `words know their reading and their place`() {
        let words = words("今日は 良い天気")
        #expect(words.map(\.reading) == ["キョー", "ワ", "ヨイ", "テンキ"])
        #expect(words.map(\.range) == [0..<2, 2..<3, 4..<6, 6..<8])
    }

    /// Falls as the accent dictionaries give them: 0 is none, else after which beat.
    @Test(arguments: [
        ("箸が", [1]), ("橋が", [2]), ("端が", [0]), ("行きます", [3]), ("東京都庁へ", [5]),
        ("私の猫", [0, 1]), ("とても楽しかった", [0, 3]), ("出発しました", [6]),
    ])
    func `words join under one accent`(text: String, falls: [Int]) {
        #expect(JapaneseAccent(words(text)).phrases.map(\.fall) == falls)
    }

    @Test(arguments: [
        (Language.japanese, "窓を開けました。", "マド を アケ ました。"),
        (.japanese, "3本の木", "さんぼん の キ"),
        (.russian, "Это 桜 и всё", "Это|サクラ|и всё"),
        (.english, "Say 今日は now", "Say|キョー は|now"),
    ])
    func `kanji are read where there is a dictionary`(
        language: Language, text: String, expected: String
    ) {
        let runs = SpeakableText(text, language: language, kanji: .read(dictionary)).runs
        let said = runs.map { run in
            String(String.UnicodeScalarView(run.scalars)).split(separator: " ")
                .joined(separator: " ")
        }.joined(separator: "|")
        #expect(said == expected)
    }

    @Test func `the melody of hashi tells chopsticks from a bridge`() {
        func heights(_ text: String) -> [Double] {
            let run = SpeakableText(text, language: .japanese, kanji: .kept).runs[0]
            return JapaneseProsody(run, dictionary: dictionary).prosody().sounds
                .filter(\.isVowel).compactMap { $0.pitch.map { ($0.start + $0.end) / 2 } }
        }
        let chopsticks = heights("箸が")
        let bridge = heights("橋が")
        #expect(chopsticks[0] > chopsticks[1])
        #expect(bridge[0] < bridge[1] && bridge[1] > bridge[2])
    }

    @Test func `a doubled consonant and a long vowel take a beat longer`() {
        func seconds(_ text: String) -> Double {
            let run = SpeakableText(text, language: .japanese, kanji: .kept).runs[0]
            return JapaneseProsody(run, dictionary: dictionary).prosody().sounds
                .reduce(0) { $0 + ($1.duration ?? 0) }
        }
        #expect(seconds("きって") - seconds("きて") > 0.08)
        #expect(seconds("おばあさん") - seconds("おばさん") > 0.08)
    }
}
