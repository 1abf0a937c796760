/// Turns tokens into the tree of a file.
///
/// This part reads what stands outside functions; statements and expressions follow in their files.
///
/// - Source: The OpenGL ES Shading Language 1.00, §9 (grammar) and Appendix A (limits).
struct Parser {
    var rest: ArraySlice<Token>
    /// Statements and parentheses within each other: the parser recurses as deep.
    var depth = 0
    private var hasFloatPrecision = false

    /// Deeper is no shader that a person wrote, and would use up the stack.
    static let deepest = 48

    static func parse(_ tokens: [Token]) throws(ShaderError) -> Syntax {
        var parser = Parser(rest: tokens[...])
        var syntax = Syntax(end: tokens[tokens.count - 1].place)
        while parser.next.kind != .end { try parser.global(into: &syntax) }
        return syntax
    }

    private init(rest: ArraySlice<Token>) {
        self.rest = rest
    }

    // MARK: Tokens

    var next: Token { rest[rest.startIndex] }

    func peek(_ ahead: Int) -> Token { rest[min(rest.startIndex + ahead, rest.endIndex - 1)] }

    /// The end is never taken.
    mutating func take() -> Token {
        let token = next
        if token.kind != .end { rest.removeFirst() }
        return token
    }

    /// Takes the next token if it is this one.
    mutating func take(if text: String) -> Bool {
        guard next.text == text, next.kind != .end else { return false }
        rest.removeFirst()
        return true
    }

    mutating func expect(_ text: String, _ where: String) throws(ShaderError) {
        guard take(if: text) else {
            throw ShaderError(
                at: next.place, "Expected '\(text)' \(`where`), but found \(next.name).")
        }
    }

    mutating func newName(of what: String) throws(ShaderError) -> Token {
        let token = take()
        guard token.kind == .word else {
            throw ShaderError(
                at: token.place, "Expected the name of \(what), but found \(token.name).")
        }
        try Names.check(token)
        return token
    }

    // MARK: What stands outside functions

    private mutating func global(into syntax: inout Syntax) throws(ShaderError) {
        let first = next
        switch first.text {
        case ";": _ = take()
        case "precision": try precision()
        case "uniform", "varying", "const":
            _ = take()
            let kind: Declaration.Kind =
                switch first.text {
                case "uniform": .uniform
                case "varying": .varying
                default: .constant
                }
            try variables(kind: kind, first: first, into: &syntax)
        case "invariant":
            throw ShaderError(
                at: first.place, "'invariant' means nothing in a fragment shader here.",
                "Remove the word.")
        case "attribute":
            throw ShaderError(
                at: first.place, "Attributes belong to vertex shaders.",
                "Read the varying 'v_uv' or 'gl_FragCoord'.")
        default:
            let type = try type("a declaration or a function")
            if peek(1).text == "(", next.kind == .word {
                syntax.items.append(.function(try function(result: type)))
            } else {
                try declarators(kind: .plain, type: type, first: first.place) {
                    syntax.items.append(.variable($0))
                }
            }
        }
    }

    private mutating func variables(
        kind: Declaration.Kind, first: Token, into syntax: inout Syntax
    ) throws(ShaderError) {
        let type = try type("a type after '\(first.text)'")
        try declarators(kind: kind, type: type, first: first.place) {
            syntax.items.append(.variable($0))
        }
    }

    /// `precision mediump float;`, within functions too.
    mutating func precision() throws(ShaderError) {
        let start = take()
        guard Names.precisions.contains(take().text) else {
            throw ShaderError(
                at: start.place, "'precision' needs 'lowp', 'mediump' or 'highp'.",
                "Write 'precision mediump float;'.")
        }
        let type = take()
        guard ["float", "int", "sampler2D"].contains(type.text) else {
            throw ShaderError(
                at: type.place,
                "A precision can be set for float, int and sampler2D, not for \(type.name).",
                "Write 'precision mediump float;'.")
        }
        if type.text == "float" { hasFloatPrecision = true }
        try expect(";", "after the precision")
    }

    /// A type with or without its precision.
    mutating func type(_ what: String) throws(ShaderError) -> ShaderType {
        let hasPrecision = Names.precisions.contains(next.text)
        if hasPrecision { _ = take() }
        let token = next
        guard token.kind == .word, let type = ShaderType.named[token.text] else {
            throw unknownType(token, expected: what)
        }
        _ = take()
        if type.element == .float, !hasPrecision, !hasFloatPrecision {
            throw ShaderError(
                at: token.place, "The precision of '\(type)' is not said.",
                "Begin the file with 'precision mediump float;'.")
        }
        return type
    }

    private func unknownType(_ token: Token, expected what: String) -> ShaderError {
        if let remedy = Names.missing[token.text] {
            return ShaderError(
                at: token.place, "'\(token.text)' is not in this language.", remedy)
        }
        return ShaderError(
            at: token.place, "Expected \(what), but found \(token.name).",
            token.kind == .word
                ? "The types are float, int, bool, vec2…4, ivec2…4, bvec2…4, mat2…4 and sampler2D."
                : "")
    }

    /// `name`, `name = value`, with commas between, up to the semicolon.
    mutating func declarators(
        kind: Declaration.Kind, type: ShaderType, first: Place, each: (Declaration) -> Void
    ) throws(ShaderError) {
        if take(if: ";") { return }
        repeat {
            let name = try newName(of: "a variable")
            if next.text == "[" {
                throw ShaderError(
                    at: next.place, "Arrays are not in this language.",
                    "Use a vector or a matrix, or name the values one by one.")
            }
            let initial = take(if: "=") ? try assignment() : nil
            each(
                Declaration(
                    kind: kind, type: type, name: name.text, initial: initial, place: name.place))
        } while take(if: ",")
        try expect(";", "after the declaration")
    }

    private mutating func function(result: ShaderType) throws(ShaderError) -> FunctionSyntax {
        let name = try newName(of: "a function")
        try expect("(", "after the function's name")
        var parameters: [Parameter] = []
        if next.text == "void", peek(1).text == ")" { _ = take() }
        if !take(if: ")") {
            repeat { parameters.append(try parameter()) } while take(if: ",")
            try expect(")", "after the parameters")
        }
        var body: [Statement]?
        if !take(if: ";") {
            guard next.text == "{" else {
                throw ShaderError(
                    at: next.place,
                    "Expected '{' or ';' after the function's parameters, but found \(next.name).")
            }
            body = try block()
        }
        return FunctionSyntax(
            result: result, name: name.text, parameters: parameters, body: body, place: name.place)
    }

    private mutating func parameter() throws(ShaderError) -> Parameter {
        let isConstant = take(if: "const")
        let direction = Parameter.Direction(rawValue: next.text)
        if direction != nil { _ = take() }
        let place = next.place
        if isConstant, let direction, direction != .in {
            throw ShaderError(
                at: place, "A constant parameter cannot be '\(direction.rawValue)'.",
                "Remove 'const'.")
        }
        let type = try type("a parameter's type")
        var parameter = Parameter(
            direction: direction ?? .in, isConstant: isConstant, type: type, place: place)
        if next.kind == .word { parameter.name = try newName(of: "a parameter").text }
        if next.text == "[" {
            throw ShaderError(
                at: next.place, "Arrays are not in this language.", "Pass the values one by one.")
        }
        return parameter
    }
}
