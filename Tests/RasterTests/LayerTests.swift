import AvatarTypes
import Raster
import Testing

@Suite struct LayerTests {
    private let red = Scenes.plain(SIMD4(255, 0, 0, 255))
    private let white = Scenes.plain(SIMD4(255, 255, 255, 255))
    private let all = Rect(x: 0, y: 0, width: 8, height: 8)

    @Test func opacityTintAndScreenColourApplyInThatOrder() {
        var list = Scenes.list(8, 8)
        var layer = DrawList.Layer()
        layer.tint = SIMD3(1, 0.5, 0)
        layer.screen = SIMD3(0, 0.5, 1)
        layer.opacity = 0.5
        list.fill(all, white, layer: layer)
        // Green: 1 · ½ = ½, lightened by ½ is ¾, at half opacity ⅜.
        #expect(list.drawn(8, 8)[3, 3] == SIMD4(128, 96, 128, 128))
    }

    @Test func aMaskKeepsALayerWhereItsSourcesAreAndInvertedWhereTheyAreNot() {
        for (isInverted, left, right) in [(false, 255, 0), (true, 0, 255)] as [(Bool, UInt8, UInt8)]
        {
            var list = Scenes.list(8, 8)
            list.maskMeshes = [list.rectangle(Rect(x: 0, y: 0, width: 4, height: 8), solid)]
            var layer = DrawList.Layer()
            layer.mask = DrawList.Mask(sources: 0..<1, isInverted: isInverted)
            list.fill(all, red, layer: layer)
            let image = list.drawn(8, 8)
            #expect(image[1, 4] == SIMD4(left, 0, 0, left))
            #expect(image[6, 4] == SIMD4(right, 0, 0, right))
        }
    }

    /// Its edge is a texel outside of what is drawn of it, so it is opaque all over.
    private var solid: Texture { Scenes.plain(SIMD4(0, 0, 0, 255), side: 1024) }

    @Test func maskSourcesAreUnitedAndSoft() {
        let half = Scenes.plain(SIMD4(0, 0, 0, 128), side: 1024)
        var list = Scenes.list(8, 8)
        list.maskMeshes = [
            list.rectangle(Rect(x: 0, y: -9, width: 8, height: 26), half),
            list.rectangle(Rect(x: 4, y: -9, width: 8, height: 26), half),
        ]
        var layer = DrawList.Layer()
        layer.mask = DrawList.Mask(sources: 0..<2)
        list.fill(all, red, layer: layer)
        let image = list.drawn(8, 8)
        // 128, and where both lie 128 + 128·127/255 = 192.
        #expect(image[2, 4] == SIMD4(128, 0, 0, 128))
        #expect(image[6, 4].w == 192)
    }

    @Test func aMaskWithoutSourcesHidesAndInvertedShowsAll() {
        for (isInverted, alpha) in [(false, 0), (true, 255)] as [(Bool, UInt8)] {
            var list = Scenes.list(8, 8)
            var layer = DrawList.Layer()
            layer.mask = DrawList.Mask(sources: 0..<0, isInverted: isInverted)
            list.fill(all, red, layer: layer)
            #expect(list.drawn(8, 8)[3, 3].w == alpha)
        }
    }

    @Test func aGroupFadesAsOnePicture() {
        var list = Scenes.list(8, 8)
        list.fill(all, Scenes.plain(SIMD4(0, 0, 255, 255)))
        var layer = DrawList.Layer()
        layer.opacity = 0.5
        list.group(layer) {
            $0.fill(all, white)
            $0.group(DrawList.Layer()) { $0.fill(all, red) }
        }
        // Nothing of the white below the red shows through.
        #expect(list.drawn(8, 8)[3, 3] == SIMD4(128, 0, 127, 255))
    }

    @Test func aBlendModeInAGroupSeesTheGroupAlone() {
        var list = Scenes.list(8, 8)
        list.fill(all, red)
        list.group(DrawList.Layer()) {
            var layer = DrawList.Layer()
            layer.blend = .sliceFromLower
            $0.fill(all, white, layer: layer)
        }
        #expect(list.drawn(8, 8)[3, 3] == SIMD4(255, 0, 0, 255))
    }
}
