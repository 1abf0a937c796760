import AvatarTypes
import Documents

extension Assembly {
    /// Lays chains through what they bend.
    mutating func joinChains(_ complaints: inout [Complaint]) {
        for node in nodes.indices {
            guard let entry = entries[node].chain else { continue }
            let bent = parts.filter { $0.chain.contains(node) }.flatMap { positions[$0.vertices] }
            guard !bent.isEmpty else { continue }
            let root = nodes[node].pivot
            let joints = detail.joints(of: entry.joints)
            let tip = entry.tip ?? Self.tip(of: bent, from: root)
            guard tip != root else {
                complaints.append(
                    entry.field.complaint(
                        "The chain has no length.", remedy: "Write where it ends: \"to\": [x, y]."))
                continue
            }
            var chain = Chain(root: root, tip: tip, joints: joints, width: 0)
            let across = bent.map { (($0 - root) * chain.side).sum() }
            chain = Chain(
                root: root, tip: tip, joints: joints,
                width: (across.max() ?? 0) - (across.min() ?? 0))
            nodes[node].flexion = Node.Flexion(
                chain: chain, first: jointCount,
                hanging: entry.swing.map {
                    // A phase that is the chain's own and the same in every run.
                    let phase = Float(hangingCount) * 0.618
                    return Hanging(
                        joints: joints, period: $0.period / file.gravity.squareRoot(),
                        damping: $0.damping,
                        stiffness: $0.stiffness, wind: $0.wind,
                        phase: phase - phase.rounded(.down))
                }, state: hangingCount)
            jointCount += joints
            if entry.swing != nil { hangingCount += 1 }
        }
    }

    /// The far end of points as seen from a root: along the way to their middle, as far as they reach.
    private static func tip(
        of points: [SIMD2<Float>], from root: SIMD2<Float>
    ) -> SIMD2<Float> {
        let way = points.reduce(.zero, +) / Float(points.count) - root
        let length = (way * way).sum().squareRoot()
        guard length > 0 else { return root }
        let axis = way / length
        return root + axis * (points.map { (($0 - root) * axis).sum() }.max() ?? 0)
    }
}
