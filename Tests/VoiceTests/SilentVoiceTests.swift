import AvatarTypes
import Testing

@testable import Voice

@Suite struct SilentVoiceTests {
    @Test func `captions take their time in silence while the mouth moves`() async throws {
        let text = "Привет, как дела?"
        let line = try await SilentVoice().speak(Utterance(text: text, language: .russian))
        #expect(line.audio.samples.allSatisfy { $0 == 0 })
        #expect(line.words.spans.map(\.value.text) == ["Привет", "как", "дела"])
        #expect(line.visemes.spans.filter { $0.value != .DD }.count == 5)
        #expect(line.visemes.end <= line.audio.duration)
        #expect(line.audio.duration > .seconds(0.9) && line.audio.duration < .seconds(2))
    }

    @Test(arguments: ["", "...", "🙂"])
    func `a text without words is an empty line`(text: String) async throws {
        let line = try await SilentVoice().speak(Utterance(text: text, language: .english))
        #expect(line.audio.samples.isEmpty && line.visemes.isEmpty && line.words.isEmpty)
    }
}
