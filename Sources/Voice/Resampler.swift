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
    private static let reach = 32

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

    /// - Complexity: 64 multiplications for each sample of the result.
    func resample(_ input: [Float]) -> [Float] {
        let count = (input.count * up + down - 1) / down
        let width = 2 * Self.reach
        let padded =
            [Float](repeating: 0, count: Self.reach) + input
            + [Float](repeating: 0, count: Self.reach + 1)
        var output = [Float](repeating: 0, count: count)
        padded.withUnsafeBytes { input in
            filters.withUnsafeBytes { filters in
                for index in 0..<count {
                    let position = index * down
                    let sample = (position / up + 1) * 4
                    let filter = (position % up) * width * 4
                    var sums = SIMD16<Float>.zero
                    for tap in stride(from: 0, to: width * 4, by: 64) {
                        let heard = input.loadUnaligned(
                            fromByteOffset: sample + tap, as: SIMD16<Float>.self)
                        let weights = filters.loadUnaligned(
                            fromByteOffset: filter + tap, as: SIMD16<Float>.self)
                        sums += heard * weights
                    }
                    output[index] = sums.sum()
                }
            }
        }
        return output
    }

    /// Kaiser window, β 8: side lobes below −80 dB; the band ends at 95 % of the input's.
    private static func tap(_ x: Double) -> Double {
        let edge = 0.95
        let t = x / Double(reach)
        guard abs(t) < 1 else { return 0 }
        let sinc = x == 0 ? edge : sin(.pi * edge * x) / (.pi * x)
        return sinc * bessel(8 * (1 - t * t).squareRoot()) / bessel(8)
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
