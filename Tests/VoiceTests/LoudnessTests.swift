import AvatarTypes
import Glibc
import Testing

@testable import Voice

@Suite struct LoudnessTests {
    private func sine(_ amplitude: Float, count: Int) -> [Float] {
        (0..<count).map { amplitude * Float(sin(Double($0) * 0.1)) }
    }

    @Test(arguments: [0.02, 0.3, 0.9])
    func `a steady sound comes to −16 LUFS`(amplitude: Float) throws {
        var samples = sine(amplitude, count: 60_007)
        Loudness.level(&samples, decibels: 0)
        #expect(abs(try #require(Loudness.measured(samples)) + 16) < 0.1)
    }

    /// A sine of 997 Hz at full scale in one channel is −3.01 LUFS.
    ///
    /// - Source: ITU-R BS.1770-4.
    @Test func `the measure is that of the standard`() throws {
        let samples = (0..<96_000).map { Float(sin(2 * .pi * 997 * Double($0) / 48_000)) }
        #expect(abs(try #require(Loudness.measured(samples)) + 3.01) < 0.05)
    }

    @Test func `pauses do not make a line louder`() throws {
        var alone = sine(0.3, count: 48_000)
        var samples = alone + [Float](repeating: 0, count: 96_000)
        Loudness.level(&alone, decibels: 0)
        Loudness.level(&samples, decibels: 0)
        #expect(abs(samples[24_000] / alone[24_000] - 1) < 0.12)
    }

    @Test func `six decibels less is half the amplitude`() {
        var plain = sine(0.3, count: 48_000)
        var lowered = plain
        Loudness.level(&plain, decibels: 0)
        Loudness.level(&lowered, decibels: -6.0206)
        #expect(abs(plain[24_001] / lowered[24_001] - 2) < 0.001)
    }

    @Test(arguments: [0, 47, 48, 24_000, 47_999])
    func `a click never passes the ceiling, and what is far from it is as loud as ever`(place: Int)
    {
        var clean = sine(0.05, count: 48_000)
        var samples = clean
        samples[place] = -1
        Loudness.level(&clean, decibels: 0)
        Loudness.level(&samples, decibels: 0)
        let peak = samples.map { abs($0) }.max() ?? 0
        #expect(peak <= 0.8911 && peak > 0.8)
        let far = (place + 20_000) % 48_000
        #expect(abs(samples[far] / clean[far] - 1) < 0.15)
    }

    @Test func `a sound shorter than the standard's window is brought to the level too`() {
        var short = sine(0.01, count: 3_000)
        Loudness.level(&short, decibels: 0)
        let peak = short.map { abs($0) }.max() ?? 0
        #expect(peak > 0.15 && peak < 0.4)
    }

    @Test func `silence stays silence`() {
        var nothing: [Float] = []
        Loudness.level(&nothing, decibels: 0)
        var silence = [Float](repeating: 0, count: 40)
        Loudness.level(&silence, decibels: 0)
        #expect(nothing.isEmpty && silence.allSatisfy { $0 == 0 })
    }

    @Test(arguments: ["espeak-f2", "espeak-klatt"])
    func `what is spoken comes to −16 LUFS in every language`(voice: String) async throws {
        for (text, language) in [
            ("Привет, как дела? Сегодня такая погода!", Language.russian),
            ("Ssh, she sells sea shells by the sea shore.", .english),
            ("こんにちは、げんきですか", .japanese),
        ] {
            let line = try await EspeakSynthesizer().speak(
                Utterance(text: text, language: language, voice: voice))
            let loudness = try #require(Loudness.measured(line.audio.samples))
            #expect(abs(loudness + 16) < 0.5, "\(text): \(loudness)")
        }
    }
}
