import AvatarTypes

/// The prosody of a run of text by espeak-ng's knowledge of pronunciation: its phones, stresses and words.
struct PhonemicProsody {
    private let run: SpeakableText.Run
    private let language: Language

    init(_ run: SpeakableText.Run) {
        self.run = run
        language = run.language
    }

    /// - Precondition: `startEspeak` has succeeded.
    func prosody() throws(VoiceError) -> Prosody {
        var prosody = Prosody()
        for clause in clauses() {
            let words = self.words(of: clause.range)
            var heard = try pronounced(clause.range)
            if heard.count != words.count {
                heard = []
                for word in words { heard.append(try pronounced(word).joined(separator: "_")) }
            }
            var phrase = Prosody.Phrase(words: [], tone: clause.tone)
            for (scalars, phones) in zip(words, heard) {
                guard let word = word(phones, scalars) else { continue }
                phrase.words.append(word)
            }
            if !phrase.words.isEmpty { prosody.phrases.append(phrase) }
        }
        return prosody
    }

    // MARK: Text

    private func clauses() -> [(range: Range<Int>, tone: Prosody.Tone)] {
        var clauses: [(Range<Int>, Prosody.Tone)] = []
        var start = 0
        for (index, scalar) in run.scalars.enumerated() {
            let next = index + 1 < run.scalars.count ? run.scalars[index + 1] : " "
            let isDash = "–—-".unicodeScalars.contains(scalar) && next == " "
            guard
                ",.!?;:…".unicodeScalars.contains(scalar) && !next.properties.isAlphabetic || isDash
            else { continue }
            let tone: Prosody.Tone =
                scalar == "?"
                ? .rising : ",;:–—-".unicodeScalars.contains(scalar) ? .continuing : .falling
            clauses.append((start..<index, tone))
            start = index + 1
        }
        clauses.append((start..<run.scalars.count, .falling))
        return clauses.filter { range, _ in
            run.scalars[range].contains { $0.properties.isAlphabetic }
        }
    }

    /// Words between spaces that have a letter.
    private func words(of clause: Range<Int>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        var start = clause.lowerBound
        for index in clause.lowerBound...clause.upperBound
        where index == clause.upperBound || run.scalars[index].properties.isWhitespace {
            if run.scalars[start..<index].contains(where: { $0.properties.isAlphabetic }) {
                words.append(start..<index)
            }
            start = index + 1
        }
        return words
    }

    /// Espeak-ng's words, each its phones between underscores.
    private func pronounced(_ scalars: Range<Int>) throws(VoiceError) -> [String] {
        try espeakPhones(Array(run.scalars[scalars]), language: language)
            .split(separator: " ").map(String.init)
            .filter { $0.contains { $0.isLetter } }
    }

    // MARK: Sounds

    private func word(_ phones: String, _ scalars: Range<Int>) -> Prosody.Word? {
        var sounds: [Prosody.Sound] = []
        var stressed: Set<Int> = []
        var isStressed = false
        var softness: [Bool] = []
        for part in phones.split(separator: "_") where !part.hasPrefix("(") {
            if part == "ʲ" || part == "ː" {
                if part == "ʲ", !softness.isEmpty { softness[softness.count - 1] = true }
                continue
            }
            if part.contains("ˈ") { isStressed = true }
            let isSoft = part.contains("ʲ")
            let name = String(
                String.UnicodeScalarView(
                    part.unicodeScalars.filter { !"ˈˌː\"'ʲ̞̃ᵝ͡".unicodeScalars.contains($0) }))
            for recipe in AmericanSounds.recipe(for: name) {
                let sound = Prosody.Sound(
                    name: recipe.name, tint: recipe.tint, mouth: Phone(name: name),
                    duration: recipe.duration)
                if sound.isVowel, isStressed {
                    stressed.insert(sounds.count)
                    isStressed = false
                }
                sounds.append(sound)
                softness.append(isSoft)
            }
        }
        guard !sounds.isEmpty else { return nil }
        if language == .russian { soften(&sounds, softness) }
        var syllables = Prosody.Word.syllables(of: sounds, stressed: stressed)
        let isContent = !stressed.isEmpty && !Self.smallWords.contains(text(scalars))
        for index in syllables.indices where isContent && syllables[index].isStressed {
            syllables[index].isAccented = true
        }
        let characters =
            run.characters[scalars.lowerBound]
            .lowerBound..<run.characters[scalars.upperBound - 1]
            .upperBound
        return Prosody.Word(
            syllables: syllables, part: isContent ? "content" : "in", characters: characters)
    }

    private func text(_ scalars: Range<Int>) -> String {
        String(String.UnicodeScalarView(run.scalars[scalars])).lowercased()
    }

    /// Russian's soft consonants lean towards i, and t towards ch where no vowel follows.
    ///
    /// A short y after them, or a vowel that begins like i, is worse: the recognizer of
    /// `Benchmarks/voices` then hears "я" for "а", and gets 38 % of the letters wrong instead of 30.
    private func soften(_ sounds: inout [Prosody.Sound], _ softness: [Bool]) {
        for index in sounds.indices where softness[index] {
            let isBeforeVowel = index + 1 < sounds.count && sounds[index + 1].isVowel
            switch sounds[index].name {
            case "l": sounds[index].tint = Prosody.Tint(name: "y", weights: SIMD3(0.2, 0.3, 0.4))
            case "t" where !isBeforeVowel:
                sounds[index].tint = Prosody.Tint(name: "ch", weights: SIMD3(0, 0.3, 0.5))
            case "n", "m":
                sounds[index].tint = Prosody.Tint(name: "y", weights: SIMD3(0, 0.1, 0.3))
            default: break
            }
        }
    }

    private static let smallWords: Set<String> = [
        "и", "а", "но", "или", "да", "же", "ли", "бы", "не", "ни", "в", "во", "на", "с", "со", "к",
        "ко", "у", "о", "об", "от", "до", "из", "за", "по", "под", "над", "при", "про", "для",
        "без",
        "через", "перед", "между", "что", "чтобы", "как", "если", "когда", "пока", "потому", "то",
        "это", "я", "ты", "он", "она", "оно", "мы", "вы", "они", "мне", "мой", "нам", "её", "его",
        "их", "the", "a", "of", "to", "in", "and",
    ]
}
