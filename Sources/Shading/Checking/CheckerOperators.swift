extension Checker {
    func unary(_ sign: String, _ value: Typed, at place: Place) throws(ShaderError) -> Typed {
        switch sign {
        case "!":
            guard value.type == .bool else {
                throw ShaderError(
                    at: place, "'!' takes a bool, not \(value.type).",
                    value.type.element == .bool ? "Use 'not'." : "")
            }
        case "+", "-":
            guard value.type.isNumeric else {
                throw ShaderError(at: place, "'\(sign)' takes numbers, not \(value.type).")
            }
        default: return try step(sign, value, at: place)
        }
        return Typed(
            type: value.type, form: .unary(sign, value), place: place, fixity: value.fixity)
    }

    func binary(
        _ sign: String, _ left: Typed, _ right: Typed, at place: Place
    ) throws(ShaderError) -> Typed {
        let type: ShaderType?
        switch sign {
        case "&&", "||", "^^":
            type = left.type == .bool && right.type == .bool ? .bool : nil
        case "==", "!=":
            let isComparable = left.type != .void && left.type != .sampler
            type = left.type == right.type && isComparable ? .bool : nil
        case "<", ">", "<=", ">=":
            let isOrdered = left.type.isNumeric && left.type.isScalar
            type = left.type == right.type && isOrdered ? .bool : nil
        default: type = arithmetic(sign, left.type, right.type)
        }
        guard let type else {
            throw ShaderError(
                at: place, "'\(sign)' does not take \(left.type) and \(right.type).",
                remedy(sign, left.type, right.type))
        }
        return Typed(
            type: type, form: .binary(sign, left, right), place: place,
            fixity: max(left.fixity, right.fixity))
    }

    /// - Source: The OpenGL ES Shading Language 1.00, §5.9 and §5.11.
    private func arithmetic(
        _ sign: String, _ left: ShaderType, _ right: ShaderType
    ) -> ShaderType? {
        guard left.isNumeric, right.isNumeric, left.element == right.element else { return nil }
        if left.isScalar { return right }
        if right.isScalar { return left }
        if sign == "*" {
            if left.isMatrix, right.isVector { return left.columns == right.rows ? right : nil }
            if left.isVector, right.isMatrix { return left.rows == right.rows ? left : nil }
        }
        return left == right ? left : nil
    }

    private func remedy(_ sign: String, _ left: ShaderType, _ right: ShaderType) -> String {
        if left.isNumeric, right.isNumeric, left.element != right.element {
            return "Nothing is converted by itself: write '1.0' or 'float(…)'."
        }
        if left == right, left.isVector {
            switch sign {
            case "<": return "Use 'lessThan'."
            case ">": return "Use 'greaterThan'."
            case "<=": return "Use 'lessThanEqual'."
            case ">=": return "Use 'greaterThanEqual'."
            case "&&", "||", "^^": return "Use 'all' or 'any'."
            default: break
            }
        }
        if ["&&", "||", "^^"].contains(sign) { return "Compare first: '… > 0.0'." }
        return left.isVector || right.isVector
            ? "Give both the same number of components." : ""
    }

    /// How one type becomes another.
    func conversion(of source: ShaderType, to target: ShaderType) -> String {
        if source == .int, target == .float { return "Write '1.0', or 'float(…)'." }
        if source.isScalar, target.isScalar || target.isVector { return "Write '\(target)(…)'." }
        if source.isVector, target.isVector, target.rows < source.rows {
            return "Take components: '.\(String("xyzw".prefix(target.rows)))'."
        }
        if source.isVector, target.isScalar, source.isNumeric { return "Take a component: '.x'." }
        if source.isVector, target.isVector, target.rows > source.rows {
            return "Write '\(target)(…, \(target.element == .int ? "0" : "0.0"))'."
        }
        return ""
    }

    /// - Source: The OpenGL ES Shading Language 1.00, §5.4.
    func construct(
        _ type: ShaderType, from arguments: [Typed], at place: Place
    ) throws(ShaderError) -> Typed {
        guard type != .void, type != .sampler else {
            throw ShaderError(at: place, "'\(type)' cannot be made.")
        }
        guard !arguments.isEmpty else {
            throw ShaderError(
                at: place, "'\(type)()' says no value.", "Write '\(type)(0.0)', for example.")
        }
        if let argument = arguments.first(where: { $0.type == .sampler }) {
            throw ShaderError(
                at: argument.place, "A sampler2D is no number.", "Read it with 'texture2D'.")
        }
        let isSingleScalar = arguments.count == 1 && arguments[0].type.isScalar
        if !isSingleScalar {
            if type.isMatrix, let argument = arguments.first(where: { $0.type.isMatrix }) {
                throw ShaderError(
                    at: argument.place, "A matrix cannot be made from a matrix in GLSL ES 1.00.",
                    "Write its columns: '\(type)(m[0], m[1]…)'.")
            }
            if type.isScalar, arguments.count > 1 {
                throw ShaderError(
                    at: arguments[1].place,
                    "'\(type)' is made of one value, not "
                        + "\(arguments.count).", "Remove the others.")
            }
            let counts = arguments.map(\.type.count)
            let total = counts.reduce(0, +)
            guard total >= type.count else {
                throw ShaderError(
                    at: place, "'\(type)' needs \(type.count) values, but there are \(total).",
                    "Add the missing ones.")
            }
            let needed = counts.dropLast().reduce(0, +)
            guard needed < type.count, !type.isMatrix || total == type.count else {
                throw ShaderError(
                    at: place, "'\(type)' needs \(type.count) values, but there are \(total).",
                    "Remove what is too much.")
            }
        }
        return Typed(
            type: type, form: .construct(arguments), place: place,
            fixity: arguments.map(\.fixity).max() ?? .constant)
    }
}
