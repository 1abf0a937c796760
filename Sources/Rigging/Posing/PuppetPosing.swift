import AvatarTypes

// First in a frame: from a pose to what every node does.
extension Puppet {
    /// - Parameter seconds: since the last frame; nil when nothing continues from it.
    mutating func drive(_ pose: Pose, in seconds: Float?) {
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
            case .pendulum(let pendulum, let slot, let reading):
                var state = pendulums[slot] ?? pendulum.resting(inputs)
                // The array lets go of it, so that it is changed in its place.
                pendulums[slot] = nil
                if let seconds {
                    pendulum.advance(&state, inputs, in: seconds)
                } else {
                    state = pendulum.resting(inputs)
                }
                inputs.append(pendulum.reading(reading.output, at: reading.weight, state))
                pendulums[slot] = state
            case .reading(let pendulum, let slot, let reading):
                let state = pendulums[slot]
                inputs.append(
                    state.map { pendulum.reading(reading.output, at: reading.weight, $0) } ?? 0)
            }
        }
    }

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
        /// Those of its shader that bindings move.
        var uniforms: [(name: String, value: SIMD4<Float>)] = []
        var movement = Affine.identity
    }

    mutating func bind(_ look: Wardrobe.Look) {
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
        formed.removeAll(keepingCapacity: true)
        formed.append(contentsOf: repeatElement(.zero, count: rig.formedVertexCount))
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

    mutating func apply(_ binding: Binding) {
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
        case .shader(let rows): shade(node, rows)
        case .bend(let forms):
            guard let first = rig.nodes[node].flexion?.first else { return }
            for corner in corners {
                for (joint, angle) in forms[corner.index].enumerated() {
                    angles[first + joint] += angle * corner.weight
                }
            }
        case .form(let first, let forms):
            for corner in corners {
                for (slot, offset) in forms[corner.index].enumerated() {
                    formed[first + slot] += offset * corner.weight
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
}

extension SIMD3<Float> {
    /// A screen colour over another: c + s − c·s.
    func lightened(by other: SIMD3<Float>) -> SIMD3<Float> {
        self + other - self * other
    }
}
