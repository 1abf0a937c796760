import AvatarTypes

/// Lays the mouth and the words of one recording onto another of the same text.
///
/// Both begin and end to sound at the same words; pauses inside are matched where both have as many.
/// Between these points times are stretched evenly, and where the new sound is silent the mouth is
/// closed.
struct Dubbing {
    let samples: [Float]
    private let stretches: [Range<Int>]

    /// - Parameter samples: at `sampleRate`.
    init(_ samples: [Float]) {
        self.samples = samples
        stretches = Self.stretches(of: samples)
    }

    func line(speaking other: SpokenLine) -> SpokenLine {
        let audio = AudioClip(samples: samples, sampleRate: sampleRate)
        var line = SpokenLine(
            utterance: other.utterance, audio: audio, visemes: Timeline(), words: Timeline())
        var old = Self.stretches(of: other.audio.samples)
        // Captions without sound have a mouth all the same.
        if old.isEmpty, !other.audio.samples.isEmpty { old = [0..<other.audio.samples.count] }
        guard let first = stretches.first, let last = stretches.last,
            let oldFirst = old.first, let oldLast = old.last
        else { return line }
        var new = stretches
        if old.count != new.count {
            old = [oldFirst.lowerBound..<oldLast.upperBound]
            new = [first.lowerBound..<last.upperBound]
        }
        for span in other.words.spans {
            let start = Self.moved(span.start, from: old, to: new)
            let end = Self.moved(span.end, from: old, to: new)
            if start < end { line.words.append(span.value, from: start, to: end) }
        }
        for span in other.visemes.spans {
            let start = Self.moved(span.start, from: old, to: new).samples(rate: sampleRate)
            let end = Self.moved(span.end, from: old, to: new).samples(rate: sampleRate)
            for stretch in stretches {
                let part =
                    max(
                        start, stretch.lowerBound)..<max(
                        max(start, stretch.lowerBound), min(end, stretch.upperBound))
                guard !part.isEmpty else { continue }
                line.visemes.append(
                    span.value, from: .samples(part.lowerBound, rate: sampleRate),
                    to: .samples(part.upperBound, rate: sampleRate))
            }
        }
        return line
    }

    /// Where a moment of the old recording is in the new one.
    private static func moved(
        _ time: MediaTime, from old: [Range<Int>], to new: [Range<Int>]
    ) -> MediaTime {
        let sample = time.samples(rate: sampleRate)
        let index = old.firstIndex { sample < $0.upperBound } ?? old.count - 1
        let within = min(max(sample, old[index].lowerBound), old[index].upperBound)
        let place =
            new[index].lowerBound
            + (within - old[index].lowerBound) * new[index].count / max(1, old[index].count)
        return .samples(place, rate: sampleRate)
    }

    /// The parts that sound, with pauses of 150 ms and more between them; stops are shorter.
    private static func stretches(of samples: [Float]) -> [Range<Int>] {
        let window = sampleRate / 100
        let loudest = samples.lazy.map { abs($0) }.max() ?? 0
        guard loudest > 0.001 else { return [] }
        var found: [Range<Int>] = []
        for start in stride(from: 0, to: samples.count, by: window) {
            let range = start..<min(start + window, samples.count)
            guard samples[range].contains(where: { abs($0) > loudest / 40 }) else { continue }
            if let last = found.last, start - last.upperBound < sampleRate * 15 / 100 {
                found[found.count - 1] = last.lowerBound..<range.upperBound
            } else {
                found.append(range)
            }
        }
        return found
    }
}
