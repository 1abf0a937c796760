import AvatarTypes
import Testing
import Voice

@Suite("An ensemble of voices")
struct EnsembleTests {
    private let ensemble: Ensemble

    init() throws { ensemble = Ensemble([try EspeakSynthesizer(), SilentVoice()]) }

    private func line(voice: String?) async throws(VoiceError) -> SpokenLine {
        try await ensemble.speak(Utterance(text: "Hello there.", language: .english, voice: voice))
    }

    @Test("lists everybody's voices, the first member's first")
    func voices() {
        #expect(ensemble.voices.map(\.name) == ["espeak-f2", "espeak-klatt", "silent"])
    }

    @Test("lets the one speak who has the voice, and the first where none is named")
    func route() async throws {
        #expect(try await line(voice: nil) == line(voice: nil))
        #expect(try await line(voice: nil).audio.samples.contains { $0 != 0 })
        #expect(try await line(voice: "silent").audio.samples.allSatisfy { $0 == 0 })
        #expect(try await line(voice: "espeak-f2").audio == line(voice: nil).audio)
    }

    @Test("names all voices when asked for another")
    func unknown() async {
        let error = await #expect(throws: VoiceError.self) { try await line(voice: "nobody") }
        #expect(error?.remedy.contains("silent") == true)
    }
}
