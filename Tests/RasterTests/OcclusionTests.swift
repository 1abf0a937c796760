import AvatarTypes
import Raster
import Testing

@Suite struct OcclusionTests {
    /// Opaque pictures larger than a tile, so that whole tiles, rows and parts of rows are hidden.
    @Test(arguments: 0..<8)
    func whatOpaqueLayersHideChangesNoByte(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let opaque = Scenes.texture(64, 64) { x, y in
            SIMD4(UInt8(x * 97 & 255), UInt8(y * 151 & 255), 90, 255)
        }
        // One texel that is almost opaque keeps its block from hiding anything.
        let speckled = Scenes.texture(64, 64) { x, y in
            let a: UInt8 = x % 4 == 1 && y % 4 == 2 ? 254 : 255
            return SIMD4(UInt8(x * 97 & 255), UInt8(y * 151 & 255), 90, a)
        }
        var (hiding, plain) = (Scenes.list(200, 150), Scenes.list(200, 150))
        // All of it in a group shows the same; in a group nothing hides.
        plain.commands.append(.beginGroup(DrawList.Layer()))
        // Away from the border, where pictures fade out.
        let middle = Rect(x: 0.25, y: 0.25, width: 0.5, height: 0.5)
        for i in 0..<12 {
            let rect = Rect(
                x: .random(in: -80...160, using: &random),
                y: .random(in: -80...120, using: &random),
                width: .random(in: 20...240, using: &random),
                height: .random(in: 20...240, using: &random))
            var layer = DrawList.Layer()
            if i % 4 == 1 { layer.blend = .multiply }
            if i % 4 == 2 { layer.opacity = 0.5 }
            let texture = i % 3 == 0 ? speckled : opaque
            hiding.commands.append(.mesh(hiding.rectangle(rect, texture, uv: middle, layer: layer)))
            plain.commands.append(.mesh(plain.rectangle(rect, texture, uv: middle, layer: layer)))
        }
        plain.commands.append(.endGroup)
        let wanted = plain.drawn(200, 150)
        for threads in 1...3 {
            #expect(hiding.drawn(200, 150, threads: threads) == wanted)
        }
    }
}
