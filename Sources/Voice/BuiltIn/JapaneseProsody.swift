import AvatarTypes

/// The prosody of Japanese: beats of even length, and a melody of two heights.
struct JapaneseProsody {
    private let run: SpeakableText.Run
    private let words: [JapaneseDictionary.Word]

    init(_ run: SpeakableText.Run, dictionary: JapaneseDictionary) {
        self.run = run
        words = dictionary.words(of: run.scalars)
    }

    func prosody() -> Prosody {
        var prosody = Prosody()
        var start = 0
        for (index, word) in words.enumerated() {
            let marks = run.scalars[word.range]
            guard word.classes.first == "記号",
                marks.contains(where: { "。、！？.,!?…".unicodeScalars.contains($0) })
            else { continue }
            let tone: Prosody.Tone =
                marks.contains { "？?".unicodeScalars.contains($0) }
                ? .rising
                : marks.contains { "、,".unicodeScalars.contains($0) } ? .continuing : .falling
            append(start..<index, tone, to: &prosody)
            start = index + 1
        }
        append(start..<words.count, .falling, to: &prosody)
        return prosody
    }

    private func append(_ range: Range<Int>, _ tone: Prosody.Tone, to prosody: inout Prosody) {
        let words = words[range].filter { $0.classes.first != "記号" }.map(pronounceable)
        let heights = Self.heights(JapaneseAccent(words), tone: tone)
        var phrase = Prosody.Phrase(words: [], tone: tone)
        var beat = 0
        // A closure holds the next consonant, which may begin another word.
        var isHeld = false
        let total = heights.count
        for word in words {
            let morae = Mora.morae(of: word.reading ?? "")
            var syllables: [Prosody.Syllable] = []
            for (index, mora) in morae.enumerated() {
                let next = index + 1 < morae.count ? morae[index + 1] : nil
                let height = heights[beat]
                let before = beat > 0 ? heights[beat - 1] : height
                let after = beat + 1 < total ? heights[beat + 1] : height
                let melody = ((before + height) / 2, (height + after) / 2)
                beat += 1
                if mora.kind == .closure {
                    isHeld = true
                } else {
                    say(
                        mora, before: next, melody, isHeld: isHeld, isLast: beat == total,
                        into: &syllables)
                    isHeld = false
                }
            }
            if !syllables.isEmpty {
                let characters =
                    run.characters[word.range.lowerBound]
                    .lowerBound..<run.characters[
                        word.range.upperBound - 1
                    ].upperBound
                phrase.words.append(Prosody.Word(syllables: syllables, characters: characters))
            }
        }
        if !phrase.words.isEmpty { prosody.phrases.append(phrase) }
    }

    /// A word that the dictionary does not have is read as it stands, if it stands in kana.
    private func pronounceable(_ word: JapaneseDictionary.Word) -> JapaneseDictionary.Word {
        var word = word
        if word.reading == nil {
            word.reading = String(String.UnicodeScalarView(run.scalars[word.range]))
        }
        return word
    }

    // MARK: Melody

    /// Semitones for each beat of a breath: low, then high up to the fall; every fall brings what follows
    /// down.
    private static func heights(_ accent: JapaneseAccent, tone: Prosody.Tone) -> [Double] {
        var heights: [Double] = []
        var top = 4.0
        for phrase in accent.phrases {
            for beat in 0..<phrase.morae {
                let isFallen = phrase.fall > 0 && beat >= phrase.fall
                let isLow = isFallen || beat == 0 && phrase.fall != 1
                heights.append(
                    isFallen ? top - 5.5 : isLow ? top - 3.5 : top - 0.12 * Double(beat))
            }
            top = max(0.5, phrase.fall > 0 ? top * 0.72 : top - 0.4)
        }
        guard let last = heights.last else { return [] }
        switch tone {
        case .rising: heights[heights.count - 1] = last + 5
        case .falling: heights[heights.count - 1] = last - 1
        case .continuing: break
        }
        return heights
    }

    // MARK: Sounds

    private func say(
        _ mora: Mora, before next: Mora?, _ melody: (Double, Double), isHeld: Bool,
        isLast: Bool, into syllables: inout [Prosody.Syllable]
    ) {
        switch mora.kind {
        case .open(let consonant, let vowel):
            var sounds = Self.consonant(consonant, before: vowel)
            for index in sounds.indices {
                sounds[index].pitch = (melody.0, melody.0)
                if index == 0, isHeld { sounds[index].duration? += 0.1 }
            }
            var voiced = Self.vowel(vowel)
            voiced.pitch = (melody.0, melody.1)
            if isLast { voiced.duration? += 0.06 }
            if mora.isWhispered, !sounds.isEmpty {
                sounds[sounds.count - 1].duration? += 0.05
            } else {
                sounds.append(voiced)
            }
            syllables.append(Prosody.Syllable(sounds: sounds, isStressed: true))
        case .length:
            lengthen(&syllables, to: melody.1)
        case .nasal:
            var name = "n"
            if case .open(let consonant, _)? = next?.kind {
                if ["p", "b", "m"].contains(consonant.prefix(1)) { name = "m" }
                if ["k", "g"].contains(consonant.prefix(1)) { name = "ng" }
            }
            let mouth = ["m": "m", "ng": "ŋ"][name] ?? "n"
            let sound = Prosody.Sound(
                name: name, tint: nil, mouth: Phone(name: mouth), duration: 0.1, pitch: melody)
            if syllables.isEmpty { syllables.append(Prosody.Syllable(sounds: [])) }
            syllables[syllables.count - 1].sounds.append(sound)
        case .closure: break
        }
    }

    private func lengthen(_ syllables: inout [Prosody.Syllable], to pitch: Double) {
        guard let syllable = syllables.indices.last,
            let sound = syllables[syllable].sounds.indices.last
        else { return }
        syllables[syllable].sounds[sound].duration? += 0.11
        syllables[syllable].sounds[sound].pitch?.end = pitch
    }

    private static func sound(
        _ recipe: AmericanSounds.Recipe, _ mouth: String, _ seconds: Double
    ) -> Prosody.Sound {
        Prosody.Sound(
            name: recipe.name, tint: recipe.tint, mouth: Phone(name: mouth),
            duration: recipe.duration ?? seconds)
    }

    private static func consonant(_ name: String, before vowel: Character) -> [Prosody.Sound] {
        let glides = name.count > 1 && name.hasSuffix("y")
        let base = glides ? String(name.dropLast()) : name
        guard let (ipa, seconds) = consonants[base == "h" && vowel == "i" ? "ç" : base] else {
            return []
        }
        var sounds = AmericanSounds.recipe(for: ipa).map { sound($0, ipa, seconds) }
        if glides { sounds.append(sound(AmericanSounds.Recipe("y"), "j", 0.045)) }
        return sounds
    }

    private static func vowel(_ vowel: Character) -> Prosody.Sound {
        let ipa = ["a": "a", "i": "i", "u": "ɯ", "e": "e", "o": "o"][vowel] ?? "a"
        return sound(AmericanSounds.recipe(for: ipa)[0], ipa, 0.085)
    }

    /// In IPA, and how long in seconds.
    private static let consonants: [String: (String, Double)] = [
        "k": ("k", 0.065), "g": ("ɡ", 0.055), "s": ("s", 0.085), "sh": ("ɕ", 0.085),
        "z": ("z", 0.065), "j": ("dʑ", 0.07), "t": ("t", 0.06), "ch": ("tɕ", 0.085),
        "ts": ("ts", 0.09), "d": ("d", 0.05), "n": ("n", 0.055), "h": ("h", 0.06),
        "ç": ("ç", 0.07), "f": ("ɸ", 0.07), "b": ("b", 0.055), "p": ("p", 0.065), "m": ("m", 0.06),
        "y": ("j", 0.055), "r": ("ɾ", 0.03), "w": ("w", 0.055), "v": ("v", 0.055),
    ]
}
