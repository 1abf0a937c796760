import AvatarTypes
import Glibc
import Testing

@testable import Voice

@Suite struct EspeakSynthesizerTests {
    private func line(
        _ text: String, _ language: Language = .english, _ emotion: Emotion = .neutral,
        voice: String? = nil
    ) async throws -> SpokenLine {
        try await EspeakSynthesizer()
            .speak(Utterance(text: text, language: language, emotion: emotion, voice: voice))
    }

    @Test(arguments: ["espeak-f2", "espeak-klatt"])
    func `the same utterance is the same bytes whatever was said before`(voice: String) async throws
    {
        let texts: [(String, Language)] = [
            ("Hello world, baby boom!", .english), ("Привет, как дела?", .russian),
            ("こんにちは", .japanese), ("Я люблю GitHub и Swift.", .russian),
            ("This is thirty-three, she said.", .english),
            (String(repeating: "a word and 777 ", count: 60), .english),
            (String(repeating: "ёжик999", count: 140), .russian),
        ]
        var first: [SpokenLine] = []
        for (text, language) in texts { first.append(try await line(text, language, voice: voice)) }
        for step in [2, 3, 4] {
            for index in texts.indices {
                let chosen = (index * step + step) % texts.count
                _ = try await line("Oh. Is it?", .english, .named[step].emotion, voice: "espeak-f2")
                let again = try await line(texts[chosen].0, texts[chosen].1, voice: voice)
                let isSameSound = again.audio == first[chosen].audio
                #expect(isSameSound, "\(texts[chosen].0)")
                let isSameTrack =
                    again.visemes == first[chosen].visemes && again.words == first[chosen].words
                #expect(isSameTrack, "\(texts[chosen].0)")
            }
        }
    }

    @Test func `many tasks at once hear what one after another hears`() async throws {
        let texts = (0..<24).map { "Line number \($0), baby." }
        var expected: [SpokenLine] = []
        for text in texts { expected.append(try await line(text)) }
        let heard = try await withThrowingTaskGroup(of: (Int, SpokenLine).self) { group in
            for (index, text) in texts.enumerated() {
                group.addTask { (index, try await line(text)) }
            }
            var heard: [Int: SpokenLine] = [:]
            for try await (index, line) in group { heard[index] = line }
            return heard
        }
        for index in texts.indices {
            let isSame = heard[index] == expected[index]
            #expect(isSame, "\(texts[index])")
        }
    }

    /// Stressed vowels and consonants only: an unstressed vowel may be any of several.
    @Test(arguments: [
        // həˈloʊ wɜːld beɪbi buːm
        (Language.english, "Hello world, baby boom!", "kk nn oh ou E nn DD PP E ih PP ih PP ou PP"),
        // θɪŋk fɪʃ
        (.english, "Think fish", "TH ih nn kk FF ih CH"),
        // ˈpʲapa pʲɪˈjɵt ˈkofʲe
        (.russian, "Папа пьёт кофе", "PP aa PP PP oh DD kk oh FF"),
        // prʲɪˈvʲet kak dʲɪˈla
        (.russian, "Привет, как дела?", "PP DD FF E DD kk aa kk DD nn aa"),
        // ʂtɕ of щи, ˈdʐungli
        (.russian, "Щука и жук", "CH ou kk ih CH ou kk"),
        // ohajoː sakɯɾa
        (.japanese, "おはよう、さくら", "oh kk aa ih oh SS aa kk ou DD aa"),
    ])
    func `a phrase shows the sounds it is made of, in order`(
        language: Language, text: String, expected: String
    ) async throws {
        let shown = try await line(text, language).visemes.spans.map(\.value.rawValue)
        var rest = shown[...]
        for viseme in expected.split(separator: " ") {
            let place = rest.firstIndex(of: String(viseme))
            #expect(place != nil, "\(viseme) in \(shown)")
            rest = place.map { rest[($0 + 1)...] } ?? []
        }
        // Each sound is one shape, a diphthong, a palatal or a slipped-in schwa two.
        #expect(shown.count <= 2 * expected.split(separator: " ").count)
    }

    @Test(arguments: ["espeak-f2", "espeak-klatt"])
    func `lips are closed 35 ms and the sound of p is quiet until its burst`(voice: String)
        async throws
    {
        let cases: [(String, Language, Int)] = [
            ("Happy puppets repeat: people pay up, Pete.", .english, 9),
            ("Папа попал в аптеку, потом пропал.", .russian, 9),
            ("Baby bob, a member of my mob.", .english, 8),
        ]
        for (text, language, least) in cases {
            let line = try await line(text, language, voice: voice)
            let closures = line.visemes.spans.filter { $0.value == .PP }
            #expect(closures.count >= least, "\(text)")
            for closure in closures {
                #expect(closure.duration >= .milliseconds(35), "\(closure.start) in \(text)")
                // An m hums, and so it does before a p: "потом пропал".
                let isHummed = closures.contains { $0.start == closure.end }
                guard !text.contains("mob"), !isHummed else { continue }
                let end = closure.end.samples(rate: sampleRate)
                let quiet = line.audio.loudness(of: end - 960..<end - 48)
                #expect(quiet < 0.02, "\(closure.start) in \(text)")
            }
        }
    }

    @Test func `mouth and words lie inside the sound`() async throws {
        for (text, language) in [
            ("One, two; three: four. Five!", Language.english), ("Который час? Не знаю.", .russian),
        ] {
            let line = try await line(text, language)
            #expect(line.audio.sampleRate == sampleRate)
            #expect(line.visemes.end <= line.audio.duration)
            #expect(line.words.end <= line.audio.duration)
            let covered = line.visemes.spans.reduce(MediaTime.zero) { $0 + $1.duration }
            #expect(covered / line.audio.duration > 0.5)
        }
    }

    @Test func `words know their characters in the text as it was written`() async throws {
        let text = "**Hi** 🙂 there, see https://example.org/a?b=1 now."
        let line = try await line(text)
        let characters = Array(text)
        let words = line.words.spans.map(\.value)
        #expect(
            words.map(\.text) == ["Hi", "there", "see", "https://example.org/a?b=1", "now"])
        for word in words { #expect(String(characters[word.range]) == word.text) }
    }

    @Test(arguments: ["", "   ", "🙂🙂", "...", "```let x = 1```", "\u{0}\u{7}\u{FFFD}"])
    func `what cannot be said is an empty line`(text: String) async throws {
        let line = try await line(text, .russian)
        #expect(line.audio.samples.isEmpty)
        #expect(line.visemes.isEmpty && line.words.isEmpty)
    }

    @Test(arguments: ["слово ", "word ", "77 ", "ёжик999"])
    func `every word of a long text is said, in order, up to the stated length`(word: String)
        async throws
    {
        let text = String(repeating: word, count: 2000)
        let ranges = try await line(text, .russian).words.spans.map(\.value.range)
        var heard = 0
        for range in ranges {
            #expect(range.lowerBound <= heard + 1, "nothing is left out at \(heard)")
            heard = range.upperBound
        }
        #expect(heard <= SpeakableText.longest)
        #expect(heard >= SpeakableText.longest - word.count)
    }

    @Test func `a number is one word for as long as it lasts`() async throws {
        let words = try await line("We saw 777777 of them").words.spans
        #expect(words.map(\.value.text) == ["We", "saw", "777777", "of", "them"])
        #expect(words[2].duration > .seconds(1.5))
    }

    @Test func `an unknown voice is refused with the names of those there are`() async {
        await #expect(throws: VoiceError.self) { try await line("Hi", voice: "nobody") }
    }

    @Test func `a cancelled task does not speak`() async throws {
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await line(String(repeating: "word ", count: 150))
        }
        task.cancel()
        await #expect(throws: VoiceError.self) { try await task.value }
    }

    @Test(arguments: [
        ("You live in Tokyo.", ["You", "live", "in", "Tokyo"]),
        (
            "There are you, in the garden of the king.",
            ["There", "are", "you", "in", "the", "garden", "of", "the", "king"]
        ),
        ("I have 777 cats.", ["I", "have", "777", "cats"]),
    ])
    func `words that run together have a time each`(text: String, words: [String]) async throws {
        let line = try await line(text)
        #expect(line.words.spans.map(\.value.text) == words)
        let characters = Array(text)
        for span in line.words.spans {
            #expect(String(characters[span.value.range]) == span.value.text)
        }
    }
}
