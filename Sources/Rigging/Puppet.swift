public import AvatarTypes
import Glibc

/// A rig on stage: what its hair remembers of the last frame, and the buffers that frames share.
///
/// ```swift
/// var puppet = Puppet(rig: rig)
/// let list = puppet.draw(pose, at: time)
/// ```
public struct Puppet: Sendable {
    let rig: Rig
    private var strands: [Strand.State?]
    private var hanging: [Hanging.State]
    private var lastTime: MediaTime?
    private var changing: Changing?

    // What one frame computes, kept for its memory.
    private var inputs: [Float]
    private(set) var states: [NodeState]
    private var offsets: [SIMD2<Float>]
    private var angles: [Float]
    private var isNeeded: [Bool]
    private var corners: [(index: Int, weight: Float)] = []
    private(set) var positions: [SIMD2<Float>]

    /// After a longer pause, or a jump back, strands hang at rest instead of catching up.
    private static let longestStep = MediaTime.seconds(1)
    /// Less than this is not seen in 8 bits.
    private static let invisible: Float = 1 / 512

    public init(rig: Rig) {
        self.rig = rig
        strands = []
        for case .strand in rig.drivers { strands.append(nil) }
        hanging = Array(repeating: Hanging.State(), count: rig.hangingCount)
        inputs = []
        states = []
        offsets = []
        angles = []
        isNeeded = []
        positions = rig.positions
    }

    /// The rig in a pose.
    ///
    /// Another attire than in the frame before is changed into in 0.4 s.
    ///
    /// Times may come in any steps: again the same moment, later by any span, or earlier. The first frame
    /// and the one after a jump show hair at rest.
    public mutating func draw(
        _ pose: Pose, wearing attire: Attire = Attire(), at time: MediaTime
    ) -> DrawList {
        let step = lastTime.map { time - $0 }
        let isContinued = step.map { $0 >= .zero && $0 <= Self.longestStep } ?? false
        let seconds = isContinued ? step.map { Float($0.seconds) } : nil
        lastTime = time
        let look = wear(attire, isContinued: isContinued, at: time)
        drive((pose + look.pose).clamped(), in: seconds)
        bind(look)
        var list = DrawList(view: rig.view)
        list.uvs = rig.uvs
        list.indices = rig.indices
        let order = visibleParts()
        swing(in: seconds, at: Float(time.seconds))
        bend()
        list.positions = positions
        list.commands.reserveCapacity(order.count)
        add(order, inside: nil, to: &list)
        return list
    }

    /// What is worn at a moment: at once in the first frame and after a jump, else by and by.
    private mutating func wear(
        _ attire: Attire, isContinued: Bool, at time: MediaTime
    ) -> Wardrobe.Look {
        var present =
            changing ?? Changing(attire, rig.wardrobe.look(attire, nodeCount: rig.nodes.count))
        if !isContinued || present.attire != attire {
            let look = rig.wardrobe.look(attire, nodeCount: rig.nodes.count)
            if isContinued {
                present.change(to: attire, look, at: time)
            } else {
                present = Changing(attire, look)
            }
        }
        present.move(to: time)
        changing = present
        return present.look
    }

    // MARK: Inputs

    /// - Parameter seconds: since the last frame; nil when nothing continues from it.
    private mutating func drive(_ pose: Pose, in seconds: Float?) {
        inputs.removeAll(keepingCapacity: true)
        for control in Control.all {
            let value = pose[control]
            inputs.append(value.isNaN ? 0 : value)
        }
        for driver in rig.drivers {
            switch driver {
            case .sum(let sum):
                inputs.append(sum.value(of: inputs))
            case .parameter(let sum, let range):
                inputs.append(min(max(sum.value(of: inputs), range.lowerBound), range.upperBound))
            case .strand(let strand, let slot):
                let anchor = strand.anchor.value(of: inputs)
                if let seconds, var state = strands[slot] {
                    strand.advance(&state, to: anchor, in: seconds)
                    strands[slot] = state
                } else {
                    strands[slot] = Strand.State(anchor: anchor)
                }
                inputs.append(strands[slot]?.lag ?? 0)
            }
        }
    }

    // MARK: Nodes

    /// What bindings make of a node in one frame.
    struct NodeState: Sendable {
        var translate = SIMD2<Float>.zero
        var degrees: Float = 0
        var scale = SIMD2<Float>(1, 1)
        var opacity: Float
        var order: Float
        var picture = 0
        var isBent = false
        var tint = SIMD3<Float>(1, 1, 1)
        var screen = SIMD3<Float>.zero
        var movement = Affine.identity
    }

    private mutating func bind(_ look: Wardrobe.Look) {
        states.removeAll(keepingCapacity: true)
        for (index, node) in rig.nodes.enumerated() {
            states.append(
                NodeState(
                    opacity: node.opacity * look.presence[index], order: node.order,
                    tint: look.tint[index], screen: look.screen[index]))
        }
        offsets.removeAll(keepingCapacity: true)
        offsets.append(contentsOf: repeatElement(.zero, count: rig.controlPointCount))
        angles.removeAll(keepingCapacity: true)
        angles.append(contentsOf: repeatElement(0, count: rig.jointCount))
        for binding in rig.bindings { apply(binding) }
        for (index, node) in rig.nodes.enumerated() {
            let state = states[index]
            states[index].movement = Affine(
                pivot: node.pivot, translate: state.translate, degrees: state.degrees,
                scale: state.scale)
            if let parent = node.parent {
                states[index].opacity *= states[parent].opacity
                states[index].order += states[parent].order
                states[index].tint *= states[parent].tint
                states[index].screen = states[index].screen.lightened(by: states[parent].screen)
            }
        }
    }

    private mutating func apply(_ binding: Binding) {
        binding.corners(inputs, into: &corners)
        let node = binding.node
        switch binding.target {
        case .translate(let values):
            for corner in corners { states[node].translate += values[corner.index] * corner.weight }
        case .rotate(let values):
            for corner in corners { states[node].degrees += values[corner.index] * corner.weight }
        case .scale(let values):
            var scale = SIMD2<Float>.zero
            for corner in corners { scale += values[corner.index] * corner.weight }
            states[node].scale *= scale
        case .opacity(let values):
            var opacity: Float = 0
            for corner in corners { opacity += values[corner.index] * corner.weight }
            states[node].opacity *= opacity
        case .order(let values):
            for corner in corners { states[node].order += values[corner.index] * corner.weight }
        case .swap(let values):
            var nearest = corners[0]
            for corner in corners where corner.weight > nearest.weight { nearest = corner }
            states[node].picture = values[nearest.index]
        case .tint(let values):
            var tint = SIMD3<Float>.zero
            for corner in corners { tint += values[corner.index] * corner.weight }
            states[node].tint *= tint
        case .screen(let values):
            var screen = SIMD3<Float>.zero
            for corner in corners { screen += values[corner.index] * corner.weight }
            states[node].screen = states[node].screen.lightened(by: screen)
        case .bend(let forms):
            guard let first = rig.nodes[node].flexion?.first else { return }
            for corner in corners {
                for (joint, angle) in forms[corner.index].enumerated() {
                    angles[first + joint] += angle * corner.weight
                }
            }
        case .warp(let forms):
            guard let first = rig.nodes[node].warp?.first else { return }
            for corner in corners {
                for (slot, offset) in forms[corner.index].enumerated() where offset != .zero {
                    offsets[first + slot] += offset * corner.weight
                    states[node].isBent = true
                }
            }
        }
    }

    // MARK: Parts

    private func opacity(of part: Part) -> Float { min(max(states[part.node].opacity, 0), 1) }

    /// The parts to be drawn, back to front; marks those whose vertices are needed, masks included.
    private mutating func visibleParts() -> [Int] {
        isNeeded.removeAll(keepingCapacity: true)
        isNeeded.append(contentsOf: repeatElement(false, count: rig.parts.count))
        let visible = rig.parts.indices.filter { isShown(rig.parts[$0]) }
        for index in visible {
            isNeeded[index] = true
            for source in rig.parts[index].mask { isNeeded[source] = true }
            for node in rig.parts[index].chain {
                for source in rig.nodes[node].isolation?.mask ?? [] { isNeeded[source] = true }
            }
        }
        for index in rig.parts.indices where isNeeded[index] {
            if let weld = rig.parts[index].welds.first { isNeeded[weld.part] = true }
        }
        return visible.sorted {
            (states[rig.parts[$0].node].order, $0) < (states[rig.parts[$1].node].order, $1)
        }
    }

    /// Lets everything that hangs follow its root.
    private mutating func swing(in seconds: Float?, at time: Float) {
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
    private mutating func bend() {
        var moved = positions
        positions = []
        moved.withUnsafeMutableBufferPointer { moved in
            for (index, part) in rig.parts.enumerated() where isNeeded[index] {
                let points = UnsafeMutableBufferPointer(rebasing: moved[part.vertices])
                for slot in points.indices {
                    points[slot] = rig.positions[part.vertices.lowerBound + slot]
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

    // MARK: The list

    /// Adds parts, back to front; those of one isolated group together, where the first of them is.
    ///
    /// - Parameter group: the isolated group that is being filled.
    private func add(_ order: [Int], inside group: Int?, to list: inout DrawList) {
        var isAdded = Set<Int>()
        for index in order {
            guard let inner = isolation(of: rig.parts[index], inside: group) else {
                add(rig.parts[index], inside: group, to: &list)
                continue
            }
            guard isAdded.insert(inner).inserted, let isolation = rig.nodes[inner].isolation else {
                continue
            }
            var layer = DrawList.Layer()
            layer.blend = isolation.blend
            layer.opacity = opacity(of: inner, inside: group)
            layer.mask = mask(isolation.mask, isInverted: isolation.isMaskInverted, in: &list)
            list.commands.append(.beginGroup(layer))
            add(
                order.filter { self.isolation(of: rig.parts[$0], inside: group) == inner },
                inside: inner, to: &list)
            list.commands.append(.endGroup)
        }
    }

    /// The outermost isolated group that a part is in, seen from inside of another.
    private func isolation(of part: Part, inside group: Int?) -> Int? {
        guard rig.hasIsolation else { return nil }
        return part.chain.prefix { $0 != group }.last { rig.nodes[$0].isolation != nil }
    }

    private func add(_ part: Part, inside group: Int?, to list: inout DrawList) {
        var mesh = mesh(of: part)
        mesh.layer.opacity = opacity(of: part.node, inside: group)
        mesh.layer.mask = mask(part.mask, isInverted: part.isMaskInverted, in: &list)
        list.commands.append(.mesh(mesh))
    }

    /// The opacity of a node; what an isolated group around it has is not counted, for the group fades as one.
    private func opacity(of node: Int, inside group: Int?) -> Float {
        let whole = group.map { states[$0].opacity } ?? 1
        return min(max(whole > 0 ? states[node].opacity / whole : 0, 0), 1)
    }

    private func mask(
        _ sources: [Int], isInverted: Bool, in list: inout DrawList
    ) -> DrawList.Mask? {
        if sources.isEmpty { return nil }
        let first = list.maskMeshes.count
        for source in sources { list.maskMeshes.append(mesh(of: rig.parts[source])) }
        return DrawList.Mask(sources: first..<list.maskMeshes.count, isInverted: isInverted)
    }

    func isShown(_ part: Part) -> Bool { opacity(of: part) > Self.invisible }

    func texture(of part: Part) -> Texture { part.textures[states[part.node].picture] }

    private func mesh(of part: Part) -> DrawList.Mesh {
        var layer = DrawList.Layer()
        layer.blend = part.blend
        layer.tint = part.tint * states[part.node].tint
        layer.screen = part.screen.lightened(by: states[part.node].screen)
        return DrawList.Mesh(
            vertices: part.vertices, triangles: part.triangles,
            texture: texture(of: part), layer: layer)
    }
}

extension SIMD3<Float> {
    /// A screen colour over another: c + s − c·s.
    fileprivate func lightened(by other: SIMD3<Float>) -> SIMD3<Float> {
        self + other - self * other
    }
}
