import AvatarTypes
import Glibc

/// A mesh laid out on the canvas: its triangles by tile, and the texture levels it is drawn from.
public struct Shape {
    /// What it can touch, in pixels.
    public internal(set) var bounds = Box.empty
    /// The first tile, and how many tiles, that `bounds` reaches.
    public internal(set) var firstColumn = 0
    public internal(set) var firstRow = 0
    public internal(set) var columns = 0
    /// Into `Layout.binStarts`: one entry per tile, row by row, and one more.
    public internal(set) var firstBin = 0
    /// How many of its triangles are opaque and hide what is below.
    public internal(set) var solidCount = 0
    /// Of the texture.
    let level: Int
    public let texels: TextureLevel
    public let smaller: TextureLevel
    /// How much of the smaller level is mixed in, of 256.
    public let mix: UInt32
    /// How many texels of the drawn level one of the largest has: 32.32 fixed point.
    let scale: Int64
    /// Coordinates from which all texels that are read lie within the level or its margin, also in
    /// `smaller`.
    public static let least: Int32 = -1 << 16
    public let uEnd: Int32
    public let vEnd: Int32

    /// - Parameter area: How many texels of the largest level fall on one pixel.
    init(_ texture: Texture, texelsPerPixel area: Double) {
        let (level, mix) = Shape.level(texelsPerPixel: area, count: texture.levels.count)
        self.level = level
        texels = TextureLevel(texture.levels[level])
        smaller = mix > 0 ? TextureLevel(texture.levels[level + 1]) : texels
        self.mix = mix
        scale = (level % 2 == 0 ? 1 << 32 : Shape.root) >> Int64(level / 2)
        var (uEnd, vEnd) = (texels.width << 16, texels.height << 16)
        if mix > 0 {
            uEnd = min(uEnd, Shape.end(inSmaller: smaller.width))
            vEnd = min(vEnd, Shape.end(inSmaller: smaller.height))
        }
        (self.uEnd, self.vEnd) = (Int32(uEnd), Int32(vEnd))
    }

    /// √½ in 32.32 fixed point.
    private static let root: Int64 = 3_037_000_500
    /// Where the next level's margin ends, and a little before, for `shrunkCoordinates` is not exact. It
    /// begins before the level's own.
    private static func end(inSmaller size: Int) -> Int {
        Int(((Int64(size) << 16) + 0x8000) * (1 << 32) / root) - 0x8000 - 0x400
    }

    /// Whether every texel that a triangle's pixels read is opaque, in both levels. Asked of a rectangle
    /// around them, so some that are opaque are not found.
    func isSolid(_ triangle: UnsafePointer<Triangle>, in texture: Texture) -> Bool {
        let small = Shape.root32 * scale32
        return isSolid(triangle, in: texture.solid[level], scale32)
            && (mix == 0 || isSolid(triangle, in: texture.solid[level + 1], small))
    }

    private func isSolid(
        _ triangle: UnsafePointer<Triangle>, in solid: SolidTexels, _ scale: Float
    ) -> Bool {
        let least = triangle.pointee.least * scale - (0.5 + Shape.doubt)
        let most = triangle.pointee.most * scale + (0.5 + Shape.doubt)
        // What is farther out is beyond the border anyway.
        guard least.min() >= -1, most.max() < 32_768 else { return false }
        return solid.contains(
            x: Int(Shape.floor(least.x))...Int(most.x), y: Int(Shape.floor(least.y))...Int(most.y))
    }

    /// Finds which texels a triangle's pixels may read, and whether all lie in the levels it is read from.
    func findReach(of triangle: UnsafeMutablePointer<Triangle>) {
        let least = triangle.pointee.least * scale32 - (0.5 + Shape.doubt)
        let most = triangle.pointee.most * scale32 - (0.5 - Shape.doubt)
        let unit: Float = 65_536
        triangle.pointee.isWithin =
            !triangle.pointee.isSteep && least.min() >= Float(Shape.least) / unit
            && most.x < Float(uEnd) / unit && most.y < Float(vEnd) / unit
        /// A whole texel of the level or its margin: others are never read from memory.
        @inline(__always)
        func texel(_ x: Float, _ size: Int) -> Int32 {
            Shape.floor(max(-1, min(Float(size), x)))
        }
        triangle.pointee.reach = SIMD4(
            texel(least.x, texels.width), texel(least.y, texels.height),
            -texel(most.x, texels.width), -texel(most.y, texels.height))
    }

    /// Rounded down. Not the library's, which is a call on processors without SSE 4.1.
    @inline(__always)
    private static func floor(_ x: Float) -> Int32 {
        let whole = Int32(x)
        return Float(whole) > x ? whole &- 1 : whole
    }

    /// Texels by which coordinates may be wrong: corners of a large picture as 32-bit numbers, and the
    /// planes' fractions over a tile.
    private static let doubt: Float = 1 / 64
    private static let root32 = Float(0.5).squareRoot()
    private var scale32: Float { Float(scale) / 4_294_967_296 }

    /// Which level to draw from, and how much of the next smaller one.
    ///
    /// The level whose texels are nearest to a pixel's size: 0.84 to 1.19 of them on a pixel. Bilinear
    /// reading of more, a level every octave would give up to 1.41, leaves out part of thin lines:
    /// they look like strings of beads. Of fewer it only blurs.
    ///
    /// Around the border of two levels both are mixed, so that a part that comes nearer, as a
    /// breathing body does, does not jump from blurred to sharp.
    static func level(texelsPerPixel area: Double, count: Int) -> (level: Int, mix: UInt32) {
        guard area > 1, area.isFinite else { return (0, 0) }
        // A level has half as many texels as the one before.
        let steps = log2(area)
        let alone = (1 - Shape.transition) / 2
        let level = Int(steps + alone)
        guard level < count - 1 else { return (count - 1, 0) }
        let mix = (steps - Double(level) - alone) / Shape.transition
        return (level, mix > 0 ? UInt32(min(mix, 1) * 256) : 0)
    }

    /// Levels over which one fades into the next: an eighth of an octave.
    private static let transition = 0.25
}
