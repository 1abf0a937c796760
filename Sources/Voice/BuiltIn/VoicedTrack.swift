import AvatarTypes

/// The runs of one utterance joined, from voices that know when each of their sounds is heard.
struct VoicedTrack {
    private let characters: [Character]
    /// At `sampleRate`.
    private(set) var sound: [Float] = []
    private(set) var visemes = Timeline<Viseme>()
    private(set) var words = Timeline<SpokenWord>()
    private var resamplers: [Int: Resampler] = [:]

    /// Seconds of quiet that stay before the first and after the last sound of a run.
    private static let lead = 0.01
    private static let tail = 0.04
    /// What of a stop consonant is closed; the rest is its burst.
    private static let closed = 0.65
    /// Samples.
    private static let shortestClosure = sampleRate * 40 / 1000

    init(text: String) {
        characters = Array(text)
    }

    /// - Parameters:
    ///   - sound: at `rate`, full scale 1, with any silence around it.
    ///   - times: where each sound of the prosody is, in samples at `rate`.
    mutating func append(
        _ prosody: Prosody, sound: [Float], times: [Range<Int>], rate: Int, language: Language
    ) {
        guard let first = times.first, let last = times.last else { return }
        let from = max(0, first.lowerBound - Int(Self.lead * Double(rate)))
        let to = min(sound.count, last.upperBound + Int(Self.tail * Double(rate)))
        guard from < to else { return }
        let resampler = resamplers[rate] ?? Resampler(from: rate, to: sampleRate)
        resamplers[rate] = resampler
        let origin = self.sound.count
        self.sound += resampler.resample(
            sound[from..<to].map { Int16(min(max($0, -1), 1) * 32_767) })
        let places = times.map { range in
            origin + (range.lowerBound - from) * sampleRate / rate..<origin
                + (range.upperBound - from) * sampleRate / rate
        }
        appendMouth(prosody.sounds, places, language)
        appendWords(prosody, places)
    }

    private mutating func appendMouth(
        _ sounds: [Prosody.Sound], _ places: [Range<Int>], _ language: Language
    ) {
        for (index, sound) in sounds.enumerated() {
            let place = places[index]
            var shapes = sound.mouth.visemes(language: language)
            if sound.mouth.isStop, let first = shapes.first?.viseme {
                let next =
                    index + 1 < sounds.count && places[index + 1].lowerBound == place.upperBound
                    ? sounds[index + 1].mouth.visemes(language: language).first?.viseme : nil
                shapes = [(first, Self.closed), (next ?? first, 1 - Self.closed)]
            }
            var at = place.lowerBound
            for (order, shape) in shapes.enumerated() {
                let end =
                    order == shapes.count - 1
                    ? place.upperBound : at + Int(Double(place.count) * shape.share)
                if at < end { show(shape.viseme, from: at, to: end, within: place.upperBound) }
                at = max(at, end)
            }
        }
    }

    /// Lips that close stay so for their least time: they take what is missing from the burst after them,
    /// and what that has not from the sound before.
    private mutating func show(
        _ viseme: Viseme, from start: Int, to end: Int, within limit: Int
    ) {
        var (start, end) = (max(start, visemes.end.samples(rate: sampleRate)), end)
        if viseme == .PP {
            // Two closures that touch are one.
            if let last = visemes.spans.last, last.value == .PP,
                last.end.samples(rate: sampleRate) >= start
            {
                start = last.start.samples(rate: sampleRate)
            }
            end = min(max(end, start + Self.shortestClosure), limit)
            start = min(start, max(0, end - Self.shortestClosure))
        }
        guard start < end else { return }
        visemes.overwrite(
            viseme, from: .samples(start, rate: sampleRate), to: .samples(end, rate: sampleRate))
    }

    /// Words that stand for the same characters, as those of a number do, are one.
    private mutating func appendWords(_ prosody: Prosody, _ places: [Range<Int>]) {
        var at = 0
        var open: (range: Range<Int>, start: Int, end: Int)?
        for word in prosody.phrases.flatMap(\.words) {
            let count = word.syllables.reduce(0) { $0 + $1.sounds.count }
            defer { at += count }
            guard count > 0, let range = letters(word.characters) else { continue }
            let (start, end) = (places[at].lowerBound, places[at + count - 1].upperBound)
            if let present = open, present.range.overlaps(range) {
                open?.end = end
                open?.range =
                    present.range.lowerBound..<max(present.range.upperBound, range.upperBound)
            } else {
                close(open)
                open = (range, start, end)
            }
        }
        close(open)
    }

    private mutating func close(_ word: (range: Range<Int>, start: Int, end: Int)?) {
        guard let word, word.start < word.end,
            word.range.lowerBound >= words.spans.last?.value.range.upperBound ?? 0
        else { return }
        words.append(
            SpokenWord(text: String(characters[word.range]), range: word.range),
            from: .samples(word.start, rate: sampleRate), to: .samples(word.end, rate: sampleRate))
    }

    /// Without the marks around a word.
    private func letters(_ range: Range<Int>) -> Range<Int>? {
        let letters = range.filter {
            characters.indices.contains($0)
                && (characters[$0].isLetter || characters[$0].isNumber || characters[$0].isSymbol)
        }
        guard let first = letters.first, let last = letters.last else { return nil }
        return first..<last + 1
    }
}
