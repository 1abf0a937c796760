/// Reads one level of a texture bilinearly; beyond its border is transparent.
///
/// Coordinates are 16.16 fixed point, in texels of the level, from the centre of its first texel.
struct Sampler {
    private let base: UnsafeRawPointer
    private let stride: Int
    let width: Int64
    let height: Int64

    /// - Important: The texture must outlive the sampler; its levels never change, so their bytes stay
    ///   where they are.
    init(_ image: UnsafeRawBufferPointer, stride: Int, width: Int, height: Int) {
        precondition(image.count >= stride * height, "a picture must hold all its rows")
        base = image.baseAddress!
        self.stride = stride
        self.width = Int64(width)
        self.height = Int64(height)
    }

    /// Reads a pixel for each point, from four texels that all lie within the level.
    func read(_ points: Points, into pixels: UnsafeMutablePointer<UInt32>) {
        for i in 0..<points.count {
            pixels[Int(points.place[i])] = inside(Int(points.u[i]), Int(points.v[i]))
        }
    }

    /// The same from two levels, `smaller` half as large, of which `weight` of 256 is mixed in.
    func read(
        _ points: Points, mixing smaller: Sampler, weight: UInt32,
        into pixels: UnsafeMutablePointer<UInt32>
    ) {
        for i in 0..<points.count {
            let (u, v) = (Int(points.u[i]), Int(points.v[i]))
            pixels[Int(points.place[i])] = Compose.mixed(
                inside(u, v), smaller.inside(Sampler.halved(u), Sampler.halved(v)), weight)
        }
    }

    /// The same place in the next level.
    @inline(__always)
    static func halved<Number: FixedWidthInteger>(_ u: Number) -> Number { (u >> 1) &- 0x4000 }

    /// A pixel at any place.
    func anywhere(_ u: Int64, _ v: Int64) -> UInt32 {
        let (x, y) = (u >> 16, v >> 16)
        guard x >= -1, x < width, y >= -1, y < height else { return 0 }
        return Sampler.weighted(
            texel(x, y) | texel(x &+ 1, y) << 32, texel(x, y &+ 1) | texel(x &+ 1, y &+ 1) << 32,
            UInt64(truncatingIfNeeded: u >> 8) & 255, UInt64(truncatingIfNeeded: v >> 8) & 255)
    }

    private func texel(_ x: Int64, _ y: Int64) -> UInt64 {
        guard x >= 0, x < width, y >= 0, y < height else { return 0 }
        return UInt64(base.load(fromByteOffset: Int(y) &* stride &+ Int(x) &* 4, as: UInt32.self))
    }

    @inline(__always)
    private func inside(_ u: Int, _ v: Int) -> UInt32 {
        let texel = base + ((v >> 16) &* stride &+ (u >> 16) &* 4)
        return Sampler.weighted(
            texel.loadUnaligned(as: UInt64.self),
            texel.loadUnaligned(fromByteOffset: stride, as: UInt64.self),
            UInt64(truncatingIfNeeded: u >> 8) & 255, UInt64(truncatingIfNeeded: v >> 8) & 255)
    }

    /// Four texels, the left ones in the low halves, weighted by `x` and `y` of 256.
    ///
    /// Two neighbouring texels are one 64-bit word; its even and odd bytes are weighted as four 16-bit
    /// numbers at once, first between the rows, then, in one multiplication, between the columns. Each
    /// step rounds to 8 bits: at most one of 255 away from the exact value, and never colour above
    /// alpha where the texels have none.
    @inline(__always)
    private static func weighted(
        _ upper: UInt64, _ lower: UInt64, _ x: UInt64, _ y: UInt64
    ) -> UInt32 {
        let lanes: UInt64 = 0x00FF_00FF_00FF_00FF
        let half: UInt64 = 0x0080_0080_0080_0080
        let above = 256 &- y
        let even = ((((upper & lanes) &* above &+ (lower & lanes) &* y) &+ half) >> 8) & lanes
        let odd =
            (((((upper >> 8) & lanes) &* above &+ ((lower >> 8) & lanes) &* y) &+ half) >> 8)
            & lanes
        let across = x | (256 &- x) << 32
        let redBlue = ((((even &* across) >> 32) &+ 0x0080_0080) >> 8) & 0x00FF_00FF
        let greenAlpha = (((odd &* across) >> 32) &+ 0x0080_0080) & 0xFF00_FF00
        return UInt32(truncatingIfNeeded: redBlue | greenAlpha)
    }
}
