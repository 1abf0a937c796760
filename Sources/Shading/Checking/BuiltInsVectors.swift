private func relation(
    _ name: String, _ pattern: BuiltIn.Pattern,
    _ operation: @escaping @Sendable (inout Graph, Value, Value) -> Value
) -> BuiltIn {
    BuiltIn(name, [pattern, pattern], .bools) { graph, arguments in
        zip(arguments[0], arguments[1]).map { operation(&graph, $0, $1) }
    }
}

extension BuiltIn {
    /// §8.4.
    static let geometry: [BuiltIn] = [
        BuiltIn("length", [.anyFloat], .float) { graph, arguments in
            [length(&graph, arguments[0])]
        },
        BuiltIn("distance", [.anyFloat, .anyFloat], .float) { graph, arguments in
            [length(&graph, zip(arguments[0], arguments[1]).map { graph.subtract($0, $1) })]
        },
        BuiltIn("dot", [.anyFloat, .anyFloat], .float) { graph, arguments in
            [graph.dot(arguments[0], arguments[1])]
        },
        BuiltIn("cross", [.vec3, .vec3], .vec3) { graph, arguments in
            let (a, b) = (arguments[0], arguments[1])
            return [(1, 2), (2, 0), (0, 1)].map { i, j in
                graph.subtract(graph.multiply(a[i], b[j]), graph.multiply(b[i], a[j]))
            }
        },
        BuiltIn("normalize", [.anyFloat], .anyFloat) { graph, arguments in
            let x = arguments[0]
            if x.count == 1 { return [graph.emit(.sign, x[0])] }
            let scale = graph.emit(.inversesqrt, graph.dot(x, x))
            return x.map { graph.multiply($0, scale) }
        },
        BuiltIn("faceforward", [.anyFloat, .anyFloat, .anyFloat], .anyFloat) { graph, arguments in
            let faces = graph.emit(.less, graph.dot(arguments[2], arguments[1]), graph.constant(0))
            return arguments[0].map { graph.select(faces, $0, graph.emit(.neg, $0)) }
        },
        BuiltIn("reflect", [.anyFloat, .anyFloat], .anyFloat) { graph, arguments in
            let (ray, normal) = (arguments[0], arguments[1])
            let twice = graph.multiply(graph.constant(2), graph.dot(normal, ray))
            return zip(ray, normal).map { graph.subtract($0, graph.multiply(twice, $1)) }
        },
        BuiltIn("refract", [.anyFloat, .anyFloat, .float], .anyFloat) { graph, arguments in
            let (ray, normal, eta) = (arguments[0], arguments[1], arguments[2][0])
            let cosine = graph.dot(normal, ray)
            let one = graph.constant(1)
            let zero = graph.constant(0)
            let sine = graph.subtract(one, graph.multiply(cosine, cosine))
            let k = graph.subtract(one, graph.multiply(graph.multiply(eta, eta), sine))
            let isWhole = graph.emit(.less, k, zero)
            let bend = graph.add(graph.multiply(eta, cosine), graph.emit(.sqrt, k))
            return zip(ray, normal).map {
                graph.select(
                    isWhole, zero,
                    graph.subtract(graph.multiply(eta, $0), graph.multiply(bend, $1)))
            }
        },
    ]

    private static func length(_ graph: inout Graph, _ x: [Value]) -> Value {
        x.count == 1 ? graph.emit(.abs, x[0]) : graph.emit(.sqrt, graph.dot(x, x))
    }

    /// §8.5.
    static let matrices: [BuiltIn] = [
        BuiltIn("matrixCompMult", [.matrix, .matrix], .matrix) { graph, arguments in
            zip(arguments[0], arguments[1]).map { graph.multiply($0, $1) }
        }
    ]

    /// §8.6.
    static let relations: [BuiltIn] = [
        relation("lessThan", .numbers) { $0.emit(.less, $1, $2) },
        relation("lessThanEqual", .numbers) { $0.emit(.lessEqual, $1, $2) },
        relation("greaterThan", .numbers) { $0.emit(.less, $2, $1) },
        relation("greaterThanEqual", .numbers) { $0.emit(.lessEqual, $2, $1) },
        relation("equal", .numbers) { $0.emit(.equal, $1, $2) },
        relation("equal", .bools) { graph, a, b in graph.not(graph.emit(.xor, a, b)) },
        relation("notEqual", .numbers) { $0.emit(.notEqual, $1, $2) },
        relation("notEqual", .bools) { $0.emit(.xor, $1, $2) },
        BuiltIn("any", [.bools], .bool) { graph, arguments in
            [arguments[0].dropFirst().reduce(arguments[0][0]) { graph.or($0, $1) }]
        },
        BuiltIn("all", [.bools], .bool) { graph, arguments in
            [arguments[0].dropFirst().reduce(arguments[0][0]) { graph.and($0, $1) }]
        },
        BuiltIn("not", [.bools], .bools) { graph, arguments in
            arguments[0].map { graph.not($0) }
        },
    ]

    /// §8.7. A bias chooses among sizes, and pictures here have one: it is ignored.
    static let pictures: [BuiltIn] = [
        BuiltIn("texture2D", [.sampler, .vec2], .vec4) { graph, arguments in
            graph.fetch(arguments[0][0], arguments[1][0], arguments[1][1])
        },
        BuiltIn("texture2D", [.sampler, .vec2, .float], .vec4) { graph, arguments in
            graph.fetch(arguments[0][0], arguments[1][0], arguments[1][1])
        },
        BuiltIn("texture2DProj", [.sampler, .vec3], .vec4, projected),
        BuiltIn("texture2DProj", [.sampler, .vec3, .float], .vec4, projected),
        BuiltIn("texture2DProj", [.sampler, .vec4], .vec4, projected),
        BuiltIn("texture2DProj", [.sampler, .vec4, .float], .vec4, projected),
    ]

    @Sendable private static func projected(
        _ graph: inout Graph, _ arguments: [[Value]]
    ) -> [Value] {
        let place = arguments[1]
        let last = place[place.count - 1]
        return graph.fetch(
            arguments[0][0], graph.divide(place[0], last), graph.divide(place[1], last))
    }
}
