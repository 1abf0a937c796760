import AvatarTypes
import Glibc
import Testing

@testable import Voice

/// Somebody speaks into a microphone: a built-in voice at 16 kHz, with noise that is the same every time.
@Suite struct TurnTakingTests {
    private static let rate = VoiceActivity.rate

    /// Silence of a second, the words, silence of a second.
    private func said(_ text: String, voice: String = "flite-awb") async throws -> [Float] {
        let line = try await FliteSynthesizer()
            .speak(Utterance(text: text, language: .english, voice: voice))
        let samples = stride(from: 0, to: line.audio.samples.count - 2, by: 3).map { place in
            line.audio.samples[place..<place + 3].reduce(0, +) / 3 * 0.5
        }
        let silence = [Float](repeating: 0, count: Self.rate)
        return silence + samples + silence
    }

    /// White noise so many decibels below a voice's mean power, or a hum of 100 Hz and its overtones.
    private func noisy(_ clean: [Float], decibels: Float, hum: Bool = false) -> [Float] {
        let voiced = clean.filter { abs($0) > 0.001 }
        let power = voiced.reduce(0) { $0 + $1 * $1 } / Float(max(voiced.count, 1))
        let level = (power / powf(10, decibels / 10)).squareRoot()
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        return clean.indices.map { index in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let random = Float(state >> 40) / Float(1 << 24) * 2 - 1
            let time = Float(index) / Float(Self.rate)
            let tone = (1...4).reduce(Float(0)) { $0 + sinf(time * 628.3 * Float($1)) / Float($1) }
            return clean[index] + level * (hum ? tone : random * 1.73)
        }
    }

    private func events(
        _ samples: [Float], isSpeaking: Bool = false
    ) -> [(milliseconds: Int, event: TurnTaking.Event)] {
        var turns = TurnTaking()
        var events: [(Int, TurnTaking.Event)] = []
        for start in stride(from: 0, to: samples.count - 160, by: 160) {
            for event in turns.hear(Array(samples[start..<start + 160]), isSpeaking: isSpeaking) {
                events.append((start * 1000 / Self.rate + 10, event))
            }
        }
        return events
    }

    private func names(_ events: [(milliseconds: Int, event: TurnTaking.Event)]) -> [String] {
        events.map { item in
            switch item.event {
            case .began: "began"
            case .nothing: "nothing"
            case .bargedIn: "barged in"
            case .ended: "ended"
            }
        }
    }

    private static let sentences = [
        "Well, what do you think about that?", "Stop, please stop.", "My name is Anna.",
        "Can you help me?", "She opened the window.",
    ]

    @Test(arguments: [(40, false), (20, false), (10, false), (5, false), (10, true)])
    func `a voice is heard within 300 ms and turns end, whatever steady noise there is`(
        decibels: Float, hum: Bool
    ) async throws {
        for sentence in Self.sentences {
            let sound = noisy(try await said(sentence), decibels: decibels, hum: hum)
            let events = events(sound)
            #expect(names(events).first == "began", "\(sentence)")
            let onset = try #require(events.first).milliseconds - 1_000
            #expect((0...300).contains(onset), "\(sentence): \(onset)")
            #expect(names(events).contains("barged in"), "\(sentence)")
            #expect(names(events).last == "ended", "\(sentence)")
        }
    }

    @Test(arguments: [false, true])
    func `steady noise is nobody`(hum: Bool) {
        let silence = [Float](repeating: 0.02, count: Self.rate * 8)
        #expect(names(events(noisy(silence, decibels: 0, hum: hum))) == [])
    }

    @Test func `a cough turns her down and up again`() async throws {
        let whole = try await said("Hello")
        let cough = Array(whole[..<(Self.rate + Self.rate * 20 / 100)])
        let silence = [Float](repeating: 0, count: Self.rate)
        #expect(names(events(cough + silence, isSpeaking: true)) == ["began", "nothing"])
    }

    @Test func `what was said is whole, with a little before it`() async throws {
        let sound = try await said("Can you help me?")
        let all = events(sound)
        guard case .ended(let turn)? = all.last?.event else {
            Issue.record("no turn")
            return
        }
        let voiced = Float(sound.count - 2 * Self.rate) / Float(Self.rate)
        let length = Float(turn.count) / Float(Self.rate)
        #expect(length > voiced && length < voiced + 1.3)
    }

    @Test func `what is left of her in the microphone is not a voice`() async throws {
        // An echo 6 dB above the room.
        let sound = noisy(try await said("I am telling a story."), decibels: 6)
        #expect(names(events(sound, isSpeaking: true)).contains("barged in") == false)
    }

    @Test func `a button that is let go ends the turn`() async throws {
        let sound = try await said("Can you help me?")
        var turns = TurnTaking()
        _ = turns.hear(Array(sound[..<(sound.count - Self.rate)]), isSpeaking: false)
        guard case .ended? = turns.end() else {
            Issue.record("no turn")
            return
        }
        #expect(turns.end() == nil)
    }
}
