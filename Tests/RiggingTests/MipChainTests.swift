import AvatarTypes
import Rigging
import Testing

@Suite struct MipChainTests {
    /// A picture from a seed, premultiplied, every pixel unlike its neighbours.
    private func noise(_ width: Int, _ height: Int) -> Image {
        var random = SeededGenerator(seed: 5)
        var image = Image(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width {
                let alpha = UInt8.random(in: 0...255, using: &random)
                image[x, y] = SIMD4(
                    .random(in: 0...alpha, using: &random), .random(in: 0...alpha, using: &random),
                    .random(in: 0...alpha, using: &random), alpha)
            }
        }
        return image
    }

    @Test func eachLevelHasHalfAsManyPixelsDownToOne() {
        let texture = Texture(image: Image(width: 40, height: 7))
        #expect(texture.levels.map(\.width) == [40, 29, 20, 15, 10, 8, 5, 4, 3, 2, 2, 1])
        #expect(texture.levels.map(\.height) == [7, 5, 4, 3, 2, 2, 1, 1, 1, 1, 1, 1])
        #expect(Texture(image: Image(width: 1, height: 1)).levels.count == 1)
    }

    @Test func twoLevelsFurtherFourPixelsAreOne() {
        var image = Image(width: 3, height: 2)
        for y in 0..<2 {
            image[0, y] = SIMD4(100, 0, 0, 255)
            image[2, y] = SIMD4(200, 0, 0, 255)
            image[1, y] = SIMD4(0, 0, 0, 255)
        }
        let half = Texture(image: image).levels[2]
        #expect(half[0, 0] == SIMD4(50, 0, 0, 255))
        #expect(half[1, 0] == SIMD4(200, 0, 0, 255), "an odd column counts twice")
    }

    /// Shares are rounded to 1/256, and the mean once for each axis: two steps of 255 in all.
    @Test(arguments: [(37, 23), (1, 9), (2, 1), (64, 65)])
    func theFirstLevelIsTheMeanOfWhatEachPixelCovers(width: Int, height: Int) {
        let image = noise(width, height)
        let level = Texture(image: image).levels[1]
        let scale = 2.0.squareRoot()
        var worst = 0.0
        for y in 0..<level.height {
            for x in 0..<level.width {
                var (sum, area) = (SIMD4<Double>.zero, 0.0)
                for line in 0..<height {
                    for column in 0..<width {
                        let across = overlap(column, x, scale)
                        let down = overlap(line, y, scale)
                        let p = image[column, line]
                        area += across * down
                        sum +=
                            SIMD4(Double(p.x), Double(p.y), Double(p.z), Double(p.w))
                            * (across * down)
                    }
                }
                for c in 0..<4 {
                    worst = max(worst, abs(sum[c] / area - Double(level[x, y][c])))
                }
            }
        }
        #expect(worst <= 2)
    }

    /// How much of a source pixel lies in a pixel that is `scale` times longer.
    private func overlap(_ source: Int, _ target: Int, _ scale: Double) -> Double {
        max(
            0,
            min(Double(source + 1), Double(target + 1) * scale)
                - max(Double(source), Double(target) * scale))
    }

    @Test func colourStaysWithinAlphaAndWhatIsEvenStaysEven() {
        for image in Texture(image: noise(61, 45)).levels {
            for y in 0..<image.height {
                for x in 0..<image.width {
                    let p = image[x, y]
                    #expect(max(p.x, p.y, p.z) <= p.w)
                }
            }
        }
        var even = Image(width: 45, height: 31)
        for y in 0..<31 { for x in 0..<45 { even[x, y] = SIMD4(1, 127, 200, 255) } }
        for level in Texture(image: even).levels {
            #expect(level[0, 0] == SIMD4(1, 127, 200, 255))
            #expect(level[level.width - 1, level.height - 1] == SIMD4(1, 127, 200, 255))
        }
    }
}
