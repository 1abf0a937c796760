import AvatarTypes

/// What of a text a voice can say, in runs of one language, each scalar knowing its characters.
///
/// Dropped: emoji, markdown's marks, fenced code, control characters, and kanji, for which there is
/// no reading. A web address becomes the word "link", and that word is the whole address. Foreign
/// scripts are spoken by that language's voice, except Latin inside Russian, which espeak-ng switches
/// itself.
struct SpeakableText {
    struct Run: Equatable {
        var language: Language
        var scalars: [Unicode.Scalar] = []
        /// For each scalar, which characters of the text it stands for.
        var characters: [Range<Int>] = []
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

    init(_ text: String, language: Language) {
        var characters = Array(text.prefix(Self.longest + 1))
        if characters.count > Self.longest {
            characters.removeLast()
            let space = characters.lastIndex(where: \.isWhitespace) ?? characters.endIndex
            characters.removeSubrange((space > 0 ? space : characters.endIndex)...)
        }
        var index = 0
        var current = language
        while index < characters.count {
            if let length = Self.address(characters[index...]) {
                for scalar in " \(Self.link(language)) ".unicodeScalars {
                    append(scalar, characters: index..<index + length, language: language)
                }
                index += length
                continue
            }
            if characters[index...].starts(with: "```") {
                index = Self.end(ofCode: characters, from: index + 3)
                continue
            }
            let scalars = Self.isInEmail(characters, index) ? ["@"] : Self.spoken(characters[index])
            current =
                scalars.lazy.compactMap { Self.language(of: $0, in: language) }.first
                ?? current
            for scalar in scalars {
                append(scalar, characters: index..<index + 1, language: current)
            }
            index += 1
        }
        runs.removeAll { run in
            !run.scalars.contains { $0.properties.isAlphabetic || Self.isDigit($0) }
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

    private static func spoken(_ character: Character) -> [Unicode.Scalar] {
        let scalars = Array(character.unicodeScalars)
        if scalars.contains(where: { $0.properties.isEmojiPresentation || $0.value == 0xFE0F }) {
            return [" "]
        }
        return scalars.map { scalar in
            let known =
                (scalar.properties.isAlphabetic && script(of: scalar) != nil) || isDigit(scalar)
                || scalar.properties.generalCategory == .nonspacingMark
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

    private static func link(_ language: Language) -> String {
        switch language {
        case .english: "link"
        case .russian: "ссылка"
        case .japanese: "リンク"
        }
    }

    /// How many characters of an address begin here, punctuation after it not counted.
    private static func address(_ text: ArraySlice<Character>) -> Int? {
        let isAddress = ["http://", "https://", "www."].contains { text.starts(with: $0) }
        guard isAddress else { return nil }
        var end = text.firstIndex { $0.isWhitespace || "<>)]\"»".contains($0) } ?? text.endIndex
        while end > text.startIndex, ".,!?;:".contains(text[end - 1]) { end -= 1 }
        return end - text.startIndex
    }

    /// Elsewhere the sign is not spoken.
    private static func isInEmail(_ text: [Character], _ index: Int) -> Bool {
        guard text[index] == "@", index > 0, index + 1 < text.count else { return false }
        return [text[index - 1], text[index + 1]].allSatisfy {
            $0.isASCII && ($0.isLetter || $0.isNumber)
        }
    }

    private static func end(ofCode text: [Character], from start: Int) -> Int {
        var index = start
        while index < text.count {
            if text[index...].starts(with: "```") { return index + 3 }
            index += 1
        }
        return text.count
    }
}
