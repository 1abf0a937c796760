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
    private let reach: Int
    private var width: Int { 2 * reach }

    /// Any two rates in Hz.
    init(from: Int, to: Int) {
        precondition(from > 0 && to > 0, "a sample rate is positive")
        var (a, b) = (to, from)
        while b != 0 { (a, b) = (b, a % b) }
        up = to / a
        down = from / a
        // Lowering the rate needs a lower edge, and as much longer a filter: whole vectors of it.
        let narrow = min(1, Double(to) / Double(from))
        let reach = (Int((16 / narrow).rounded(.up)) + 7) / 8 * 8
        self.reach = reach
        var filters: [Float] = []
        for phase in 0..<up {
            let offset = Double(phase) / Double(up)
            var taps = (1 - reach...reach).map { tap in
                Self.tap(Double(tap) - offset, edge: 0.92 * narrow, reach: reach)
            }
            let sum = taps.reduce(0, +)
            for index in taps.indices { taps[index] /= sum }
            filters += taps.map(Float.init)
        }
        self.filters = filters
    }

    /// - Parameter input: 16-bit samples; the result's full scale is 1.
    /// - Complexity: 32 multiplications for each sample of the result, more when the rate is lowered.
    func resample(_ input: [Int16]) -> [Float] {
        resample(input.count) { Float(input[$0]) * (1 / 32768) }
    }

    func resample(_ input: [Float]) -> [Float] { resample(input.count) { input[$0] } }

    private func resample(_ length: Int, _ sample: (Int) -> Float) -> [Float] {
        let padded = [Float](unsafeUninitializedCapacity: length + width + 1) { padded, filled in
            padded.initialize(repeating: 0)
            for index in 0..<length { padded[reach + index] = sample(index) }
            filled = padded.count
        }
        var place = Place()
        return filtered(padded, count: (length * up + down - 1) / down, at: &place)
    }

    /// Where the next sample of the result lies in the input.
    private struct Place {
        /// Of the first sample under its filter.
        var sample = 1
        var phase = 0
    }

    private func filtered(_ padded: [Float], count: Int, at place: inout Place) -> [Float] {
        [Float](unsafeUninitializedCapacity: count) { output, filled in
            padded.withUnsafeBytes { input in
                filters.withUnsafeBytes { filters in
                    for index in 0..<count {
                        var sums = SIMD16<Float>.zero
                        for tap in stride(from: 0, to: width * 4, by: 64) {
                            let heard = input.loadUnaligned(
                                fromByteOffset: place.sample * 4 + tap, as: SIMD16<Float>.self)
                            let weights = filters.loadUnaligned(
                                fromByteOffset: place.phase * width * 4 + tap,
                                as: SIMD16<Float>.self)
                            sums += heard * weights
                        }
                        output[index] = sums.sum()
                        place.phase += down
                        while place.phase >= up {
                            place.phase -= up
                            place.sample += 1
                        }
                    }
                }
            }
            filled = count
        }
    }

    /// A sound that comes piece by piece. Its result is that of the whole, as far as it can be known:
    /// the last `reach` samples of the input wait for those after them (1 ms at 48 kHz).
    struct Running {
        private let resampler: Resampler
        private var padded: [Float]
        private var place = Place()

        init(from: Int, to: Int) {
            resampler = Resampler(from: from, to: to)
            padded = [Float](repeating: 0, count: resampler.reach)
        }

        mutating func resample(_ piece: [Float]) -> [Float] {
            padded += piece
            let (up, down) = (resampler.up, resampler.down)
            let room = padded.count - resampler.width - place.sample
            guard room >= 0 else { return [] }
            let count = ((room + 1) * up - 1 - place.phase) / down + 1
            let result = resampler.filtered(padded, count: count, at: &place)
            let passed = min(place.sample, padded.count)
            padded.removeFirst(passed)
            place.sample -= passed
            return result
        }
    }

    /// Kaiser window (not scaled: the filter is, as a whole), β 6.5: side lobes below −66 dB. Centred on 92 % of the input's band, it is flat
    /// to 79 % of it (8.7 kHz of 11), and its skirt ends 0.5 kHz above it, where speech has nothing.
    private static func tap(_ x: Double, edge: Double, reach: Int) -> Double {
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
