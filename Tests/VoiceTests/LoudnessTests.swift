import Glibc
import Testing

@testable import Voice

@Suite struct LoudnessTests {
    private func sine(_ amplitude: Float, count: Int) -> [Float] {
        (0..<count).map { amplitude * Float(sin(Double($0) * 0.1)) }
    }

    private func rms(_ samples: [Float]) -> Float {
        (samples.reduce(0) { $0 + $1 * $1 } / Float(samples.count)).squareRoot()
    }

    @Test(arguments: [0.02, 0.3, 0.9])
    func `a steady sound comes to −20 dB`(amplitude: Float) {
        var samples = sine(amplitude, count: 10_007)
        Loudness.level(&samples, decibels: 0)
        #expect(abs(rms(samples) - 0.1) < 0.01)
    }

    @Test func `pauses do not make a line louder`() {
        var samples = sine(0.3, count: 5_000) + [Float](repeating: 0, count: 20_000)
        Loudness.level(&samples, decibels: 0)
        #expect(abs(rms(Array(samples[..<5_000])) - 0.1) < 0.01)
    }

    @Test func `six decibels more is twice the amplitude`() {
        var plain = sine(0.3, count: 5_000)
        var raised = plain
        Loudness.level(&plain, decibels: 0)
        Loudness.level(&raised, decibels: 6.0206)
        #expect(abs(rms(raised) / rms(plain) - 2) < 0.001)
    }

    /// The peak in every place: whole vectors of 16 and what is left over.
    @Test(arguments: [0, 15, 16, 50, 51])
    func `a click lowers the gain to the ceiling`(place: Int) {
        var samples = sine(0.01, count: 52)
        samples[place] = -1
        Loudness.level(&samples, decibels: 20)
        let peak = samples.map { abs($0) }.max() ?? 0
        #expect(peak <= 0.8911 && peak > 0.89)
    }

    @Test func `silence stays silence`() {
        var nothing: [Float] = []
        Loudness.level(&nothing, decibels: 0)
        var silence = [Float](repeating: 0, count: 40)
        Loudness.level(&silence, decibels: 0)
        #expect(nothing.isEmpty && silence.allSatisfy { $0 == 0 })
    }
}
