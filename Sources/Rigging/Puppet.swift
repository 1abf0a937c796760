public import AvatarTypes

/// A rig on stage: what its hair remembers of the last frame, and the buffers that frames share.
///
/// ```swift
/// var puppet = Puppet(rig: rig)
/// let list = puppet.draw(pose, at: time)
/// ```
public struct Puppet: Sendable {
    private let rig: Rig
    private var strands: [Strand.State?]
    private var lastTime: MediaTime?

    // What one frame computes, kept for its memory.
    private var inputs: [Float]
    private var states: [NodeState]
    private var offsets: [SIMD2<Float>]
    private var isNeeded: [Bool]
    private var corners: [(index: Int, weight: Float)] = []
    private var positions: [SIMD2<Float>]

    /// After a longer pause, or a jump back, strands hang at rest instead of catching up.
    private static let longestStep = MediaTime.seconds(1)
    /// Less than this is not seen in 8 bits.
    private static let invisible: Float = 1 / 512

    public init(rig: Rig) {
        self.rig = rig
        strands = []
        for case .strand in rig.drivers { strands.append(nil) }
        inputs = []
        states = []
        offsets = []
        isNeeded = []
        positions = rig.positions
    }

    /// The rig in a pose.
    ///
    /// Times may come in any steps: again the same moment, later by any span, or earlier. The first frame
    /// and the one after a jump show hair at rest.
    public mutating func draw(_ pose: Pose, at time: MediaTime) -> DrawList {
        drive(pose.clamped(), at: time)
        bind()
        var list = DrawList(view: rig.view)
        list.uvs = rig.uvs
        list.indices = rig.indices
        let order = visibleParts()
        bend()
        list.positions = positions
        list.commands.reserveCapacity(order.count)
        for index in order {
            let part = rig.parts[index]
            var mesh = mesh(of: part)
            mesh.layer.opacity = opacity(of: part)
            if !part.mask.isEmpty {
                let first = list.maskMeshes.count
                for source in part.mask { list.maskMeshes.append(self.mesh(of: rig.parts[source])) }
                mesh.layer.mask = DrawList.Mask(
                    sources: first..<list.maskMeshes.count, isInverted: part.isMaskInverted)
            }
            list.commands.append(.mesh(mesh))
        }
        return list
    }

    // MARK: Inputs

    private mutating func drive(_ pose: Pose, at time: MediaTime) {
        inputs.removeAll(keepingCapacity: true)
        for control in Control.all {
            let value = pose[control]
            inputs.append(value.isNaN ? 0 : value)
        }
        let step = lastTime.map { time - $0 }
        let isContinued = step.map { $0 >= .zero && $0 <= Self.longestStep } ?? false
        let seconds = Float(step?.seconds ?? 0)
        lastTime = time
        for driver in rig.drivers {
            switch driver {
            case .sum(let sum):
                inputs.append(sum.value(of: inputs))
            case .strand(let strand, let slot):
                let anchor = strand.anchor.value(of: inputs)
                if isContinued, var state = strands[slot] {
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
    private struct NodeState: Sendable {
        var translate = SIMD2<Float>.zero
        var degrees: Float = 0
        var scale = SIMD2<Float>(1, 1)
        var opacity: Float
        var order: Float
        var picture = 0
        var isBent = false
        var movement = Affine.identity
    }

    private mutating func bind() {
        states.removeAll(keepingCapacity: true)
        for node in rig.nodes {
            states.append(NodeState(opacity: node.opacity, order: node.order))
        }
        offsets.removeAll(keepingCapacity: true)
        offsets.append(contentsOf: repeatElement(.zero, count: rig.controlPointCount))
        for binding in rig.bindings { apply(binding) }
        for (index, node) in rig.nodes.enumerated() {
            let state = states[index]
            states[index].movement = Affine(
                pivot: node.pivot, translate: state.translate, degrees: state.degrees,
                scale: state.scale)
            if let parent = node.parent {
                states[index].opacity *= states[parent].opacity
                states[index].order += states[parent].order
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
        let visible = rig.parts.indices.filter { opacity(of: rig.parts[$0]) > Self.invisible }
        for index in visible {
            isNeeded[index] = true
            for source in rig.parts[index].mask { isNeeded[source] = true }
        }
        return visible.sorted {
            (states[rig.parts[$0].node].order, $0) < (states[rig.parts[$1].node].order, $1)
        }
    }

    /// Moves the vertices of every needed part: bent, turned and moved by itself, then by each group.
    private mutating func bend() {
        let (rig, states, isNeeded, inputs) = (rig, states, isNeeded, inputs)
        offsets.withUnsafeBufferPointer { offsets in
            positions.withUnsafeMutableBufferPointer { positions in
                for (index, part) in rig.parts.enumerated() where isNeeded[index] {
                    let points = UnsafeMutableBufferPointer(rebasing: positions[part.vertices])
                    for slot in points.indices {
                        points[slot] = rig.positions[part.vertices.lowerBound + slot]
                    }
                    var pending = Affine.identity
                    for (link, node) in part.chain.enumerated() {
                        let warp = states[node].isBent ? rig.nodes[node].warp : nil
                        if warp != nil || rig.nodes[node].turn != nil {
                            for slot in points.indices { points[slot] = pending(points[slot]) }
                            pending = .identity
                        }
                        if let warp {
                            let own = warp.first..<warp.first + warp.lattice.count
                            warp.lattice.displace(
                                points, by: UnsafeBufferPointer(rebasing: offsets[own]))
                        }
                        if let turn = rig.nodes[node].turn {
                            turn.displace(
                                points, depth: part.depths[link],
                                angles: SIMD2(inputs[turn.yaw], inputs[turn.pitch]))
                        }
                        pending = pending.then(states[node].movement)
                    }
                    for slot in points.indices { points[slot] = pending(points[slot]) }
                }
            }
        }
    }

    private func mesh(of part: Part) -> DrawList.Mesh {
        var layer = DrawList.Layer()
        layer.blend = part.blend
        layer.tint = part.tint
        layer.screen = part.screen
        return DrawList.Mesh(
            vertices: part.vertices, triangles: part.triangles,
            texture: part.textures[states[part.node].picture], layer: layer)
    }
}
