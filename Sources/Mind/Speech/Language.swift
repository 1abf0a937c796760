import AvatarTypes

extension Language {
    /// The language that a text is in by its scripts and its small words, or nil if it has no letters.
    /// Chinese characters alone count as Japanese: it is the only language here that writes them.
    ///
    /// Russian and Japanese take up English names as they are written, and English quotes single words of
    /// them. So Latin letters speak for English as far as they make English grammar: words such as "the"
    /// and "is"; and kana do as particles between Latin names.
    ///
    /// - Source: ours.
    init?(of text: String) {
        var latin = 0
        var cyrillic = 0
        var kana = 0
        var han = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3040...0x30FF: kana += 1
            case 0x4E00...0x9FFF: han += 1
            case 0x0400...0x04FF: cyrillic += 1
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x024F: latin += 1
            default: break
            }
        }
        guard latin + cyrillic + kana + han > 0 else { return nil }
        let words = text.lowercased().split { !$0.isLetter && $0 != "'" }
        let grammar = words.count { Self.englishWords.contains(String($0)) }
        let isEnglish = latin > 0 && grammar > 0
        if isEnglish, grammar >= 2 || latin > cyrillic + 2 * (kana + han) {
            self = .english
        } else if kana + han > 0, 2 * (kana + han) >= cyrillic {
            self = .japanese
        } else if cyrillic > 0 {
            self = .russian
        } else {
            self = .english
        }
    }

    /// Words that hold English sentences together and that names seldom contain.
    private static let englishWords: Set<String> = [
        "the", "is", "are", "am", "was", "a", "an", "of", "to", "in", "on", "at", "it", "i", "you",
        "he", "she", "we", "they", "my", "your", "me", "do", "does", "did", "can", "say", "said",
        "what", "who", "how", "why", "where", "this", "that", "not", "don't", "like", "love",
        "have",
        "has", "with", "for", "be", "and", "means", "mean",
    ]
}
