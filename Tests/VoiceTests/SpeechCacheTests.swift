import AvatarTypes
import Testing
import Voice

@Suite struct SpeechCacheTests {
    private func utterance(_ text: String, _ emotion: Emotion = .neutral) -> Utterance {
        Utterance(text: text, language: .english, emotion: emotion)
    }

    @Test func `the same words in the same voice and feeling are made once`() async throws {
        let cache = SpeechCache(try EspeakSynthesizer())
        var asked = utterance("Hello there.")
        let first = try await cache.speak(asked)
        asked.directions = [Direction(offset: 0, act: .gesture(name: "wave"))]
        let second = try await cache.speak(asked)
        #expect(cache.hits == 1)
        #expect(second.audio == first.audio && second.visemes == first.visemes)
        #expect(second.utterance.directions.count == 1)
        asked.emotion = try #require(Emotion(name: "sad"))
        let sad = try await cache.speak(asked)
        asked.voice = "espeak-klatt"
        let male = try await cache.speak(asked)
        #expect(cache.hits == 1)
        #expect(sad.audio != first.audio && male.audio != sad.audio)
    }

    @Test func `what was not asked for longest goes first, and the limit holds`() async throws {
        let size = try await SpeechCache(SilentVoice()).speak(utterance("one")).audio.samples.count
        let cache = SpeechCache(SilentVoice(), limit: size * 4 * 2 + 1_000)
        for text in ["one", "two", "one", "six"] { _ = try await cache.speak(utterance(text)) }
        #expect(cache.hits == 1 && cache.bytes <= size * 8 + 1_000)
        _ = try await cache.speak(utterance("one"))
        #expect(cache.hits == 2)
        _ = try await cache.speak(utterance("two"))
        #expect(cache.hits == 2)
    }

    @Test func `a line larger than the limit is spoken and not kept`() async throws {
        let cache = SpeechCache(SilentVoice(), limit: 100)
        #expect(try await cache.speak(utterance("Hello")).audio.samples.isEmpty == false)
        #expect(cache.bytes == 0)
    }
}
