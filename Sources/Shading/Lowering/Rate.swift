/// How often a value has to be computed.
enum Rate: Int, Comparable, Sendable {
    /// While compiling.
    case never
    /// Once a picture: uniforms and what follows from them.
    case picture
    /// Once a row.
    case row
    case pixel

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Of every node of a graph.
    static func rates(of graph: Graph) -> [Rate] {
        var rates: [Rate] = []
        rates.reserveCapacity(graph.nodes.count)
        for node in graph.nodes {
            switch node.op {
            case .constant: rates.append(.never)
            case .uniform: rates.append(.picture)
            case .downUV, .downPixel: rates.append(.row)
            case .acrossUV, .acrossPixel: rates.append(.pixel)
            default:
                // A picture has to be there before anything is read from it.
                var rate: Rate = node.op == .fetch ? .picture : .never
                for operand in [node.a, node.b, node.c] where operand != .none {
                    rate = max(rate, rates[Int(operand.index)])
                }
                rates.append(rate)
            }
        }
        return rates
    }
}
