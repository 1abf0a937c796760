public import AvatarTypes

/// Captions only: silence as long as speech would take, and a mouth that moves as if it spoke.
///
/// It needs nothing, so it stands in when no other voice works.
public struct SilentVoice: SpeechSynthesizer {
    public let voices = [
        VoiceDescription(
            name: "silent", languages: Language.allCases, gender: .none, source: "ours",
            licence: "Apache-2.0")
    ]

    public init() {}

    public func speak(_ utterance: Utterance) async throws(VoiceError) -> SpokenLine {
        let speed = Delivery(utterance.emotion).speed
        let syllable = MediaTime.seconds(0.18 / speed)
        let gap = MediaTime.seconds(0.06 / speed)
        let pause = MediaTime.seconds(0.25 / speed)
        let text = Array(utterance.text.prefix(SpeakableText.longest))
        var visemes = Timeline<Viseme>()
        var words = Timeline<SpokenWord>()
        var time = MediaTime.zero
        var index = 0
        while index < text.count {
            if ".,!?;:…—。、".contains(text[index]) { time += pause }
            guard text[index].isLetter || text[index].isNumber else {
                index += 1
                continue
            }
            var end = index
            while end < text.count, text[end].isLetter || text[end].isNumber { end += 1 }
            let start = time
            let nuclei = text[index..<end].compactMap(Self.nucleus)
            for nucleus in nuclei.isEmpty ? [Viseme.E] : nuclei {
                let middle = time + MediaTime(ticks: syllable.ticks / 3)
                visemes.append(.DD, from: time, to: middle)
                visemes.append(nucleus, from: middle, to: time + syllable)
                time += syllable
            }
            words.append(
                SpokenWord(text: String(text[index..<end]), range: index..<end), from: start,
                to: time)
            time += gap
            index = end
        }
        let count = words.isEmpty ? 0 : time.samples(rate: sampleRate) + 1
        let silence = [Float](repeating: 0, count: count)
        return SpokenLine(
            utterance: utterance, audio: AudioClip(samples: silence, sampleRate: sampleRate),
            visemes: visemes, words: words)
    }

    /// The mouth of a syllable by its vowel; a Japanese letter is a syllable.
    private static func nucleus(_ letter: Character) -> Viseme? {
        for (viseme, letters) in vowels where letters.contains(letter) { return viseme }
        let isSyllabic = letter.unicodeScalars.contains { $0.value >= 0x3040 } || letter.isNumber
        return isSyllabic ? .E : nil
    }

    private static let vowels: [(Viseme, String)] = [
        (.aa, "aAаяАЯáàâä"), (.E, "eEеэЕЭéè"), (.ih, "iIyYиыИЫ"), (.oh, "oOоёОЁ"),
        (.ou, "uUуюУЮ"),
    ]
}
