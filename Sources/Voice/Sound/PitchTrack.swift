import Glibc

/// How high a voice is at each moment, and where each of its waves begins.
///
/// - Source: normalized autocorrelation with a preference for short periods, as in Boersma, "Accurate
///   short-term analysis of the fundamental frequency", 1993; the marks follow the likeness of one wave to
///   the next, ours.
struct PitchTrack {
    /// Samples at `sampleRate` for each one that is looked at: 12 kHz are enough for a pitch.
    static let coarse = 4
    private static let rate = sampleRate / coarse
    /// Coarse samples: 5 ms from one look to the next.
    static let step = rate / 200
    private static let lags = rate / 500...rate / 60
    /// As like as this a wave has to be to the one before to be voiced.
    private static let likeness: Float = 0.55
    /// Of the loudest wave; below it is silence.
    private static let silence: Float = 0.02

    /// At 12 kHz.
    private let samples: [Float]
    /// The period at each look in coarse samples; 0 where there is no voice.
    private(set) var periods: [Float] = []

    /// - Parameter sound: at `sampleRate`.
    init(_ sound: [Float]) {
        samples = stride(from: 0, to: sound.count, by: Self.coarse).map { start in
            let part = sound[start..<min(start + Self.coarse, sound.count)]
            return part.reduce(0, +) / Float(part.count)
        }
        let loudest = samples.lazy.map { abs($0) }.max() ?? 0
        periods = stride(from: 0, to: samples.count, by: Self.step).map { middle in
            period(around: middle, above: loudest * Self.silence)
        }
        smooth()
    }

    private func period(around middle: Int, above floor: Float) -> Float {
        let longest = Self.lags.upperBound
        let start = middle - longest
        let length = longest
        guard start >= 0, start + length + longest < samples.count else { return 0 }
        var energy: Float = 0
        for index in start..<start + length { energy += samples[index] * samples[index] }
        guard energy > floor * floor * Float(length) else { return 0 }
        var scores = [Float](repeating: 0, count: longest + 2)
        samples.withUnsafeBufferPointer { samples in
            var later: Float = 0
            for index in start..<start + length {
                let sample = samples[index + Self.lags.lowerBound - 1]
                later += sample * sample
            }
            for lag in Self.lags.lowerBound - 1...longest {
                var product: Float = 0
                for index in start..<start + length {
                    product += samples[index] * samples[index + lag]
                }
                scores[lag] = product / (energy * max(later, 1e-12)).squareRoot()
                let (gone, come) = (samples[start + lag], samples[start + length + lag])
                later += come * come - gone * gone
            }
        }
        // Two periods are as like as one: a longer one has to be clearly better.
        var best = 0
        var reached: Float = 0
        for lag in Self.lags where lag < longest {
            guard scores[lag] >= scores[lag - 1], scores[lag] >= scores[lag + 1] else { continue }
            if scores[lag] > reached + (best == 0 ? 0 : 0.06) {
                (best, reached) = (lag, scores[lag])
            }
        }
        guard best > 0, reached > Self.likeness else { return 0 }
        let (left, peak, right) = (scores[best - 1], scores[best], scores[best + 1])
        let bend = left - 2 * peak + right
        return Float(best) + (bend < 0 ? 0.5 * (left - right) / bend : 0)
    }

    /// One look that differs from those around it is a mistake.
    private mutating func smooth() {
        let raw = periods
        for index in raw.indices.dropFirst().dropLast() {
            periods[index] = [raw[index - 1], raw[index], raw[index + 1]].sorted()[1]
        }
    }

    /// A place where a wave begins, or where breath is cut, and how long it is, in samples at `sampleRate`.
    struct Mark: Equatable {
        var place: Double
        var period: Double
        var isVoiced: Bool
    }

    /// Marks from the beginning to the end: in a voice a wave apart, elsewhere 5 ms.
    func marks() -> [Mark] {
        var marks: [Mark] = []
        var at = 0.0
        var before: Double?
        while Int(at) < samples.count {
            let look = min(Int(at) / Self.step, periods.count - 1)
            let period = look >= 0 ? Double(periods[look]) : 0
            if period == 0 {
                marks.append(mark(at, Double(Self.step), false))
                before = nil
                at += Double(Self.step)
                continue
            }
            let place = before.map { follow($0, period) } ?? crest(after: at, period)
            marks.append(mark(place, period, true))
            before = place
            at = place + period
        }
        return marks
    }

    private func mark(_ place: Double, _ period: Double, _ isVoiced: Bool) -> Mark {
        let scale = Double(Self.coarse)
        return Mark(place: place * scale, period: period * scale, isVoiced: isVoiced)
    }

    /// The highest place of the first wave.
    private func crest(after at: Double, _ period: Double) -> Double {
        let range = Int(at)..<min(Int(at + period) + 1, samples.count)
        return Double(range.max { abs(samples[$0]) < abs(samples[$1]) } ?? Int(at))
    }

    /// Where the wave at a place comes again: about a period later, where it looks most alike.
    private func follow(_ place: Double, _ period: Double) -> Double {
        let reach = Int(period / 2)
        let from = Int(place.rounded())
        func likeness(_ to: Int) -> Float {
            guard from - reach >= 0, to + reach < samples.count else { return -.infinity }
            var product: Float = 0
            var energy: Float = 1e-9
            for offset in -reach...reach {
                product += samples[from + offset] * samples[to + offset]
                energy += samples[to + offset] * samples[to + offset]
            }
            return product / energy.squareRoot()
        }
        let middle = Int((place + period).rounded())
        let slack = max(2, Int(period * 0.12))
        let scores = (middle - slack - 1...middle + slack + 1).map(likeness)
        guard
            let best = scores.indices.dropFirst().dropLast().max(by: { scores[$0] < scores[$1] }),
            scores[best].isFinite
        else { return place + period }
        let (left, peak, right) = (scores[best - 1], scores[best], scores[best + 1])
        let bend = left - 2 * peak + right
        let fine = bend < 0 && left.isFinite && right.isFinite ? 0.5 * (left - right) / bend : 0
        return Double(middle - slack - 1 + best) + Double(min(max(fine, -0.5), 0.5))
    }
}
