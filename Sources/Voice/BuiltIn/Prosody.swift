import AvatarTypes

/// A text as it will be said: phrases with a pause after each, words, syllables, sounds.
struct Prosody: Equatable {
    /// One sound in the phones of the American voice that makes all of them.
    struct Sound: Equatable {
        /// In the set of CMU: "aa", "ch", …
        var name: String
        /// What it is coloured with, when the voice's own language has no such sound.
        var tint: Tint?
        /// What the mouth does.
        var mouth: Phone
        /// Seconds at normal speed; nil leaves it to the voice.
        var duration: Double?
        /// Semitones above the voice's middle where it begins and ends; nil leaves it to the voice.
        var pitch: (start: Double, end: Double)?

        static func == (a: Sound, b: Sound) -> Bool {
            a.name == b.name && a.tint == b.tint && a.mouth.name == b.mouth.name
                && a.duration == b.duration && a.pitch?.start == b.pitch?.start
                && a.pitch?.end == b.pitch?.end
        }

        var isVowel: Bool { "aeiou".contains(name.prefix(1)) }
    }

    /// Another sound of the voice, mixed in.
    struct Tint: Equatable {
        var name: String
        /// 0…1 for the beginning, the middle and the end of the sound.
        var weights: SIMD3<Double>
    }

    struct Syllable: Equatable {
        var sounds: [Sound]
        var isStressed = false
        var isAccented = false

        var vowel: String { sounds.first(where: \.isVowel)?.name ?? "x" }
    }

    struct Word: Equatable {
        var syllables: [Syllable]
        /// "content", or what kind of small word: in, det, cc, aux, md, pps, to, wp.
        var part = "content"
        /// Characters of the text.
        var characters: Range<Int>

        var isContent: Bool { part == "content" }
    }

    /// How the melody ends.
    enum Tone: String {
        case falling = "L-L%"
        case continuing = "L-H%"
        /// A question that is answered with yes or no; the voice was taught no name for it.
        case rising = "H-H%"
    }

    struct Phrase: Equatable {
        var words: [Word]
        var tone: Tone

        var syllables: [Syllable] { words.flatMap(\.syllables) }
    }

    var phrases: [Phrase] = []

    var sounds: [Sound] {
        phrases.flatMap { $0.words.flatMap { $0.syllables.flatMap(\.sounds) } }
    }
}

extension Prosody.Word {
    /// Cuts a word's sounds into syllables: each has one vowel, and as many consonants before it as may
    /// begin a word, at most two, or one where there is no such pair.
    ///
    /// - Parameter stressed: which of the sounds are stressed vowels.
    static func syllables(of sounds: [Prosody.Sound], stressed: Set<Int>) -> [Prosody.Syllable] {
        let vowels = sounds.indices.filter { sounds[$0].isVowel }
        guard vowels.count > 1 else {
            return [Prosody.Syllable(sounds: sounds, isStressed: !stressed.isEmpty)]
        }
        var starts = [0]
        for (before, vowel) in zip(vowels, vowels.dropFirst()) {
            let consonants = vowel - before - 1
            var onset = min(consonants, 1)
            if consonants >= 2, "lrwy".contains(sounds[vowel - 1].name),
                !"lrwymn".contains(sounds[vowel - 2].name.prefix(1))
            {
                onset = 2
            }
            starts.append(vowel - onset)
        }
        return starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1] : sounds.count
            let range = starts[index]..<end
            return Prosody.Syllable(
                sounds: Array(sounds[range]), isStressed: range.contains(where: stressed.contains))
        }
    }
}
