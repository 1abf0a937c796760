import Glibc

/// Brings lines to a similar level.
enum Loudness {
    /// RMS of the parts that sound, full scale 1: −20 dB.
    static let level: Float = 0.1
    /// No sample passes −1 dB.
    static let ceiling: Float = 0.891

    /// - Parameter decibels: louder or softer than the usual level.
    static func levelled(_ samples: [Float], decibels: Double) -> [Float] {
        var peak: Float = 0
        var sum: Float = 0
        var count: Float = 0
        for sample in samples {
            peak = max(peak, abs(sample))
            guard abs(sample) > 0.003 else { continue }
            sum += sample * sample
            count += 1
        }
        guard peak > 0, count > 0 else { return samples }
        let wanted = level * Float(pow(10, decibels / 20)) / (sum / count).squareRoot()
        let gain = min(wanted, ceiling / peak)
        return samples.map { $0 * gain }
    }
}
