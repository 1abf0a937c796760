import AvatarTypes
import Documents

/// A chain of joints as it is written: `bend`, moved by bindings, or `hang`, moved by itself.
struct ChainEntry {
    var field: Field
    /// Where it ends, when the author says so; it begins at the pivot.
    var tip: SIMD2<Float>?
    var joints: Int
    /// What makes it hang.
    var swing: Swing?

    struct Swing {
        var period: Float
        var damping: Float
        var stiffness: Float
        var wind: Float
    }

    private static let keys = ["to", "joints"]

    init(bend field: Field, _ complaints: inout [Complaint]) {
        self.init(Members(of: field, allowing: Self.keys, &complaints), &complaints)
    }

    init(hang field: Field, _ complaints: inout [Complaint]) {
        let members = Members(
            of: field, allowing: Self.keys + ["period", "damping", "stiffness", "wind"],
            &complaints)
        self.init(members, &complaints)
        swing = Swing(
            period: Float(members.number("period", in: 0.1...10, default: 0.9, &complaints)),
            damping: Float(members.number("damping", in: 0.05...0.95, default: 0.2, &complaints)),
            stiffness: Float(members.number("stiffness", in: 0...1, default: 0.5, &complaints)),
            wind: Float(members.number("wind", in: 0...4, default: 1, &complaints)))
    }

    private init(_ members: Members, _ complaints: inout [Complaint]) {
        field = members.field
        joints = Int(members.number("joints", in: 1...8, default: 4, &complaints))
        tip = members["to"]?.numbers(count: 2, in: -16_384...32_768, &complaints)
            .map { SIMD2(Float($0[0]), Float($0[1])) }
    }
}

extension Assembly {
    /// Lays chains through what they bend.
    mutating func joinChains(_ complaints: inout [Complaint]) {
        for node in nodes.indices {
            guard let entry = entries[node].chain else { continue }
            let bent = parts.filter { $0.chain.contains(node) }.flatMap { positions[$0.vertices] }
            guard !bent.isEmpty else { continue }
            let root = nodes[node].pivot
            let tip = entry.tip ?? Self.tip(of: bent, from: root)
            guard tip != root else {
                complaints.append(
                    entry.field.complaint(
                        "The chain has no length.", remedy: "Write where it ends: \"to\": [x, y]."))
                continue
            }
            var chain = Chain(root: root, tip: tip, joints: entry.joints, width: 0)
            let across = bent.map { (($0 - root) * chain.side).sum() }
            chain = Chain(
                root: root, tip: tip, joints: entry.joints,
                width: (across.max() ?? 0) - (across.min() ?? 0))
            nodes[node].flexion = Node.Flexion(
                chain: chain, first: jointCount,
                hanging: entry.swing.map {
                    // A phase that is the chain's own and the same in every run.
                    let phase = Float(hangingCount) * 0.618
                    return Hanging(
                        joints: entry.joints, period: $0.period, damping: $0.damping,
                        stiffness: $0.stiffness, wind: $0.wind,
                        phase: phase - phase.rounded(.down))
                }, state: hangingCount)
            jointCount += entry.joints
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
