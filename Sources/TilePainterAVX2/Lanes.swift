import AvatarTypes
import Tiling
import _Builtin_intrinsics.intel

/// Eight pixels at a time, with AVX2: the same bytes as the portable ones.
///
/// Pixels 0…3 are in the lower half, 4…7 in the upper. Spread to 16 bits a channel, pixels 0, 1, 4, 5 are
/// in one vector and 2, 3, 6, 7 in another, which is how the instructions unpack and pack.
enum Lanes {
    typealias Pixels = SIMD4<Int64>
    typealias Coordinates = SIMD8<Int32>
    /// One for each pixel of a group, the leftmost lowest.
    typealias Bits = UInt8
    private typealias Words = SIMD16<UInt16>

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
    static func only(_ bits: Bits, of pixels: Pixels) -> Pixels {
        _mm256_and_si256(pixels, mask(bits))
    }

    /// All bits of a lane where its bit is set.
    @inline(__always)
    private static func mask(_ bits: UInt8) -> Pixels {
        let one = unsafeBitCast(SIMD8<Int32>(1, 2, 4, 8, 16, 32, 64, 128), to: Pixels.self)
        return _mm256_cmpeq_epi32(_mm256_and_si256(_mm256_set1_epi32(Int32(bits)), one), one)
    }

    @inline(__always)
    static func isOpaque(_ pixels: Pixels) -> Bool {
        _mm256_testc_si256(pixels, _mm256_set1_epi32(Int32(bitPattern: 0xFF00_0000))) != 0
    }

    @inline(__always)
    static func isEmpty(_ pixels: Pixels) -> Bool { _mm256_testz_si256(pixels, pixels) != 0 }

    /// One bit for each pixel of four rows, from the 32.32 coordinates of two edges.
    @inline(__always)
    static func bits(from left: SIMD4<Int64>, to right: SIMD4<Int64>) -> SIMD4<UInt64> {
        let all = _mm256_set1_epi64x(-1)
        let start = _mm256_sllv_epi64(all, pixel(left))
        let stop = _mm256_sllv_epi64(all, pixel(right))
        return unsafeBitCast(_mm256_andnot_si256(stop, start), to: SIMD4<UInt64>.self)
    }

    /// Whole pixels; what is left of the tile is 0. Shifting by 64 or more leaves nothing.
    @inline(__always)
    private static func pixel(_ x: SIMD4<Int64>) -> SIMD4<Int64> {
        _mm256_srli_epi64(_mm256_and_si256(x, _mm256_cmpgt_epi64(x, .zero)), 32)
    }

    // MARK: Points

    /// Writes those of a group's points whose bits are set, from coordinates with 24 bits after the point:
    /// the upper halves are kept.
    @inline(__always)
    static func storePoints(
        _ u: Coordinates, _ v: Coordinates, _ bits: Bits, _ points: UnsafeMutablePointer<UInt32>
    ) {
        let new = _mm256_or_si256(
            _mm256_srli_epi32(unsafeBitCast(u, to: Pixels.self), 16),
            _mm256_and_si256(
                unsafeBitCast(v, to: Pixels.self), _mm256_set1_epi32(Int32(bitPattern: 0xFFFF_0000))
            ))
        store(_mm256_blendv_epi8(load(points), new, mask(bits)), points)
    }

    /// Where a group's points look: 16.16 fixed point, from the centre of the level's first texel.
    @inline(__always)
    static func coordinates(
        _ points: UnsafePointer<UInt32>, _ origin: SIMD2<Int32>
    ) -> (u: Pixels, v: Pixels) {
        let both = load(points)
        return (
            _mm256_add_epi32(
                _mm256_slli_epi32(_mm256_and_si256(both, _mm256_set1_epi32(0xFFFF)), 8),
                _mm256_set1_epi32(origin.x &<< 16)),
            _mm256_add_epi32(
                _mm256_slli_epi32(_mm256_srli_epi32(both, 16), 8),
                _mm256_set1_epi32(origin.y &<< 16))
        )
    }

    // MARK: Reading

    /// Where the upper left texel of each of eight points lies, in bytes.
    @inline(__always)
    static func places(_ u: Pixels, _ v: Pixels, stride: Int) -> Pixels {
        _mm256_add_epi32(
            _mm256_mullo_epi32(
                _mm256_srai_epi32(v, 16), _mm256_set1_epi32(Int32(truncatingIfNeeded: stride))),
            _mm256_slli_epi32(_mm256_srai_epi32(u, 16), 2))
    }

    /// The same points in the next level: √½ · (u + ½) − ½.
    @inline(__always)
    static func shrunk(_ u: Pixels) -> Pixels {
        unsafeBitCast(shrunkCoordinates(unsafeBitCast(u, to: SIMD8<Int32>.self)), to: Pixels.self)
    }

    /// A group of points, each from four texels that all lie within the level.
    @inline(__always)
    static func read(
        _ level: TextureLevel, _ u: Pixels, _ v: Pixels, at places: UnsafeMutablePointer<Int32>
    ) -> Pixels {
        let across = _mm256_srli_epi32(_mm256_and_si256(u, _mm256_set1_epi32(0xFE00)), 9)
        // The negative weights of left and right texels, which fit a signed byte: −(128 − x), −x.
        let sides = _mm256_or_si256(
            _mm256_or_si256(across, _mm256_set1_epi32(0x80)),
            _mm256_sub_epi32(.zero, _mm256_slli_epi32(across, 8)))
        let down = _mm256_srli_epi32(_mm256_and_si256(v, _mm256_set1_epi32(0xFF00)), 1)
        let (upper, lower) = (level.base, level.base + level.stride)
        let p = SIMD8<Int>(
            Int(places[0]), Int(places[1]), Int(places[2]), Int(places[3]), Int(places[4]),
            Int(places[5]), Int(places[6]), Int(places[7]))
        return _mm256_packus_epi16(
            weighed(
                pairs(upper, p[0], p[1], p[4], p[5]), pairs(lower, p[0], p[1], p[4], p[5]),
                _mm256_shuffle_epi8(sides, first), _mm256_shuffle_epi8(down, first)),
            weighed(
                pairs(upper, p[2], p[3], p[6], p[7]), pairs(lower, p[2], p[3], p[6], p[7]),
                _mm256_shuffle_epi8(sides, second), _mm256_shuffle_epi8(down, second)))
    }

    /// Two texels that are neighbours, at each of four places.
    @inline(__always)
    private static func pairs(_ base: UnsafeRawPointer, _ a: Int, _ b: Int, _ c: Int, _ d: Int)
        -> SIMD4<Int64>
    {
        SIMD4(
            base.loadUnaligned(fromByteOffset: a, as: Int64.self),
            base.loadUnaligned(fromByteOffset: b, as: Int64.self),
            base.loadUnaligned(fromByteOffset: c, as: Int64.self),
            base.loadUnaligned(fromByteOffset: d, as: Int64.self))
    }

    /// Four pixels, 16 bits a channel, from their pairs of texels.
    @inline(__always)
    private static func weighed(
        _ upper: SIMD4<Int64>, _ lower: SIMD4<Int64>, _ sides: SIMD4<Int64>, _ down: SIMD4<Int64>
    ) -> SIMD4<Int64> {
        let above = _mm256_maddubs_epi16(_mm256_shuffle_epi8(upper, sideBySide), sides)
        let below = _mm256_maddubs_epi16(_mm256_shuffle_epi8(lower, sideBySide), sides)
        let sum = _mm256_add_epi16(
            above, _mm256_mulhrs_epi16(_mm256_sub_epi16(below, above), down))
        return _mm256_srli_epi16(_mm256_sub_epi16(_mm256_set1_epi16(64), sum), 7)
    }

    // MARK: Looks

    /// Two pictures mixed; `weight` of 256 is the second one's share.
    @inline(__always)
    static func mixed(_ a: Pixels, _ b: Pixels, _ weight: UInt32) -> Pixels {
        let share = Words(repeating: UInt16(truncatingIfNeeded: weight))
        let rest = 256 &- share
        return packed(
            (low(a) &* rest &+ low(b) &* share &+ 128) &>> 8,
            (high(a) &* rest &+ high(b) &* share &+ 128) &>> 8)
    }

    @inline(__always)
    static func recoloured(
        _ pixels: Pixels, gain: SIMD3<UInt32>, lift: SIMD3<UInt32>
    ) -> Pixels {
        let gains = channels(gain, alpha: 256)
        let lifts = channels(lift, alpha: 0)
        return packed(
            (low(pixels) &* gains &+ lowAlpha(pixels) &* lifts &+ 128) &>> 8,
            (high(pixels) &* gains &+ highAlpha(pixels) &* lifts &+ 128) &>> 8)
    }

    @inline(__always)
    static func faded(_ pixels: Pixels, by opacity: UInt32) -> Pixels {
        let factor = Words(repeating: UInt16(truncatingIfNeeded: opacity))
        return packed(
            (low(pixels) &* factor &+ 128) &>> 8, (high(pixels) &* factor &+ 128) &>> 8)
    }

    /// - Parameter flip: 255 for an inverted mask, else 0.
    @inline(__always)
    static func faded(
        _ pixels: Pixels, by mask: UnsafePointer<UInt8>, flip: UInt32, opacity: UInt32
    ) -> Pixels {
        let eight = UnsafeRawPointer(mask).loadUnaligned(as: Int64.self)
        let kept = _mm256_xor_si256(
            _mm256_cvtepu8_epi32(SIMD2(eight, 0)), _mm256_set1_epi32(Int32(flip)))
        // 255 becomes 256, so that a full mask at full opacity changes nothing.
        let whole = _mm256_add_epi32(kept, _mm256_srli_epi32(kept, 7))
        let factor = _mm256_srli_epi32(
            _mm256_add_epi32(
                _mm256_mullo_epi32(whole, _mm256_set1_epi32(Int32(opacity))),
                _mm256_set1_epi32(128)), 8)
        return packed(
            (low(pixels) &* words(_mm256_shuffle_epi8(factor, first)) &+ 128) &>> 8,
            (high(pixels) &* words(_mm256_shuffle_epi8(factor, second)) &+ 128) &>> 8)
    }

    // MARK: Laying over

    /// Each channel times the other's alpha.
    @inline(__always)
    static func scaled(_ pixels: Pixels, byAlphaOf other: Pixels) -> Pixels {
        packed(
            part255(low(pixels) &* lowAlpha(other)), part255(high(pixels) &* highAlpha(other)))
    }

    /// Each channel times what the other's alpha leaves.
    @inline(__always)
    static func scaled(_ pixels: Pixels, under other: Pixels) -> Pixels {
        packed(
            part255(low(pixels) &* (lowAlpha(other) ^ 255)),
            part255(high(pixels) &* (highAlpha(other) ^ 255)))
    }

    @inline(__always)
    static func sum(_ a: Pixels, _ b: Pixels) -> Pixels { _mm256_add_epi8(a, b) }

    /// s·d + s·(1 − dα) + d·(1 − sα).
    @inline(__always)
    static func multiplied(_ s: Pixels, _ d: Pixels) -> Pixels {
        packed(
            part255(
                low(s) &* (low(d) &+ (lowAlpha(d) ^ 255)) &+ low(d) &* (lowAlpha(s) ^ 255)),
            part255(
                high(s) &* (high(d) &+ (highAlpha(d) ^ 255)) &+ high(d) &* (highAlpha(s) ^ 255)))
    }

    /// s + d − s·d.
    @inline(__always)
    static func screened(_ s: Pixels, _ d: Pixels) -> Pixels {
        packed(
            part255((low(s) &+ low(d)) &* 255 &- low(s) &* low(d)),
            part255((high(s) &+ high(d)) &* 255 &- high(s) &* high(d)))
    }

    /// s·(1 − dα) + d·(1 − sα) + min(sα·dα, s·dα + d·sα): light is added where both are.
    @inline(__always)
    static func added(_ s: Pixels, _ d: Pixels) -> Pixels {
        packed(
            added(low(s), low(d), lowAlpha(s), lowAlpha(d)),
            added(high(s), high(d), highAlpha(s), highAlpha(d)))
    }

    @inline(__always)
    private static func added(
        _ s: Words, _ d: Words, _ sAlpha: Words, _ dAlpha: Words
    ) -> Words {
        let light = _mm256_min_epu16(
            pixels(sAlpha &* dAlpha), _mm256_adds_epu16(pixels(s &* dAlpha), pixels(d &* sAlpha)))
        return part255(s &* (dAlpha ^ 255) &+ d &* (sAlpha ^ 255) &+ words(light))
    }

    /// s + d, at most the united alpha.
    @inline(__always)
    static func glowing(_ s: Pixels, _ d: Pixels) -> Pixels {
        let alpha = _mm256_shuffle_epi8(
            screened(s, d), bytes(0x0707_0707_0303_0303, 0x0F0F_0F0F_0B0B_0B0B))
        return _mm256_min_epu8(_mm256_adds_epu8(s, d), alpha)
    }

    /// Adds alphas to a mask as if pictures were drawn over one another.
    @inline(__always)
    static func uniteAlpha(of pixels: Pixels, into mask: UnsafeMutablePointer<UInt8>) {
        let bytes = UnsafeMutableRawPointer(mask)
        let old = _mm256_cvtepu8_epi32(SIMD2(bytes.loadUnaligned(as: Int64.self), 0))
        let new = _mm256_srli_epi32(pixels, 24)
        let product = _mm256_add_epi32(
            _mm256_mullo_epi32(old, _mm256_sub_epi32(_mm256_set1_epi32(255), new)),
            _mm256_set1_epi32(128))
        let sum = _mm256_add_epi32(product, _mm256_srli_epi32(product, 8))
        let both = _mm256_add_epi32(new, _mm256_srli_epi32(sum, 8))
        // The lowest byte of each lane, four in each half.
        let packed = _mm256_shuffle_epi8(both, SIMD4(0x0C08_0400, 0, 0x0C08_0400, 0))
        let half: Int64 = 0xFFFF_FFFF
        bytes.storeBytes(of: packed[0] & half | packed[2] &<< 32, as: Int64.self)
    }

    // MARK: Channels of 16 bits

    @inline(__always)
    private static func words(_ pixels: Pixels) -> Words { unsafeBitCast(pixels, to: Words.self) }

    @inline(__always)
    private static func pixels(_ words: Words) -> Pixels { unsafeBitCast(words, to: Pixels.self) }

    @inline(__always)
    private static func low(_ pixels: Pixels) -> Words {
        words(_mm256_unpacklo_epi8(pixels, .zero))
    }

    @inline(__always)
    private static func high(_ pixels: Pixels) -> Words {
        words(_mm256_unpackhi_epi8(pixels, .zero))
    }

    @inline(__always)
    private static func lowAlpha(_ pixels: Pixels) -> Words {
        words(_mm256_shuffle_epi8(pixels, bytes(0x8003_8003_8003_8003, 0x8007_8007_8007_8007)))
    }

    @inline(__always)
    private static func highAlpha(_ pixels: Pixels) -> Words {
        words(
            _mm256_shuffle_epi8(
                pixels,
                bytes(0x800B_800B_800B_800B, 0x800F_800F_800F_800F)))
    }

    @inline(__always)
    private static func packed(_ low: Words, _ high: Words) -> Pixels {
        _mm256_packus_epi16(pixels(low), pixels(high))
    }

    /// `product` / 255, rounded; exact up to 255².
    @inline(__always)
    private static func part255(_ product: Words) -> Words {
        let x = product &+ 128
        return (x &+ x &>> 8) &>> 8
    }

    @inline(__always)
    private static func channels(_ colour: SIMD3<UInt32>, alpha: UInt64) -> Words {
        let one = UInt64(colour.x) | UInt64(colour.y) << 16 | UInt64(colour.z) << 32 | alpha << 48
        return unsafeBitCast(SIMD4(repeating: one), to: Words.self)
    }

    // MARK: Orders of bytes, for `_mm256_shuffle_epi8`

    @inline(__always)
    private static func bytes(_ lower: UInt64, _ upper: UInt64) -> SIMD4<Int64> {
        let (l, u) = (Int64(bitPattern: lower), Int64(bitPattern: upper))
        return SIMD4(l, u, l, u)
    }

    /// Of eight 32-bit lanes, the lower 16 bits of the first two of each half, four times each.
    @inline(__always)
    private static var first: SIMD4<Int64> { bytes(0x0100_0100_0100_0100, 0x0504_0504_0504_0504) }

    /// The same of the last two of each half.
    @inline(__always)
    private static var second: SIMD4<Int64> { bytes(0x0908_0908_0908_0908, 0x0D0C_0D0C_0D0C_0D0C) }

    /// The channels of two texels side by side: red, red, green, green…
    @inline(__always)
    private static var sideBySide: SIMD4<Int64> {
        bytes(0x0703_0602_0501_0400, 0x0F0B_0E0A_0D09_0C08)
    }
}
