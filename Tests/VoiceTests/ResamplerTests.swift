import Glibc
import Testing

@testable import Voice

@Suite struct ResamplerTests {
    private func sine(_ hertz: Double, rate: Int, count: Int) -> [Float] {
        (0..<count).map { Float(sin(2 * .pi * hertz * Double($0) / Double(rate))) }
    }

    private func pcm(_ samples: [Float]) -> [Int16] { samples.map { Int16($0 * 32767) } }

    @Test(arguments: [1000.0, 4000, 8000])
    func `a sine stays that sine, in time, with everything else below −60 dB`(hertz: Double) {
        let output = Resampler(from: 22_050, to: 48_000)
            .resample(pcm(sine(hertz, rate: 22_050, count: 22_050)))
        #expect(output.count == 48_000)
        let expected = sine(hertz, rate: 48_000, count: 48_000)
        var error: Float = 0
        for index in 1000..<47_000 {
            error += (output[index] - expected[index]) * (output[index] - expected[index])
        }
        let decibels = 10 * log10(error / 46_000 / 0.5)
        #expect(decibels < -60)
    }
}
