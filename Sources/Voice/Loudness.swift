import Glibc

/// Brings lines to a similar level.
enum Loudness {
    /// RMS of the parts that sound, full scale 1: −20 dB.
    static let level: Float = 0.1
    /// No sample passes −1 dB.
    static let ceiling: Float = 0.891
    /// What is softer than −50 dB is a pause and does not count.
    private static let pause: Float = 0.003

    /// - Parameter decibels: louder or softer than the usual level.
    static func level(_ samples: inout [Float], decibels: Double) {
        samples.withUnsafeMutableBytes { bytes in
            let floats = bytes.assumingMemoryBound(to: Float.self)
            let whole = floats.count / 16 * 16
            var peaks = SIMD16<Float>.zero
            var sums = SIMD16<Float>.zero
            var counts = SIMD16<Float>.zero
            func count(_ values: SIMD16<Float>) {
                let squares = values * values
                let sounds = squares .> Self.pause * Self.pause
                peaks.replace(with: squares, where: squares .> peaks)
                sums += squares.replacing(with: 0, where: .!sounds)
                counts += SIMD16<Float>(repeating: 1).replacing(with: 0, where: .!sounds)
            }
            for index in stride(from: 0, to: whole, by: 16) {
                count(bytes.loadUnaligned(fromByteOffset: index * 4, as: SIMD16<Float>.self))
            }
            for index in whole..<floats.count { count(SIMD16(floats[index])) }
            let sounding = counts.sum()
            guard sounding > 0 else { return }
            let wanted =
                level * Float(pow(10, decibels / 20)) / (sums.sum() / sounding).squareRoot()
            let gain = min(wanted, ceiling / peaks.max().squareRoot())
            for index in floats.indices { floats[index] *= gain }
        }
    }
}

extension SIMD16<Float> {
    /// The value in the first lane, nothing in the others.
    fileprivate init(_ value: Float) {
        self = .zero
        self[0] = value
    }
}
