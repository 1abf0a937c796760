extension Lowering {
    mutating func statement(_ statement: TypedStatement) throws(ShaderError) {
        // Where no lane runs, nothing counts.
        if graph.bits(of: running) == 0 { return }
        switch statement {
        case .assign(let variable, let value):
            let initial = try value.map { value throws(ShaderError) in try expression(value) }
            create(variable, initial ?? zero(of: checked.variables[variable].type))
        case .evaluate(let value): _ = try expression(value)
        case .block(let statements):
            for inner in statements { try self.statement(inner) }
        case .choose(let condition, let then, let otherwise):
            let condition = try expression(condition)[0]
            try branch(
                on: condition,
                { lowering throws(ShaderError) in try lowering.statement(then) },
                { lowering throws(ShaderError) in try lowering.statement(otherwise) })
        case .loop(let loop): try self.loop(loop)
        case .return(let value):
            if let value, let result = currentResult {
                let new = try expression(value)
                assign(result, Array(new.indices), new)
            }
            loop.hasReturned = true
            running = graph.constant(false)
        case .break:
            loop.broken = graph.or(loop.broken, running)
            running = graph.constant(false)
        case .continue:
            loop.continued = graph.or(loop.continued, running)
            running = graph.constant(false)
        case .discard:
            discarded = graph.or(discarded, running)
        }
    }

    private mutating func loop(_ written: TypedLoop) throws(ShaderError) {
        let type = checked.variables[written.index].type
        var index = try number(written.first)
        let (limit, step) = (try number(written.limit), try number(written.step))
        let (outer, here) = (loop, running)
        loop = LoopState(broken: graph.constant(false))
        var turns = 0
        while written.holds(index, limit), graph.bits(of: running) != 0 {
            turns += 1
            guard turns <= Self.mostTurns else {
                throw ShaderError(
                    at: written.place, "The loop turns more than \(Self.mostTurns) times.",
                    "Loop fewer times.")
            }
            try count(at: written.place)
            let before = running
            loop.continued = graph.constant(false)
            create(
                written.index, [graph.constant(type == .int ? index.rounded(.towardZero) : index)])
            try statement(written.body)
            let isWhole = loop.broken == graph.constant(false) && !loop.hasReturned
            running = isWhole ? before : graph.or(running, loop.continued)
            index += step * written.direction
        }
        let hasReturned = loop.hasReturned
        running = hasReturned ? graph.or(running, loop.broken) : here
        loop = outer
        loop.hasReturned = loop.hasReturned || hasReturned
    }

    private static let mostTurns = 1024

    /// The value of what is constant once loops are unrolled.
    mutating func number(_ typed: Typed) throws(ShaderError) -> Float {
        let value = try expression(typed)[0]
        guard let number = graph.number(of: value) else {
            throw ShaderError(
                at: typed.place, "This value is not constant.",
                "Use numbers, constants and the indices of loops.")
        }
        return number
    }
}

extension TypedLoop {
    fileprivate func holds(_ index: Float, _ limit: Float) -> Bool {
        switch comparison {
        case "<": index < limit
        case "<=": index <= limit
        case ">": index > limit
        case ">=": index >= limit
        case "==": index == limit
        default: index != limit
        }
    }
}
