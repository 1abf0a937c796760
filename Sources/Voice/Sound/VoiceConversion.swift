import Glibc

/// Another voice from the same words: higher or lower, with a shorter or longer throat, in the same time.
///
/// Each wave of the voice is cut out, stretched or squeezed, which moves its formants, and laid down again
/// at another distance from the one before, which moves the pitch. A line is as long as it was, sample for
/// sample, so mouth and words still fit. 1.5 and 1.15 make a woman of a man; further away it sounds made.
///
/// - Source: pitch-synchronous overlap and add; Moulines and Charpentier, 1990, with resampled waves as in
///   Lent, "An efficient method for pitch shifting digitally sampled sounds", 1989.
public struct VoiceConversion: Equatable, Sendable {
    /// Of the pitch, 0.5…2; 1 leaves it.
    public var pitch: Double
    /// Of the formants, 0.7…1.4; 1 leaves them.
    public var formants: Double

    public static let pitches = 0.5...2.0
    public static let throats = 0.7...1.4
    public static let none = VoiceConversion()

    /// - Precondition: both are within their ranges.
    public init(pitch: Double = 1, formants: Double = 1) {
        precondition(
            Self.pitches.contains(pitch) && Self.throats.contains(formants),
            "a voice is changed by 0.5…2 in pitch and 0.7…1.4 in its formants")
        self.pitch = pitch
        self.formants = formants
    }

    /// - Parameter samples: at `sampleRate`; as many come out.
    func convert(_ samples: inout [Float]) {
        guard self != .none else { return }
        let marks = PitchTrack(samples).marks()
        guard !marks.isEmpty else { return }
        var result = [Float](repeating: 0, count: samples.count)
        var weights = result
        var nearest = 0
        var at = marks[0].place
        while at < Double(samples.count) {
            while nearest + 1 < marks.count,
                abs(marks[nearest + 1].place - at) <= abs(marks[nearest].place - at)
            {
                nearest += 1
            }
            let mark = marks[nearest]
            let distance = mark.isVoiced ? mark.period / pitch : mark.period
            lay(mark, of: samples, at: at, distance: distance, onto: &result, &weights)
            at += distance
        }
        // Where waves overlap more or less than they did, they are not louder or softer for it.
        for index in result.indices where weights[index] > 1 { result[index] /= weights[index] }
        samples = result
    }

    /// Lays the sound around a mark down around a place, `formants` times as fast.
    private func lay(
        _ mark: PitchTrack.Mark, of samples: [Float], at place: Double, distance: Double,
        onto result: inout [Float], _ weights: inout [Float]
    ) {
        // Half the width of what is laid down: nothing may stay empty between two.
        let reach = max(mark.period / formants, distance)
        let range =
            max(
                0, Int((place - reach).rounded(.up)))..<min(
                result.count, Int((place + reach).rounded(.down)) + 1)
        guard range.lowerBound < range.upperBound else { return }
        for index in range {
            let offset = Double(index) - place
            let weight = Float(0.5 + 0.5 * cos(.pi * offset / reach))
            let source = mark.place + offset * formants
            result[index] += weight * Self.sample(samples, at: source)
            weights[index] += weight
        }
    }

    /// Between samples, by the cubic through the four around.
    @inline(__always)
    private static func sample(_ samples: [Float], at place: Double) -> Float {
        let base = Int(place.rounded(.down))
        guard base >= 1, base + 2 < samples.count else {
            return samples.indices.contains(base) ? samples[base] : 0
        }
        let t = Float(place - Double(base))
        let (a, b, c, d) = (
            samples[base - 1], samples[base], samples[base + 1], samples[base + 2]
        )
        let slope = 0.5 * (c - a)
        let bend = a - 2.5 * b + 2 * c - 0.5 * d
        let twist = 0.5 * (d - a) + 1.5 * (b - c)
        return ((twist * t + bend) * t + slope) * t + b
    }
}
