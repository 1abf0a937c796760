public import AvatarTypes

/// A mouth from sound alone, without a text, while the sound comes.
///
/// It is fed pieces of any length and answers with the shapes that are certain by then: those of all but
/// the last 53 ms. The same sound gives the same shapes however it is cut.
///
/// ```swift
/// var mouth = ListeningMouth(rate: 24_000)
/// let shapes = mouth.hear(samples)     // spans after those before
/// let last = mouth.finish()
/// ```
public struct ListeningMouth {
    /// What it lags behind what it has heard: half a window, the rows it looks ahead, and one row.
    public static let delay = MediaTime.milliseconds(53)

    private var resampler: Resampler.Running
    private var spectrum = SpeechSpectrum()
    private let net = HeardViseme()
    /// Rows that are still looked at, with those before the sound.
    private var rows: [[Float]] = []
    /// Rows that have their viseme.
    private var decided = 0
    /// How likely each shape is by all that was heard.
    private var belief: [Float]
    private var shape = Viseme.sil
    private var shapeStart = 0
    private let rate: Int
    private var heardSamples = 0

    /// A shape of the last row goes on with this probability.
    ///
    /// Higher, and short sounds are lost; lower, and the mouth rattles.
    private static let persistence: Float = 0.8
    /// Lips touch when it is this likely: with less, a third of what is seen to close does for nothing;
    /// with much more, closures are missed.
    private static let certainty: Float = 0.6
    /// No shape is shorter, in rows of 10 ms; lips that touch need not wait for the shape before.
    private static let shortest = 4

    /// - Parameter rate: Hz of the samples that it will hear.
    public init(rate: Int) {
        self.rate = rate
        resampler = Resampler.Running(from: rate, to: SpeechSpectrum.rate)
        let count = Viseme.allCases.count
        belief = [Float](repeating: 1 / Float(count), count: count)
    }

    /// Takes the next samples, −1…1, and gives the shapes that ended by them, after those given before.
    public mutating func hear(_ samples: [Float]) -> [Timeline<Viseme>.Span] {
        heardSamples += samples.count
        return take(resampler.resample(samples), isLast: false)
    }

    /// The rest, when no more will come.
    public mutating func finish() -> [Timeline<Viseme>.Span] {
        let silence = (HeardViseme.future + 3) * SpeechSpectrum.hop * rate / SpeechSpectrum.rate
        let spans = take(
            resampler.resample([Float](repeating: 0, count: silence)), isLast: true)
        let end = MediaTime.samples(heardSamples, rate: rate)
        return spans.compactMap { span in
            span.start < end
                ? .init(start: span.start, end: min(span.end, end), value: span.value) : nil
        }
    }

    /// The shape that goes on at the end of what was decided, and since when; it is not among those given yet.
    public var present: (viseme: Viseme, since: MediaTime, until: MediaTime) {
        (shape, Self.time(ofRow: shapeStart), Self.time(ofRow: decided))
    }

    private mutating func take(_ samples: [Float], isLast: Bool) -> [Timeline<Viseme>.Span] {
        let new = spectrum.rows(hearing: samples)
        if rows.isEmpty, let first = new.first {
            rows = [[Float]](repeating: first, count: HeardViseme.past)
        }
        rows += new
        var spans: [Timeline<Viseme>.Span] = []
        let width = HeardViseme.past + 1 + HeardViseme.future
        var start = 0
        while start + width <= rows.count {
            decide(net.likelihoods(Array(rows[start..<start + width].joined())), &spans)
            start += 1
        }
        rows.removeFirst(start)
        if isLast { end(at: decided, &spans) }
        return spans
    }

    private mutating func decide(
        _ likelihoods: [Float], _ spans: inout [Timeline<Viseme>.Span]
    ) {
        let others = (1 - Self.persistence) / Float(belief.count - 1)
        var sum: Float = 0
        for index in belief.indices {
            belief[index] =
                (belief[index] * Self.persistence + (1 - belief[index]) * others)
                * (likelihoods[index] + 1e-6)
            sum += belief[index]
        }
        var best = 0
        for index in belief.indices {
            belief[index] /= sum
            if belief[index] > belief[best] { best = index }
        }
        let wanted = Viseme.allCases[best]
        let touches = wanted == .PP || wanted == .FF
        let mayChange =
            touches
            ? belief[best] >= Self.certainty
            : decided - shapeStart >= Self.shortest || shape == .sil
        if wanted != shape, mayChange {
            end(at: decided, &spans)
            shape = wanted
        }
        decided += 1
    }

    private mutating func end(at row: Int, _ spans: inout [Timeline<Viseme>.Span]) {
        defer { shapeStart = row }
        let (from, to) = (Self.time(ofRow: shapeStart), Self.time(ofRow: row))
        if shape != .sil, from < to { spans.append(.init(start: from, end: to, value: shape)) }
    }

    /// A row is heard around its moment.
    private static func time(ofRow row: Int) -> MediaTime {
        max(
            .zero,
            .samples(row * SpeechSpectrum.hop - SpeechSpectrum.hop / 2, rate: SpeechSpectrum.rate))
    }
}

extension ListeningMouth {
    /// The mouth of a whole sound.
    public static func visemes(hearing clip: AudioClip) -> Timeline<Viseme> {
        var mouth = ListeningMouth(rate: clip.sampleRate)
        return Timeline(mouth.hear(clip.samples) + mouth.finish())
    }
}
