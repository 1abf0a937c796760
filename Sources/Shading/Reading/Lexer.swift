/// Cuts a source text into tokens; comments and blanks fall away.
///
/// - Source: The OpenGL ES Shading Language 1.00, §3.
struct Lexer {
    private let bytes: [UInt8]
    private var at = 0
    private var line = 1
    private var lineStart = 0
    private var startsLine = true
    private var isSpaced = false

    /// Longest first, so that the first that fits is meant.
    private static let symbols: [[UInt8]] = [
        "<<=", ">>=", "++", "--", "<=", ">=", "==", "!=", "&&", "||", "^^", "+=", "-=", "*=", "/=",
        "%=", "&=", "|=", "^=", "<<", ">>", "(", ")", "[", "]", "{", "}", ".", ",", ";", ":", "?",
        "+", "-", "*", "/", "%", "<", ">", "=", "!", "&", "|", "^", "~", "#",
    ].map { Array($0.utf8) }

    /// A shader is a page of text; more is a mistake, and would only cost time.
    private static let longest = 65_536

    private init(_ source: String) {
        bytes = Array(source.utf8)
    }

    /// - Returns: at least the token that stands for the end.
    static func tokens(of source: String) throws(ShaderError) -> [Token] {
        var lexer = Lexer(source)
        guard lexer.bytes.count <= longest else {
            throw ShaderError(
                at: Place(line: 1, column: 1), "The file is longer than 64 KiB.",
                "Split it into several shaders.")
        }
        var tokens: [Token] = []
        while let token = try lexer.next() { tokens.append(token) }
        tokens.append(
            Token(kind: .end, text: "", place: lexer.place, startsLine: true, isSpaced: true))
        return tokens
    }

    private var place: Place { Place(line: line, column: at - lineStart + 1) }

    private func byte(_ ahead: Int = 0) -> UInt8 {
        at + ahead < bytes.count ? bytes[at + ahead] : 0
    }

    private mutating func next() throws(ShaderError) -> Token? {
        try skipBlanks()
        guard at < bytes.count else { return nil }
        let start = at
        let place = place
        let kind = try kindOfNext()
        let token = Token(
            kind: kind, text: String(decoding: bytes[start..<at], as: UTF8.self), place: place,
            startsLine: startsLine, isSpaced: isSpaced)
        startsLine = false
        isSpaced = false
        return token
    }

    /// Moves past one token.
    private mutating func kindOfNext() throws(ShaderError) -> Token.Kind {
        let first = byte()
        if first.isLetter {
            while byte().isLetter || byte().isDigit { at += 1 }
            return .word
        }
        if first.isDigit || first == UInt8(ascii: ".") && byte(1).isDigit {
            return try number()
        }
        for symbol in Self.symbols where bytes[at...].starts(with: symbol) {
            at += symbol.count
            return .symbol
        }
        if first == UInt8(ascii: "\\") {
            throw ShaderError(
                at: place, "A line cannot be continued with '\\' in GLSL ES 1.00.",
                "Write it on one line.")
        }
        let character = String(decoding: bytes[at...].prefix(4), as: UTF8.self).first ?? "?"
        throw ShaderError(
            at: place, "The character '\(character)' has no meaning in GLSL.",
            "Only comments may hold other than ASCII letters, digits and operators.")
    }

    private mutating func number() throws(ShaderError) -> Token.Kind {
        let place = place
        var kind = Token.Kind.integer
        if byte() == UInt8(ascii: "0"), byte(1) | 0x20 == UInt8(ascii: "x") {
            at += 2
            let start = at
            while byte().isHexDigit { at += 1 }
            if at == start {
                throw ShaderError(
                    at: place, "A hexadecimal number needs digits after '0x'.", "Write '0xff'.")
            }
        } else {
            while byte().isDigit { at += 1 }
            if byte() == UInt8(ascii: ".") {
                kind = .real
                at += 1
                while byte().isDigit { at += 1 }
            }
            if byte() | 0x20 == UInt8(ascii: "e") {
                let signed = byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: "+")
                if byte(signed ? 2 : 1).isDigit {
                    kind = .real
                    at += signed ? 3 : 2
                    while byte().isDigit { at += 1 }
                }
            }
        }
        if byte().isLetter || byte().isDigit {
            throw ShaderError(
                at: place, "A number cannot end in '\(Character(Unicode.Scalar(byte())))'.",
                "GLSL ES 1.00 has no suffixes: write '1.0' for a float and '1' for an int.")
        }
        return kind
    }

    private mutating func skipBlanks() throws(ShaderError) {
        while at < bytes.count {
            switch byte() {
            case UInt8(ascii: "\n"):
                at += 1
                line += 1
                lineStart = at
                startsLine = true
                isSpaced = true
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                at += 1
                isSpaced = true
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
                while at < bytes.count, byte() != UInt8(ascii: "\n") { at += 1 }
            case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
                try skipComment()
            default:
                return
            }
        }
    }

    private mutating func skipComment() throws(ShaderError) {
        let start = place
        at += 2
        while byte() != UInt8(ascii: "*") || byte(1) != UInt8(ascii: "/") {
            guard at < bytes.count else {
                throw ShaderError(at: start, "This comment never ends.", "Close it with '*/'.")
            }
            if byte() == UInt8(ascii: "\n") {
                line += 1
                lineStart = at + 1
            }
            at += 1
        }
        at += 2
        isSpaced = true
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) || self == UInt8(ascii: "_")
    }

    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    fileprivate var isHexDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
