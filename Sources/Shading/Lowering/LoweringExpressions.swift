extension Lowering {
    /// The components of an expression's value.
    mutating func expression(_ typed: Typed) throws(ShaderError) -> [Value] {
        try count(at: typed.place)
        switch typed.form {
        case .constant(let numbers):
            if typed.type.element == .bool { return numbers.map { graph.constant($0 != 0) } }
            return numbers.map { graph.constant($0) }
        case .variable(let index): return values[index]
        case .components(let base, let indices):
            let value = try expression(base)
            return indices.map { value[$0] }
        case .element(let base, let index):
            let value = try expression(base)
            return try elements(of: base, index).map { value[$0] }
        case .construct(let arguments): return try construct(typed.type, arguments)
        case .unary(let sign, let value):
            let operand = try expression(value)
            switch sign {
            case "-": return operand.map { graph.emit(.neg, $0) }
            case "!": return operand.map { graph.not($0) }
            default: return operand
            }
        case .binary(let sign, let left, let right): return try binary(sign, left, right)
        case .builtIn(let index, let arguments):
            var given: [[Value]] = []
            for argument in arguments { given.append(try expression(argument)) }
            return BuiltIn.all[index].lower(&graph, given)
        case .call(let index, let arguments):
            return try call(index, arguments, at: typed.place)
        case .assign(let target, let value, let givesOld):
            let old = givesOld ? try expression(target) : []
            let new = try expression(value)
            let (variable, components) = try self.target(target)
            assign(variable, components, new)
            return givesOld ? old : components.map { values[variable][$0] }
        case .choice(let condition, let yes, let no):
            return try choice(try expression(condition)[0], yes, no)
        case .sequence(let first, let second):
            _ = try expression(first)
            return try expression(second)
        }
    }

    /// Which components of which variable an expression names.
    mutating func target(_ typed: Typed) throws(ShaderError) -> (Int, [Int]) {
        switch typed.form {
        case .variable(let index): return (index, Array(values[index].indices))
        case .components(let base, let indices):
            let (variable, components) = try target(base)
            return (variable, indices.map { components[$0] })
        case .element(let base, let index):
            let (variable, components) = try target(base)
            return (variable, try elements(of: base, index).map { components[$0] })
        default: preconditionFailure("the checker lets nothing else be assigned to")
        }
    }

    /// The components that an index names: one of a vector, a column of a matrix.
    private mutating func elements(
        of base: Typed, _ index: Typed
    ) throws(ShaderError) -> Range<Int> {
        let count = base.type.isMatrix ? base.type.columns : base.type.rows
        let width = base.type.isMatrix ? base.type.rows : 1
        let number = try number(index)
        guard number >= 0, number < Float(count) else {
            throw ShaderError(
                at: index.place, "This index leaves \(base.type).",
                "Its elements are 0 to \(count - 1).")
        }
        return (Int(number) * width)..<((Int(number) + 1) * width)
    }

    /// Only the value that is chosen may change variables.
    private mutating func choice(
        _ condition: Value, _ yes: Typed, _ no: Typed
    ) throws(ShaderError) -> [Value] {
        var (then, otherwise): ([Value], [Value]) = ([], [])
        try branch(
            on: condition,
            { lowering throws(ShaderError) in then = try lowering.expression(yes) },
            { lowering throws(ShaderError) in otherwise = try lowering.expression(no) })
        if then.isEmpty { return otherwise }
        if otherwise.isEmpty { return then }
        return zip(then, otherwise).map { graph.select(condition, $0, $1) }
    }

    // MARK: Operators

    private mutating func binary(
        _ sign: String, _ left: Typed, _ right: Typed
    ) throws(ShaderError) -> [Value] {
        if sign == "&&" || sign == "||" {
            // The right side runs only where the left has not decided.
            let first = try expression(left)[0]
            let asks = sign == "&&" ? first : graph.not(first)
            var second = graph.constant(sign == "||")
            try branch(
                on: asks,
                { lowering throws(ShaderError) in second = try lowering.expression(right)[0] },
                { _ throws(ShaderError) in })
            return [sign == "&&" ? graph.and(first, second) : graph.or(first, second)]
        }
        let (a, b) = (try expression(left), try expression(right))
        switch sign {
        case "^^": return [graph.emit(.xor, a[0], b[0])]
        case "==", "!=":
            let isSame = same(a, b, areBools: left.type.element == .bool)
            return [sign == "==" ? isSame : graph.not(isSame)]
        case "<": return [graph.emit(.less, a[0], b[0])]
        case ">": return [graph.emit(.less, b[0], a[0])]
        case "<=": return [graph.emit(.lessEqual, a[0], b[0])]
        case ">=": return [graph.emit(.lessEqual, b[0], a[0])]
        case "*" where left.type.isMatrix && !right.type.isScalar,
            "*" where right.type.isMatrix && !left.type.isScalar:
            return product(a, left.type, b, right.type)
        default:
            return (0..<max(a.count, b.count)).map { index in
                let (x, y) = (a.count == 1 ? a[0] : a[index], b.count == 1 ? b[0] : b[index])
                switch sign {
                case "+": return graph.add(x, y)
                case "-": return graph.subtract(x, y)
                case "*": return graph.multiply(x, y)
                default:
                    let quotient = graph.divide(x, y)
                    return left.type.element == .int ? graph.emit(.trunc, quotient) : quotient
                }
            }
        }
    }

    private mutating func same(_ a: [Value], _ b: [Value], areBools: Bool) -> Value {
        var all = graph.constant(true)
        for (x, y) in zip(a, b) {
            let one = areBools ? graph.not(graph.emit(.xor, x, y)) : graph.emit(.equal, x, y)
            all = graph.and(all, one)
        }
        return all
    }

    /// Columns by rows; a vector on the left is a row, on the right a column.
    private mutating func product(
        _ a: [Value], _ left: ShaderType, _ b: [Value], _ right: ShaderType
    ) -> [Value] {
        let size = max(left.columns, right.columns)
        if !left.isMatrix {
            return (0..<size).map { graph.dot(a, Array(b[($0 * size)..<(($0 + 1) * size)])) }
        }
        let columns = right.isMatrix ? size : 1
        return (0..<(columns * size)).map { index in
            let (column, row) = (index / size, index % size)
            return graph.dot(
                (0..<size).map { a[$0 * size + row] },
                Array(b[(column * size)..<((column + 1) * size)]))
        }
    }

    // MARK: Constructors

    private mutating func construct(
        _ type: ShaderType, _ arguments: [Typed]
    ) throws(ShaderError) -> [Value] {
        var parts: [Value] = []
        for argument in arguments {
            parts += try expression(argument).map {
                convert($0, from: argument.type.element, to: type.element)
            }
        }
        guard parts.count == 1, arguments[0].type.isScalar else {
            return Array(parts.prefix(type.count))
        }
        if type.isMatrix {
            let zero = graph.constant(0 as Float)
            return (0..<type.count).map { $0 % (type.rows + 1) == 0 ? parts[0] : zero }
        }
        return Array(repeating: parts[0], count: type.count)
    }

    private mutating func convert(
        _ value: Value, from source: ShaderType.Element, to target: ShaderType.Element
    ) -> Value {
        switch (source, target) {
        case (.bool, .float), (.bool, .int):
            return graph.select(value, graph.constant(1 as Float), graph.constant(0 as Float))
        case (.float, .bool), (.int, .bool):
            return graph.emit(.notEqual, value, graph.constant(0 as Float))
        case (.float, .int): return graph.emit(.trunc, value)
        default: return value
        }
    }
}
