extension Checker {
    mutating func expression(_ written: Expression) throws(ShaderError) -> Typed {
        let place = written.place
        switch written.form {
        case .integer(let value):
            return Typed(
                type: .int, form: .constant([Float(value)]), place: place, fixity: .constant)
        case .real(let value):
            return Typed(type: .float, form: .constant([value]), place: place, fixity: .constant)
        case .bool(let value):
            return Typed(
                type: .bool, form: .constant([value ? 1 : 0]), place: place, fixity: .constant)
        case .name(let name): return try self.name(name, at: place)
        case .call(let name, let arguments): return try call(name, arguments, at: place)
        case .member(let base, let member):
            return try components(member, of: try expression(base), at: place)
        case .element(let base, let index):
            return try element(try expression(index), of: try expression(base), at: place)
        case .unary(let sign, let value): return try unary(sign, try expression(value), at: place)
        case .binary(let sign, let left, let right):
            return try binary(sign, try expression(left), try expression(right), at: place)
        case .assign(let sign, let target, let value):
            return try assign(sign, try expression(target), try expression(value), at: place)
        case .choice(let condition, let yes, let no):
            let condition = try self.condition(condition, of: "'?'")
            let yes = try expression(yes)
            let no = try expression(no)
            guard yes.type == no.type, yes.type != .void, yes.type != .sampler else {
                throw ShaderError(
                    at: place, "The two values of '?' are \(yes.type) and \(no.type).",
                    "Give both the same type.")
            }
            return Typed(
                type: yes.type, form: .choice(condition, yes, no), place: place,
                fixity: max(condition.fixity, yes.fixity, no.fixity))
        case .sequence(let first, let second):
            let first = try expression(first)
            let second = try expression(second)
            return Typed(
                type: second.type, form: .sequence(first, second), place: place, fixity: .open)
        }
    }

    private func name(_ name: String, at place: Place) throws(ShaderError) -> Typed {
        guard let index = variable(name) else {
            if name == "gl_FragData" {
                throw ShaderError(
                    at: place, "There is one picture to draw into.", "Write 'gl_FragColor'.")
            }
            if name.hasPrefix("gl_") {
                throw ShaderError(
                    at: place, "'\(name)' is not in this language.",
                    "There are gl_FragCoord and gl_FragColor.")
            }
            throw ShaderError(
                at: place, "There is no variable '\(name)'.",
                name.hasPrefix("u_") ? "Declare it: 'uniform float \(name);'." : nearest(to: name))
        }
        let variable = checked.variables[index]
        let fixity: Typed.Fixity =
            switch variable.kind {
            case .constant: .constant
            case .loopIndex: loops > 0 ? .loop : .open
            default: .open
            }
        return Typed(type: variable.type, form: .variable(index), place: place, fixity: fixity)
    }

    private func nearest(to name: String) -> String {
        let known = Set(scopes.flatMap(\.keys)).sorted()
        let close = known.first { $0.lowercased() == name.lowercased() }
        return close.map { "Did you mean '\($0)'?" } ?? "Declare it before."
    }

    // MARK: Parts

    private static let sets = ["xyzw", "rgba", "stpq"].map(Array.init)

    private func components(
        _ member: String, of base: Typed, at place: Place
    ) throws(ShaderError) -> Typed {
        guard base.type.isVector else {
            throw ShaderError(
                at: place, "\(base.type) has no components such as '.\(member)'.",
                base.type.isMatrix ? "Take a column first: 'm[0].x'." : "")
        }
        guard member.count <= 4 else {
            throw ShaderError(at: place, "'.\(member)' are more than four components.")
        }
        let letters = Array(member)
        guard let set = Self.sets.first(where: { $0.contains(letters[0]) }),
            letters.allSatisfy({ set.contains($0) })
        else {
            throw ShaderError(
                at: place, "'.\(member)' are no components of \(base.type).",
                "Use letters from one of xyzw, rgba and stpq.")
        }
        let indices = letters.map { set.firstIndex(of: $0) ?? 0 }
        if let index = indices.first(where: { $0 >= base.type.rows }) {
            throw ShaderError(
                at: place, "\(base.type) has no component '\(set[index])'.",
                "It has \(String(set[..<base.type.rows])).")
        }
        return Typed(
            type: .vector(indices.count, of: base.type.element), form: .components(base, indices),
            place: place, fixity: base.fixity)
    }

    private func element(
        _ index: Typed, of base: Typed, at place: Place
    ) throws(ShaderError) -> Typed {
        guard base.type.isVector || base.type.isMatrix else {
            throw ShaderError(
                at: place, "\(base.type) has no elements.", "Only vectors and matrices have.")
        }
        guard index.type == .int else {
            throw ShaderError(
                at: index.place, "An index must be an int, but this is \(index.type).",
                index.type == .float ? "Write it without the point." : "")
        }
        guard index.fixity != .open else {
            throw ShaderError(
                at: index.place, "An index must be known when the shader is compiled.",
                "Use a constant or the index of a loop.")
        }
        let type: ShaderType =
            base.type.isMatrix
            ? .vector(base.type.rows) : .vector(1, of: base.type.element)
        return Typed(
            type: type, form: .element(base, index), place: place,
            fixity: max(base.fixity, index.fixity))
    }

    // MARK: Calls

    private mutating func call(
        _ name: String, _ written: [Expression], at place: Place
    ) throws(ShaderError) -> Typed {
        var arguments: [Typed] = []
        for argument in written { arguments.append(try expression(argument)) }
        if let argument = arguments.first(where: { $0.type == .void }) {
            throw ShaderError(at: argument.place, "An argument cannot be void.")
        }
        if let type = ShaderType.named[name] {
            return try construct(type, from: arguments, at: place)
        }
        if let builtIn = try builtIn(name, arguments, at: place) { return builtIn }
        guard let index = try function(name, taking: arguments, at: place) else {
            if variable(name) != nil {
                throw ShaderError(at: place, "'\(name)' is a variable, not a function.")
            }
            throw ShaderError(
                at: place, "There is no function '\(name)'.",
                Names.missing[name] ?? BuiltIn.elsewhere[name] ?? "Write it before it is called.")
        }
        let function = checked.functions[index]
        for (parameter, argument) in zip(function.parameters, arguments)
        where parameter.direction != .in {
            try checkTarget(argument)
        }
        if checked.functions[current].calls[index] == nil {
            checked.functions[current].calls[index] = place
        }
        return Typed(
            type: function.result, form: .call(index, arguments), place: place, fixity: .open)
    }

    private func builtIn(
        _ name: String, _ arguments: [Typed], at place: Place
    ) throws(ShaderError) -> Typed? {
        guard BuiltIn.names.contains(name) else { return nil }
        let types = arguments.map(\.type)
        for (index, function) in BuiltIn.all.enumerated() where function.name == name {
            if let result = function.result(for: types) {
                let fixity = arguments.map(\.fixity).max() ?? .constant
                return Typed(
                    type: result, form: .builtIn(index, arguments), place: place,
                    fixity: types.contains(.sampler) ? .open : fixity)
            }
        }
        let isInteger = types.contains { $0.element == .int }
        throw ShaderError(
            at: place,
            "'\(name)' does not take (\(types.map(\.description).joined(separator: ", "))).",
            isInteger
                ? "Numbers in calls need a point: '1.0'."
                : "It takes \(BuiltIn.signatures(of: name)).")
    }

    // MARK: Assignment

    private mutating func assign(
        _ sign: String, _ target: Typed, _ value: Typed, at place: Place
    ) throws(ShaderError) -> Typed {
        try checkTarget(target)
        var value = value
        if sign != "=" {
            value = try binary(String(sign.dropLast()), target, value, at: place)
        }
        guard value.type == target.type else {
            throw ShaderError(
                at: place, "\(target.type) cannot become \(value.type).",
                conversion(of: value.type, to: target.type))
        }
        return Typed(
            type: target.type, form: .assign(target, value, givesOld: false), place: place,
            fixity: .open)
    }

    /// Throws unless something can be assigned to it.
    func checkTarget(_ target: Typed) throws(ShaderError) {
        switch target.form {
        case .variable(let index):
            let variable = checked.variables[index]
            let reason: String? =
                switch variable.kind {
                case .plain, .fragmentColor: nil
                case .constant: "'\(variable.name)' is constant."
                case .uniform: "The uniform '\(variable.name)' cannot be changed."
                case .varying: "The varying '\(variable.name)' cannot be changed."
                case .fragmentPosition: "'gl_FragCoord' cannot be changed."
                case .loopIndex, .readOnly: "'\(variable.name)' cannot be changed here."
                }
            if let reason {
                throw ShaderError(at: target.place, reason, "Copy it into a variable of your own.")
            }
        case .components(let base, let indices):
            guard Set(indices).count == indices.count else {
                throw ShaderError(
                    at: target.place, "A component stands twice where something is assigned.",
                    "Name each component once.")
            }
            try checkTarget(base)
        case .element(let base, _): try checkTarget(base)
        default:
            throw ShaderError(
                at: target.place, "Nothing can be assigned to this.",
                "Assign to a variable, its components or its elements.")
        }
    }

    /// `++` and `--`, before and behind.
    func step(_ sign: String, _ target: Typed, at place: Place) throws(ShaderError) -> Typed {
        try checkTarget(target)
        guard target.type.isNumeric else {
            throw ShaderError(at: place, "'\(sign.suffix(2))' does not take \(target.type).")
        }
        let one = Typed(
            type: .vector(1, of: target.type.element), form: .constant([1]), place: place,
            fixity: .constant)
        let moved = try binary(sign.hasSuffix("++") ? "+" : "-", target, one, at: place)
        return Typed(
            type: target.type, form: .assign(target, moved, givesOld: sign.hasPrefix("p")),
            place: place, fixity: .open)
    }
}
