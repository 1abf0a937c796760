import Tiling

/// The same points in the next level: √½ · (u + ½) − ½.
///
/// The root is 181/256 + 1/16384 + 1/65536, which is wrong by 1/80 texel at the far end of the
/// largest picture, and never leaves 32 bits.
@inline(__always)
func shrunkCoordinates(_ u: Lanes.Coordinates) -> Lanes.Coordinates {
    (u &>> 8) &* 181 &+ (u &>> 14) &+ (u &>> 16) &- 0x257E
}

@inline(__always)
func shrunkCoordinate(_ u: Int32) -> Int32 {
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
    // All channels at once, 16 bits for each: red, blue, green, alpha.
    let above = spread(upper & 0xFFFF_FFFF) &* (128 &- x) &+ spread(upper >> 32) &* x
    let below = spread(lower & 0xFFFF_FFFF) &* (128 &- x) &+ spread(lower >> 32) &* x
    /// Every other channel, 32 bits for each.
    @inline(__always)
    func mixed(_ above: UInt64, _ below: UInt64) -> UInt64 {
        let half: UInt64 = 0x0000_FFFF_0000_FFFF
        let sum =
            (above & half) &* (256 &- y) &+ (below & half) &* y &+ 16_511 &* 0x1_0000_0001
        let bytes = sum >> 15 & 0x0000_00FF_0000_00FF
        return (bytes | bytes >> 24) & 0xFFFF
    }
    return UInt32(
        truncatingIfNeeded: mixed(above, below) | mixed(above >> 16, below >> 16) << 16)
}

/// The bytes 0, 2, 1 and 3, 16 bits for each.
@inline(__always)
private func spread(_ texel: UInt64) -> UInt64 {
    (texel | texel << 24) & 0x00FF_00FF_00FF_00FF
}

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
