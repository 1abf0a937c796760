import AvatarTypes

/// What of a text a voice can say, in runs of one language, each scalar knowing its characters.
///
/// Numbers, dates, prices, addresses and what is abbreviated become words (`TextScanner` finds them,
/// the language's reader says them), and every one of these words is the whole of what was written.
/// Dropped: emoji, faces, markdown's marks, fenced code, control characters, and kanji whose reading is not
/// known. Foreign scripts are spoken by that language's voice, except Latin inside Russian, which
/// espeak-ng switches itself.
struct SpeakableText {
    struct Run: Equatable {
        var language: Language
        var scalars: [Unicode.Scalar] = []
        /// For each scalar, which characters of the text it stands for.
        var characters: [Range<Int>] = []
    }

    /// What becomes of Chinese characters.
    enum Kanji {
        case dropped, kept
        case read(JapaneseDictionary)
    }

    private(set) var runs: [Run] = []
    /// Scalars since the last clause ended.
    private var clause = 0

    /// Scalars. espeak-ng leaves out what a clause has beyond a thousand phones, and a digit can be
    /// seven of them, so a longer clause gets a comma, if possible at a space.
    private static let longestClause = 100

    /// Characters beyond this are not spoken; the cut falls at the last space before it. A minute
    /// of speech: what comes longer was not split into sentences.
    static let longest = 1_000

    init(_ text: String, language: Language, kanji: Kanji = .dropped) {
        var keepsKanji = false
        if case .kept = kanji { keepsKanji = true }
        var characters = Array(text.prefix(Self.longest + 1))
        if characters.count > Self.longest {
            characters.removeLast()
            let space = characters.lastIndex(where: \.isWhitespace) ?? characters.endIndex
            characters.removeSubrange((space > 0 ? space : characters.endIndex)...)
        }
        let scanner = TextScanner(characters, language: language)
        let reader = language.reader
        let readings = Self.readings(of: characters, kanji)
        var index = 0
        var current = language
        while index < characters.count {
            if let found = scanner.token(at: index) {
                let words = reader.words(
                    for: found.semiotic, before: scanner.word(before: index),
                    after: scanner.word(after: found.end))
                say(words, for: index..<found.end, language: language)
                if !words.isEmpty { current = language }
                index = found.end
                continue
            }
            if let word = readings[index] {
                say(word.kana, for: index..<word.end, language: .japanese)
                current = .japanese
                index = word.end
                continue
            }
            let scalars = Self.spoken(characters[index], keepsKanji: keepsKanji)
            current =
                scalars.lazy.compactMap {
                    Self.isKanji($0) ? .japanese : Self.language(of: $0, in: language)
                }.first ?? current
            for scalar in scalars {
                append(scalar, characters: index..<index + 1, language: current)
            }
            index += 1
        }
        runs.removeAll { run in
            !run.scalars.contains { $0.properties.isAlphabetic || Self.isDigit($0) }
        }
    }

    /// The words with kanji in them, by the character at which each begins.
    private static func readings(
        of characters: [Character], _ kanji: Kanji
    ) -> [Int: (end: Int, kana: String)] {
        guard case .read(let dictionary) = kanji,
            characters.contains(where: { $0.unicodeScalars.contains(where: isKanji) })
        else { return [:] }
        var scalars: [Unicode.Scalar] = []
        var places: [Int] = []
        for (index, character) in characters.enumerated() {
            for scalar in character.unicodeScalars {
                let isJapanese = isKanji(scalar) || script(of: scalar) == .japanese
                scalars.append(isJapanese ? scalar : "、")
                places.append(index)
            }
        }
        var readings: [Int: (end: Int, kana: String)] = [:]
        for word in dictionary.words(of: scalars) where scalars[word.range].contains(where: isKanji)
        {
            guard let reading = word.reading else { continue }
            readings[places[word.range.lowerBound]] = (
                places[word.range.upperBound - 1] + 1, reading.filter { $0 != "’" }
            )
        }
        return readings
    }

    private static func isKanji(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3005...0x3006, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: true
        default: false
        }
    }

    /// Words in place of some characters; each of them stands for all of these.
    private mutating func say(_ words: String, for range: Range<Int>, language: Language) {
        let isPause = words == ","
        var run = language
        for scalar in (isPause ? ", " : " \(words) ").unicodeScalars {
            run = Self.language(of: scalar, in: language) ?? run
            append(scalar, characters: range, language: run)
        }
    }

    private mutating func append(
        _ scalar: Unicode.Scalar, characters: Range<Int>, language: Language
    ) {
        if runs.last?.language != language {
            runs.append(Run(language: language))
            clause = 0
        }
        let previous = runs[runs.count - 1].scalars.last
        let ends =
            "。、！？".unicodeScalars.contains(scalar)
            || scalar == " " && previous.map(".,!?;:…".unicodeScalars.contains) == true
        clause = ends ? 0 : clause + 1
        var scalars = [scalar]
        if clause >= Self.longestClause {
            scalars = [",", " ", scalar]
        } else if clause >= Self.longestClause * 4 / 5, scalar == " " {
            scalars = [",", " "]
        }
        if scalars.count > 1 { clause = 0 }
        for scalar in scalars {
            runs[runs.count - 1].scalars.append(scalar)
            runs[runs.count - 1].characters.append(characters)
        }
    }

    private static func spoken(
        _ character: Character, keepsKanji: Bool
    ) -> [Unicode.Scalar] {
        let scalars = Array(character.unicodeScalars)
        if scalars.contains(where: { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }) {
            return [" "]
        }
        return scalars.map { scalar in
            let known =
                (scalar.properties.isAlphabetic && script(of: scalar) != nil) || isDigit(scalar)
                || scalar.properties.generalCategory == .nonspacingMark
                || keepsKanji && isKanji(scalar)
                || ".,!?;:'’-–—…()%&+=$€£°\"«»。、！？ー".unicodeScalars.contains(scalar)
            return known ? scalar : " "
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func script(of scalar: Unicode.Scalar) -> Language? {
        switch scalar.value {
        case 0x41...0x24F, 0x1E00...0x1EFF: .english
        case 0x400...0x52F: .russian
        case 0x3040...0x30FF: .japanese
        default: nil
        }
    }

    private static func language(of scalar: Unicode.Scalar, in language: Language) -> Language? {
        guard scalar.properties.isAlphabetic, let script = script(of: scalar) else { return nil }
        return language == .russian && script == .english ? .russian : script
    }
}
