extension Parser {
    /// `{ … }`.
    mutating func block() throws(ShaderError) -> [Statement] {
        let open = take()
        var statements: [Statement] = []
        while !take(if: "}") {
            guard next.kind != .end else {
                throw ShaderError(at: open.place, "This '{' is never closed.", "Add '}'.")
            }
            if let statement = try statement() { statements.append(statement) }
        }
        return statements
    }

    /// - Returns: nil for a lone semicolon.
    private mutating func statement() throws(ShaderError) -> Statement? {
        let first = next
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else {
            throw ShaderError(
                at: first.place, "The statements are nested too deep.", "Move some into a function."
            )
        }
        switch first.text {
        case ";":
            _ = take()
            return nil
        case "{": return Statement(form: .block(try block()), place: first.place)
        case "precision":
            try precision()
            return nil
        case "if": return try choice()
        case "for": return try loop()
        case "return":
            _ = take()
            let value = next.text == ";" ? nil : try expression()
            try expect(";", "after 'return'")
            return Statement(form: .return(value), place: first.place)
        case "break": return try word(.break)
        case "continue": return try word(.continue)
        case "discard": return try word(.discard)
        case "else":
            throw ShaderError(at: first.place, "'else' stands without its 'if'.", "Remove it.")
        case "case", "default":
            throw ShaderError(
                at: first.place, "'\(first.text)' is not in this language.", "Use if and else.")
        case "uniform", "varying", "attribute":
            throw ShaderError(
                at: first.place, "'\(first.text)' cannot stand within a function.",
                "Move the line before the functions.")
        default: break
        }
        if let remedy = Names.missing[first.text], first.text != "texture" {
            throw ShaderError(
                at: first.place, "'\(first.text)' is not in this language.", remedy)
        }
        if startsDeclaration {
            return Statement(form: .declare(try declaration()), place: first.place)
        }
        let value = try expression()
        try expect(";", "after the statement")
        return Statement(form: .evaluate(value), place: first.place)
    }

    private mutating func word(_ form: Statement.Form) throws(ShaderError) -> Statement {
        let token = take()
        try expect(";", "after '\(token.text)'")
        return Statement(form: form, place: token.place)
    }

    /// A type's name with a parenthesis after it makes a value, not a variable.
    private var startsDeclaration: Bool {
        next.text == "const" || Names.precisions.contains(next.text)
            || next.kind == .word && ShaderType.named[next.text] != nil && peek(1).text != "("
    }

    private mutating func declaration() throws(ShaderError) -> [Declaration] {
        let first = next.place
        let kind: Declaration.Kind = take(if: "const") ? .constant : .plain
        let type = try type("a type")
        var declarations: [Declaration] = []
        try declarators(kind: kind, type: type, first: first) { declarations.append($0) }
        return declarations
    }

    private mutating func choice() throws(ShaderError) -> Statement {
        let place = take().place
        try expect("(", "after 'if'")
        let condition = try expression()
        try expect(")", "after the condition")
        let then = try branch(of: place)
        let otherwise = take(if: "else") ? try branch(of: place) : nil
        return Statement(
            form: .choose(condition, then: then, otherwise: otherwise), place: place)
    }

    private mutating func branch(of place: Place) throws(ShaderError) -> Statement {
        try statement() ?? Statement(form: .block([]), place: place)
    }

    private mutating func loop() throws(ShaderError) -> Statement {
        let place = take().place
        let form = "Write 'for (int i = 0; i < 8; i++)'."
        try expect("(", "after 'for'")
        guard startsDeclaration, next.text != "const" else {
            throw ShaderError(at: next.place, "A loop must begin by declaring its index.", form)
        }
        let declared = try declaration()
        guard declared.count == 1, declared[0].initial != nil else {
            throw ShaderError(
                at: place, "A loop has exactly one index, with its first value.", form)
        }
        guard next.text != ";" else {
            throw ShaderError(at: next.place, "A loop needs its condition.", form)
        }
        let condition = try expression()
        try expect(";", "after the loop's condition")
        guard next.text != ")" else {
            throw ShaderError(at: next.place, "A loop must move its index.", form)
        }
        let update = try expression()
        try expect(")", "after the loop's head")
        let body = try branch(of: place)
        return Statement(
            form: .loop(
                Statement.Loop(
                    index: declared[0], condition: condition, update: update, body: body)),
            place: place)
    }
}
