import AvatarTypes
import Testing

@testable import Voice

@Suite struct PhoneTests {
    @Test(arguments: [
        (Viseme.PP, "p b m"), (.FF, "f v ɸ β ʋ ɱ"), (.TH, "θ ð"), (.DD, "t d ʈ ɖ ɾ ɽ"),
        (.kk, "k g ɡ x ɣ χ h ɦ ç q ʔ"), (.CH, "ʃ ʒ ɕ ʑ ʂ ʐ tʃ dʒ tɕ dʑ"), (.SS, "s z ts dz"),
        (.nn, "n ŋ ɲ ɴ l ɭ ɫ ʎ"), (.RR, "ɹ ɻ ɚ ɝ ʁ"), (.aa, "a ɑ ä ʌ ɐ æ"), (.E, "e ɛ ə ɘ ɜ"),
        (.ih, "i ɪ ɨ y j ʲ"), (.oh, "o ɔ ɒ ɵ ø œ ɤ"), (.ou, "u ʊ ɯ ʉ w ʍ"),
    ])
    func `a sound of the phonetic alphabet has the mouth of its class`(
        viseme: Viseme, names: String
    ) {
        for name in names.split(separator: " ") {
            let shapes = Phone(name: String(name)).visemes(language: .english)
            #expect(shapes.map(\.viseme) == [viseme] && shapes.map(\.share) == [1], "\(name)")
        }
    }

    @Test(arguments: [
        ("aɪ", [Viseme.aa, .ih]), ("aʊ", [.aa, .ou]), ("eɪ", [.E, .ih]), ("oʊ", [.oh, .ou]),
        ("ɔɪ", [.oh, .ih]),
    ])
    func `a diphthong moves on after three fifths`(name: String, expected: [Viseme]) {
        let shapes = Phone(name: name).visemes(language: .english)
        #expect(shapes.map(\.viseme) == expected)
        #expect(shapes.map(\.share) == [0.6, 0.4])
    }

    @Test(arguments: [("ja", Viseme.aa), ("ju", .ou), ("jo", .oh)])
    func `a glide is shorter than its vowel`(name: String, vowel: Viseme) {
        let shapes = Phone(name: name).visemes(language: .russian)
        #expect(shapes.map(\.viseme) == [.ih, vowel])
        #expect(shapes.map(\.share) == [0.3, 0.7])
    }

    @Test(arguments: [(Language.english, Viseme.RR), (.russian, .DD), (.japanese, .DD)])
    func `r is a round one in English and a tap elsewhere`(language: Language, viseme: Viseme) {
        #expect(Phone(name: "r").visemes(language: language).map(\.viseme) == [viseme])
    }

    @Test func `length, palatal and stress marks change nothing about the mouth`() {
        for name in ["iː", "ˈi", "i̥"] {
            #expect(Phone(name: name).visemes(language: .english).map(\.viseme) == [.ih], "\(name)")
        }
    }

    @Test func `stops are the sounds that begin with a closure`() {
        for name in ["p", "b", "t", "d", "k", "ɡ", "tʃ", "dʒ", "ts", "tɕ"] {
            #expect(Phone(name: name).isStop, "\(name)")
        }
        for name in ["m", "n", "s", "f", "a", "ʃ", "r", "ʲ", "", "(en)"] {
            #expect(!Phone(name: name).isStop, "\(name)")
        }
        for name in ["p", "t", "k", "tʃ", "ts"] {
            #expect(Phone(name: name).isVoicelessStop, "\(name)")
        }
        #expect(!Phone(name: "b").isVoicelessStop && !Phone(name: "dʒ").isVoicelessStop)
    }

    @Test func `a switch of language is not a sound`() {
        #expect(Phone(name: "(en)").isMark)
        #expect(!Phone(name: "e").isMark)
    }
}
