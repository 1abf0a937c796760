import Glibc

/// What the ear's bands hold, a hundred times a second: 20 of them between 100 and 7,600 Hz, in
/// logarithms below the loudest of late, so that neither a soft nor a loud voice matters.
///
/// `scripts/train-mouth` reckons the same; what changes here has to change there.
struct SpeechSpectrum {
    static let rate = 16_000
    static let bands = 20
    /// Samples from one row to the next: 10 ms.
    static let hop = 160
    /// Samples that a row is made of, around its moment: 25 ms.
    static let window = 400
    private static let size = 512

    private var heard: [Float]
    /// Natural logarithm; below 0, about −40 dB, everything counts as silence.
    private var loudest: Float = 0
    /// It sinks by this in every row: 9 dB a second.
    private static let sinking: Float = 0.02
    private static let deepest: Float = -10

    init() {
        // The first row is around the first sample.
        heard = [Float](repeating: 0, count: Self.window / 2)
    }

    /// Takes sound at `rate` and gives the rows that are complete by it.
    mutating func rows(hearing samples: [Float]) -> [[Float]] {
        heard += samples
        var rows: [[Float]] = []
        var start = 0
        while start + Self.window <= heard.count {
            rows.append(row(from: start))
            start += Self.hop
        }
        heard.removeFirst(start)
        return rows
    }

    private mutating func row(from start: Int) -> [Float] {
        var real = [Float](repeating: 0, count: Self.size)
        var imaginary = real
        for index in 0..<Self.window { real[index] = heard[start + index] * Self.hann[index] }
        Self.transform(&real, &imaginary)
        let half = Self.size / 2
        var power = [Float](repeating: 0, count: half + 1)
        var energy: Float = 1e-10
        for bin in 0...half {
            power[bin] = real[bin] * real[bin] + imaginary[bin] * imaginary[bin]
            energy += power[bin]
        }
        loudest = max(log(energy), loudest - Self.sinking, 0)
        return Self.filters.map { filter in
            var sum: Float = 1e-10
            for (index, weight) in filter.weights.enumerated() {
                sum += power[filter.first + index] * weight
            }
            return max(log(sum) - loudest, Self.deepest)
        }
    }

    /// The fast Fourier transform, in place.
    ///
    /// - Source: Cooley and Tukey 1965, radix 2, decimation in time.
    private static func transform(_ real: inout [Float], _ imaginary: inout [Float]) {
        for index in 0..<size where reversed[index] > index {
            real.swapAt(index, reversed[index])
        }
        var length = 2
        while length <= size {
            let step = size / length
            for start in stride(from: 0, to: size, by: length) {
                for k in 0..<length / 2 {
                    let (cosine, sine) = turns[k * step]
                    let (a, b) = (start + k, start + k + length / 2)
                    let x = real[b] * cosine + imaginary[b] * sine
                    let y = imaginary[b] * cosine - real[b] * sine
                    (real[b], imaginary[b]) = (real[a] - x, imaginary[a] - y)
                    (real[a], imaginary[a]) = (real[a] + x, imaginary[a] + y)
                }
            }
            length *= 2
        }
    }

    private static let reversed = (0..<size).map { index in
        (0..<9).reduce(0) { $0 << 1 | index >> $1 & 1 }
    }

    private static let turns: [(Float, Float)] = (0..<size / 2).map { index in
        let angle = 2 * Double.pi * Double(index) / Double(size)
        return (Float(cos(angle)), Float(sin(angle)))
    }

    private static let hann: [Float] = (0..<window).map { index in
        Float(0.5 - 0.5 * cos(2 * .pi * (Double(index) + 0.5) / Double(window)))
    }

    /// Triangles on the mel scale; each overlaps its neighbours by half.
    private static let filters: [(first: Int, weights: [Float])] = {
        func mel(_ hertz: Double) -> Double { 2_595 * log10(1 + hertz / 700) }
        func hertz(_ mel: Double) -> Double { 700 * (pow(10, mel / 2_595) - 1) }
        let (low, high) = (mel(100), mel(7_600))
        let edges = (0..<bands + 2).map { index in
            hertz(low + (high - low) * Double(index) / Double(bands + 1))
        }
        return (0..<bands).map { band in
            let bins = (0...size / 2).map { bin in
                let frequency = Double(bin * rate) / Double(size)
                return min(
                    (frequency - edges[band]) / (edges[band + 1] - edges[band]),
                    (edges[band + 2] - frequency) / (edges[band + 2] - edges[band + 1]))
            }
            let first = bins.firstIndex { $0 > 0 } ?? 0
            let last = bins.lastIndex { $0 > 0 } ?? first
            return (first, bins[first...last].map { Float(max(0, $0)) })
        }
    }()
}
