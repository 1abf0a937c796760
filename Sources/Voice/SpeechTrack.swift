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
        for (index, word) in line.words.enumerated() {
            let next = index + 1 < line.words.count ? line.words[index + 1].sample : .max
            let shapes = mouth.shapes.filter { $0.end > word.sample && $0.start < next }
            let end = min(next, shapes.last?.end ?? word.sample, line.sound.count)
            append(word, of: run, from: origin + word.sample, to: origin + end)
        }
    }

    private mutating func append(
        _ word: EspeakLine.Word, of run: SpeakableText.Run, from start: Int, to stop: Int
    ) {
        let last = word.scalar + max(word.length, 1) - 1
        guard start < stop, run.characters.indices.contains(word.scalar) else { return }
        let heard = words.spans.last?.value.range.upperBound ?? 0
        let first = max(run.characters[word.scalar].lowerBound, heard)
        let end = run.characters[min(last, run.characters.count - 1)].upperBound
        guard first < end else { return }
        let range = first..<end
        words.append(
            SpokenWord(text: String(characters[range]), range: range),
            from: .samples(start, rate: rate), to: .samples(stop, rate: rate))
    }
}
