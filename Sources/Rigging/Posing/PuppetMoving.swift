import AvatarTypes
import Glibc

// Second: where every vertex goes.
extension Puppet {
    /// Lets everything that hangs follow its root.
    mutating func swing(in seconds: Float?, at time: Float) {
        for node in rig.nodes.indices {
            guard let flexion = rig.nodes[node].flexion, let hanging = flexion.hanging else {
                continue
            }
            let chain = flexion.chain
            // The root and a point before it, which the chain itself does not move.
            let before = chain.root - chain.axis
            var ends = (chain.root, before)
            withUnsafeMutablePointer(to: &ends) { ends in
                ends.withMemoryRebound(to: SIMD2<Float>.self, capacity: 2) {
                    carry(
                        UnsafeMutableBufferPointer(start: $0, count: 2),
                        along: rig.hangingPaths[flexion.state].chain,
                        depths: rig.hangingPaths[flexion.state].depths)
                }
            }
            let way = ends.0 - ends.1
            let turn = atan2f((way * chain.side).sum(), (way * chain.axis).sum())
            let shift = ends.0 - chain.root
            let own = flexion.joints
            let root = Hanging.Root(shift: (shift * chain.side).sum() / chain.length, turn: turn)
            let gale = (rig.wind * chain.side).sum()
            withUnsafeTemporaryAllocation(of: Float.self, capacity: own.count) { swung in
                swung.initialize(repeating: 0)
                hanging.advance(
                    &self.hanging[flexion.state], root: root, in: seconds, at: time, gale: gale,
                    into: swung)
                for joint in own { angles[joint] += swung[joint - own.lowerBound] }
            }
        }
    }

    /// Moves the vertices of every needed part.
    mutating func bend() {
        var moved = positions
        positions = []
        moved.withUnsafeMutableBufferPointer { moved in
            for (index, part) in rig.parts.enumerated() where isNeeded[index] {
                let points = UnsafeMutableBufferPointer(rebasing: moved[part.vertices])
                for slot in points.indices {
                    points[slot] = rig.positions[part.vertices.lowerBound + slot]
                }
                if let first = part.firstForm {
                    for slot in points.indices { points[slot] += formed[first + slot] }
                }
                carry(points, along: part.chain, depths: part.depths)
            }
            for (index, part) in rig.parts.enumerated() where isNeeded[index] {
                for weld in part.welds {
                    var shift = SIMD2<Float>.zero
                    for corner in 0..<3 {
                        let vertex = Int(weld.corners[corner])
                        shift += (moved[vertex] - rig.positions[vertex]) * weld.weights[corner]
                    }
                    let held = rig.positions[weld.vertex] + shift
                    moved[weld.vertex] += (held - moved[weld.vertex]) * weld.hold
                }
            }
        }
        positions = moved
    }

    /// Moves points as a chain of nodes moves what it carries: bent, turned and moved by each, inside out.
    func carry(
        _ points: UnsafeMutableBufferPointer<SIMD2<Float>>, along chain: [Int],
        depths: [Turn.Depth]
    ) {
        var pending = Affine.identity
        for (link, node) in chain.enumerated() {
            let warp = states[node].isBent ? rig.nodes[node].warp : nil
            if warp != nil || rig.nodes[node].turn != nil {
                for slot in points.indices { points[slot] = pending(points[slot]) }
                pending = .identity
            }
            if let warp {
                let own = warp.first..<warp.first + warp.lattice.count
                offsets.withUnsafeBufferPointer { offsets in
                    warp.lattice.displace(
                        points, by: UnsafeBufferPointer(rebasing: offsets[own]))
                }
            }
            if let flexion = rig.nodes[node].flexion,
                angles[flexion.joints].contains(where: { $0 != 0 })
            {
                for slot in points.indices { points[slot] = pending(points[slot]) }
                pending = .identity
                angles.withUnsafeBufferPointer {
                    flexion.chain.bend(
                        points, by: UnsafeBufferPointer(rebasing: $0[flexion.joints]))
                }
            }
            if let turn = rig.nodes[node].turn {
                turn.displace(
                    points, depth: depths[link], angles: SIMD2(inputs[turn.yaw], inputs[turn.pitch])
                )
            }
            pending = pending.then(states[node].movement)
        }
        for slot in points.indices { points[slot] = pending(points[slot]) }
    }
}
