import AvatarTypes
import Glibc
import Raster
import Testing

/// A thin line that is drawn small must stay a line: as dark in one row as in the next.
@Suite struct BeadingTests {
    /// A white picture with a dark line of two and a half pixels from top to bottom, aslant by 1:25.
    private static let line = Scenes.texture(240, 400) { x, y in
        let middle = 112 + Double(y) / 25
        let covered = max(
            0, min(Double(x) + 1, middle + 1.25) - max(Double(x), middle - 1.25))
        let grey = UInt8((255 * (1 - covered)).rounded())
        return SIMD4(grey, grey, grey, 255)
    }

    /// How much the darkness of a row differs from that of others, as a part of their mean.
    private func variation(_ texture: Texture, scale: Double, degrees: Double) -> Double {
        let (width, height) = (
            Float(Double(texture.width) * scale), Float(Double(texture.height) * scale)
        )
        let side = 400
        var list = Scenes.list(side, side)
        let mesh = list.rectangle(
            Rect(x: -width / 2, y: -height / 2, width: width, height: height), texture)
        let (sine, cosine) = (Float(sin(degrees * .pi / 180)), Float(cos(degrees * .pi / 180)))
        for i in list.positions.indices {
            let p = list.positions[i]
            list.positions[i] = SIMD2(
                Float(side) / 2 + p.x * cosine - p.y * sine,
                Float(side) / 2 + p.x * sine + p.y * cosine)
        }
        list.commands = [.mesh(mesh)]
        let image = list.drawn(side, side)
        let (rows, columns) = (Int(height * 0.4), Int(width / 4))
        let ink = (side / 2 - rows..<side / 2 + rows).map { y in
            (side / 2 - columns..<side / 2 + columns).reduce(0.0) { sum, x in
                sum + Double(255 - image[x, y].x)
            }
        }
        let mean = ink.reduce(0, +) / Double(ink.count)
        return ((ink.max() ?? 0) - (ink.min() ?? 0)) / mean
    }

    /// How far the lightest row may be from the darkest, as a part of their mean. Measured: 0.156 at
    /// the most; about 0.1 where a level is read at 0.84 texels a pixel or 1.1.
    static let tolerance = 1.0 / 6

    @Test(arguments: [-3, -1, 0, 1, 2.5] as [Double])
    func aThinLineIsEvenAtEveryScale(degrees: Double) {
        for step in 0...60 {
            let scale = 0.3 + Double(step) / 100
            #expect(
                variation(Self.line, scale: scale, degrees: degrees) < Self.tolerance,
                "drawn at \(scale)")
        }
    }

    /// What a level for each octave gives: the half as large picture, read at 1.25 texels a pixel.
    @Test func readAtMoreThanATexelAPixelTheSameLineIsBeaded() {
        let half = Texture(levels: [Self.line.levels[2]])
        let beads = [-3.0, -1, 0, 1, 2.5].map { variation(half, scale: 0.8, degrees: $0) }
        #expect((beads.max() ?? 0) > Self.tolerance)
    }
}
