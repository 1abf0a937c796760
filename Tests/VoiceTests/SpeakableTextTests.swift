import AvatarTypes
import Testing

@testable import Voice

@Suite struct SpeakableTextTests {
    /// What is said, run by run, spaces as a reader would see them.
    private func said(_ text: String, _ language: Language = .english) -> [String] {
        SpeakableText(text, language: language).runs.map { run in
            let scalars = run.scalars.reduce(into: String.UnicodeScalarView()) { $0.append($1) }
            return String(scalars).split(separator: " ").joined(separator: " ")
        }
    }

    @Test(arguments: [
        ("I am so happy 🙂🎉 today", "I am so happy today"),
        ("Thumbs 👍🏽 and flags 🇯🇵 and families 👩‍👩‍👧 are seen", "Thumbs and flags and families are seen"),
        ("A heart ❤️ of ⭐ gold", "A heart of gold"),
    ])
    func `emoji are dropped`(text: String, expected: String) {
        #expect(said(text) == [expected])
    }

    @Test(arguments: [
        ("**Bold**, _soft_ and `code`", "Bold , soft and code"),
        ("# A title\n- one\n- two", "A title, one, two"),
        ("> quoted\n\n| a | b |", "quoted, a b"),
        ("Run this: ```let x = 1\nprint(x)``` and see", "Run this: and see"),
        ("A fence that stays open ```rm -r", "A fence that stays open"),
    ])
    func `markdown's marks and fenced code are dropped`(text: String, expected: String) {
        #expect(said(text) == [expected])
    }

    @Test func `the words for an address stand for the whole of it`() throws {
        let text = "See https://example.org/a?b=1, then rest."
        let run = try #require(SpeakableText(text, language: .english).runs.first)
        let host = zip(run.scalars, run.characters).filter { $0.1.count > 1 }
        let characters = Array(text)
        #expect(host.allSatisfy { String(characters[$0.1]) == "https://example.org/a?b=1" })
        #expect(host.map { String($0.0) }.joined() == " example dot org ")
    }

    @Test func `the sign of a name is not spoken`() {
        #expect(said("Hello @anna") == ["Hello anna"])
    }

    @Test(arguments: [
        (Language.russian, "Это слово 漢字 по-японски", "Это слово по-японски"),
        (.english, "The sign 猫 means cat", "The sign means cat"),
    ])
    func `kanji are dropped where there is no dictionary`(
        language: Language, text: String, expected: String
    ) {
        #expect(said(text, language) == [expected])
    }

    @Test func `a foreign script is a run of its own language`() {
        let runs = SpeakableText("Say привет and こんにちは now", language: .english).runs
        #expect(runs.map(\.language) == [.english, .russian, .english, .japanese, .english])
        #expect(said("Say привет now") == ["Say", "привет", "now"])
    }

    @Test func `Latin words in Russian stay in the Russian run`() {
        let runs = SpeakableText("Я люблю Swift и GitHub.", language: .russian).runs
        #expect(runs.map(\.language) == [.russian])
    }

    @Test func `every spoken scalar knows the character it was written as`() {
        let text = "Ё́ж 🙂 said **hi** to Ёлка"
        let characters = Array(text)
        for run in SpeakableText(text, language: .english).runs {
            #expect(run.scalars.count == run.characters.count)
            for (scalar, range) in zip(run.scalars, run.characters) where scalar != " " {
                let written = characters[range].flatMap(\.unicodeScalars)
                #expect(written.contains(scalar))
            }
        }
    }

    @Test(arguments: ["", " \n", "🙂", "...!?", "漢字", "```x```", "\u{0}\u{200B}", "@#*_"])
    func `what has no words has no runs`(text: String) {
        #expect(said(text).isEmpty)
    }

    @Test func `a long clause gets a comma at a space, or within where there is none`() {
        let words = said(String(repeating: "seven ", count: 40))[0]
        #expect(words.split(separator: ",").count == 3)
        #expect(words.split(separator: ",").allSatisfy { $0.hasSuffix("seven") })
        let kana = said(String(repeating: "な", count: 250), .japanese)[0]
        #expect(kana.split(separator: ",").allSatisfy { $0.count <= 101 })
        let clauses = String(repeating: "one two three, ", count: 30)
        #expect(said(clauses)[0] == clauses.dropLast())
    }

    @Test func `a long text ends at a space before the limit`() throws {
        let text = String(repeating: "seventen ", count: 300)
        let run = try #require(SpeakableText(text, language: .english).runs.first)
        let end = try #require(run.characters.last?.upperBound)
        #expect(end <= SpeakableText.longest && end > SpeakableText.longest - 10)
        #expect(said(text)[0].hasSuffix("seventen"))
    }
}
