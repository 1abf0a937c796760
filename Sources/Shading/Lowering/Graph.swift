/// A value of a lane program: one float, or one bool as all bits or none, for each lane.
struct Value: Hashable, Sendable {
    /// Into `Graph.nodes`.
    var index: Int32

    static let none = Value(index: -1)
}

/// A straight-line program in static single assignment form.
///
/// Since there is no control flow left, a node is known by what it does: the same operation on the same
/// values is the same node. Common subexpressions thus never come to be, and what can be folded is folded
/// while it is made.
struct Graph: Sendable {
    struct Node: Hashable, Sendable {
        var op: LaneOp
        var a = Value.none
        var b = Value.none
        var c = Value.none
        /// The bits of a constant, the number of a uniform, of a picture, or of a channel.
        var bits: UInt32 = 0
    }

    private(set) var nodes: [Node] = []
    /// How often each has to be computed.
    private(set) var rates: [Rate] = []
    private var known: [Node: Value] = [:]
    /// Whether all pictures are known to be transparent everywhere.
    var readsBlank = false

    /// More would take milliseconds for a row; and a program is to be compiled while its author waits.
    static let most = 60_000
    var isTooLarge: Bool { nodes.count > Self.most }

    subscript(value: Value) -> Node { nodes[Int(value.index)] }

    // MARK: Making nodes

    mutating func node(_ node: Node) -> Value {
        if let value = known[node] { return value }
        let value = Value(index: Int32(nodes.count))
        nodes.append(node)
        rates.append(rate(of: node))
        known[node] = value
        return value
    }

    mutating func emit(
        _ op: LaneOp, _ a: Value, _ b: Value = .none, _ c: Value = .none
    ) -> Value {
        let made = Node(op: op, a: a, b: b, c: c)
        return folded(made) ?? node(made)
    }

    mutating func constant(_ value: Float) -> Value {
        node(Node(op: .constant, bits: value.bitPattern))
    }

    mutating func constant(_ value: Bool) -> Value {
        node(Node(op: .constant, bits: value ? .max : 0))
    }

    mutating func fetch(_ picture: Value, _ u: Value, _ v: Value) -> [Value] {
        if readsBlank { return Array(repeating: constant(0 as Float), count: 4) }
        var step = Node(op: .fetch, a: u, b: v, c: constant(0 as Float), bits: self[picture].bits)
        if rate(v) <= .row, let shift = shift(of: u) {
            step.a = node(Node(op: .acrossUV))
            step.c = shift
        }
        let fetch = node(step)
        return (0..<4).map { node(Node(op: .channel, a: fetch, bits: $0)) }
    }

    /// What is added to a pixel's own place across to get this, if that is the same for a whole row.
    private mutating func shift(of u: Value) -> Value? {
        var (rest, sum) = (u, constant(0 as Float))
        for _ in 0..<Self.mostTerms {
            let node = self[rest]
            switch node.op {
            case .acrossUV: return sum
            case .add where rate(node.b) <= .row: (rest, sum) = (node.a, add(sum, node.b))
            case .add where rate(node.a) <= .row: (rest, sum) = (node.b, add(sum, node.a))
            case .sub where rate(node.b) <= .row: (rest, sum) = (node.a, subtract(sum, node.b))
            default: return nil
            }
        }
        return nil
    }

    /// Nobody writes longer sums by hand.
    private static let mostTerms = 16

    func rate(_ value: Value) -> Rate { rates[Int(value.index)] }

    private func rate(of node: Node) -> Rate {
        switch node.op {
        case .constant: return .never
        case .uniform: return .picture
        case .downUV, .downPixel: return .row
        case .acrossUV, .acrossPixel: return .pixel
        default:
            // A picture has to be there before anything is read from it.
            var rate: Rate = node.op == .fetch ? .picture : .never
            for operand in [node.a, node.b, node.c] where operand != .none {
                rate = max(rate, self.rate(operand))
            }
            return rate
        }
    }

    /// The bits of a constant, or nil.
    func bits(of value: Value) -> UInt32? {
        value != .none && self[value].op == .constant ? self[value].bits : nil
    }

    func number(of value: Value) -> Float? { bits(of: value).map(Float.init(bitPattern:)) }

    // MARK: Words for what is made often

    mutating func add(_ a: Value, _ b: Value) -> Value { emit(.add, a, b) }
    mutating func subtract(_ a: Value, _ b: Value) -> Value { emit(.sub, a, b) }
    mutating func multiply(_ a: Value, _ b: Value) -> Value { emit(.mul, a, b) }
    mutating func divide(_ a: Value, _ b: Value) -> Value { emit(.div, a, b) }
    mutating func and(_ a: Value, _ b: Value) -> Value { emit(.and, a, b) }
    mutating func or(_ a: Value, _ b: Value) -> Value { emit(.or, a, b) }
    mutating func not(_ a: Value) -> Value { emit(.not, a) }

    mutating func select(_ condition: Value, _ yes: Value, _ no: Value) -> Value {
        emit(.select, condition, yes, no)
    }

    mutating func dot(_ a: [Value], _ b: [Value]) -> Value {
        var sum = multiply(a[0], b[0])
        for index in a.indices.dropFirst() { sum = add(sum, multiply(a[index], b[index])) }
        return sum
    }

    /// x − y · floor(x / y).
    mutating func modulo(_ x: Value, _ y: Value) -> Value {
        subtract(x, multiply(y, emit(.floor, divide(x, y))))
    }

    /// Small whole powers are products; others go through logarithms, as GLSL defines them.
    mutating func power(_ x: Value, _ y: Value) -> Value {
        switch number(of: y) {
        case 1: return x
        case 2: return multiply(x, x)
        case 3: return multiply(multiply(x, x), x)
        case 4:
            let square = multiply(x, x)
            return multiply(square, square)
        default: return emit(.exp2, multiply(y, emit(.log2, x)))
        }
    }
}
