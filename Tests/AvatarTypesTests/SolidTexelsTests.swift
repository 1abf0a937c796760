import AvatarTypes
import Testing

@Suite struct SolidTexelsTests {
    @Test func aRectangleIsSolidWhenNoBlockItTouchesHasATransparentTexel() {
        var image = Image(width: 18, height: 10)
        for y in 0..<10 {
            for x in 0..<18 { image[x, y] = SIMD4(1, 2, 3, 255) }
        }
        image[5, 6].w = 254
        let solid = SolidTexels(image)
        #expect(solid.contains(x: 8...17, y: 0...9))
        #expect(solid.contains(x: 0...17, y: 0...3))
        #expect(solid.contains(x: 0...3, y: 0...9))
        #expect(!solid.contains(x: 5...5, y: 6...6))
        #expect(!solid.contains(x: 0...17, y: 0...9))
        #expect(!solid.contains(x: 7...7, y: 4...4), "its block has a transparent texel")
    }

    @Test func beyondThePictureNothingIsSolid() {
        var image = Image(width: 4, height: 4)
        for y in 0..<4 {
            for x in 0..<4 { image[x, y] = SIMD4(repeating: 255) }
        }
        let solid = SolidTexels(image)
        #expect(solid.contains(x: 0...3, y: 0...3))
        #expect(!solid.contains(x: -1...3, y: 0...3))
        #expect(!solid.contains(x: 0...3, y: 0...4))
    }
}
