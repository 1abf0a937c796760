import AvatarTypes
import Testing

@testable import Voice

@Suite struct CharacterVoiceTests {
    private func line(_ text: String, _ language: Language) async throws -> SpokenLine {
        try await CharacterVoice().speak(Utterance(text: text, language: language))
    }

    private static let texts: [(Language, String)] = [
        (.english, "People, pay up: baby Bob's bill is $5."),
        (.russian, "Папа попал в аптеку, а мама — в GitHub."),
        (.japanese, "部屋で3本のペンを見ました。"),
    ]

    @Test func `the same utterance is the same bytes whatever was said before`() async throws {
        let voice = try CharacterVoice()
        var first: [SpokenLine] = []
        for (language, text) in Self.texts {
            first.append(try await voice.speak(Utterance(text: text, language: language)))
        }
        for index in [2, 0, 1, 1] {
            let (language, text) = Self.texts[index]
            let isSame =
                try await voice.speak(Utterance(text: text, language: language)) == first[index]
            #expect(isSame, "\(text)")
            let isSameElsewhere = try await line(text, language) == first[index]
            #expect(isSameElsewhere, "\(text)")
        }
    }

    @Test(arguments: texts)
    func `lips are closed 35 ms for every p, b and m`(
        language: Language, text: String
    ) async throws {
        let line = try await line(text, language)
        let closures = line.visemes.spans.filter { $0.value == .PP }
        #expect(closures.count >= 4)
        for closure in closures {
            #expect(closure.duration >= .milliseconds(35), "\(closure.start)")
        }
    }

    @Test func `a closed p is silent until its burst`() async throws {
        let line = try await line("Happy puppets repeat: people pay up, Pete.", .english)
        let closures = line.visemes.spans.filter { $0.value == .PP }
        #expect(closures.count >= 8)
        for closure in closures {
            let middle =
                (closure.start.samples(rate: sampleRate) + closure.end.samples(rate: sampleRate))
                / 2
            #expect(line.audio.loudness(of: middle - 240..<middle + 480) < 0.08, "\(closure.start)")
        }
    }

    @Test(arguments: [
        (
            Language.english, "It's 3 o'clock, isn't it?", ["It's", "3", "o'clock", "isn't", "it"]
        ),
        (.russian, "Ну, «привет», друг 🙂!", ["Ну", "привет", "друг"]),
        (.russian, "Я пошёл в 2024 году", ["Я", "пошёл", "в", "2024 году"]),
        (.japanese, "猫は眠る。", ["猫", "は", "眠る"]),
    ])
    func `words know their characters in the text as it was written`(
        language: Language, text: String, words: [String]
    ) async throws {
        let line = try await line(text, language)
        #expect(line.words.spans.map(\.value.text) == words)
        for word in line.words.spans {
            #expect(String(Array(text)[word.value.range]) == word.value.text)
        }
        #expect(line.words.end <= line.audio.duration)
        #expect(line.visemes.end <= line.audio.duration)
    }

    @Test(arguments: ["", "🙂🙂", "...", "```let x = 1```"])
    func `what cannot be said is an empty line`(text: String) async throws {
        #expect(try await line(text, .russian).audio.samples.isEmpty)
    }

    @Test func `a soft consonant of Russian leans towards i, and a hard one does not`() throws {
        func tint(_ text: String) throws -> String? {
            let run = SpeakableText(text, language: .russian).runs[0]
            let sounds = try PhonemicProsody(run).prosody().sounds
            #expect(sounds.map(\.name) == ["l", "uw", "k"])
            return sounds.first?.tint?.name
        }
        try startEspeak()
        #expect(try tint("лук") == nil)
        #expect(try tint("люк") == "y")
    }

    @Test func `a word of two syllables knows which is stressed`() throws {
        try startEspeak()
        let run = SpeakableText("замок замо́к", language: .russian).runs[0]
        let words = try PhonemicProsody(run).prosody().phrases.flatMap(\.words)
        #expect(words.count == 2)
        #expect(words[1].syllables.map(\.isStressed) == [false, true])
    }
}
