import AvatarTypes

/// A speech sound as espeak-ng names it in IPA.
struct Phone: Hashable {
    var name: String

    /// Language switches inside a text arrive as phones named "(en)".
    var isMark: Bool { name.hasPrefix("(") }

    /// Stamped by espeak-ng at the burst, not at the closure before it.
    var isStop: Bool {
        guard let first = name.unicodeScalars.first else { return false }
        return "pbtdkgɡʈɖcɟq".unicodeScalars.contains(first)
    }

    var isVoicelessStop: Bool {
        guard let first = name.unicodeScalars.first else { return false }
        return "ptkʈcq".unicodeScalars.contains(first)
    }

    /// The mouth shapes in order and how the time is shared: a diphthong moves at 60 %.
    func visemes(language: Language) -> [(viseme: Viseme, share: Double)] {
        let letters = shapes(language: language)
        guard let first = letters.first else { return [] }
        guard let last = letters.last, letters.count > 1, last != first else { return [(first, 1)] }
        let glide = first == .ih || first == .ou
        return glide ? [(first, 0.3), (last, 0.7)] : [(first, 0.6), (last, 0.4)]
    }

    private func shapes(language: Language) -> [Viseme] {
        for (prefix, viseme) in Self.affricates where name.hasPrefix(prefix) { return [viseme] }
        if name.hasPrefix("r") { return [language == .english ? .RR : .DD] }
        return name.unicodeScalars.compactMap { Self.table[$0] }
    }

    private static let affricates: [(String, Viseme)] = [
        ("tʃ", .CH), ("dʒ", .CH), ("tɕ", .CH), ("dʑ", .CH), ("tʂ", .CH), ("dʐ", .CH),
        ("ts", .SS), ("dz", .SS),
    ]

    /// - Source: IPA to the 15 visemes, reference notes on speech.
    private static let table: [Unicode.Scalar: Viseme] = {
        let rows: [(Viseme, String)] = [
            (.PP, "pbm"), (.FF, "fvɸβʋɱ"), (.TH, "θð"), (.DD, "tdʈɖɾɽ"), (.kk, "kgɡxɣχhɦçqʔ"),
            (.CH, "ʃʒɕʑʂʐ"), (.SS, "sz"), (.nn, "nŋɲɴlɭɫʎ"), (.RR, "ɹɻɚɝʁ"), (.aa, "aɑäʌɐæ"),
            (.E, "eɛəɘɜ"), (.ih, "iɪɨyjᵻʲ"), (.oh, "oɔɒɵøœɤ"), (.ou, "uʊɯʉwʍ"),
        ]
        var table: [Unicode.Scalar: Viseme] = [:]
        for (viseme, letters) in rows {
            for letter in letters.unicodeScalars { table[letter] = viseme }
        }
        return table
    }()
}
