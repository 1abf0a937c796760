import AvatarTypes

/// Says in one language what a text writes in signs.
protocol SemioticReader {
    /// - Parameters:
    ///   - before: the word before it, in lower case, or nothing; Russian needs it for the case.
    ///   - after: the word after it, likewise.
    func words(for semiotic: Semiotic, before: String, after: String) -> String
}

extension Language {
    var reader: any SemioticReader {
        switch self {
        case .english: EnglishReader()
        case .russian: RussianReader()
        case .japanese: JapaneseReader()
        }
    }
}
