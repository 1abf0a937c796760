import AvatarTypes
import Glibc
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

    @Test(arguments: ["mirai", "espeak-f2", "flite-slt"])
    func `a whisper has no pitch, takes as long, and is softer`(voice: String) async throws {
        let synthesizer = try BuiltInVoices.ensemble()
        let text = "We are all away in a low lane"
        let plain = try await synthesizer.speak(
            Utterance(text: text, language: .english, voice: voice))
        let whisper = try await synthesizer.speak(
            Utterance(text: text, language: .english, voice: voice, manner: Manner.plain.whispered))
        func voiced(_ line: SpokenLine) -> Double {
            let windows = pitches(of: line.audio)
            return Double(windows.count { $0 != nil }) / Double(max(windows.count, 1))
        }
        #expect(
            voiced(plain) > 0.7 && voiced(whisper) < 0.15, "\(voiced(plain)) \(voiced(whisper))")
        #expect(plain.audio.samples.count == whisper.audio.samples.count)
        let (loud, soft) = (
            try #require(Loudness.measured(plain.audio.samples)),
            try #require(Loudness.measured(whisper.audio.samples))
        )
        // 0.6 of the amplitude.
        #expect(abs(soft - loud + 4.4) < 1)
    }

    @Test func `closeness is heard as warmth, and night as quiet`() async throws {
        let synthesizer = try CharacterVoice()
        func line(_ manner: Manner) async throws -> [Float] {
            try await synthesizer.speak(
                Utterance(
                    text: "I am so glad that you are here", language: .english, manner: manner)
            ).audio.samples
        }
        /// Decibels of what lies below 400 Hz, against the steps, in which high sounds are strong.
        func low(_ samples: [Float]) -> Double {
            var (smooth, below, above) = (Float(0), 0.0, 0.0)
            for (sample, before) in zip(samples.dropFirst(), samples) {
                smooth += (sample - smooth) * 0.051
                below += Double(smooth * smooth)
                above += Double((sample - before) * (sample - before))
            }
            return 10 * log10(below / above)
        }
        let plain = try await line(.plain)
        #expect(low(try await line(Manner(warmth: 1.2))) - low(plain) > 0.5)
        let quiet = try #require(Loudness.measured(try await line(Manner(volume: 0.8))))
        #expect(abs(quiet - (try #require(Loudness.measured(plain))) + 1.94) < 0.5)
    }
}
