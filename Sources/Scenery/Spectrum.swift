import AvatarTypes
import Glibc

/// How loud a sound is at different pitches, as bars show it.
public enum Spectrum {
    /// How many samples are looked at: 21 ms at 48 kHz.
    public static let window = 1024
    /// Bands, from 160 Hz to 7 kHz, each as much higher than the one before.
    static let count = 14

    private static let lowest: Float = 160
    private static let highest: Float = 7_000
    /// What is this much softer than the loudest tone shows nothing.
    private static let floor: Float = -58
    /// Speech loses this much per octave; without the lift only the lowest bars would move.
    private static let lift: Float = 4.5

    /// The level of each band, 0…1; exactly 0 in silence.
    ///
    /// - Precondition: the clip has `window` samples.
    /// - Complexity: some 20 µs.
    static func levels(of clip: AudioClip) -> [Float] {
        precondition(clip.samples.count == window, "a spectrum is made of \(window) samples")
        guard clip.samples.contains(where: { abs($0) > 1e-5 }) else {
            return Array(repeating: 0, count: count)
        }
        var real = zip(clip.samples, hann).map { $0 * $1 }
        var imaginary = [Float](repeating: 0, count: window)
        transform(&real, &imaginary)
        let width = Float(clip.sampleRate) / Float(window)
        return (0..<count).map { band in
            let from = edge(band) / width
            let to = edge(band + 1) / width
            let bins = Int(from)...max(Int(from), Int(to) - 1)
            let power = bins.reduce(Float(0)) {
                max($0, real[$1] * real[$1] + imaginary[$1] * imaginary[$1])
            }
            // A full tone's peak is a quarter of the window under Hann.
            let decibels = 10 * log10f(power + 1e-12) - 20 * log10f(Float(window) / 4)
            let octaves = log2f(edge(band) / lowest)
            return ((decibels + lift * octaves - floor) / -floor).clamped
        }
    }

    private static func edge(_ band: Int) -> Float {
        lowest * powf(highest / lowest, Float(band) / Float(count))
    }

    private static let hann = (0..<window).map {
        0.5 - 0.5 * cosf(2 * .pi * Float($0) / Float(window))
    }
    private static let twiddles = (0..<window / 2).map {
        SIMD2<Float>(
            cosf(2 * .pi * Float($0) / Float(window)), -sinf(2 * .pi * Float($0) / Float(window)))
    }

    /// - Source: Cooley and Tukey, 1965; radix 2, decimation in time.
    private static func transform(_ real: inout [Float], _ imaginary: inout [Float]) {
        var reversed = 0
        for index in 1..<window {
            var bit = window >> 1
            while reversed & bit != 0 {
                reversed ^= bit
                bit >>= 1
            }
            reversed |= bit
            if index < reversed {
                real.swapAt(index, reversed)
                imaginary.swapAt(index, reversed)
            }
        }
        var length = 2
        while length <= window {
            let step = window / length
            for start in stride(from: 0, to: window, by: length) {
                for k in 0..<length / 2 {
                    let (upper, lower) = (start + k, start + k + length / 2)
                    let twiddle = twiddles[k * step]
                    let (a, b) = (real[lower], imaginary[lower])
                    let (re, im) = (a * twiddle.x - b * twiddle.y, a * twiddle.y + b * twiddle.x)
                    (real[lower], imaginary[lower]) = (real[upper] - re, imaginary[upper] - im)
                    real[upper] += re
                    imaginary[upper] += im
                }
            }
            length *= 2
        }
    }
}
