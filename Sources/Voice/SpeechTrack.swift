import AvatarTypes

/// The runs of one utterance joined: sound, mouth and words on one clock.
struct SpeechTrack {
    private let characters: [Character]
    /// espeak-ng's own, in Hz.
    private(set) var rate = 22_050
    private(set) var sound: [Int16] = []
    private(set) var visemes = Timeline<Viseme>()
    private(set) var words = Timeline<SpokenWord>()

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
        var spoken: [(range: Range<Int>, start: Int, end: Int)] = []
        for (index, word) in line.words.enumerated() {
            let next = index + 1 < line.words.count ? line.words[index + 1].sample : .max
            let shapes = mouth.shapes.filter { $0.end > word.sample && $0.start < next }
            let end = min(next, shapes.last?.end ?? word.sample, line.sound.count)
            guard word.sample < end else { continue }
            let heard = spoken.last?.range.upperBound ?? words.spans.last?.value.range.upperBound
            if let range = characters(of: word, in: run, after: heard ?? 0) {
                spoken.append((range, word.sample, end))
            } else if !spoken.isEmpty {
                spoken[spoken.count - 1].end = end
            }
        }
        for word in spoken {
            words.append(
                SpokenWord(text: String(characters[word.range]), range: word.range),
                from: .samples(origin + word.start, rate: rate),
                to: .samples(origin + word.end, rate: rate))
        }
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
