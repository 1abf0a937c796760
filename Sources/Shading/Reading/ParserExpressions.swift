extension Parser {
    /// Loosest first; what this language reserves stands in its place, so that it can be refused.
    private static let levels: [[String]] = [
        ["||"], ["^^"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<", ">", "<=", ">="],
        ["<<", ">>"], ["+", "-"], ["*", "/", "%"],
    ]

    /// Longer chains would use up the stack of what walks the tree.
    private static let deepestTree = 200

    mutating func expression() throws(ShaderError) -> Expression {
        var left = try assignment()
        while next.text == "," {
            let place = take().place
            let right = try assignment()
            left = try node(.sequence(left, right), at: place, over: left, right)
        }
        return left
    }

    mutating func assignment() throws(ShaderError) -> Expression {
        let left = try ternary()
        let sign = next
        switch sign.text {
        case "=", "+=", "-=", "*=", "/=":
            _ = take()
            let right = try nested { parser throws(ShaderError) in try parser.assignment() }
            return try node(.assign(sign.text, left, right), at: sign.place, over: left, right)
        case "%=", "&=", "|=", "^=", "<<=", ">>=":
            throw refused(sign)
        default: return left
        }
    }

    private mutating func ternary() throws(ShaderError) -> Expression {
        let condition = try binary(0)
        guard next.text == "?" else { return condition }
        let place = take().place
        let yes = try nested { parser throws(ShaderError) in try parser.assignment() }
        try expect(":", "between the two values of '?'")
        let no = try nested { parser throws(ShaderError) in try parser.assignment() }
        return try node(.choice(condition, yes, no), at: place, over: condition, yes, no)
    }

    private mutating func binary(_ level: Int) throws(ShaderError) -> Expression {
        guard level < Self.levels.count else { return try unary() }
        var left = try binary(level + 1)
        while next.kind == .symbol, Self.levels[level].contains(next.text) {
            let sign = take()
            if ["|", "^", "&", "<<", ">>", "%"].contains(sign.text) { throw refused(sign) }
            let right = try binary(level + 1)
            left = try node(.binary(sign.text, left, right), at: sign.place, over: left, right)
        }
        return left
    }

    private mutating func unary() throws(ShaderError) -> Expression {
        let sign = next
        switch sign.text {
        case "-", "+", "!", "++", "--":
            _ = take()
            let value = try nested { parser throws(ShaderError) in try parser.unary() }
            return try node(.unary(sign.text, value), at: sign.place, over: value)
        case "~":
            throw refused(sign)
        default: return try postfix()
        }
    }

    private mutating func postfix() throws(ShaderError) -> Expression {
        var value = try primary()
        while true {
            let sign = next
            switch sign.text {
            case ".":
                _ = take()
                let member = take()
                guard member.kind == .word else {
                    throw ShaderError(
                        at: member.place,
                        "Expected components such as 'xy' after '.', but found \(member.name).")
                }
                value = try node(.member(value, member.text), at: member.place, over: value)
            case "[":
                _ = take()
                let index = try nested { parser throws(ShaderError) in try parser.expression() }
                try expect("]", "after the index")
                value = try node(.element(value, index), at: sign.place, over: value, index)
            case "++", "--":
                _ = take()
                value = try node(.unary("p\(sign.text)", value), at: sign.place, over: value)
            default: return value
            }
        }
    }

    private mutating func primary() throws(ShaderError) -> Expression {
        let token = take()
        switch token.kind {
        case .integer:
            guard let value = Int(integer: token.text), value < 1 << 32 else {
                throw ShaderError(
                    at: token.place, "'\(token.text)' is no whole number that fits an int.",
                    "Octal numbers begin with 0, and the largest is 2147483647.")
            }
            return try node(.integer(Int(Int32(truncatingIfNeeded: value))), at: token.place)
        case .real:
            return try node(.real(Float(token.text) ?? 0), at: token.place)
        case .word:
            if token.text == "true" || token.text == "false" {
                return try node(.bool(token.text == "true"), at: token.place)
            }
            guard take(if: "(") else {
                if ShaderType.named[token.text] != nil {
                    throw ShaderError(
                        at: token.place, "The type '\(token.text)' is no value.",
                        "Write '\(token.text)(…)'.")
                }
                return try node(.name(token.text), at: token.place)
            }
            let arguments = try nested { parser throws(ShaderError) in try parser.arguments() }
            let deepest = arguments.map(\.depth).max() ?? 0
            return Expression(
                form: .call(token.text, arguments), place: token.place, depth: deepest + 1)
        case .symbol where token.text == "(":
            let value = try nested { parser throws(ShaderError) in try parser.expression() }
            try expect(")", "to close the '(' at \(token.place.line):\(token.place.column)")
            return value
        default:
            throw ShaderError(at: token.place, "Expected a value, but found \(token.name).")
        }
    }

    private mutating func arguments() throws(ShaderError) -> [Expression] {
        if take(if: ")") { return [] }
        if next.text == "void", peek(1).text == ")" {
            _ = take()
            _ = take()
            return []
        }
        var arguments: [Expression] = []
        repeat { arguments.append(try assignment()) } while take(if: ",")
        try expect(")", "after the arguments")
        return arguments
    }

    private mutating func nested<Result>(
        _ read: (inout Parser) throws(ShaderError) -> Result
    ) throws(ShaderError) -> Result {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else {
            throw ShaderError(
                at: next.place, "The expression is nested too deep.",
                "Give a name to a part of it.")
        }
        return try read(&self)
    }

    private func node(
        _ form: Expression.Form, at place: Place, over parts: Expression...
    ) throws(ShaderError) -> Expression {
        let depth = (parts.map(\.depth).max() ?? 0) + 1
        guard depth < Self.deepestTree else {
            throw ShaderError(
                at: place, "The expression is too long.", "Give a name to a part of it.")
        }
        return Expression(form: form, place: place, depth: depth)
    }

    private func refused(_ sign: Token) -> ShaderError {
        let remedy =
            switch sign.text {
            case "%", "%=": "Use 'mod' for floats, or 'a - b * (a / b)' for ints."
            case "|", "&": "For conditions write '\(sign.text)\(sign.text)'."
            case "^": "For conditions write '^^'."
            default: "Multiply or divide by a power of two."
            }
        return ShaderError(
            at: sign.place, "The operator '\(sign.text)' is reserved in GLSL ES 1.00.", remedy)
    }
}
