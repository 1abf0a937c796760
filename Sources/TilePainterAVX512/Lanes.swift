import AvatarTypes
import Tiling
import _Builtin_intrinsics.intel

/// Sixteen pixels at a time, with AVX-512: the same bytes as the portable ones.
///
/// Each quarter of a vector holds four pixels. Spread to 16 bits a channel, the first two of every quarter
/// are in one vector and the last two in another, which is how the instructions unpack and pack.
enum Lanes {
    typealias Pixels = SIMD8<Int64>
    typealias Coordinates = SIMD16<Int32>
    /// One for each pixel of a group, the leftmost lowest.
    typealias Bits = UInt16

    /// Pixels in a group.
    static var width: Int { 16 }

    @inline(__always)
    static var ramp: Coordinates {
        Coordinates(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
    }

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
        _mm512_maskz_mov_epi32(bits, pixels)
    }

    @inline(__always)
    static func isOpaque(_ pixels: Pixels) -> Bool {
        let alpha = _mm512_set1_epi32(Int32(bitPattern: 0xFF00_0000))
        return _mm512_test_epi32_mask(_mm512_andnot_si512(pixels, alpha), alpha) == 0
    }

    @inline(__always)
    static func isEmpty(_ pixels: Pixels) -> Bool { _mm512_test_epi32_mask(pixels, pixels) == 0 }

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
        _mm256_srli_epi64(_mm256_max_epi64(x, .zero), 32)
    }

    // MARK: Points

    /// Writes those of a group's points whose bits are set, from coordinates with 24 bits after the point:
    /// the upper halves are kept.
    @inline(__always)
    static func storePoints(
        _ u: Coordinates, _ v: Coordinates, _ bits: Bits, _ points: UnsafeMutablePointer<UInt32>
    ) {
        let new = _mm512_or_si512(
            _mm512_srli_epi32(unsafeBitCast(u, to: Pixels.self), 16),
            _mm512_and_si512(
                unsafeBitCast(v, to: Pixels.self), _mm512_set1_epi32(Int32(bitPattern: 0xFFFF_0000))
            ))
        _mm512_mask_storeu_epi32(points, bits, new)
    }

    // MARK: Reading

    /// Sixteen points, each from four texels, given side by side: left and right above, left and right
    /// below.
    ///
    /// - Parameters:
    ///   - u: Where between left and right, of 256, in the lowest byte of each lane.
    ///   - v: Where between above and below, of 256, likewise.
    @inline(__always)
    static func weighed(
        _ above: (Pixels, Pixels), _ below: (Pixels, Pixels), _ u: Pixels, _ v: Pixels
    ) -> Pixels {
        let across = _mm512_srli_epi32(_mm512_and_si512(u, _mm512_set1_epi32(0xFE)), 1)
        // The negative weights of left and right texels, which fit a signed byte: −(128 − x), −x.
        let sides = _mm512_or_si512(
            _mm512_or_si512(across, _mm512_set1_epi32(0x80)),
            _mm512_sub_epi32(.zero, _mm512_slli_epi32(across, 8)))
        let down = _mm512_slli_epi32(_mm512_and_si512(v, _mm512_set1_epi32(0xFF)), 7)
        return _mm512_packus_epi16(
            weighed(
                _mm512_unpacklo_epi8(above.0, above.1), _mm512_unpacklo_epi8(below.0, below.1),
                _mm512_shuffle_epi8(sides, first), _mm512_shuffle_epi8(down, first)),
            weighed(
                _mm512_unpackhi_epi8(above.0, above.1), _mm512_unpackhi_epi8(below.0, below.1),
                _mm512_shuffle_epi8(sides, second), _mm512_shuffle_epi8(down, second)))
    }

    /// Eight pixels, 16 bits a channel, from their texels: red, red, green, green…
    @inline(__always)
    private static func weighed(
        _ upper: Pixels, _ lower: Pixels, _ sides: Pixels, _ down: Pixels
    ) -> Pixels {
        let above = _mm512_maddubs_epi16(upper, sides)
        let below = _mm512_maddubs_epi16(lower, sides)
        let sum = _mm512_add_epi16(
            above, _mm512_mulhrs_epi16(_mm512_sub_epi16(below, above), down))
        return _mm512_srli_epi16(_mm512_sub_epi16(_mm512_set1_epi16(64), sum), 7)
    }

    // MARK: Looks

    /// Two pictures mixed; `weight` of 256 is the second one's share.
    @inline(__always)
    static func mixed(_ a: Pixels, _ b: Pixels, _ weight: UInt32) -> Pixels {
        let share = word(Int16(truncatingIfNeeded: weight))
        let rest = minus(word(256), share)
        return packed(
            part256(plus(times(low(a), rest), times(low(b), share))),
            part256(plus(times(high(a), rest), times(high(b), share))))
    }

    @inline(__always)
    static func recoloured(
        _ pixels: Pixels, gain: SIMD3<UInt32>, lift: SIMD3<UInt32>
    ) -> Pixels {
        let gains = channels(gain, alpha: 256)
        let lifts = channels(lift, alpha: 0)
        return packed(
            part256(plus(times(low(pixels), gains), times(lowAlpha(pixels), lifts))),
            part256(plus(times(high(pixels), gains), times(highAlpha(pixels), lifts))))
    }

    @inline(__always)
    static func faded(_ pixels: Pixels, by opacity: UInt32) -> Pixels {
        let factor = word(Int16(truncatingIfNeeded: opacity))
        return packed(part256(times(low(pixels), factor)), part256(times(high(pixels), factor)))
    }

    /// - Parameter flip: 255 for an inverted mask, else 0.
    @inline(__always)
    static func faded(
        _ pixels: Pixels, by mask: UnsafePointer<UInt8>, flip: UInt32, opacity: UInt32
    ) -> Pixels {
        let bytes = UnsafeRawPointer(mask).loadUnaligned(as: SIMD2<Int64>.self)
        let kept = _mm512_xor_si512(
            _mm512_cvtepu8_epi32(bytes), _mm512_set1_epi32(Int32(flip)))
        // 255 becomes 256, so that a full mask at full opacity changes nothing.
        let whole = _mm512_add_epi32(kept, _mm512_srli_epi32(kept, 7))
        let factor = _mm512_srli_epi32(
            _mm512_add_epi32(
                _mm512_mullo_epi32(whole, _mm512_set1_epi32(Int32(opacity))),
                _mm512_set1_epi32(128)), 8)
        return packed(
            part256(times(low(pixels), _mm512_shuffle_epi8(factor, first))),
            part256(times(high(pixels), _mm512_shuffle_epi8(factor, second))))
    }

    // MARK: Laying over

    /// Each channel times the other's alpha.
    @inline(__always)
    static func scaled(_ pixels: Pixels, byAlphaOf other: Pixels) -> Pixels {
        packed(
            part255(times(low(pixels), lowAlpha(other))),
            part255(times(high(pixels), highAlpha(other))))
    }

    /// Each channel times what the other's alpha leaves.
    @inline(__always)
    static func scaled(_ pixels: Pixels, under other: Pixels) -> Pixels {
        packed(
            part255(times(low(pixels), rest(lowAlpha(other)))),
            part255(times(high(pixels), rest(highAlpha(other)))))
    }

    @inline(__always)
    static func sum(_ a: Pixels, _ b: Pixels) -> Pixels { _mm512_add_epi8(a, b) }

    /// s·d + s·(1 − dα) + d·(1 − sα).
    @inline(__always)
    static func multiplied(_ s: Pixels, _ d: Pixels) -> Pixels {
        packed(
            multiplied(low(s), low(d), lowAlpha(s), lowAlpha(d)),
            multiplied(high(s), high(d), highAlpha(s), highAlpha(d)))
    }

    @inline(__always)
    private static func multiplied(
        _ s: Pixels, _ d: Pixels, _ sAlpha: Pixels, _ dAlpha: Pixels
    ) -> Pixels {
        part255(plus(times(s, plus(d, rest(dAlpha))), times(d, rest(sAlpha))))
    }

    /// s + d − s·d.
    @inline(__always)
    static func screened(_ s: Pixels, _ d: Pixels) -> Pixels {
        packed(screenedWords(low(s), low(d)), screenedWords(high(s), high(d)))
    }

    @inline(__always)
    private static func screenedWords(_ s: Pixels, _ d: Pixels) -> Pixels {
        part255(minus(times(plus(s, d), word(255)), times(s, d)))
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
        _ s: Pixels, _ d: Pixels, _ sAlpha: Pixels, _ dAlpha: Pixels
    ) -> Pixels {
        let light = _mm512_min_epu16(
            times(sAlpha, dAlpha), _mm512_adds_epu16(times(s, dAlpha), times(d, sAlpha)))
        return part255(plus(plus(times(s, rest(dAlpha)), times(d, rest(sAlpha))), light))
    }

    /// s + d, at most the united alpha.
    @inline(__always)
    static func glowing(_ s: Pixels, _ d: Pixels) -> Pixels {
        let alpha = _mm512_shuffle_epi8(
            screened(s, d), bytes(0x0707_0707_0303_0303, 0x0F0F_0F0F_0B0B_0B0B))
        return _mm512_min_epu8(_mm512_adds_epu8(s, d), alpha)
    }

    /// Adds alphas to a mask as if pictures were drawn over one another.
    @inline(__always)
    static func uniteAlpha(of pixels: Pixels, into mask: UnsafeMutablePointer<UInt8>) {
        let bytes = UnsafeMutableRawPointer(mask)
        let old = _mm512_cvtepu8_epi32(bytes.loadUnaligned(as: SIMD2<Int64>.self))
        let new = _mm512_srli_epi32(pixels, 24)
        let product = _mm512_add_epi32(
            _mm512_mullo_epi32(old, _mm512_sub_epi32(_mm512_set1_epi32(255), new)),
            _mm512_set1_epi32(128))
        let sum = _mm512_add_epi32(product, _mm512_srli_epi32(product, 8))
        bytes.storeBytes(
            of: _mm512_cvtepi32_epi8(_mm512_add_epi32(new, _mm512_srli_epi32(sum, 8))),
            as: SIMD2<Int64>.self)
    }

    // MARK: Channels of 16 bits

    // Operators on vectors of 32 words become loops, so the instructions are called by name.

    @inline(__always)
    private static func times(_ a: Pixels, _ b: Pixels) -> Pixels { _mm512_mullo_epi16(a, b) }
    @inline(__always)
    private static func plus(_ a: Pixels, _ b: Pixels) -> Pixels { _mm512_add_epi16(a, b) }
    @inline(__always)
    private static func minus(_ a: Pixels, _ b: Pixels) -> Pixels { _mm512_sub_epi16(a, b) }
    @inline(__always)
    private static func word(_ value: Int16) -> Pixels { _mm512_set1_epi16(value) }

    /// What alphas leave of 255.
    @inline(__always)
    private static func rest(_ alphas: Pixels) -> Pixels { _mm512_xor_si512(alphas, word(255)) }

    @inline(__always)
    private static func low(_ pixels: Pixels) -> Pixels { _mm512_unpacklo_epi8(pixels, .zero) }

    @inline(__always)
    private static func high(_ pixels: Pixels) -> Pixels { _mm512_unpackhi_epi8(pixels, .zero) }

    @inline(__always)
    private static func lowAlpha(_ pixels: Pixels) -> Pixels {
        _mm512_shuffle_epi8(pixels, bytes(0x8003_8003_8003_8003, 0x8007_8007_8007_8007))
    }

    @inline(__always)
    private static func highAlpha(_ pixels: Pixels) -> Pixels {
        _mm512_shuffle_epi8(pixels, bytes(0x800B_800B_800B_800B, 0x800F_800F_800F_800F))
    }

    @inline(__always)
    private static func packed(_ low: Pixels, _ high: Pixels) -> Pixels {
        _mm512_packus_epi16(low, high)
    }

    /// `sum` / 256, rounded.
    @inline(__always)
    private static func part256(_ sum: Pixels) -> Pixels {
        _mm512_srli_epi16(plus(sum, word(128)), 8)
    }

    /// `product` / 255, rounded; exact up to 255².
    @inline(__always)
    private static func part255(_ product: Pixels) -> Pixels {
        let x = plus(product, word(128))
        return _mm512_srli_epi16(plus(x, _mm512_srli_epi16(x, 8)), 8)
    }

    @inline(__always)
    private static func channels(_ colour: SIMD3<UInt32>, alpha: UInt64) -> Pixels {
        let one = UInt64(colour.x) | UInt64(colour.y) << 16 | UInt64(colour.z) << 32 | alpha << 48
        return Pixels(repeating: Int64(bitPattern: one))
    }

    // MARK: Orders of bytes, for `_mm512_shuffle_epi8`

    @inline(__always)
    private static func bytes(_ lower: UInt64, _ upper: UInt64) -> Pixels {
        let (l, u) = (Int64(bitPattern: lower), Int64(bitPattern: upper))
        return Pixels(l, u, l, u, l, u, l, u)
    }

    /// The lower 16 bits of the first two 32-bit lanes of each quarter, four times each.
    @inline(__always)
    private static var first: Pixels { bytes(0x0100_0100_0100_0100, 0x0504_0504_0504_0504) }

    /// The same of the last two of each half.
    @inline(__always)
    private static var second: Pixels { bytes(0x0908_0908_0908_0908, 0x0D0C_0D0C_0D0C_0D0C) }
}
