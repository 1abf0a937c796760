/// How many tokens a text is at most, whatever a model's vocabulary.
public enum TokenBound {
    /// More tokens than any of the usual vocabularies takes: one for three Latin letters or digits, one for
    /// two of another alphabet, two for a Japanese character, one for any other sign.
    public static func of(_ text: String) -> Int {
        var sixths = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: sixths += 2
            case 0x20: sixths += 1
            case 0xC0...0x04FF: sixths += 3
            case 0x3040...0x9FFF: sixths += 12
            case 0x80...: sixths += 18
            default: sixths += 6
            }
        }
        return (sixths + 5) / 6
    }
}
