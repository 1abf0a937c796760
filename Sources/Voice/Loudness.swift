import CLoudness
import Glibc

/// Brings lines to the same loudness, as an ear hears it.
///
/// - Source: EBU R 128 and ITU-R BS.1770-4, by libebur128.
enum Loudness {
    /// LUFS of a line spoken without feeling, measured as the single channel it is.
    static let level = -16.0
    /// No sample passes −1 dB.
    static let ceiling: Float = 0.891
    /// - Parameters:
    ///   - samples: at `sampleRate`. Silence stays silence.
    ///   - decibels: louder or softer than the usual level.
    static func level(_ samples: inout [Float], decibels: Double) {
        guard let present = measured(samples) else { return }
        var blocks = Blocks(samples, gain: level + decibels - present)
        blocks.limit(to: level + decibels - present)
        guard blocks.isLimited else { return blocks.apply(to: &samples) }
        // Limiting counts differently in the standard's bands: what is missing is added once more.
        var result = samples
        blocks.apply(to: &result)
        if let reached = measured(result), abs(level + decibels - reached) > 0.2 {
            blocks.limit(to: 2 * (level + decibels) - present - reached)
            result = samples
            blocks.apply(to: &result)
        }
        samples = result
    }

    /// Integrated loudness in LUFS; nil for silence.
    ///
    /// What is shorter than the 400 ms that are measured at once is repeated until it is not. Every other
    /// sample is enough: what lies above 12 kHz is folded to where the standard weighs it the same.
    static func measured(_ samples: [Float]) -> Double? {
        guard !samples.isEmpty,
            let state = ebur128_init(1, UInt(sampleRate / 2), Int32(EBUR128_MODE_I.rawValue))
        else { return nil }
        var owner: UnsafeMutablePointer<ebur128_state>? = state
        defer { ebur128_destroy(&owner) }
        let half = (0..<(samples.count + 1) / 2).map { samples[2 * $0] }
        var count = 0
        while count < sampleRate / 4 || count == 0 {
            _ = ebur128_add_frames_float(state, half, half.count)
            count += half.count
        }
        var loudness = 0.0
        _ = ebur128_loudness_global(state, &loudness)
        return loudness.isFinite ? loudness : nil
    }

    /// Gains for milliseconds of sound that turn down around what passes the ceiling, over 20 ms, so that
    /// no wave is bent.
    private struct Blocks {
        private static let length = sampleRate / 1000
        private var peaks: [Float] = []
        private var energies: [Float] = []
        private var gains: [Float] = []
        /// Whether anything passed the ceiling.
        private(set) var isLimited = false

        /// - Parameter gain: decibels.
        init(_ samples: [Float], gain: Double) {
            samples.withUnsafeBufferPointer { samples in
                for start in stride(from: 0, to: samples.count, by: Self.length) {
                    var peak: Float = 0
                    var energy: Float = 0
                    for index in start..<min(start + Self.length, samples.count) {
                        peak = max(peak, abs(samples[index]))
                        energy += samples[index] * samples[index]
                    }
                    peaks.append(peak)
                    energies.append(energy)
                }
            }
            turn(by: gain)
        }

        /// Turns up until the energy that limiting took is there again, within 0.1 dB if it can be.
        ///
        /// - Parameter decibels: what the energy is to gain as a whole.
        mutating func limit(to decibels: Double) {
            var gain = decibels
            let before = energies.reduce(0, +)
            for _ in 0..<8 {
                turn(by: gain)
                let after = zip(energies, gains).reduce(Float(0)) { $0 + $1.0 * $1.1 * $1.1 }
                let missing = decibels - 10 * log10(Double(after / before))
                guard missing > 0.1 else { return }
                gain += missing
            }
        }

        private mutating func turn(by decibels: Double) {
            let factor = Float(pow(10, decibels / 20))
            let needed = peaks.map { min(factor, Loudness.ceiling / max($0, 1e-9)) }
            isLimited = needed.contains { $0 < factor }
            guard isLimited else {
                gains = needed
                return
            }
            // The lowest of a neighbourhood, then the mean of a smaller one: no mean is above what any
            // block in it needs, nor is the way from one block's gain to the next. Nearly all blocks are
            // far from any that needs less.
            var lowest = [Float](repeating: factor, count: needed.count)
            for index in needed.indices where needed[index] < factor {
                for near in max(0, index - 11)...min(needed.count - 1, index + 11) {
                    lowest[near] = min(lowest[near], needed[index])
                }
            }
            gains = Self.means(of: lowest, reach: 10)
        }

        /// Each with `reach` neighbours to both sides, as many as there are.
        private static func means(of values: [Float], reach: Int) -> [Float] {
            var sum = values.prefix(reach).reduce(0) { $0 + Double($1) }
            return values.indices.map { index in
                if index + reach < values.count { sum += Double(values[index + reach]) }
                if index > reach { sum -= Double(values[index - reach - 1]) }
                let count = min(values.count - 1, index + reach) - max(0, index - reach) + 1
                return Float(sum / Double(count))
            }
        }

        /// Between the middles of two blocks the gain goes evenly from one to the other.
        func apply(to samples: inout [Float]) {
            let count = gains.count
            samples.withUnsafeMutableBufferPointer { samples in
                for block in -1..<count {
                    let before = gains[max(block, 0)]
                    let step = (gains[min(block + 1, count - 1)] - before) / Float(Self.length)
                    let start = block * Self.length + Self.length / 2
                    for index in max(
                        start, 0)..<max(max(start, 0), min(start + Self.length, samples.count))
                    {
                        samples[index] *= before + step * (Float(index - start) + 0.5)
                    }
                }
            }
        }
    }
}
