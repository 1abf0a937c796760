public import AvatarTypes
import Glibc

/// How well each way to a mouth follows speech whose phones are known to the sample: espeak-ng's male
/// voice, at another speed in every word, while the mouth is laid from the female one's even reading.
///
/// Phones are the same on both sides, which is kinder than a foreign engine: it may pronounce otherwise.
public struct LipsyncComparison {
    /// The order is that of trust; the last is what a mouth by loudness alone would be.
    public enum Way: String, CaseIterable, Sendable {
        case native, anchored, forced, scaled, heard, loudness
    }

    /// What one way did on one sentence.
    public struct Result: Sendable {
        public var way: Way
        public var language: Language
        /// Seconds of sound, and of work.
        public var duration: Double
        public var cost: Double
        /// Seconds between when a shape began and when it should have, where it was there at all.
        public var onsetErrors: [Double] = []
        /// Shapes that were not there within a quarter of a second.
        public var missed = 0
        /// Frames at 30 a second in which something is said; with the right shape; with it one frame off.
        public var frames = 0
        public var right = 0
        public var nearlyRight = 0
        /// Sounds of closed lips; shown closed; lips that closed for nothing.
        public var closures = 0
        public var closed = 0
        public var falselyClosed = 0
        /// Shapes that began.
        public var changes = 0
        /// Of how far the mouth is open, −1…1.
        public var correlation = 0.0
    }

    /// Sentences of every language, the same every time.
    public static let sentences: [(language: Language, text: String)] = [
        (.english, "My mother baked a pumpkin pie for five people."),
        (.english, "The quick brown fox jumps over the lazy dog."),
        (.english, "Please open the window before you go to bed, Bob."),
        (.english, "She sells sea shells by the sea shore in September."),
        (.english, "What a beautiful morning, I would love to walk in the park."),
        (.english, "Five brave men live above the river, far from the village."),
        (.russian, "Мама мыла раму, а папа пил пиво."),
        (.russian, "Шла Саша по шоссе и сосала сушку."),
        (.russian, "Пожалуйста, откройте окно перед сном."),
        (.russian, "Быстрая бурая лиса прыгает через забор."),
        (.russian, "Вечером мы вместе варим вкусный борщ."),
        (.russian, "Мне очень приятно, что вы пришли поболтать со мной."),
        (.japanese, "ももたろうは、かわでももをひろいました。"),
        (.japanese, "さくらのはなが、ゆっくりとふっています。"),
        (.japanese, "わたしは、ばななとぶどうがだいすきです。"),
        (.japanese, "まいあさ、ぱんとみるくをたべます。"),
    ]

    private let voice: EspeakSynthesizer
    private let aligner: Aligner?

    /// Whether phones can be found in sound here, so that `forced` is what it says.
    public var hasAligner: Bool { aligner != nil }

    /// - Throws: when espeak-ng does not start.
    public init() throws(VoiceError) {
        voice = try EspeakSynthesizer()
        aligner = Aligner()
    }

    /// All ways on one sentence.
    public func results(
        _ language: Language, _ text: String
    ) async throws(VoiceError) -> [Result] {
        let utterance = Utterance(text: text, language: language)
        let truth = try spoken(utterance)
        let (line, phones) = try await voice.reading(of: utterance)
        let reading = Reading(line: line, phones: phones)
        let stamps = truth.words.spans.map { word in
            // Engines round their times: to 10 ms here.
            Stamp(
                range: word.value.range,
                time: Self.rounded(
                    word.start)..<max(
                        Self.rounded(word.end), Self.rounded(word.start) + .milliseconds(10)))
        }
        let samples = truth.audio.samples
        var results: [Result] = []
        for way in Way.allCases {
            if way == .forced || way == .anchored, aligner == nil, way == .forced { continue }
            var visemes = Timeline<Viseme>()
            let clock = ContinuousClock()
            let cost = clock.measure {
                switch way {
                case .native: visemes = truth.visemes
                case .anchored:
                    visemes =
                        Dubbing(samples).line(speaking: reading, stamps: stamps, aligner: aligner)
                        .line.visemes
                case .forced:
                    visemes =
                        Dubbing(samples).line(speaking: reading, aligner: aligner).line.visemes
                case .scaled: visemes = Dubbing(samples).line(speaking: reading).line.visemes
                case .heard: visemes = ListeningMouth.visemes(hearing: truth.audio)
                case .loudness: visemes = Self.loudnessMouth(samples)
                }
            }
            var result = Self.score(visemes, against: truth)
            result.way = way
            result.language = language
            result.cost =
                Double(cost.components.seconds) + Double(cost.components.attoseconds) * 1e-18
            results.append(result)
        }
        return results
    }

    /// The male voice at a speed of its own in every word.
    private func spoken(_ utterance: Utterance) throws(VoiceError) -> SpokenLine {
        let speeds = [150, 205, 170, 225, 140, 190]
        let runs = SpeakableText(utterance.text, language: utterance.language).runs
        var track = SpeechTrack(text: utterance.text)
        for run in runs {
            var scalars: [Unicode.Scalar] = []
            var characters: [Range<Int>] = []
            var word = 0
            for (scalar, range) in zip(run.scalars, run.characters) {
                if scalars.isEmpty || scalar == " " || scalar == "、" {
                    // espeak-ng's own command for a speed inside a text.
                    let command = "\u{1}\(speeds[word % speeds.count])S "
                    word += 1
                    if !scalars.isEmpty {
                        scalars.append(scalar)
                        characters.append(range)
                    }
                    scalars += command.unicodeScalars
                    characters += command.unicodeScalars.map { _ in
                        range.upperBound..<range.upperBound
                    }
                    if scalars.count > command.unicodeScalars.count { continue }
                }
                scalars.append(scalar)
                characters.append(range)
            }
            var uneven = run
            uneven.scalars = scalars
            uneven.characters = characters
            let line = try espeakLine(
                EspeakRequest(
                    voice: EspeakSynthesizer.accent(run.language) + "+bunrakum", text: scalars,
                    rate: 175, pitch: 50, range: 50))
            track.append(line, of: uneven)
        }
        var samples = Resampler(from: track.rate, to: sampleRate).resample(track.sound)
        Loudness.level(&samples, decibels: 0)
        return SpokenLine(
            utterance: utterance, audio: AudioClip(samples: samples, sampleRate: sampleRate),
            visemes: track.visemes, words: track.words)
    }

    private static func rounded(_ time: MediaTime) -> MediaTime {
        .milliseconds(Int((time.seconds * 100).rounded()) * 10)
    }

    /// Open-LLM-VTuber's way: the louder, the wider, in steps of 20 ms.
    private static func loudnessMouth(_ samples: [Float]) -> Timeline<Viseme> {
        let step = sampleRate / 50
        let levels = stride(from: 0, to: samples.count, by: step).map { start in
            let part = samples[start..<min(start + step, samples.count)]
            return (part.reduce(0) { $0 + $1 * $1 } / Float(part.count)).squareRoot()
        }
        let loudest = max(levels.max() ?? 0, 1e-6)
        var spans: [Timeline<Viseme>.Span] = []
        for (index, level) in levels.enumerated() {
            let open = level / loudest
            guard open > 0.04 else { continue }
            let viseme: Viseme = open > 0.6 ? .aa : open > 0.35 ? .oh : open > 0.15 ? .E : .ih
            let start = MediaTime.samples(index * step, rate: sampleRate)
            let end = MediaTime.samples((index + 1) * step, rate: sampleRate)
            if let last = spans.last, last.value == viseme, last.end == start {
                spans[spans.count - 1].end = end
            } else {
                spans.append(.init(start: start, end: end, value: viseme))
            }
        }
        return Timeline(spans)
    }
}

extension LipsyncComparison {
    private static func score(
        _ visemes: Timeline<Viseme>, against truth: SpokenLine
    ) -> Result {
        let duration = truth.audio.duration.seconds
        var result = Result(way: .native, language: .english, duration: duration, cost: 0)
        for span in truth.visemes.spans where span.value != .sil {
            let near =
                visemes.spans.filter { $0.value == span.value }
                .map { abs($0.start.seconds - span.start.seconds) }.min() ?? 1
            if near < 0.25 { result.onsetErrors.append(near) } else { result.missed += 1 }
        }
        let frame = MediaTime.frames(1, perSecond: 30)
        for index in 0..<Int(duration * 30) {
            let time = MediaTime.frames(index, perSecond: 30)
            guard let right = truth.visemes.value(at: time), right != .sil else { continue }
            let near = [time - frame, time, time + frame].map { visemes.value(at: $0) ?? .sil }
            result.frames += 1
            result.right += near[1] == right ? 1 : 0
            result.nearlyRight += near.contains(right) ? 1 : 0
        }
        func overlaps(_ span: Timeline<Viseme>.Span, _ others: Timeline<Viseme>) -> Bool {
            others.spans.contains {
                $0.value == .PP && $0.start < span.end && span.start < $0.end
            }
        }
        for span in truth.visemes.spans where span.value == .PP {
            result.closures += 1
            result.closed += overlaps(span, visemes) ? 1 : 0
        }
        for span in visemes.spans where span.value == .PP && !overlaps(span, truth.visemes) {
            result.falselyClosed += 1
        }
        result.changes = visemes.spans.count
        result.correlation = correlation(
            openness(visemes, duration), openness(truth.visemes, duration))
        return result
    }

    /// How far the mouth opens, a hundred times a second, smoothed over 90 ms as a jaw is.
    private static func openness(_ visemes: Timeline<Viseme>, _ duration: Double) -> [Double] {
        let raw = (0..<Int(duration * 100)).map { index in
            Double(visemes.value(at: .milliseconds(index * 10))?.openness ?? 0)
        }
        return raw.indices.map { index in
            let part = raw[max(0, index - 4)...min(raw.count - 1, index + 4)]
            return part.reduce(0, +) / Double(part.count)
        }
    }

    /// Pearson's.
    private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
        let (meanA, meanB) = (a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count))
        var (both, squareA, squareB) = (0.0, 1e-12, 1e-12)
        for (x, y) in zip(a, b) {
            both += (x - meanA) * (y - meanB)
            squareA += (x - meanA) * (x - meanA)
            squareB += (y - meanB) * (y - meanB)
        }
        return both / (squareA * squareB).squareRoot()
    }
}
