import AvatarTypes

/// The 39 phones of the English acoustic model, and which of them stand for a phone of any of our
/// languages: the nearest in sound, since only where it begins is asked for.
///
/// - Source: measured on Russian and Japanese speech with the English model, reference notes on speech.
enum Arpabet {
    static let names = [
        "AA", "AE", "AH", "AO", "AW", "AY", "B", "CH", "D", "DH", "EH", "ER", "EY", "F", "G", "HH",
        "IH", "IY", "JH", "K", "L", "M", "N", "NG", "OW", "OY", "P", "R", "S", "SH", "T", "TH",
        "UH",
        "UW", "V", "W", "Y", "Z", "ZH",
    ]

    /// Nothing for a phone that has no sound of its own, as the mark of a soft consonant.
    static func names(of phone: Phone, in language: Language) -> [String] {
        for (ipa, names) in pairs where phone.name.hasPrefix(ipa) { return names }
        return phone.name.unicodeScalars.compactMap { letter in
            // A trill or tap is short as a d is; the English r is a vowel to the model.
            if letter == "r" || letter == "ɾ" || letter == "ɽ" {
                return language == .english ? "R" : "D"
            }
            return table[letter]
        }
    }

    private static let pairs: [(String, [String])] = [
        ("tʃ", ["CH"]), ("dʒ", ["JH"]), ("tɕ", ["CH"]), ("dʑ", ["JH"]), ("tʂ", ["CH"]),
        ("dʐ", ["JH"]), ("ts", ["T", "S"]), ("dz", ["D", "Z"]), ("aɪ", ["AY"]), ("aʊ", ["AW"]),
        ("eɪ", ["EY"]), ("oʊ", ["OW"]), ("əʊ", ["OW"]), ("ɔɪ", ["OY"]), ("ɔː", ["AO"]),
    ]

    private static let table: [Unicode.Scalar: String] = {
        let rows = [
            ("P", "p"), ("B", "b"), ("M", "mɱ"), ("F", "fɸ"), ("V", "vβʋ"), ("TH", "θ"),
            ("DH", "ð"),
            ("T", "tʈ"), ("D", "dɖ"), ("K", "kqc"), ("G", "gɡɣɟ"), ("HH", "hɦxχç"), ("S", "s"),
            ("Z", "z"), ("SH", "ʃɕʂ"), ("ZH", "ʒʑʐ"), ("N", "nɲ"), ("NG", "ŋɴ"), ("L", "lɫɭʎ"),
            ("R", "ɹɻʁ"), ("ER", "ɚɝɜ"), ("AA", "aɑɒä"), ("AE", "æ"), ("AH", "ʌɐə"), ("EH", "eɛɘ"),
            ("IH", "ɪɨᵻ"), ("IY", "iy"), ("Y", "j"), ("AO", "ɔɵ"), ("OW", "oøœɤ"), ("UH", "ʊ"),
            ("UW", "uɯʉ"), ("W", "wʍ"),
        ]
        var table: [Unicode.Scalar: String] = [:]
        for (name, letters) in rows {
            for letter in letters.unicodeScalars { table[letter] = name }
        }
        return table
    }()
}
