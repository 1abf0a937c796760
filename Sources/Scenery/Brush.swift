import AvatarTypes

/// Adds rectangles with pictures to a draw list: particles, bars and sheets of light.
struct Brush {
    private(set) var positions: [SIMD2<Float>] = []
    private(set) var uvs: [SIMD2<Float>] = []
    private(set) var indices: [UInt32] = []

    /// A rectangle about its centre.
    ///
    /// - Parameters:
    ///   - across: from the centre to the middle of its right edge.
    ///   - down: from the centre to the middle of its lower edge.
    ///   - cell: which part of the texture it shows, 0…1.
    mutating func add(
        at centre: SIMD2<Float>, across: SIMD2<Float>, down: SIMD2<Float>,
        cell: Rect = Rect(x: 0, y: 0, width: 1, height: 1)
    ) {
        let first = UInt32(positions.count)
        positions.append(centre - across - down)
        positions.append(centre + across - down)
        positions.append(centre + across + down)
        positions.append(centre - across + down)
        uvs.append(SIMD2(cell.x, cell.y))
        uvs.append(SIMD2(cell.x + cell.width, cell.y))
        uvs.append(SIMD2(cell.x + cell.width, cell.y + cell.height))
        uvs.append(SIMD2(cell.x, cell.y + cell.height))
        for corner: UInt32 in [0, 1, 2, 0, 2, 3] { indices.append(first + corner) }
    }

    /// Draws all of it as one mesh over what is in the list.
    func paint(_ texture: Texture, as layer: DrawList.Layer, in list: inout DrawList) {
        guard !indices.isEmpty, layer.opacity > 1 / 512 else { return }
        let (vertex, index) = (list.positions.count, list.indices.count)
        list.positions += positions
        list.uvs += uvs
        list.indices += indices.map { $0 + UInt32(vertex) }
        list.commands.append(
            .mesh(
                DrawList.Mesh(
                    vertices: vertex..<list.positions.count, triangles: index..<list.indices.count,
                    texture: texture, layer: layer)))
    }
}
