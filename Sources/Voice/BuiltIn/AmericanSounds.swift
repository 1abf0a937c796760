/// The sounds of other languages by those of an American voice, coloured where she has none.
///
/// Chosen by what a recognizer understood of each choice (`Benchmarks/voices`).
enum AmericanSounds {
    /// A sound in the making: what it is called, what colours it, and for how long.
    struct Recipe {
        var name: String
        var tint: Prosody.Tint?
        var duration: Double?

        init(
            _ name: String, with other: String? = nil, _ weights: SIMD3<Double> = .zero,
            seconds: Double? = nil
        ) {
            self.name = name
            tint = other.map { Prosody.Tint(name: $0, weights: weights) }
            duration = seconds
        }
    }

    /// By IPA without marks; longest names first wins.
    static func recipe(for name: String) -> [Recipe] {
        if let found = table[name] { return found }
        return name.unicodeScalars.flatMap { table[String($0)] ?? [] }
    }

    private static let even = SIMD3(repeating: 1.0)

    private static let table: [String: [Recipe]] = {
        var table: [String: [Recipe]] = [:]
        // What both have.
        let same: [(String, String)] = [
            ("p", "p"), ("b", "b"), ("t", "t"), ("d", "d"), ("k", "k"), ("ɡ", "g"), ("g", "g"),
            ("f", "f"), ("v", "v"), ("s", "s"), ("z", "z"), ("ʃ", "sh"), ("ʒ", "zh"), ("θ", "th"),
            ("ð", "dh"), ("m", "m"), ("n", "n"), ("ŋ", "ng"), ("l", "l"), ("ɭ", "l"), ("ɫ", "l"),
            ("ɹ", "r"), ("w", "w"), ("j", "y"), ("h", "hh"), ("tʃ", "ch"), ("dʒ", "jh"),
            ("ɕ", "sh"), ("ʑ", "zh"), ("tɕ", "ch"), ("dʑ", "jh"), ("ɾ", "d"), ("ʂ", "sh"),
            ("ʐ", "zh"), ("ɲ", "n"), ("β", "v"), ("ʋ", "v"), ("ç", "hh"), ("ɦ", "hh"),
            ("i", "iy"), ("ɪ", "ih"), ("e", "eh"), ("ɛ", "eh"), ("æ", "ae"), ("a", "aa"),
            ("ɑ", "aa"), ("ä", "aa"), ("ɐ", "ah"), ("ʌ", "ah"), ("ə", "ax"), ("ɜ", "er"),
            ("ɚ", "er"), ("ɝ", "er"), ("ɔ", "ao"), ("ʊ", "uh"), ("u", "uw"), ("ʉ", "uw"),
            ("ᵻ", "ih"), ("ɵ", "ao"), ("aɪ", "ay"), ("aʊ", "aw"), ("eɪ", "ey"), ("oʊ", "ow"),
            ("ɔɪ", "oy"),
        ]
        for (ipa, name) in same { table[ipa] = [Recipe(name)] }
        table["o"] = [Recipe("ao", with: "uh", 0.3 * even)]
        // Between the front and the back of the mouth, without lips.
        for ipa in ["y", "ɨ"] { table[ipa] = [Recipe("ih", with: "uh", 0.4 * even)] }
        table["ɯ"] = [Recipe("uw", with: "ih", 0.25 * even)]
        // A stroke of the tongue; made of d, as in "ladder", it is taken for д and т.
        table["r"] = [Recipe("r")]
        // The back of the tongue, which no American sound has: k that never closes.
        for ipa in ["x", "χ"] { table[ipa] = [Recipe("hh", with: "k", SIMD3(0.2, 0.3, 0.3))] }
        table["ɣ"] = [Recipe("g")]
        table["ts"] = [Recipe("t", seconds: 0.05), Recipe("s", seconds: 0.07)]
        table["dz"] = [Recipe("d", seconds: 0.04), Recipe("z", seconds: 0.06)]
        table["ɸ"] = [Recipe("hh", with: "f", 0.5 * even)]
        return table
    }()
}
