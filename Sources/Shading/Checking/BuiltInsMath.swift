/// One operation on each component.
private func each(
    _ name: String, _ operation: @escaping @Sendable (inout Graph, Value) -> Value
) -> BuiltIn {
    BuiltIn(name, [.anyFloat], .anyFloat) { graph, arguments in
        arguments[0].map { operation(&graph, $0) }
    }
}

/// One operation on two components; `second` may be one number for all.
private func pair(
    _ name: String, second: BuiltIn.Pattern = .anyFloat,
    _ operation: @escaping @Sendable (inout Graph, Value, Value) -> Value
) -> BuiltIn {
    BuiltIn(name, [.anyFloat, second], .anyFloat) { graph, arguments in
        arguments[0].indices.map { index in
            operation(&graph, arguments[0][index], arguments[1].at(index))
        }
    }
}

private func triple(
    _ name: String, _ patterns: [BuiltIn.Pattern],
    _ operation: @escaping @Sendable (inout Graph, Value, Value, Value) -> Value
) -> BuiltIn {
    BuiltIn(name, patterns, .anyFloat) { graph, arguments in
        (0..<(arguments.map(\.count).max() ?? 0)).map { index in
            operation(
                &graph, arguments[0].at(index), arguments[1].at(index), arguments[2].at(index))
        }
    }
}

extension [Value] {
    /// The component, or the only one.
    fileprivate func at(_ index: Int) -> Value { count == 1 ? self[0] : self[index] }
}

extension BuiltIn {
    /// §8.1.
    static let angles: [BuiltIn] = [
        each("radians") { $0.multiply($1, $0.constant(Float.pi / 180)) },
        each("degrees") { $0.multiply($1, $0.constant(180 / Float.pi)) },
        each("sin") { $0.emit(.sin, $1) },
        each("cos") { $0.emit(.cos, $1) },
        each("tan") { graph, x in graph.divide(graph.emit(.sin, x), graph.emit(.cos, x)) },
        each("asin") { $0.emit(.asin, $1) },
        each("acos") { $0.emit(.acos, $1) },
        each("atan") { $0.emit(.atan, $1) },
        pair("atan") { $0.emit(.atan2, $1, $2) },
    ]

    /// §8.2.
    static let exponentials: [BuiltIn] = [
        pair("pow") { $0.power($1, $2) },
        each("exp") { $0.emit(.exp2, $0.multiply($1, $0.constant(1.442_695_04))) },
        each("log") { $0.multiply($0.emit(.log2, $1), $0.constant(0.693_147_18)) },
        each("exp2") { $0.emit(.exp2, $1) },
        each("log2") { $0.emit(.log2, $1) },
        each("sqrt") { $0.emit(.sqrt, $1) },
        each("inversesqrt") { $0.emit(.inversesqrt, $1) },
    ]

    /// §8.3.
    static let commons: [BuiltIn] = [
        each("abs") { $0.emit(.abs, $1) },
        each("sign") { $0.emit(.sign, $1) },
        each("floor") { $0.emit(.floor, $1) },
        each("ceil") { $0.emit(.ceil, $1) },
        each("fract") { $0.emit(.fract, $1) },
        pair("mod") { $0.modulo($1, $2) },
        pair("mod", second: .float) { $0.modulo($1, $2) },
        pair("min") { $0.emit(.min, $1, $2) },
        pair("min", second: .float) { $0.emit(.min, $1, $2) },
        pair("max") { $0.emit(.max, $1, $2) },
        pair("max", second: .float) { $0.emit(.max, $1, $2) },
        triple("clamp", [.anyFloat, .anyFloat, .anyFloat], clamp),
        triple("clamp", [.anyFloat, .float, .float], clamp),
        triple("mix", [.anyFloat, .anyFloat, .anyFloat], mix),
        triple("mix", [.anyFloat, .anyFloat, .float], mix),
        BuiltIn("step", [.anyFloat, .anyFloat], .anyFloat, step),
        BuiltIn("step", [.float, .anyFloat], .anyFloat, step),
        triple("smoothstep", [.anyFloat, .anyFloat, .anyFloat], smoothstep),
        triple("smoothstep", [.float, .float, .anyFloat], smoothstep),
    ]

    @Sendable private static func clamp(
        _ graph: inout Graph, _ x: Value, _ low: Value, _ high: Value
    ) -> Value {
        graph.emit(.min, graph.emit(.max, x, low), high)
    }

    @Sendable private static func mix(
        _ graph: inout Graph, _ x: Value, _ y: Value, _ share: Value
    ) -> Value {
        let rest = graph.subtract(graph.constant(1), share)
        return graph.add(graph.multiply(x, rest), graph.multiply(y, share))
    }

    @Sendable private static func step(
        _ graph: inout Graph, _ arguments: [[Value]]
    ) -> [Value] {
        arguments[1].indices.map { index in
            let isBelow = graph.emit(.less, arguments[1][index], arguments[0].at(index))
            return graph.select(isBelow, graph.constant(0), graph.constant(1))
        }
    }

    @Sendable private static func smoothstep(
        _ graph: inout Graph, _ from: Value, _ to: Value, _ x: Value
    ) -> Value {
        let way = graph.divide(graph.subtract(x, from), graph.subtract(to, from))
        let t = clamp(&graph, way, graph.constant(0), graph.constant(1))
        let slope = graph.subtract(graph.constant(3), graph.multiply(graph.constant(2), t))
        return graph.multiply(graph.multiply(t, t), slope)
    }
}
