import AvatarTypes
import Glibc

/// Turns the spectra and the pitch of a statistical voice into sound: a train of pulses, or breath, through
/// a filter whose logarithmic spectrum the mel-cepstrum is.
///
/// hts_engine has the same filter. This one computes the five stages of the approximation side by side
/// and in single precision, in a ninth of the time, and mixes breath into the voice.
///
/// - Source: Imai, "Cepstral analysis synthesis on the mel frequency scale", 1983; Padé's approximation of
///   exp of the fifth order with Imai's coefficients.
struct MelCepstralVocoder {
    /// What is to sound during one frame.
    struct Frame {
        /// Logarithmic spectrum on the warped scale, in nepers; the first is the level.
        var cepstrum: [Double]
        /// Hz; nil where there is breath alone.
        var pitch: Double?
    }

    /// Hz.
    let rate: Int
    /// Samples in a frame.
    let period: Int
    /// Warps the scale of frequencies: 0 not at all, 0.45 as the ear at 32 kHz.
    let warp: Float

    private typealias Stages = SIMD8<Float>
    private static let exponential = Stages(
        0.499_939_1, 0.110_709_8, 0.013_699_84, 0.000_956_485_3, 0.000_030_417_21, 0, 0, 0)
    private static let signs = Stages(1, -1, 1, -1, 1, 0, 0, 0)

    /// - Parameters:
    ///   - frames: all with as many coefficients, two at least.
    ///   - breath: what of the voice is breath, 0 none, 1 a whisper.
    /// - Returns: `period` samples for each frame, in the scale of the cepstrum.
    func sound(of frames: some Sequence<Frame>, breath: Float = 0) -> [Float] {
        var sound: [Float] = []
        var filter: Filter?
        var source = Source(rate: rate, breath: breath)
        for frame in frames {
            let next = coefficients(frame.cepstrum)
            var present = filter ?? Filter(coefficients: next, warp: warp)
            let samples = source.next(period, pitch: frame.pitch)
            present.run(samples, towards: next, into: &sound)
            filter = present
        }
        return sound
    }

    /// The cepstrum as coefficients of the filter.
    private func coefficients(_ cepstrum: [Double]) -> [Float] {
        precondition(cepstrum.count >= 2, "a spectrum has a level and a shape")
        var result = cepstrum.map { Float($0) }
        for index in (0..<result.count - 1).reversed() {
            result[index] = Float(cepstrum[index]) - warp * result[index + 1]
        }
        return result
    }

    /// What is filtered: pulses at the pitch, noise, or both.
    private struct Source {
        let rate: Int
        let voice: Float
        let breath: Float
        private var noise = SeededGenerator(seed: 1)
        /// Samples from one pulse to the next at the end of the frame before; 0 is breath.
        private var length = 0.0
        /// Samples since the last pulse.
        private var since = 0.0

        init(rate: Int, breath: Float) {
            self.rate = rate
            self.breath = min(max(breath, 0), 1)
            voice = (1 - self.breath * self.breath).squareRoot()
        }

        mutating func next(_ count: Int, pitch: Double?) -> [Float] {
            let wanted = pitch.map { Double(rate) / $0 } ?? 0
            guard wanted > 0 else {
                length = 0
                return (0..<count).map { _ in gaussian() }
            }
            if length == 0 { (length, since) = (wanted, wanted) }
            let step = (wanted - length) / Double(count)
            return (0..<count).map { _ in
                var sample = breath > 0 ? gaussian() * breath : 0
                since += 1
                if since >= length {
                    // As much power as noise of the same level.
                    sample += Float(length.squareRoot()) * voice
                    since -= length
                }
                length += step
                return sample
            }
        }

        /// Nearly normal, of the power 1: the sum of four even numbers.
        private mutating func gaussian() -> Float {
            let bits = noise.next()
            let sum = (0..<4).reduce(Float(0)) {
                $0 + Float(UInt16(truncatingIfNeeded: bits >> (16 * UInt64($1))))
            }
            return (sum / 65_535 - 2) * 1.732_050_8
        }
    }

    /// exp of a filter, as five stages that each repeat it: what goes into a stage is what the one before
    /// gave a sample ago, so all five are lanes of one vector.
    private struct Filter {
        private var coefficients: [Float]
        private let warp: Float
        /// The delays of the filter that has the first coefficient alone, and of that with all others.
        private var slope = Stages()
        private var delays: [Stages]
        private var slopeOut = (first: Float(0), stages: Stages())
        private var restOut = (first: Float(0), stages: Stages())

        init(coefficients: [Float], warp: Float) {
            self.coefficients = coefficients
            self.warp = warp
            delays = Array(repeating: Stages(), count: coefficients.count + 2)
        }

        /// Filters samples while the spectrum goes evenly to the next.
        mutating func run(_ samples: [Float], towards next: [Float], into sound: inout [Float]) {
            let order = coefficients.count - 1
            let steps = zip(next, coefficients).map { ($0 - $1) / Float(samples.count) }
            let fresh = 1 - warp * warp
            var (slope, slopeOut, restOut) = (slope, slopeOut, restOut)
            coefficients.withUnsafeMutableBufferPointer { coefficients in
                delays.withUnsafeMutableBufferPointer { delays in
                    steps.withUnsafeBufferPointer { steps in
                        for sample in samples {
                            var x = sample * expf(coefficients[0])
                            slope =
                                fresh * Self.shifted(slopeOut.stages, slopeOut.first)
                                + warp * slope
                            x = Self.combine(x, slope * coefficients[1], &slopeOut)
                            let input = Self.shifted(restOut.stages, restOut.first)
                            var before = fresh * input + warp * delays[1]
                            delays[1] = before
                            var sum = Stages()
                            for index in 2..<max(order + 1, 2) {
                                let present =
                                    (delays[index] + warp * delays[index + 1]) - warp * before
                                sum += present * coefficients[index]
                                delays[index] = before
                                before = present
                            }
                            delays[order + 1] = before
                            sound.append(Self.combine(x, sum, &restOut))
                            for index in 0...order { coefficients[index] += steps[index] }
                        }
                    }
                }
            }
            (self.slope, self.slopeOut, self.restOut) = (slope, slopeOut, restOut)
        }

        /// What goes into each stage: into the first the sample, into the others what the one before gave.
        @inline(__always)
        private static func shifted(_ stages: Stages, _ first: Float) -> Stages {
            Stages(first, stages[0], stages[1], stages[2], stages[3], 0, 0, 0)
        }

        /// (1 + odd + even) / (1 − odd + even), the quotient as feedback.
        @inline(__always)
        private static func combine(
            _ sample: Float, _ stages: Stages, _ out: inout (first: Float, stages: Stages)
        ) -> Float {
            let weighed = stages * MelCepstralVocoder.exponential
            let fed = sample + (weighed * MelCepstralVocoder.signs).sum()
            out = (fed, stages)
            return fed + weighed.sum()
        }
    }
}
