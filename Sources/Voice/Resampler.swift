import Glibc

/// Changes the sample rate by a ratio of whole numbers with a windowed sinc, one filter per phase.
///
/// The filter is centred on each output sample, so times stay exact: there is no delay to undo.
///
/// - Source: polyphase interpolation; Crochiere and Rabiner, "Multirate Digital Signal Processing".
struct Resampler {
    private let up: Int
    private let down: Int
    private let filters: [Float]
    /// Input samples on each side of an output sample.
    private static let reach = 16

    /// - Precondition: `from` is not above `to`; lowering the rate would need another filter.
    init(from: Int, to: Int) {
        precondition(from > 0 && from <= to, "this resampler only raises the rate")
        var (a, b) = (to, from)
        while b != 0 { (a, b) = (b, a % b) }
        up = to / a
        down = from / a
        var filters: [Float] = []
        for phase in 0..<up {
            let offset = Double(phase) / Double(up)
            var taps = (1 - Self.reach...Self.reach).map { tap in Self.tap(Double(tap) - offset) }
            let sum = taps.reduce(0, +)
            for index in taps.indices { taps[index] /= sum }
            filters += taps.map(Float.init)
        }
        self.filters = filters
    }

    /// - Parameter input: 16-bit samples; the result's full scale is 1.
    /// - Complexity: 32 multiplications for each sample of the result.
    func resample(_ input: [Int16]) -> [Float] {
        let count = (input.count * up + down - 1) / down
        let width = 2 * Self.reach
        let padded = [Float](unsafeUninitializedCapacity: input.count + width + 1) {
            padded, filled in
            padded.initialize(repeating: 0)
            for index in input.indices {
                padded[Self.reach + index] = Float(input[index]) * (1 / 32768)
            }
            filled = padded.count
        }
        return [Float](unsafeUninitializedCapacity: count) { output, filled in
            padded.withUnsafeBytes { input in
                filters.withUnsafeBytes { filters in
                    var sample = 4
                    var phase = 0
                    for index in 0..<count {
                        var sums = SIMD16<Float>.zero
                        for tap in stride(from: 0, to: width * 4, by: 64) {
                            let heard = input.loadUnaligned(
                                fromByteOffset: sample + tap, as: SIMD16<Float>.self)
                            let weights = filters.loadUnaligned(
                                fromByteOffset: phase * width * 4 + tap, as: SIMD16<Float>.self)
                            sums += heard * weights
                        }
                        output[index] = sums.sum()
                        phase += down
                        if phase >= up {
                            phase -= up
                            sample += 4
                        }
                    }
                }
            }
            filled = count
        }
    }

    /// Kaiser window (not scaled: the filter is, as a whole), β 6.5: side lobes below −66 dB. Centred on 92 % of the input's band, it is flat
    /// to 79 % of it (8.7 kHz of 11), and its skirt ends 0.5 kHz above it, where speech has nothing.
    private static func tap(_ x: Double) -> Double {
        let edge = 0.92
        let t = x / Double(reach)
        guard abs(t) < 1 else { return 0 }
        let sinc = x == 0 ? edge : sin(.pi * edge * x) / (.pi * x)
        return sinc * bessel(6.5 * (1 - t * t).squareRoot())
    }

    /// Modified Bessel function of the first kind, order 0, by its series.
    private static func bessel(_ x: Double) -> Double {
        var sum = 1.0
        var term = 1.0
        for k in 1...30 {
            term *= (x / (2 * Double(k))) * (x / (2 * Double(k)))
            sum += term
        }
        return sum
    }
}
