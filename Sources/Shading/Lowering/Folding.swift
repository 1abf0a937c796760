import CLanes

extension Graph {
    /// What a node is without being carried out: a constant, or a value that is there already.
    mutating func folded(_ node: Node) -> Value? {
        let operands = [node.a, node.b, node.c].filter { $0 != .none }
        let constants = operands.compactMap { bits(of: $0) }
        if constants.count == operands.count {
            return self.node(Node(op: .constant, bits: Self.evaluate(node.op, constants)))
        }
        switch node.op {
        case .add, .sub, .mul, .div: return arithmetic(node)
        case .min, .max: return node.a == node.b ? node.a : nil
        case .neg where self[node.a].op == .neg, .not where self[node.a].op == .not:
            return self[node.a].a
        case .abs where self[node.a].op == .abs: return node.a
        case .and, .or: return logic(node)
        case .xor: return node.a == node.b ? constant(false) : nil
        case .select: return selection(node)
        default: return nil
        }
    }

    /// The machine itself computes constants, so that a folded value has the bits of one that is not.
    private static func evaluate(_ op: LaneOp, _ operands: [UInt32]) -> UInt32 {
        withUnsafeTemporaryAllocation(byteCount: 256, alignment: 64) { memory in
            let lanes = memory.bindMemory(to: Float.self)
            for lane in lanes.indices {
                let operand = Swift.min(lane / Int(lanes_per_vector), operands.count - 1)
                lanes[lane] = Float(bitPattern: operands[operand])
            }
            var step = lanes_instruction()
            step.op = op.rawValue
            step.d = 3
            step.b = 1
            step.c = 2
            if let base = lanes.baseAddress {
                lanes_run(&step, 1, base, 1, nil, lanes_position())
            }
            return lanes[3 * Int(lanes_per_vector)].bitPattern
        }
    }

    private mutating func arithmetic(_ node: Node) -> Value? {
        let (a, b) = (number(of: node.a), number(of: node.b))
        switch node.op {
        case .add:
            if a == 0 { return node.b }
            if b == 0 { return node.a }
            if self[node.b].op == .neg { return emit(.sub, node.a, self[node.b].a) }
        case .sub:
            if b == 0 { return node.a }
            if a == 0 { return emit(.neg, node.b) }
        case .mul:
            if a == 1 { return node.b }
            if b == 1 { return node.a }
            // GLSL leaves 0 · ∞ undefined.
            if a == 0 || b == 0 { return constant(0 as Float) }
            if a == -1 { return emit(.neg, node.b) }
            if b == -1 { return emit(.neg, node.a) }
        default:
            if b == 1 { return node.a }
            // Exact, and a division costs five products.
            if let b, b.significand == 1, b.isNormal, (1 / b).isNormal {
                return multiply(node.a, constant(1 / b))
            }
        }
        // One order for what commutes: more is found to be the same.
        if node.op != .sub, node.op != .div, node.a.index > node.b.index {
            return self.node(Node(op: node.op, a: node.b, b: node.a))
        }
        return nil
    }

    private mutating func logic(_ node: Node) -> Value? {
        let (a, b) = (node.a, node.b)
        if a == b { return a }
        let neutral: UInt32 = node.op == .and ? .max : 0
        if let bits = bits(of: a) { return bits == neutral ? b : a }
        if let bits = bits(of: b) { return bits == neutral ? a : b }
        if self[a].op == .not && self[a].a == b || self[b].op == .not && self[b].a == a {
            return constant(node.op == .or)
        }
        if a.index > b.index { return self.node(Node(op: node.op, a: b, b: a)) }
        return nil
    }

    private mutating func selection(_ node: Node) -> Value? {
        if node.b == node.c { return node.b }
        if let bits = bits(of: node.a) { return bits != 0 ? node.b : node.c }
        if self[node.a].op == .not { return select(self[node.a].a, node.c, node.b) }
        // Between bools.
        if bits(of: node.b) == .max, bits(of: node.c) == 0 { return node.a }
        return nil
    }
}
