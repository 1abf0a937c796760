import AvatarTypes
import Testing

@testable import Voice

@Suite struct FliteSynthesizerTests {
    private func line(_ text: String, voice: String? = nil) async throws -> SpokenLine {
        try await FliteSynthesizer()
            .speak(Utterance(text: text, language: .english, voice: voice))
    }

    @Test(arguments: ["flite-slt", "flite-awb"])
    func `the same utterance is the same bytes whatever was said before`(voice: String) async throws
    {
        let first = try await line("Hello world, baby boom!", voice: voice)
        _ = try await line("Is it 5 o'clock?", voice: "flite-slt")
        let isSame = try await line("Hello world, baby boom!", voice: voice) == first
        #expect(isSame)
        #expect(first.audio.samples.count > sampleRate)
    }

    @Test func `words and mouth lie on the sound`() async throws {
        let line = try await line("Mama (my café) said: it's fine!")
        #expect(
            line.words.spans.map(\.value.text) == ["Mama", "my", "café", "said", "it's", "fine"])
        #expect(line.visemes.spans.prefix(2).map(\.value) == [.PP, .aa])
        #expect(line.visemes.end <= line.audio.duration)
    }

    @Test func `what is not English is said by another voice of the same kind`() async throws {
        let line = try await line("Say привет", voice: "flite-awb")
        #expect(line.words.spans.map(\.value.text) == ["Say", "привет"])
        #expect(line.utterance.voice == "flite-awb")
    }

    @Test func `a voice of somebody else is refused`() async throws {
        await #expect(throws: VoiceError.self) { _ = try await line("Hi", voice: "mirai") }
    }
}
