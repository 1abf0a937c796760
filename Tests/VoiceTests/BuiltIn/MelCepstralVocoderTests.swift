import Glibc
import Testing

@testable import Voice

/// A spectrum that stands still, so that what comes out can be told from the definition.
@Suite struct MelCepstralVocoderTests {
    private static let vocoder = MelCepstralVocoder(rate: 32_000, period: 160, warp: 0.45)
    /// A level, a slope and two formants.
    private static let cepstrum: [Double] =
        [5, 1.2, -0.4, 0.3, 0.25, -0.3, 0.2, 0.1, -0.15, 0.1] + Array(repeating: 0.01, count: 35)

    private func sound(pitch: Double?, breath: Float = 0) -> [Float] {
        Self.vocoder.sound(
            of: Array(repeating: .init(cepstrum: Self.cepstrum, pitch: pitch), count: 200),
            breath: breath)
    }

    /// Decibels of the spectrum's own definition at a frequency in Hz.
    private func defined(at frequency: Double) -> Double {
        let angle = 2 * Double.pi * frequency / 32_000
        let warp = Double(Self.vocoder.warp)
        let warped = angle + 2 * atan2(warp * sin(angle), 1 - warp * cos(angle))
        let nepers = Self.cepstrum.enumerated().reduce(0) {
            $0 + $1.element * cos(Double($1.offset) * warped)
        }
        return 8.685_889_6 * nepers
    }

    /// Decibels of one frequency in a second of sound.
    private func level(of sound: ArraySlice<Float>, at frequency: Double) -> Double {
        var (real, imaginary) = (0.0, 0.0)
        for (index, sample) in sound.enumerated() {
            let angle = 2 * Double.pi * frequency * Double(index) / 32_000
            real += Double(sample) * cos(angle)
            imaginary += Double(sample) * sin(angle)
        }
        return 10 * log10((real * real + imaginary * imaginary) / Double(sound.count * sound.count))
    }

    @Test func `each harmonic is as strong as the spectrum says, within 0.3 dB`() {
        // 160 samples from pulse to pulse, each of √160: every harmonic has 1/√160 before the filter.
        let sound = sound(pitch: 200)
        let source = -10 * log10(160.0)
        for harmonic in 1...60 {
            let frequency = 200 * Double(harmonic)
            let heard = level(of: sound[12_800..<32_000], at: frequency)
            #expect(abs(heard - source - defined(at: frequency)) < 0.3, "\(frequency) Hz")
        }
    }

    @Test func `pulses come at the pitch`() {
        let sound = sound(pitch: 125)
        // 256 samples.
        for index in 20_000..<20_256 {
            #expect(abs(sound[index] - sound[index + 256]) < 0.01 * abs(sound[index]) + 0.5)
        }
    }

    @Test func `a whisper is as strong as a voice and has no pitch`() {
        let voice = sound(pitch: 200)[6_400...]
        let whisper = sound(pitch: 200, breath: 1)[6_400...]
        func power(_ sound: ArraySlice<Float>) -> Float {
            sound.reduce(0) { $0 + $1 * $1 } / Float(sound.count)
        }
        #expect(abs(10 * log10f(power(whisper) / power(voice))) < 1.5)
        let again = zip(whisper, whisper.dropFirst(160)).reduce(Float(0)) { $0 + $1.0 * $1.1 }
        #expect(abs(again) < 0.2 * power(whisper) * Float(whisper.count))
    }

    @Test func `the same frames are the same bytes`() {
        #expect(sound(pitch: nil) == sound(pitch: nil))
        #expect(sound(pitch: nil).count == 32_000)
    }
}
