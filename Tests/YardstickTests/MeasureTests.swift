import AvatarTypes
import Testing
import Yardstick

@Suite struct MeasureTests {
    @Test func sourceOverIsTheFormulaInEveryByte() {
        // Odd numbers of pixels end in the middle of a vector, and lie over the first ones again.
        for count in [1, 7, 64, 301] {
            var measure = SourceOver(width: 20, height: 10, seed: 3)
            let before = measure.pictures
            measure.lay(pixels: count)
            let after = measure.pictures.below
            for y in 0..<10 {
                for x in 0..<20 {
                    let place = y * before.below.stride / 4 + x
                    let s = before.above[x, y]
                    var wanted = before.below[x, y]
                    for start in stride(from: place, to: count, by: before.above.stride * 10 / 4) {
                        _ = start
                        for c in 0..<4 {
                            let kept = Double(wanted[c]) * Double(255 - s.w) / 255
                            wanted[c] = s[c] + UInt8(kept.rounded())
                        }
                    }
                    #expect(after[x, y] == wanted, "\(count) pixels, at \(x), \(y)")
                }
            }
        }
    }

    @Test func pixelsAreCountedWhoseMiddleIsInside() {
        var list = DrawList(view: Rect(x: 0, y: 0, width: 10, height: 10))
        let texture = Texture(levels: [Image(width: 1, height: 1)])
        // A square of 4×3 pixels around middles, and one that lies half beyond the border.
        for (x, y, width, height) in [(2.0, 3.0, 4.0, 3.0), (8.2, 0.0, 4.0, 2.0)]
            as [(Float, Float, Float, Float)]
        {
            let first = UInt32(list.positions.count)
            list.positions += [
                [x, y], [x + width, y], [x + width, y + height], [x, y + height],
            ]
            list.uvs += Array(repeating: .zero, count: 4)
            list.indices += [first, first + 1, first + 2, first, first + 2, first + 3]
            list.commands.append(
                .mesh(
                    DrawList.Mesh(
                        vertices: Int(first)..<Int(first) + 4,
                        triangles: list.indices.count - 6..<list.indices.count, texture: texture)))
        }
        #expect(list.coveredPixels(width: 10, height: 10) == 12 + 4)
        #expect(list.coveredPixels(width: 20, height: 20) == 48 + 4 * 4)
    }

    @Test func accuracyIsInDecibelsAndSteps() {
        var image = Image(width: 2, height: 1)
        image[0, 0] = SIMD4(10, 20, 30, 255)
        image[1, 0] = SIMD4(0, 0, 0, 100)
        let exact = [image[0, 0], image[1, 0]].map { pixel in
            SIMD4(Double(pixel.x), Double(pixel.y), Double(pixel.z), Double(pixel.w)) / 255
        }
        var same = Accuracy()
        same.add(image, against: exact)
        #expect(same.psnr > 300)
        #expect(same.worst < 1e-9)

        var other = Accuracy()
        image[1, 0].w = 104
        other.add(image, against: exact)
        // One error of 4 among eight channels.
        #expect(abs(other.psnr - 45.12) < 0.01)
        #expect(abs(other.worst - 4) < 1e-9)
    }
}
