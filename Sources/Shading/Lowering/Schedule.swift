/// Which nodes of a graph are carried out, in their order.
///
/// Nodes that nothing needs are left out, and a product that only one sum needs is joined with it.
struct Schedule: Sendable {
    /// Indices of `nodes`; operands come before what needs them.
    private(set) var order: [Int] = []
    private(set) var nodes: [Graph.Node]
    let rates: [Rate]
    /// How many nodes and outputs need each node.
    private(set) var uses: [Int]

    init(_ result: Lowering.Result) {
        nodes = result.graph.nodes
        rates = result.graph.rates
        uses = Array(repeating: 0, count: nodes.count)
        // Operands have smaller numbers, so one pass from the end sees every use first.
        for output in result.color { uses[Int(output.index)] += 1 }
        for index in nodes.indices.reversed() where uses[index] > 0 {
            for operand in operands(of: index) { uses[operand] += 1 }
        }
        for index in nodes.indices where uses[index] > 0 { fuse(index) }
        order = nodes.indices.filter { uses[$0] > 0 }
    }

    func operands(of index: Int) -> [Int] {
        [nodes[index].a, nodes[index].b, nodes[index].c].filter { $0 != .none }
            .map { Int($0.index) }
    }

    private mutating func fuse(_ index: Int) {
        guard nodes[index].op == .add else { return }
        let (a, b) = (nodes[index].a, nodes[index].b)
        for (product, other) in [(a, b), (b, a)] where a != b {
            let at = Int(product.index)
            guard nodes[at].op == .mul, rates[at] == rates[index], uses[at] == 1 else { continue }
            nodes[index] = Graph.Node(op: .mad, a: nodes[at].a, b: nodes[at].b, c: other)
            uses[at] = 0
            return
        }
    }
}
