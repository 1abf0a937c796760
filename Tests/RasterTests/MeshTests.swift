import AvatarTypes
import Raster
import Testing

@Suite struct MeshTests {
    @Test(arguments: [0.0, 0.3, 0.5, 0.77] as [Float])
    func trianglesThatShareAnEdgeMakeAnEvenPicture(shift: Float) {
        var list = Scenes.list(150, 150)
        var layer = DrawList.Layer()
        layer.opacity = 0.5
        // A fan of separate meshes: were an edge drawn twice, it would be 192, never, 0.
        let grey = Scenes.plain(SIMD4(255, 255, 255, 255), side: 64)
        let centre = SIMD2<Float>(75 + shift, 73.3 - shift)
        let rim: [SIMD2<Float>] = [
            SIMD2(-20, -20), SIMD2(60, -30), SIMD2(170, -20), SIMD2(190, 80.5), SIMD2(170, 180),
            SIMD2(75.5, 170), SIMD2(-20, 170), SIMD2(-30, 75.5),
        ]
        for i in 0..<rim.count {
            let first = list.positions.count
            list.positions += [centre, rim[i], rim[(i + 1) % rim.count]]
            list.uvs += [SIMD2(0.5, 0.5), SIMD2(0.4, 0.5), SIMD2(0.5, 0.4)]
            // Either winding.
            let order = i % 2 == 0 ? [0, 1, 2] : [0, 2, 1]
            let start = list.indices.count
            list.indices += order.map { UInt32(first + $0) }
            list.commands.append(
                .mesh(
                    DrawList.Mesh(
                        vertices: first..<first + 3, triangles: start..<start + 3, texture: grey,
                        layer: layer)))
        }
        let image = list.drawn(150, 150)
        var uneven = 0
        for y in 0..<150 {
            for x in 0..<150 where image[x, y] != SIMD4(repeating: 128) { uneven += 1 }
        }
        #expect(uneven == 0)
    }

    @Test func aMeshThatFoldsOverItselfFadesAsOnePicture() {
        var list = Scenes.list(8, 8)
        var layer = DrawList.Layer()
        layer.opacity = 0.5
        let solid = Scenes.plain(SIMD4(255, 255, 255, 255))
        var mesh = list.rectangle(
            Rect(x: 0, y: 0, width: 8, height: 8), solid,
            uv: Rect(x: 0.25, y: 0.25, width: 0.5, height: 0.5), layer: layer)
        list.indices += list.indices
        mesh.triangles = 0..<12
        list.commands = [.mesh(mesh)]
        #expect(list.drawn(8, 8)[3, 3] == SIMD4(repeating: 128))
    }

    @Test(arguments: [1, 3, 8])
    func aFineCheckerboardDrawnSmallIsGrey(offset: Int) {
        let board = Scenes.texture(512, 512) { x, y in
            (x + y) % 2 == 0 ? SIMD4(0, 0, 0, 255) : SIMD4(255, 255, 255, 255)
        }
        var list = Scenes.list(96, 96)
        let place = Float(offset) * 0.37
        list.commands = [
            .mesh(list.rectangle(Rect(x: place, y: place, width: 64, height: 64), board))
        ]
        let image = list.drawn(96, 96)
        for y in 10..<54 {
            for x in 10..<54 { #expect(abs(Int(image[x, y].x) - 128) <= 1) }
        }
    }

    @Test func aPictureAtItsOwnSizeIsNotBlurred() {
        let noise = Scenes.texture(40, 40) { x, y in
            SIMD4(UInt8((x * 37 + y * 91) & 255), UInt8((x * y * 13) & 255), 0, 255)
        }
        var list = Scenes.list(40, 40)
        list.commands = [.mesh(list.rectangle(Rect(x: 0, y: 0, width: 40, height: 40), noise))]
        #expect(list.drawn(40, 40) == noise.levels[0])
    }

    @Test func aViewIsFittedWholeAndCentred() {
        var list = DrawList(view: Rect(x: -10, y: -10, width: 20, height: 20))
        list.fill(Rect(x: -10, y: -10, width: 20, height: 20), Scenes.plain(SIMD4(repeating: 255)))
        let image = list.drawn(60, 20)
        #expect(image[19, 10].w == 0)
        #expect(image[20, 0].w == 255 && image[39, 19].w == 255)
        #expect(image[40, 10].w == 0)
    }

    @Test func beyondATexturesBorderIsTransparent() {
        var list = Scenes.list(30, 10)
        let uv = Rect(x: -1, y: 0.25, width: 3, height: 0.5)
        let solid = Scenes.plain(SIMD4(repeating: 255), side: 10)
        list.commands = [
            .mesh(list.rectangle(Rect(x: 0, y: 0, width: 30, height: 10), solid, uv: uv))
        ]
        let image = list.drawn(30, 10)
        #expect(image[8, 5].w == 0 && image[15, 5].w == 255 && image[21, 5].w == 0)
    }
}
