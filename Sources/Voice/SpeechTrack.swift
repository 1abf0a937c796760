import AvatarTypes

/// A phone of a line, and when the mouth has its shape.
struct SpokenPhone: Equatable {
    var phone: Phone
    var language: Language
    /// What tells which word it belongs to: a closure may begin before its word does.
    var stamp: MediaTime
    var start: MediaTime
    var end: MediaTime
}

/// The runs of one utterance joined: sound, mouth and words on one clock.
struct SpeechTrack {
    private let characters: [Character]
    /// espeak-ng's own, in Hz.
    private(set) var rate = 22_050
    private(set) var sound: [Int16] = []
    private(set) var visemes = Timeline<Viseme>()
    private(set) var words = Timeline<SpokenWord>()
    /// What an aligner is to find again in another recording of the same text.
    private(set) var phones: [SpokenPhone] = []

    init(text: String) {
        characters = Array(text)
    }

    mutating func append(_ line: EspeakLine, of run: SpeakableText.Run) {
        rate = line.rate
        let origin = sound.count
        sound += line.sound
        let mouth = MouthTrack(
            phones: line.phones, sound: line.sound, rate: rate, language: run.language)
        for shape in mouth.shapes {
            visemes.append(
                shape.viseme, from: .samples(origin + shape.start, rate: rate),
                to: .samples(origin + shape.end, rate: rate))
        }
        phones += mouth.sounds.map { sound in
            SpokenPhone(
                phone: sound.phone, language: run.language,
                stamp: .samples(origin + sound.stamp, rate: rate),
                start: .samples(origin + sound.start, rate: rate),
                end: .samples(origin + sound.end, rate: rate))
        }.filter { $0.start < $0.end }
        var spoken: [Spoken] = []
        for (index, word) in line.words.enumerated() {
            let next = index + 1 < line.words.count ? line.words[index + 1].sample : .max
            let shapes = mouth.shapes.filter { $0.end > word.sample && $0.start < next }
            let end = min(next, shapes.last?.end ?? word.sample, line.sound.count)
            guard word.sample < end else { continue }
            let heard = spoken.last?.range.upperBound ?? words.spans.last?.value.range.upperBound
            if let range = characters(of: word, in: run, after: heard ?? 0) {
                spoken.append(Spoken(range: range, start: word.sample, end: end))
            } else if !spoken.isEmpty {
                spoken[spoken.count - 1].end = end
            }
        }
        for word in shared(spoken, in: run) {
            words.append(
                SpokenWord(text: String(characters[word.range]), range: word.range),
                from: .samples(origin + word.start, rate: rate),
                to: .samples(origin + word.end, rate: rate))
        }
    }

    /// Characters of the text, and the samples in which they are heard.
    private struct Spoken {
        var range: Range<Int>
        var start: Int
        var end: Int
    }

    /// Gives every word its time. espeak-ng runs some words together ("in the", "there are") and tells
    /// of the first only: it shares its time with those that follow, by their lengths.
    private func shared(_ spoken: [Spoken], in run: SpeakableText.Run) -> [Spoken] {
        guard !spoken.isEmpty else { return [] }
        var silent = written(in: run).filter { word in
            !spoken.contains { $0.range.overlaps(word) }
        }[...]
        var result: [Spoken] = []
        for (index, word) in spoken.enumerated() {
            let next = index + 1 < spoken.count ? spoken[index + 1].range.lowerBound : .max
            var group = [word.range]
            while let range = silent.first, range.lowerBound < next {
                group.append(range)
                silent.removeFirst()
            }
            group.sort { $0.lowerBound < $1.lowerBound }
            let letters = group.reduce(0) { $0 + $1.count }
            var start = word.start
            var counted = 0
            for range in group {
                counted += range.count
                let end = word.start + (word.end - word.start) * counted / letters
                if start < end { result.append(Spoken(range: range, start: start, end: end)) }
                start = end
            }
        }
        return result
    }

    /// The words of a run as they are written, without the marks around them.
    private func written(in run: SpeakableText.Run) -> [Range<Int>] {
        guard let first = run.characters.first, let last = run.characters.last else { return [] }
        var words: [Range<Int>] = []
        var index = first.lowerBound
        while index < last.upperBound {
            var end = index
            while end < last.upperBound, !characters[end].isWhitespace { end += 1 }
            let letters = (index..<end).filter {
                characters[$0].isLetter || characters[$0].isNumber
            }
            if let from = letters.first, let to = letters.last { words.append(from..<to + 1) }
            index = end + 1
        }
        return words
    }

    /// The characters that are new in a word; nil for a later part of a number, which espeak-ng
    /// places at the number again or at the space after it.
    private func characters(
        of word: EspeakLine.Word, in run: SpeakableText.Run, after heard: Int
    ) -> Range<Int>? {
        guard run.characters.indices.contains(word.scalar) else { return nil }
        let last = min(word.scalar + max(word.length, 1), run.characters.count) - 1
        let first = max(run.characters[word.scalar].lowerBound, heard)
        let end = run.characters[last].upperBound
        guard first < end, characters[first..<end].contains(where: { !$0.isWhitespace }) else {
            return nil
        }
        return first..<end
    }
}
