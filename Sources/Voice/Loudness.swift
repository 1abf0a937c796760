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
    /// Limiting takes loudness away again; six times turning up comes within 0.5 dB of the level.
    private static let passes = 6

    /// - Parameters:
    ///   - samples: at `sampleRate`. Silence stays silence.
    ///   - decibels: louder or softer than the usual level.
    static func level(_ samples: inout [Float], decibels: Double) {
        guard let present = measured(samples) else { return }
        let wanted = level + decibels
        var gain = wanted - present
        var result = samples
        for _ in 0..<passes {
            let factor = Float(pow(10, gain / 20))
            result = samples.map { $0 * factor }
            let isLimited = limit(&result)
            guard isLimited, let reached = measured(result), abs(wanted - reached) > 0.2 else {
                break
            }
            gain += 1.5 * (wanted - reached)
        }
        samples = result
    }

    /// Integrated loudness in LUFS; nil for silence.
    ///
    /// What is shorter than the 400 ms that are measured at once is repeated until it is not.
    static func measured(_ samples: [Float]) -> Double? {
        guard !samples.isEmpty,
            let state = ebur128_init(1, UInt(sampleRate), Int32(EBUR128_MODE_I.rawValue))
        else { return nil }
        var owner: UnsafeMutablePointer<ebur128_state>? = state
        defer { ebur128_destroy(&owner) }
        var count = 0
        while count < sampleRate / 2 || count == 0 {
            _ = ebur128_add_frames_float(state, samples, samples.count)
            count += samples.count
        }
        var loudness = 0.0
        _ = ebur128_loudness_global(state, &loudness)
        return loudness.isFinite ? loudness : nil
    }

    /// Turns down around what passes the ceiling, over 20 ms, so that no wave is bent.
    ///
    /// - Returns: whether anything did.
    private static func limit(_ samples: inout [Float]) -> Bool {
        let block = sampleRate / 1000
        let count = (samples.count + block - 1) / block
        var needed = [Float](repeating: 1, count: count)
        for index in needed.indices {
            let part = samples[index * block..<min((index + 1) * block, samples.count)]
            let peak = part.reduce(0) { max($0, abs($1)) }
            if peak > ceiling { needed[index] = ceiling / peak }
        }
        guard needed.contains(where: { $0 < 1 }) else { return false }
        // The lowest of a neighbourhood, then the mean of a smaller one: no mean is above what any
        // block in it needs, nor is the way from one block's gain to the next.
        let lowest = needed.indices.map { index in
            needed[max(0, index - 11)...min(count - 1, index + 11)].min() ?? 1
        }
        let gains = lowest.indices.map { index in
            let part = lowest[max(0, index - 10)...min(count - 1, index + 10)]
            return part.reduce(0, +) / Float(part.count)
        }
        for index in samples.indices {
            let place = (Float(index) + 0.5) / Float(block) - 0.5
            let before = min(max(Int(place.rounded(.down)), 0), count - 1)
            let after = min(before + 1, count - 1)
            let share = min(max(place - Float(before), 0), 1)
            samples[index] *= gains[before] + (gains[after] - gains[before]) * share
        }
        return true
    }
}
