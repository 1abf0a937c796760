import Tiling

/// The same points in the next level: √½ · (u + ½) − ½.
///
/// The root is 181/256 + 1/16384 + 1/65536, which is wrong by 1/80 texel at the far end of the
/// largest picture, and never leaves 32 bits.
@inline(__always)
func shrunkCoordinates(_ u: SIMD8<Int32>) -> SIMD8<Int32> {
    (u &>> 8) &* 181 &+ (u &>> 14) &+ (u &>> 16) &- 0x257E
}

/// Four texels, weighed by where a point lies between them, to 1/128 of a texel across and 1/256 down.
///
/// A weight is of 2¹⁵. The sum is rounded once, and colour never exceeds alpha where the texels' does
/// not. `Lanes` for AVX2 gives the same bytes by rounding the way its instructions do.
///
/// - Parameters:
///   - upper: Two texels side by side, the left one in the low half; `lower` are below them.
@inline(__always)
func weighed(_ upper: UInt64, _ lower: UInt64, u: UInt32, v: UInt32) -> UInt32 {
    let (x, y) = (UInt64(u >> 9 & 127), UInt64(v >> 8 & 255))
    let (right, left) = (x, 128 &- x)
    let weights = (
        left &* (256 &- y), right &* (256 &- y), left &* y, right &* y
    )
    /// Two channels of each texel, 32 bits for each: red and blue, or green and alpha.
    @inline(__always)
    func sum(_ shift: UInt64) -> UInt64 {
        let (a, b) = (upper >> shift, lower >> shift)
        let sum =
            spread(a) &* weights.0 &+ spread(a >> 32) &* weights.1 &+ spread(b) &* weights.2
            &+ spread(b >> 32) &* weights.3 &+ 16_511 &* 0x1_0000_0001
        return sum >> 15 & 0x0000_00FF_0000_00FF
    }
    let (redBlue, greenAlpha) = (sum(0), sum(8))
    let both = redBlue | greenAlpha << 8
    return UInt32(truncatingIfNeeded: both | both >> 16)
}

/// The bytes 0 and 2, 32 bits for each.
@inline(__always)
private func spread(_ texel: UInt64) -> UInt64 { texel & 0xFF | (texel & 0xFF_0000) << 16 }

extension TextureLevel {
    /// A pixel at any place; beyond the border is transparent.
    func anywhere(_ u: Int32, _ v: Int32) -> UInt32 {
        let (x, y) = (Int(u >> 16), Int(v >> 16))
        guard x >= -1, x < width, y >= -1, y < height else { return 0 }
        return weighed(
            texel(x, y) | texel(x &+ 1, y) << 32, texel(x, y &+ 1) | texel(x &+ 1, y &+ 1) << 32,
            u: UInt32(bitPattern: u), v: UInt32(bitPattern: v))
    }

    private func texel(_ x: Int, _ y: Int) -> UInt64 {
        guard x >= 0, x < width, y >= 0, y < height else { return 0 }
        return UInt64(base.load(fromByteOffset: y &* stride &+ x &* 4, as: UInt32.self))
    }
}
