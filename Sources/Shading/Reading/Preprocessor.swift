/// Carries out the lines that begin with `#`, and replaces macros.
///
/// - Source: The OpenGL ES Shading Language 1.00, §3.4.
struct Preprocessor {
    fileprivate struct Macro {
        /// Nil when it is used without parentheses.
        var parameters: [String]?
        var body: [Token]
    }

    /// One `#if` that is open.
    private struct Choice {
        var place: Place
        /// Whether what follows is kept.
        var isOpen: Bool
        /// Whether a branch has been kept already, or the whole stands in what is left out.
        var isDecided: Bool
        var hasElse = false
    }

    private var macros: [String: Macro] = [
        "GL_ES": .number("1"), "__VERSION__": .number("100"),
        "GL_FRAGMENT_PRECISION_HIGH": .number("1"),
    ]
    private var choices: [Choice] = []
    private var kept: [Token] = []
    private var passes = 1
    private var replacements = 0

    /// Macros can multiply: this many tokens is far beyond any shader.
    private static let most = 100_000

    /// - Returns: the tokens that are left, and how often `#pragma passes N` wants the shader run.
    static func run(
        _ tokens: [Token]
    ) throws(ShaderError) -> (tokens: [Token], passes: Int) {
        var preprocessor = Preprocessor()
        var rest = tokens[...]
        while let token = rest.first {
            let end = rest.dropFirst().firstIndex { $0.startsLine } ?? rest.endIndex
            if token.kind == .symbol, token.text == "#", token.startsLine {
                try preprocessor.carryOut(Array(rest[(rest.startIndex + 1)..<end]), at: token.place)
                rest = rest[end...]
            } else {
                // A macro's arguments may span lines, but no directive.
                let stop =
                    rest.firstIndex { $0.startsLine && $0.kind == .symbol && $0.text == "#" }
                    ?? rest.endIndex
                if preprocessor.choices.last?.isOpen ?? true {
                    try preprocessor.expand(Array(rest[..<stop]), hiding: [])
                } else if let last = rest[..<stop].last, last.kind == .end {
                    preprocessor.kept.append(last)
                }
                rest = rest[stop...]
            }
        }
        if let choice = preprocessor.choices.last {
            throw ShaderError(at: choice.place, "This '#if' is never closed.", "Add '#endif'.")
        }
        return (preprocessor.kept, preprocessor.passes)
    }

    private mutating func carryOut(_ line: [Token], at place: Place) throws(ShaderError) {
        guard let word = line.first else { return }
        let rest = Array(line.dropFirst())
        let isOpen = choices.last?.isOpen ?? true
        switch word.text {
        case "if", "ifdef", "ifndef":
            var holds = false
            if isOpen {
                if word.text == "if" {
                    holds = try condition(rest, at: place)
                } else {
                    let isDefined = macros[try name(in: rest, after: word)] != nil
                    holds = isDefined == (word.text == "ifdef")
                }
            }
            guard choices.count < 60 else {
                throw ShaderError(at: place, "'#if' is nested too deep.", "Keep it below 60.")
            }
            choices.append(Choice(place: place, isOpen: holds, isDecided: holds || !isOpen))
        case "elif", "else":
            guard var choice = choices.popLast(), !choice.hasElse else {
                throw ShaderError(
                    at: place, "'#\(word.text)' stands without its '#if'.", "Remove it.")
            }
            if word.text == "else" { choice.hasElse = true }
            choice.isOpen = false
            if !choice.isDecided {
                choice.isOpen = word.text == "else"
                if !choice.isOpen { choice.isOpen = try condition(rest, at: place) }
                choice.isDecided = choice.isOpen
            }
            choices.append(choice)
        case "endif":
            guard choices.popLast() != nil else {
                throw ShaderError(at: place, "'#endif' stands without its '#if'.", "Remove it.")
            }
        case _ where !isOpen:
            break
        case "define":
            try define(rest, after: word)
        case "undef":
            macros[try name(in: rest, after: word)] = nil
        case "error":
            let text = rest.map(\.text).joined(separator: " ")
            throw ShaderError(at: place, "The file says: '#error \(text)'.")
        case "version":
            guard rest.map(\.text) == ["100"] else {
                throw ShaderError(
                    at: place, "Only version 100 of GLSL ES is known.",
                    "Write '#version 100', or leave the line out.")
            }
        case "pragma":
            try heed(rest, at: place)
        case "extension":
            throw ShaderError(
                at: place, "Extensions are not in this language.",
                "Remove the line: the functions of GLSL ES 1.00 are all there is.")
        case "line":
            throw ShaderError(at: place, "'#line' is not in this language.", "Remove the line.")
        default:
            throw ShaderError(
                at: place, "There is no directive '#\(word.text)'.",
                "There are #define, #undef, #if, #ifdef, #ifndef, #elif, #else, #endif, #error, "
                    + "#pragma and #version.")
        }
    }

    /// `#pragma passes N`; other pragmas mean nothing, as the language wants.
    private mutating func heed(_ rest: [Token], at place: Place) throws(ShaderError) {
        guard rest.first?.text == "passes" else { return }
        guard rest.count == 2, let count = Int(rest[1].text), (1...4).contains(count) else {
            throw ShaderError(
                at: place, "'#pragma passes' needs a number from 1 to 4.",
                "Write '#pragma passes 2'.")
        }
        passes = count
    }

    private func name(in rest: [Token], after word: Token) throws(ShaderError) -> String {
        guard let first = rest.first, first.kind == .word else {
            throw ShaderError(
                at: word.place, "'#\(word.text)' needs a name.", "Write '#\(word.text) NAME'.")
        }
        guard rest.count == 1 || word.text == "define" else {
            throw ShaderError(
                at: rest[1].place,
                "\(rest[1].name) is too much after '#\(word.text) \(first.text)'.",
                "Remove it.")
        }
        return first.text
    }

    private mutating func define(_ rest: [Token], after word: Token) throws(ShaderError) {
        let name = try name(in: rest, after: word)
        if name.hasPrefix("GL_") || name.contains("__") || name == "defined" {
            throw ShaderError(
                at: rest[0].place, "The name '\(name)' is reserved.",
                "Choose one without 'GL_' and '__'.")
        }
        if macros[name] != nil {
            throw ShaderError(
                at: rest[0].place, "The macro '\(name)' is defined already.",
                "Write '#undef \(name)' before.")
        }
        var body = rest.dropFirst()
        guard let open = body.first, open.text == "(", !open.isSpaced else {
            macros[name] = Macro(parameters: nil, body: Array(body))
            return
        }
        var parameters: [String] = []
        body = body.dropFirst()
        while let token = body.popFirst(), token.text != ")" {
            if token.text == ",", !parameters.isEmpty { continue }
            guard token.kind == .word, let next = body.first, next.text == "," || next.text == ")"
            else {
                throw ShaderError(
                    at: token.place, "The parameters of a macro are names with commas between.",
                    "Write '#define \(name)(a, b) …'.")
            }
            parameters.append(token.text)
        }
        macros[name] = Macro(parameters: parameters, body: Array(body))
    }

    private func condition(_ tokens: [Token], at place: Place) throws(ShaderError) -> Bool {
        var plain: [Token] = []
        var rest = tokens[...]
        while let token = rest.popFirst() {
            guard token.text == "defined" else {
                plain.append(token)
                continue
            }
            let isWrapped = rest.first?.text == "("
            if isWrapped { rest.removeFirst() }
            guard let name = rest.popFirst(), name.kind == .word,
                !isWrapped || rest.popFirst()?.text == ")"
            else {
                throw ShaderError(
                    at: token.place, "'defined' needs a name.", "Write 'defined(NAME)'.")
            }
            plain.append(
                Token(
                    kind: .integer, text: macros[name.text] == nil ? "0" : "1", place: name.place))
        }
        var inner = self
        inner.kept = []
        try inner.expand(plain, hiding: [])
        return try Condition.value(of: inner.kept, at: place) != 0
    }

    /// Appends the tokens to `kept`, macros replaced; a macro is not replaced within itself.
    private mutating func expand(_ tokens: [Token], hiding: Set<String>) throws(ShaderError) {
        var rest = tokens[...]
        while let token = rest.popFirst() {
            replacements += 1
            guard replacements < Self.most, hiding.count < 40 else {
                throw tooMany(at: token.place)
            }
            guard token.kind == .word, !hiding.contains(token.text), let macro = macros[token.text]
            else {
                kept.append(token)
                continue
            }
            var body = macro.body
            if let parameters = macro.parameters {
                guard rest.first?.text == "(" else {
                    kept.append(token)
                    continue
                }
                rest.removeFirst()
                let arguments = try self.arguments(from: &rest, of: token)
                let expected = parameters.count
                let longest = arguments.map(\.count).max() ?? 0
                replacements += body.count * longest
                guard expected == arguments.count || expected == 0 && arguments[0].isEmpty else {
                    throw ShaderError(
                        at: token.place,
                        "The macro '\(token.text)' takes \(expected) arguments, not "
                            + "\(arguments.count).")
                }
                guard replacements < Self.most else { throw tooMany(at: token.place) }
                body = body.flatMap { part in
                    parameters.firstIndex(of: part.text).map { arguments[$0] } ?? [part]
                }
            }
            for index in body.indices { body[index].place = token.place }
            try expand(body, hiding: hiding.union([token.text]))
        }
    }

    private func tooMany(at place: Place) -> ShaderError {
        ShaderError(
            at: place, "The text grows beyond \(Self.most) tokens.",
            "Use functions and loops in place of macros.")
    }

    private func arguments(
        from rest: inout ArraySlice<Token>, of macro: Token
    ) throws(ShaderError) -> [[Token]] {
        var arguments: [[Token]] = [[]]
        var depth = 0
        while let token = rest.popFirst(), token.kind != .end {
            switch token.text {
            case "(": depth += 1
            case ")":
                if depth == 0 { return arguments }
                depth -= 1
            case "," where depth == 0:
                arguments.append([])
                continue
            default: break
            }
            arguments[arguments.count - 1].append(token)
        }
        throw ShaderError(
            at: macro.place, "The arguments of the macro '\(macro.text)' never end.",
            "Close them with ')'.")
    }
}

extension Preprocessor.Macro {
    fileprivate static func number(_ text: String) -> Self {
        Self(
            parameters: nil,
            body: [Token(kind: .integer, text: text, place: Place(line: 1, column: 1))])
    }
}
