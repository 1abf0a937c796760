#if arch(x86_64)
    import _Builtin_intrinsics.intel
#endif

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
        let colours = points.colours
        var first = 0
        while first < points.count {
            let count = min(Points.chunk, points.count &- first)
            points.weigh(from: first, count: count, stride: stride, isShrunk: false)
            blend(points, count: count, into: colours)
            for i in 0..<count { pixels[Int(points.place[first &+ i])] = colours[i] }
            first = first &+ count
        }
    }

    /// The same from two levels, `smaller` the next one, of which `weight` of 256 is mixed in.
    func read(
        _ points: Points, mixing smaller: Sampler, weight: UInt32,
        into pixels: UnsafeMutablePointer<UInt32>
    ) {
        let (colours, others) = (points.colours, points.colours + Points.chunk)
        var first = 0
        while first < points.count {
            let count = min(Points.chunk, points.count &- first)
            points.weigh(from: first, count: count, stride: stride, isShrunk: false)
            blend(points, count: count, into: colours)
            points.weigh(from: first, count: count, stride: smaller.stride, isShrunk: true)
            smaller.blend(points, count: count, into: others)
            for i in 0..<count {
                pixels[Int(points.place[first &+ i])] = Compose.mixed(
                    colours[i], others[i], weight)
            }
            first = first &+ count
        }
    }

    /// A pixel at any place.
    func anywhere(_ u: Int64, _ v: Int64) -> UInt32 {
        let (x, y) = (u >> 16, v >> 16)
        guard x >= -1, x < width, y >= -1, y < height else { return 0 }
        let (left, right) = Points.weights(
            SIMD8(repeating: Int32(u & 0xFFFF)), SIMD8(repeating: Int32(v & 0xFFFF)))
        return Sampler.weighted(
            texel(x, y) | texel(x &+ 1, y) << 32, texel(x, y &+ 1) | texel(x &+ 1, y &+ 1) << 32,
            left: UInt32(left[0]), right: UInt32(right[0]))
    }

    private func texel(_ x: Int64, _ y: Int64) -> UInt64 {
        guard x >= 0, x < width, y >= 0, y < height else { return 0 }
        return UInt64(base.load(fromByteOffset: Int(y) &* stride &+ Int(x) &* 4, as: UInt32.self))
    }

    /// Four texels for each weighed point, mixed.
    @inline(__always)
    private func blend(
        _ points: Points, count: Int, into colours: UnsafeMutablePointer<UInt32>
    ) {
        for i in 0..<count {
            let texel = base + Int(points.offset[i])
            let upper = texel.loadUnaligned(as: UInt64.self)
            let lower = texel.loadUnaligned(fromByteOffset: stride, as: UInt64.self)
            #if arch(x86_64)
                colours[i] = Sampler.weightedBySSE2(
                    upper, lower, left: points.left[i], right: points.right[i])
            #else
                colours[i] = Sampler.weighted(
                    upper, lower, left: points.left[i], right: points.right[i])
            #endif
        }
    }

    #if arch(x86_64)
        /// What `weighted` gives, in a third of its instructions, which every x86-64 has: the bytes of
        /// upper and lower texels lie side by side, so one multiply-add weighs both rows.
        @inline(__always)
        static func weightedBySSE2(
            _ upper: UInt64, _ lower: UInt64, left: UInt32, right: UInt32
        ) -> UInt32 {
            let zero = SIMD2<Int64>(0, 0)
            let rows = _mm_unpacklo_epi8(
                SIMD2(Int64(bitPattern: upper), 0), SIMD2(Int64(bitPattern: lower), 0))
            let lefts = _mm_madd_epi16(
                _mm_unpacklo_epi8(rows, zero), _mm_set1_epi32(Int32(bitPattern: left)))
            let rights = _mm_madd_epi16(
                _mm_unpackhi_epi8(rows, zero), _mm_set1_epi32(Int32(bitPattern: right)))
            let sum = _mm_add_epi32(_mm_add_epi32(lefts, rights), _mm_set1_epi32(128))
            let bytes = _mm_srli_epi32(sum, 8)
            let words = _mm_packs_epi32(bytes, bytes)
            return UInt32(bitPattern: _mm_cvtsi128_si32(_mm_packus_epi16(words, words)))
        }
    #endif

    /// Four texels, the left ones in the low halves, each times its weight of 256.
    ///
    /// A texel's four bytes are spread to 16 bits each, so one multiplication weighs them all; the sum
    /// is rounded once, and colour never exceeds alpha where the texels' does not.
    ///
    /// - Parameters:
    ///   - left: The upper left weight in the low half, the lower left one in the high half.
    @inline(__always)
    static func weighted(
        _ upper: UInt64, _ lower: UInt64, left: UInt32, right: UInt32
    ) -> UInt32 {
        let half: UInt64 = 0x0080_0080_0080_0080
        let sum =
            spread(upper & 0xFFFF_FFFF) &* UInt64(left & 0xFFFF)
            &+ spread(lower & 0xFFFF_FFFF) &* UInt64(left >> 16)
            &+ spread(upper >> 32) &* UInt64(right & 0xFFFF)
            &+ spread(lower >> 32) &* UInt64(right >> 16) &+ half
        let bytes = (sum >> 8) & 0x00FF_00FF_00FF_00FF
        return UInt32(truncatingIfNeeded: bytes | bytes >> 24)
    }

    /// Red, blue, green and alpha, 16 bits each.
    @inline(__always)
    private static func spread(_ texel: UInt64) -> UInt64 {
        (texel | texel << 24) & 0x00FF_00FF_00FF_00FF
    }
}
