/// A text as it is searched: word stems, and the concepts that the words stand for.
///
/// English and Russian words are reduced to stems, so that forms of one word agree; Japanese, which puts
/// no spaces between words, is cut into overlapping pairs of characters.
struct Terms: Equatable, Sendable {
    /// In order, with repetitions.
    var stems: [String] = []
    /// Whole words in lower case, for what is like a word without sharing its stem.
    var words: [String] = []
    /// Names and numbers, as stems.
    var entities: Set<String> = []
    /// The words whose meaning is known, each once.
    var meanings: [Meanings.Word] = []

    /// What the stems mean, whatever the language: `c7`.
    var concepts: [String] { stems.compactMap { Concepts.byStem[$0] } }

    init(_ text: String) {
        var run = ""
        var kind = Script.none
        var startsSentence = true
        func close() {
            guard !run.isEmpty else { return }
            add(run, kind, startsSentence: startsSentence)
            startsSentence = false
            run = ""
        }
        for character in text {
            let next = Script(character)
            if next != kind || next == .none {
                // "don't" and "o'clock" are one word each.
                if character == "'" || character == "’", kind == .latin { continue }
                close()
            }
            kind = next
            if next != .none { run.append(character) }
            if ".!?。！？\n".contains(character) { startsSentence = true }
        }
        close()
    }

    private enum Script {
        case none, latin, cyrillic, japanese

        init(_ character: Character) {
            guard let scalar = character.unicodeScalars.first else {
                self = .none
                return
            }
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: self = .latin
            case 0x400...0x4FF: self = .cyrillic
            case 0x3041...0x30FF, 0x3400...0x9FFF: self = .japanese
            default: self = .none
            }
        }
    }

    private mutating func add(_ run: String, _ script: Script, startsSentence: Bool) {
        let word = run.lowercased().replacing("ё", with: "е")
        switch script {
        case .none: return
        case .japanese:
            let characters = Array(word)
            words.append(word)
            for meaning in Meanings.words(ofJapanese: word) { add(meaning) }
            guard characters.count > 1 else {
                stems.append(word)
                return
            }
            stems += zip(characters, characters.dropFirst()).map { "\($0)\($1)" }
        case .latin, .cyrillic:
            guard !StopWords.all.contains(word) else { return }
            let stem = script == .latin ? EnglishStem.of(word) : RussianStem.of(word)
            stems.append(stem)
            words.append(word)
            let meaning = Meanings.word(of: stem)
            if let meaning { add(meaning) }
            let isCapital = run.first?.isUppercase == true
            let isName = isCapital && (!startsSentence || meaning.map(Meanings.isName) ?? true)
            if isName || word.contains(where: \.isNumber) { entities.insert(stem) }
        }
    }

    private mutating func add(_ meaning: Meanings.Word) {
        if !meanings.contains(meaning) { meanings.append(meaning) }
    }
}
