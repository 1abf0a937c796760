import AvatarTypes

extension Language {
    /// The language that the letters of a text show, or nil if there are none. Chinese characters
    /// alone count as Japanese: it is the only language here that writes them.
    init?(of text: String) {
        var latin = 0
        var cyrillic = 0
        var japanese = 0
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x3040...0x30FF, 0x4E00...0x9FFF: japanese += 2
            case 0x0400...0x04FF: cyrillic += 1
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x024F: latin += 1
            default: break
            }
        }
        guard latin + cyrillic + japanese > 0 else { return nil }
        if japanese >= max(latin, cyrillic) {
            self = .japanese
        } else {
            self = cyrillic >= latin ? .russian : .english
        }
    }
}
