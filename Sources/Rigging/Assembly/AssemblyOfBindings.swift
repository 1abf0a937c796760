import AvatarTypes
import Documents

// Lattices and bindings, once the parts are known.
extension Assembly {
    /// Third: spreads lattices over what they bend.
    mutating func joinWarps() {
        for node in nodes.indices {
            guard let warp = entries[node].warp else { continue }
            let bent = parts.filter { $0.chain.contains(node) }.flatMap { positions[$0.vertices] }
            let box = warp.box ?? bent.bounds
            nodes[node].warp = Node.Warp(
                lattice: Lattice(columns: warp.columns, rows: warp.rows, box: box),
                first: controlPointCount)
            controlPointCount += warp.columns * warp.rows
        }
    }

    /// Last: joins bindings to their inputs and nodes.
    func joinedBindings(_ inputs: Inputs, _ complaints: inout [Complaint]) -> [Binding] {
        file.bindings.flatMap { entry -> [Binding] in
            let axes = entry.axes.compactMap { axis in
                inputs.index(of: axis.input, axis.field, &complaints)
                    .map { Binding.Axis(input: $0, keys: axis.keys) }
            }
            guard let node = places[entry.node.id] else {
                complaints.append(
                    entry.node.field.complaint(
                        "There is no group or part '\(entry.node.id)'.",
                        remedy: nodes.map(\.id).nearest(to: entry.node.id)
                            .map { "Did you mean '\($0)'?" } ?? "Check the spelling."))
                return []
            }
            let targets = entry.targets.compactMap { key, values in
                entry.leaves(values, &complaints).flatMap {
                    Binding.Target(
                        key, $0, line: entry.field, warp: entries[node].warp,
                        joints: nodes[node].flexion.flatMap { flexion in
                            entries[node].chain.map { ($0.joints, flexion.chain.joints) }
                        },
                        pictures: entries[node].picture?.paths.count,
                        hasShader: entries[node].shader != nil,
                        forms: forms.shape(of: entries[node].id).flatMap { shape in
                            parts.first { $0.node == node }?.firstForm.map { ($0, shape.forms) }
                        }, &complaints)
                }
            }
            guard axes.count == entry.axes.count else { return [] }
            return targets.map { Binding(node: node, axes: axes, curve: entry.curve, target: $0) }
        }
    }
}

extension [SIMD2<Float>] {
    /// The smallest rectangle around all points.
    fileprivate var bounds: Rect {
        guard let first else { return Rect(x: 0, y: 0, width: 1, height: 1) }
        let low = reduce(first) { pointwiseMin($0, $1) }
        let high = reduce(first) { pointwiseMax($0, $1) }
        return Rect(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
    }
}
