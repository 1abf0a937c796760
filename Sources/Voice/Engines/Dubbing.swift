import AvatarTypes

/// A line as the built-in voice says it: what another recording of the same text is laid along.
struct Reading {
    var line: SpokenLine
    var phones: [SpokenPhone]
}

/// Lays the mouth and the words of the built-in voice onto another recording of the same text.
///
/// The best that is to be had: every phone found in the sound, unless that strays from the engine's own
/// times of words; these times; else both begin and end together, with pauses matched where both have as
/// many.
struct Dubbing {
    /// What the mouth's times come from.
    enum Way: String, CaseIterable {
        case anchored, forced, scaled
    }

    let samples: [Float]
    private let stretches: [Range<MediaTime>]

    /// Alignment that strays from an engine's stamps by more than this is not believed there: stamps of
    /// words are exact to some 50 ms.
    private static let stray = MediaTime.milliseconds(80)
    /// A closure before the first sound is silent.
    private static let silentClosure = MediaTime.milliseconds(45)

    /// - Parameter samples: at `sampleRate`.
    init(_ samples: [Float]) {
        self.samples = samples
        stretches = Self.stretches(of: samples)
    }

    func line(
        speaking reading: Reading, stamps: [Stamp] = [], aligner: Aligner? = nil
    ) -> (line: SpokenLine, way: Way) {
        let old = reading.line
        guard !stretches.isEmpty else { return (laid(old, along: TimeMap()), .scaled) }
        var way = Way.scaled
        var map = TimeMap()
        let times = aligner.flatMap { $0.times(of: reading.phones, in: samples) }
        if !stamps.isEmpty {
            map = anchored(reading, stamps, times)
            way = .anchored
        } else if let times {
            lay(Array(reading.phones.indices), of: reading, at: times, into: &map)
            way = .forced
        }
        let line = laid(old, along: map)
        // Nothing was found, or only where it is silent: that recording is not these phones.
        if line.visemes.spans.isEmpty { return (laid(old, along: scaled(old)), .scaled) }
        return (line, way)
    }

    /// Mouth and words where a map puts them; the mouth is closed where it is silent.
    private func laid(_ old: SpokenLine, along map: TimeMap) -> SpokenLine {
        var line = SpokenLine(
            utterance: old.utterance,
            audio: AudioClip(samples: samples, sampleRate: sampleRate),
            visemes: Timeline(), words: Timeline())
        if map.isEmpty { return line }
        let end = line.audio.duration
        for span in old.words.spans {
            let start = max(map(span.start), line.words.end)
            let stop = min(map(span.end), end)
            if start < stop { line.words.append(span.value, from: start, to: stop) }
        }
        for span in map.map(old.visemes).spans where span.start < end {
            let stop = min(span.end, end)
            for stretch in stretches {
                let from = max(span.start, stretch.lowerBound - Self.silentClosure)
                let to = min(stop, stretch.upperBound)
                let start = max(from, line.visemes.end)
                if start < to { line.visemes.append(span.value, from: start, to: to) }
            }
        }
        return line
    }

    /// By the times of words; inside a word by its phones where these were found in its time.
    private func anchored(
        _ reading: Reading, _ stamps: [Stamp], _ times: [Range<MediaTime>?]?
    ) -> TimeMap {
        let words = reading.line.words.spans
        var map = TimeMap()
        var members = [[Int]](repeating: [], count: words.count)
        for (index, phone) in reading.phones.enumerated() {
            guard let word = words.lastIndex(where: { $0.start <= phone.stamp }) else { continue }
            members[word].append(index)
        }
        var waiting: [Int] = []
        for (index, word) in words.enumerated() {
            let heard = stamps.filter { $0.range.overlaps(word.value.range) }
            guard let first = heard.first, let last = heard.last,
                first.time.lowerBound < last.time.upperBound
            else {
                waiting += members[index]
                continue
            }
            let time = first.time.lowerBound..<last.time.upperBound
            lay(waiting, of: reading, upTo: time.lowerBound, into: &map)
            waiting = []
            let found = members[index].compactMap { times?[$0] }
            if let times, let start = found.first?.lowerBound, let end = found.last?.upperBound,
                max(start, time.lowerBound) - min(start, time.lowerBound) <= Self.stray,
                max(end, time.upperBound) - min(end, time.upperBound) <= Self.stray
            {
                lay(members[index], of: reading, at: times, into: &map)
            } else if let first = members[index].first, let last = members[index].last {
                map.append(reading.phones[first].start..<reading.phones[last].end, to: time)
            }
        }
        lay(waiting, of: reading, upTo: stretches.last?.upperBound ?? .zero, into: &map)
        return map
    }

    /// Phones where they were found. One without a sound of its own is the end of the one before it.
    private func lay(
        _ phones: [Int], of reading: Reading, at times: [Range<MediaTime>?],
        into map: inout TimeMap
    ) {
        var first = 0
        while first < phones.count {
            var next = first + 1
            while next < phones.count, times[phones[next]] == nil { next += 1 }
            let old = reading.phones[phones[first]].start..<reading.phones[phones[next - 1]].end
            if let time = times[phones[first]] { map.append(old, to: time) }
            first = next
        }
    }

    /// Words of which the engine tells nothing share the time up to the next of which it does.
    private func lay(
        _ phones: [Int], of reading: Reading, upTo end: MediaTime, into map: inout TimeMap
    ) {
        guard let first = phones.first, let last = phones.last else { return }
        let start = map.parts.last?.new.upperBound ?? stretches[0].lowerBound
        guard start < end else { return }
        map.append(reading.phones[first].start..<reading.phones[last].end, to: start..<end)
    }

    /// By length alone.
    private func scaled(_ line: SpokenLine) -> TimeMap {
        var old = Self.stretches(of: line.audio.samples)
        // Captions without sound have a mouth all the same.
        if old.isEmpty, !line.audio.samples.isEmpty { old = [.zero..<line.audio.duration] }
        var new = stretches
        if old.count != new.count {
            old = old.first.map { [$0.lowerBound..<(old.last ?? $0).upperBound] } ?? []
            new = new.first.map { [$0.lowerBound..<(new.last ?? $0).upperBound] } ?? []
        }
        var map = TimeMap()
        for (index, pair) in zip(old, new).enumerated() {
            // What lies before the first sound of a stretch, and after its last, belongs to it.
            let edge = min(Self.silentClosure, pair.0.lowerBound, pair.1.lowerBound)
            let start = pair.0.lowerBound - edge
            let to = pair.1.lowerBound - edge
            map.append(start..<pair.0.lowerBound, to: to..<pair.1.lowerBound)
            map.append(pair.0, to: pair.1)
            guard index == old.count - 1 else { continue }
            let rest = max(.zero, line.audio.duration - pair.0.upperBound)
            let after = pair.0.upperBound..<(pair.0.upperBound + rest)
            map.append(after, to: pair.1.upperBound..<(pair.1.upperBound + rest))
        }
        return map
    }

    /// The parts that sound, with pauses of 150 ms and more between them; stops are shorter.
    private static func stretches(of samples: [Float]) -> [Range<MediaTime>] {
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
        return found.map {
            .samples($0.lowerBound, rate: sampleRate)..<(.samples($0.upperBound, rate: sampleRate))
        }
    }
}
