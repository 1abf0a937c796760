import AvatarTypes
import Foundation
import Rigging
import Testing

@Suite struct PNGPictureTests {
    @Test func colourIsMultipliedByItsAlpha() throws {
        let png = Pixels(width: 2, height: 1) { x, _ in
            x == 0 ? SIMD4(255, 128, 0, 128) : SIMD4(10, 20, 30, 255)
        }.png()
        let image = try PNGPicture.decode(png)
        #expect(image.width == 2 && image.height == 1)
        #expect(image[0, 0] == SIMD4(128, 64, 0, 128))
        #expect(image[1, 0] == SIMD4(10, 20, 30, 255))
    }

    @Test func whatIsNoPNGIsRefused() {
        #expect(throws: PNGError.self) { try PNGPicture.decode([1, 2, 3]) }
        #expect(throws: PNGError.self) { try PNGPicture.decode([]) }
        #expect(throws: PNGError(what: "The file cannot be read.")) {
            try PNGPicture.decode(contentsOf: URL(fileURLWithPath: "/nowhere/at/all.png"))
        }
    }

    @Test func aPNGThatEndsEarlyIsRefused() {
        let noise = Pixels(width: 64, height: 64) { x, y in
            SIMD4(UInt8(x * 37 & 255), UInt8(y * 91 & 255), UInt8(x * y & 255), 255)
        }
        let png = noise.png()
        #expect(throws: PNGError.self) { try PNGPicture.decode(Array(png.prefix(png.count / 2))) }
    }
}
