internal import CMeanings

/// What words mean: directions for the stems of forty thousand English, Russian and Japanese words, so that
/// "kitten", «котёнок» and 「子猫」 lie close together.
///
/// - Source: multilingual E5 (Wang et al. 2024), word by word; `Sources/CMeanings/README.md` tells how the
///   table is made.
enum Meanings {
    /// A row of the table.
    typealias Word = UInt32

    /// Rows have other numbers when this changes.
    static var fingerprint: UInt32 { cmeanings_fingerprint() }

    /// The row of a stem; nil when the table does not know it.
    static func word(of stem: some StringProtocol) -> Word? {
        var hash: UInt32 = 0x811c_9dc5
        for byte in stem.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let row = cmeanings_row(hash)
        return row < 0 ? nil : Word(row)
    }

    /// How much a word tells whatever is talked of, 0…1; what is in no table tells most.
    static func weight(of word: Word) -> Float { Float(cmeanings_weight(word)) / 127 }

    static func isName(_ word: Word) -> Bool { cmeanings_is_name(word) != 0 }

    /// How near a word is to each of others, −1…1.
    static func cosines(of word: Word, to others: [Word]) -> [Float] {
        [Float](unsafeUninitializedCapacity: others.count) { cosines, count in
            cmeanings_cosines(word, others, Int32(others.count), cosines.baseAddress)
            count = others.count
        }
    }

    /// The words of a run of Japanese, which puts no spaces between them: at each place the longest that is
    /// known.
    static func words(ofJapanese run: String) -> [Word] {
        let characters = Array(run)
        var words: [Word] = []
        var start = 0
        while start < characters.count {
            let longest = min(longestJapanese, characters.count - start)
            let found = stride(from: longest, through: 1, by: -1).lazy.compactMap { length in
                word(of: String(characters[start..<start + length])).map { ($0, length) }
            }.first
            if let (word, length) = found {
                words.append(word)
                start += length
            } else {
                start += 1
            }
        }
        return words
    }

    /// Characters of the longest Japanese word of the table.
    private static let longestJapanese = 7
}
