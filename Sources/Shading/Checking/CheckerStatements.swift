extension Checker {
    /// Statements in their own scope.
    mutating func block(_ statements: [Statement]) throws(ShaderError) -> TypedStatement {
        scopes.append([:])
        var typed: [TypedStatement] = []
        for written in statements { typed.append(try statement(written)) }
        scopes.removeLast()
        return .block(typed)
    }

    private mutating func statement(_ written: Statement) throws(ShaderError) -> TypedStatement {
        switch written.form {
        case .declare(let declarations):
            var typed: [TypedStatement] = []
            for declaration in declarations { typed.append(try local(declaration)) }
            return .block(typed)
        case .evaluate(let value): return .evaluate(try expression(value))
        case .block(let statements): return try block(statements)
        case .choose(let condition, let then, let otherwise):
            return .choose(
                try self.condition(condition, of: "An 'if'"), then: try block([then]),
                otherwise: try block(otherwise.map { [$0] } ?? []))
        case .loop(let loop): return try self.loop(loop, at: written.place)
        case .return(let value): return try `return`(value, at: written.place)
        case .break:
            try checkInLoop("break", at: written.place)
            return .break
        case .continue:
            try checkInLoop("continue", at: written.place)
            return .continue
        case .discard: return .discard
        }
    }

    private mutating func local(_ declaration: Declaration) throws(ShaderError) -> TypedStatement {
        if declaration.type == .sampler {
            throw ShaderError(
                at: declaration.place, "A sampler2D cannot be a local variable.",
                "Use the uniform itself.")
        }
        let initial = try initialValue(of: declaration)
        let variable = try declare(
            declaration.name, declaration.type,
            declaration.kind == .constant ? .constant : .plain, at: declaration.place)
        return .assign(variable: variable, initial)
    }

    private func checkInLoop(_ word: String, at place: Place) throws(ShaderError) {
        if loops == 0 {
            throw ShaderError(
                at: place, "'\(word)' stands outside of a loop.", "Remove it, or use 'return'.")
        }
    }

    mutating func condition(_ written: Expression, of what: String) throws(ShaderError) -> Typed {
        let condition = try expression(written)
        guard condition.type == .bool else {
            throw ShaderError(
                at: condition.place, "\(what) needs a bool, but this is \(condition.type).",
                condition.type.isNumeric ? "Compare it: '… > 0.0', or '… != 0'." : "")
        }
        return condition
    }

    private mutating func `return`(
        _ written: Expression?, at place: Place
    ) throws(ShaderError) -> TypedStatement {
        let function = checked.functions[current]
        guard let written else {
            guard function.result == .void else {
                throw ShaderError(
                    at: place, "'\(function.name)' must return \(function.result).",
                    "Write 'return …;' with a value.")
            }
            return .return(nil)
        }
        let value = try expression(written)
        guard value.type == function.result else {
            throw ShaderError(
                at: value.place,
                "'\(function.name)' returns \(function.result), but this is \(value.type).",
                function.result == .void
                    ? "Write 'return;'." : conversion(of: value.type, to: function.result))
        }
        return .return(value)
    }

    // MARK: Loops

    /// - Source: Appendix A, §4 "Control Flow".
    private mutating func loop(
        _ loop: Statement.Loop, at place: Place
    ) throws(ShaderError) -> TypedStatement {
        let index = loop.index
        let form = "Write 'for (int i = 0; i < 8; i++)'."
        guard index.type == .int || index.type == .float else {
            throw ShaderError(
                at: index.place, "A loop's index is an int or a float, not \(index.type).", form)
        }
        guard let first = try initialValue(of: index), first.fixity == .constant else {
            throw ShaderError(at: index.place, "A loop must begin at a constant.", form)
        }
        scopes.append([:])
        defer { scopes.removeLast() }
        let variable = try declare(index.name, index.type, .loopIndex, at: index.place)
        guard case .binary(let comparison, let left, let right) = loop.condition.form,
            case .name(index.name) = left.form,
            ["<", ">", "<=", ">=", "==", "!="].contains(comparison)
        else {
            throw ShaderError(
                at: loop.condition.place,
                "A loop's condition compares its index '\(index.name)' with a constant.", form)
        }
        let limit = try expression(right)
        guard limit.fixity == .constant, limit.type == index.type else {
            throw ShaderError(
                at: limit.place, "A loop's limit must be a constant \(index.type).",
                "Loop to the largest limit, and leave with 'if (…) break;'.")
        }
        let (step, direction) = try self.step(loop.update, of: index)
        loops += 1
        let body = try block([loop.body])
        loops -= 1
        return .loop(
            TypedLoop(
                index: variable, first: first, comparison: comparison, limit: limit, step: step,
                direction: direction, body: body, place: place))
    }

    private mutating func step(
        _ update: Expression, of index: Declaration
    ) throws(ShaderError) -> (Typed, Float) {
        switch update.form {
        case .unary(let sign, let target):
            guard case .name(index.name) = target.form, sign.hasSuffix("++") || sign.hasSuffix("--")
            else { break }
            let one = Typed(
                type: index.type, form: .constant([1]), place: update.place, fixity: .constant)
            return (one, sign.hasSuffix("++") ? 1 : -1)
        case .assign(let sign, let target, let amount) where sign == "+=" || sign == "-=":
            guard case .name(index.name) = target.form else { break }
            let step = try expression(amount)
            guard step.fixity == .constant, step.type == index.type else { break }
            return (step, sign == "+=" ? 1 : -1)
        default: break
        }
        throw ShaderError(
            at: update.place, "A loop moves its index '\(index.name)' by a constant.",
            "Write '\(index.name)++', '\(index.name)--', '\(index.name) += …' or "
                + "'\(index.name) -= …'.")
    }
}
