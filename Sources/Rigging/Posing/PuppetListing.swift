import AvatarTypes

// What is seen, and in which order.
extension Puppet {
    /// Less than this is not seen in 8 bits.
    private static let invisible: Float = 1 / 512

    func opacity(of part: Part) -> Float { min(max(states[part.node].opacity, 0), 1) }

    /// The parts to be drawn, back to front; marks those whose vertices are needed, masks included.
    mutating func visibleParts() -> [Int] {
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

    /// Adds parts, back to front; those of one isolated group together, where the first of them is.
    ///
    /// - Parameter group: the isolated group that is being filled.
    func add(_ order: [Int], inside group: Int?, to list: inout DrawList) {
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
            layer.shader = shader(of: inner)
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
        mesh.layer.shader = shader(of: part.node)
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
