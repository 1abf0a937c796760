import AvatarTypes
import Tiling

/// Eight pixels at a time, on any processor.
///
/// Two channels of a pixel are worked on at once, 16 bits for each.
enum Lanes {
    typealias Pixels = SIMD8<UInt32>
    typealias Coordinates = SIMD8<Int32>
    /// One for each pixel of a group, the leftmost lowest.
    typealias Bits = UInt8

    /// Pixels in a group.
    static var width: Int { 8 }

    @inline(__always)
    static var ramp: Coordinates { Coordinates(0, 1, 2, 3, 4, 5, 6, 7) }

    // MARK: Memory

    @inline(__always)
    static func load(_ row: UnsafePointer<UInt32>) -> Pixels {
        UnsafeRawPointer(row).loadUnaligned(as: Pixels.self)
    }

    @inline(__always)
    static func store(_ pixels: Pixels, _ row: UnsafeMutablePointer<UInt32>) {
        UnsafeMutableRawPointer(row).storeBytes(of: pixels, as: Pixels.self)
    }

    /// The pixels whose bits are set; transparent for the others.
    @inline(__always)
    static func only(_ bits: Bits, of pixels: Pixels) -> Pixels { pixels & mask(bits) }

    /// All bits of a lane where its bit is set.
    @inline(__always)
    private static func mask(_ bits: UInt8) -> Pixels {
        let one = Pixels(1, 2, 4, 8, 16, 32, 64, 128)
        return 0 &- (((Pixels(repeating: UInt32(bits)) & one) &+ (255 &- one) &+ 1) &>> 8)
    }

    @inline(__always)
    static func isOpaque(_ pixels: Pixels) -> Bool {
        let both = pixels.lowHalf & pixels.highHalf
        let pair = both.lowHalf & both.highHalf
        return (pair.x & pair.y) >> 24 == 255
    }

    @inline(__always)
    static func isEmpty(_ pixels: Pixels) -> Bool {
        let both = pixels.lowHalf | pixels.highHalf
        let pair = both.lowHalf | both.highHalf
        return pair.x | pair.y == 0
    }

    /// One bit for each pixel of four rows, from the 32.32 coordinates of two edges.
    @inline(__always)
    static func bits(from left: SIMD4<Int64>, to right: SIMD4<Int64>) -> SIMD4<UInt64> {
        SIMD4(
            bits(left[0], right[0]), bits(left[1], right[1]), bits(left[2], right[2]),
            bits(left[3], right[3]))
    }

    @inline(__always)
    private static func bits(_ left: Int64, _ right: Int64) -> UInt64 {
        /// Without overflow; shifting by 64 leaves nothing.
        func from(_ x: Int64) -> UInt64 { ~0 << UInt64(bitPattern: max(0, x) >> 32) }
        return from(left) & ~from(right)
    }

    // MARK: Points

    /// Writes those of a group's points whose bits are set, from coordinates with 24 bits after the point:
    /// the upper halves are kept.
    @inline(__always)
    static func storePoints(
        _ u: Coordinates, _ v: Coordinates, _ bits: Bits, _ points: UnsafeMutablePointer<UInt32>
    ) {
        let new =
            Pixels(truncatingIfNeeded: u) &>> 16 | Pixels(truncatingIfNeeded: v) & 0xFFFF_0000
        let lanes = mask(bits)
        store(new & lanes | load(points) & ~lanes, points)
    }

    /// Where a group's points look: 16.16 fixed point, from the centre of the level's first texel.
    @inline(__always)
    static func coordinates(
        _ points: UnsafePointer<UInt32>, _ origin: SIMD2<Int32>
    ) -> (u: Pixels, v: Pixels) {
        let both = load(points)
        let (x, y) = (UInt32(bitPattern: origin.x), UInt32(bitPattern: origin.y))
        return (
            (both & 0xFFFF) &<< 8 &+ Pixels(repeating: x &<< 16),
            (both &>> 16) &<< 8 &+ Pixels(repeating: y &<< 16)
        )
    }

    // MARK: Reading

    /// Where the upper left texel of each of eight points lies, in bytes.
    @inline(__always)
    static func places(_ u: Pixels, _ v: Pixels, stride: Int) -> Pixels {
        let (x, y) = (
            SIMD8<Int32>(truncatingIfNeeded: u) &>> 16, SIMD8<Int32>(truncatingIfNeeded: v) &>> 16
        )
        return Pixels(
            truncatingIfNeeded: y &* SIMD8(repeating: Int32(truncatingIfNeeded: stride)) &+ x &<< 2)
    }

    /// The same points in the next level: √½ · (u + ½) − ½.
    @inline(__always)
    static func shrunk(_ u: Pixels) -> Pixels {
        Pixels(truncatingIfNeeded: shrunkCoordinates(SIMD8(truncatingIfNeeded: u)))
    }

    /// A group of points, each from four texels that all lie within the level. Places are used up.
    @inline(__always)
    static func read(
        _ level: TextureLevel, _ u: Pixels, _ v: Pixels, at places: UnsafeMutablePointer<Int32>
    ) -> Pixels {
        for i in 0..<width {
            let texel = level.base + Int(places[i])
            places[i] = Int32(
                bitPattern: weighed(
                    texel.loadUnaligned(as: UInt64.self),
                    texel.loadUnaligned(fromByteOffset: level.stride, as: UInt64.self),
                    u: u[i], v: v[i]))
        }
        return UnsafeRawPointer(places).loadUnaligned(as: Pixels.self)
    }

    // MARK: Looks

    /// Two pictures mixed; `weight` of 256 is the second one's share.
    @inline(__always)
    static func mixed(_ a: Pixels, _ b: Pixels, _ weight: UInt32) -> Pixels {
        let rest = 256 &- weight
        let low = (a & pair) &* rest &+ (b & pair) &* weight &+ half
        let high = (a &>> 8 & pair) &* rest &+ (b &>> 8 & pair) &* weight &+ half
        return (low &>> 8) & pair | high & ~pair
    }

    @inline(__always)
    static func recoloured(
        _ pixels: Pixels, gain: SIMD3<UInt32>, lift: SIMD3<UInt32>
    ) -> Pixels {
        let alpha = pixels &>> 24
        let red = ((pixels & 255) &* gain.x &+ alpha &* lift.x &+ 128) &>> 8
        let green = ((pixels &>> 8 & 255) &* gain.y &+ alpha &* lift.y &+ 128) &>> 8
        let blue = ((pixels &>> 16 & 255) &* gain.z &+ alpha &* lift.z &+ 128) &>> 8
        return red | green &<< 8 | blue &<< 16 | alpha &<< 24
    }

    @inline(__always)
    static func faded(_ pixels: Pixels, by opacity: UInt32) -> Pixels {
        faded(pixels, by: Pixels(repeating: opacity))
    }

    /// - Parameter flip: 255 for an inverted mask, else 0.
    @inline(__always)
    static func faded(
        _ pixels: Pixels, by mask: UnsafePointer<UInt8>, flip: UInt32, opacity: UInt32
    ) -> Pixels {
        let eight = UnsafeRawPointer(mask).loadUnaligned(as: SIMD8<UInt8>.self)
        let kept = Pixels(truncatingIfNeeded: eight) ^ Pixels(repeating: flip)
        // 255 becomes 256, so that a full mask at full opacity changes nothing.
        return faded(pixels, by: ((kept &+ kept &>> 7) &* opacity &+ 128) &>> 8)
    }

    @inline(__always)
    private static func faded(_ pixels: Pixels, by factor: Pixels) -> Pixels {
        let low = (((pixels & pair) &* factor &+ half) &>> 8) & pair
        let high = ((pixels &>> 8 & pair) &* factor &+ half) & ~pair
        return low | high
    }

    // MARK: Laying over

    /// Each channel times the other's alpha.
    @inline(__always)
    static func scaled(_ pixels: Pixels, byAlphaOf other: Pixels) -> Pixels {
        scaled(pixels, other &>> 24)
    }

    /// Each channel times what the other's alpha leaves.
    @inline(__always)
    static func scaled(_ pixels: Pixels, under other: Pixels) -> Pixels {
        scaled(pixels, 255 &- other &>> 24)
    }

    @inline(__always)
    private static func scaled(_ pixels: Pixels, _ factor: Pixels) -> Pixels {
        part255((pixels & pair) &* factor) | part255((pixels &>> 8 & pair) &* factor) &<< 8
    }

    @inline(__always)
    static func sum(_ a: Pixels, _ b: Pixels) -> Pixels { a &+ b }

    /// s·d + s·(1 − dα) + d·(1 − sα).
    @inline(__always)
    static func multiplied(_ s: Pixels, _ d: Pixels) -> Pixels {
        let (keepS, keepD) = (255 &- d &>> 24, 255 &- s &>> 24)
        return channels { shift in
            let (x, y) = (s &>> shift & 255, d &>> shift & 255)
            return x &* (y &+ keepS) &+ y &* keepD
        }
    }

    /// s + d − s·d.
    @inline(__always)
    static func screened(_ s: Pixels, _ d: Pixels) -> Pixels {
        channels { shift in
            let (x, y) = (s &>> shift & 255, d &>> shift & 255)
            return (x &+ y) &* 255 &- x &* y
        }
    }

    /// s·(1 − dα) + d·(1 − sα) + min(sα·dα, s·dα + d·sα): light is added where both are.
    @inline(__always)
    static func added(_ s: Pixels, _ d: Pixels) -> Pixels {
        let (sAlpha, dAlpha) = (s &>> 24, d &>> 24)
        let both = sAlpha &* dAlpha
        return channels { shift in
            let (x, y) = (s &>> shift & 255, d &>> shift & 255)
            let sum = x &* dAlpha &+ y &* sAlpha
            let light = sum.replacing(with: both, where: sum .> both)
            return x &* (255 &- dAlpha) &+ y &* (255 &- sAlpha) &+ light
        }
    }

    /// s + d, at most the united alpha.
    @inline(__always)
    static func glowing(_ s: Pixels, _ d: Pixels) -> Pixels {
        let alpha = screened(s, d) &>> 24
        var out = alpha &<< 24
        for shift in [0, 8, 16] as [UInt32] {
            let sum =
                (s &>> Pixels(repeating: shift) & 255) &+ (d &>> Pixels(repeating: shift) & 255)
            out |= sum.replacing(with: alpha, where: sum .> alpha) &<< Pixels(repeating: shift)
        }
        return out
    }

    /// Adds alphas to a mask as if pictures were drawn over one another.
    @inline(__always)
    static func uniteAlpha(of pixels: Pixels, into mask: UnsafeMutablePointer<UInt8>) {
        let bytes = UnsafeMutableRawPointer(mask)
        let old = Pixels(truncatingIfNeeded: bytes.loadUnaligned(as: SIMD8<UInt8>.self))
        let new = pixels &>> 24
        let product = old &* (255 &- new) &+ 128
        let both = new &+ (product &+ product &>> 8) &>> 8
        bytes.storeBytes(of: SIMD8<UInt8>(truncatingIfNeeded: both), as: SIMD8<UInt8>.self)
    }

    /// Each channel of 255² brought back to 255.
    @inline(__always)
    private static func channels(_ product: (Pixels) -> Pixels) -> Pixels {
        var out = Pixels.zero
        for shift in [0, 8, 16, 24] as [UInt32] {
            let x = (product(Pixels(repeating: shift)) &+ 128) & 0xFFFF
            out |= (((x &+ x &>> 8) & 0xFFFF) &>> 8) &<< Pixels(repeating: shift)
        }
        return out
    }

    // MARK: Channels of 16 bits, two in a lane

    @inline(__always)
    private static var pair: Pixels { Pixels(repeating: 0x00FF_00FF) }
    @inline(__always)
    private static var half: Pixels { Pixels(repeating: 0x0080_0080) }

    /// Both products / 255, rounded; exact up to 255².
    @inline(__always)
    private static func part255(_ products: Pixels) -> Pixels {
        let x = products &+ half
        return (x &+ (x &>> 8 & pair)) &>> 8 & pair
    }
}
