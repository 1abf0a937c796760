import AvatarTypes

/// Scenes nobody thought of: seeded, so that a failure can be looked at again.
struct RandomScenes {
    private var random: SeededGenerator
    private let textures: [Texture]

    /// - Parameter sides: Of the pictures, in texels.
    init(seed: UInt64, sides: ClosedRange<Int> = 8...48) {
        var random = SeededGenerator(seed: seed)
        textures = (0..<3).map { _ in
            let side = Int.random(in: sides, using: &random)
            let (wave, opaque) = (
                Int.random(in: 2...9, using: &random), Bool.random(using: &random)
            )
            let tone = SIMD4<UInt8>.random(in: 0...255, using: &random)
            return Scenes.texture(side, side + wave) { x, y in
                let alpha = opaque ? 255 : (x * 255 / side + y * wave * 4) & 255
                var out = SIMD4<UInt8>(repeating: UInt8(alpha))
                for c in 0..<3 {
                    let value = (Int(tone[c]) + x * wave + y * (c + 2)) & 255
                    out[c] = UInt8(value * alpha / 255)
                }
                return out
            }
        }
        self.random = random
    }

    /// Ten meshes of a few triangles each, some masked, some in groups, with the given blend modes.
    mutating func list(_ width: Int, _ height: Int, modes: [BlendMode]) -> DrawList {
        var list = Scenes.list(width, height)
        for _ in 0..<2 { list.maskMeshes.append(mesh(in: &list, width, height, DrawList.Layer())) }
        var open = 0
        for _ in 0..<10 {
            if Int.random(in: 0..<4, using: &random) == 0 {
                list.commands.append(.beginGroup(layer(modes)))
                open += 1
            }
            list.commands.append(.mesh(mesh(in: &list, width, height, layer(modes))))
            if open > 0, Bool.random(using: &random) {
                list.commands.append(.endGroup)
                open -= 1
            }
        }
        list.commands += Array(repeating: .endGroup, count: open)
        return list
    }

    private mutating func layer(_ modes: [BlendMode]) -> DrawList.Layer {
        var layer = DrawList.Layer()
        layer.blend = modes.randomElement(using: &random) ?? .normal
        if Bool.random(using: &random) { layer.opacity = .random(in: 0...1, using: &random) }
        if Int.random(in: 0..<3, using: &random) == 0 {
            layer.tint = .random(in: 0...1, using: &random)
            layer.screen = .random(in: 0...1, using: &random)
        }
        if Int.random(in: 0..<3, using: &random) == 0 {
            let first = Int.random(in: 0...1, using: &random)
            layer.mask = DrawList.Mask(
                sources: first..<2, isInverted: Bool.random(using: &random))
        }
        return layer
    }

    /// A fan of triangles around a point, partly beyond the canvas.
    private mutating func mesh(
        in list: inout DrawList, _ width: Int, _ height: Int, _ layer: DrawList.Layer
    ) -> DrawList.Mesh {
        let (first, start) = (list.positions.count, list.indices.count)
        let spokes = Int.random(in: 3...6, using: &random)
        let centre = SIMD2<Float>(
            .random(in: 0...Float(width), using: &random),
            .random(in: 0...Float(height), using: &random))
        let reach = Float.random(in: 4...Float(width), using: &random)
        for i in 0...spokes {
            let direction =
                i == 0
                ? SIMD2<Float>.zero
                : SIMD2<Float>(
                    .random(in: -1...1, using: &random), .random(in: -1...1, using: &random))
            list.positions.append(centre + direction * reach)
            list.uvs.append(
                SIMD2(
                    .random(in: -0.2...1.2, using: &random),
                    .random(in: -0.2...1.2, using: &random)))
        }
        for i in 1..<spokes {
            list.indices += [first, first + i, first + i + 1].map { UInt32($0) }
        }
        return DrawList.Mesh(
            vertices: first..<list.positions.count, triangles: start..<list.indices.count,
            texture: textures[Int.random(in: 0..<3, using: &random)], layer: layer)
    }
}
