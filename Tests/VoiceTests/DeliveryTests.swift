import AvatarTypes
import Testing

@testable import Voice

@Suite struct DeliveryTests {
    @Test(arguments: [
        ("neutral", 1.0, 1.0), ("happy", 1.1, 1.05), ("sad", 0.9, 0.95), ("excited", 1.2, 1.1),
    ])
    func `a named feeling has its factors`(name: String, pitch: Double, speed: Double) throws {
        let delivery = Delivery(try #require(Emotion(name: name)))
        #expect(abs(delivery.pitch - pitch) < 1e-4 && abs(delivery.speed - speed) < 1e-4)
    }

    /// A point that has no name, and what the character's documents say of it.
    private static let tired = Emotion(valence: 0.4, arousal: 0.15, energy: 0.1)

    @Test(arguments: [
        ("happy", 1.1, 1.05), ("sad", 0.9, 0.95), ("excited", 1.2, 1.1), ("tired", 0.85, 0.85),
    ])
    func `the voice's pitch and length follow the feeling`(
        name: String, pitch: Double, speed: Double
    ) async throws {
        for voice in [try EspeakSynthesizer(), try CharacterVoice()] as [any SpeechSynthesizer] {
            try await expect(voice, to: name, pitch: pitch, speed: speed)
        }
    }

    private func expect(
        _ voice: some SpeechSynthesizer, to name: String, pitch: Double, speed: Double
    ) async throws {
        let text = "We are all away in a low lane"
        let plain = try await voice.speak(Utterance(text: text, language: .english))
        let felt = try await voice.speak(
            Utterance(
                text: text, language: .english,
                emotion: try #require(
                    name == "tired" ? Self.tired : Emotion(name: name))))
        let ratio = medianPitch(of: felt.audio) / medianPitch(of: plain.audio)
        #expect(abs(ratio / pitch - 1) < 0.03, "\(voice.voices[0].name): \(ratio)")
        let slower = plain.audio.duration / felt.audio.duration
        #expect(abs(slower / speed - 1) < 0.03, "\(voice.voices[0].name): \(slower)")
    }

    /// Hz, by the strongest autocorrelation of 40 ms windows that are voiced.
    private func medianPitch(of clip: AudioClip) -> Double {
        let samples = stride(from: 0, to: clip.samples.count, by: 2).map { clip.samples[$0] }
        var found: [Double] = []
        for start in stride(from: 0, to: samples.count - 1_440, by: 480) {
            func product(_ lag: Int) -> Float {
                (start..<start + 960).reduce(0) { $0 + samples[$1] * samples[$1 + lag] }
            }
            let energy = product(0)
            guard energy > 1 else { continue }
            let lags = (60...320).map { (lag: $0, value: product($0)) }
            guard let best = lags.max(by: { $0.value < $1.value }), best.value > 0.5 * energy else {
                continue
            }
            found.append(24_000 / Double(best.lag))
        }
        return found.sorted()[found.count / 2]
    }
}
