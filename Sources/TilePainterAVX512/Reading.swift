import AvatarTypes
import Tiling
import _Builtin_intrinsics.intel

/// Reads the points of a row that look into the picture, each from four texels.
///
/// Points that are neighbours look at texels that are, too: sixteen of them mostly lie within 32 texels of
/// two to four rows. So those are loaded whole, and every point picks its own from the registers.
enum Reading {
    /// Hands out groups: where, what was read, and which of them are covered.
    ///
    /// - Parameters:
    ///   - origin: The texel that points are counted from.
    ///   - places: Room for a group of pixels on their way.
    @inline(__always)
    static func each(
        _ points: UnsafePointer<UInt32>, _ origin: SIMD2<Int32>, _ bits: UInt64,
        _ level: TextureLevel, _ places: UnsafeMutablePointer<Int32>,
        _ use: (Int, Lanes.Pixels, Lanes.Bits) -> Void
    ) {
        let (x0, y0) = (_mm512_set1_epi32(origin.x), _mm512_set1_epi32(origin.y))
        Rows.eachGroup(of: bits) { x, covered in
            let both = Lanes.load(points + x)
            let (p, q) = ends(of: covered, points + x)
            let u = _mm512_srli_epi32(_mm512_slli_epi32(both, 16), 24)
            let pixels = read(
                level, _mm512_add_epi32(u, x0), _mm512_add_epi32(_mm512_srli_epi32(both, 24), y0),
                both, _mm512_srli_epi32(both, 16), covered, by: places,
                left: Int32(min(p & 0xFFFF, q & 0xFFFF) &>> 8) &+ origin.x,
                top: Int32(min(p, q) &>> 24) &+ origin.y)
            use(x, pixels, covered)
        }
    }

    /// The same points in the next level: √½ · (u + ½) − ½.
    @inline(__always)
    static func eachSmaller(
        _ points: UnsafePointer<UInt32>, _ origin: SIMD2<Int32>, _ bits: UInt64,
        _ level: TextureLevel, _ places: UnsafeMutablePointer<Int32>,
        _ use: (Int, Lanes.Pixels, Lanes.Bits) -> Void
    ) {
        let (x0, y0) = (origin.x &<< 16, origin.y &<< 16)
        Rows.eachGroup(of: bits) { x, covered in
            let both = Lanes.load(points + x)
            let (p, q) = ends(of: covered, points + x)
            let u = shrunk(
                _mm512_add_epi32(
                    _mm512_srli_epi32(_mm512_slli_epi32(both, 16), 8), _mm512_set1_epi32(x0)))
            let v = shrunk(
                _mm512_add_epi32(
                    _mm512_slli_epi32(_mm512_srli_epi32(both, 16), 8), _mm512_set1_epi32(y0)))
            let pixels = read(
                level, _mm512_srai_epi32(u, 16), _mm512_srai_epi32(v, 16),
                _mm512_srli_epi32(u, 8), _mm512_srli_epi32(v, 8), covered, by: places,
                left: shrunkCoordinate(Int32(min(p & 0xFFFF, q & 0xFFFF) &<< 8) &+ x0) &>> 16,
                top: shrunkCoordinate(Int32((min(p, q) &>> 16) &<< 8) &+ y0) &>> 16)
            use(x, pixels, covered)
        }
    }

    /// The first and the last point that are covered.
    @inline(__always)
    private static func ends(
        of covered: Lanes.Bits, _ points: UnsafePointer<UInt32>
    ) -> (UInt32, UInt32) {
        (points[covered.trailingZeroBitCount], points[15 &- covered.leadingZeroBitCount])
    }

    @inline(__always)
    private static func shrunk(_ u: Lanes.Pixels) -> Lanes.Pixels {
        unsafeBitCast(
            shrunkCoordinates(unsafeBitCast(u, to: Lanes.Coordinates.self)),
            to: Lanes.Pixels.self)
    }

    /// - Parameters:
    ///   - u: The texel left of each point; `v` is the row above it.
    ///   - uPart: Where between two texels, of 256, in the lowest byte; likewise `vPart`.
    ///   - room: For what is read by a call: returned, a vector so wide would be taken to pieces.
    ///   - left: About the least of `u`; likewise `top`.
    @inline(__always)
    private static func read(
        _ level: TextureLevel, _ u: Lanes.Pixels, _ v: Lanes.Pixels, _ uPart: Lanes.Pixels,
        _ vPart: Lanes.Pixels, _ covered: Lanes.Bits, by room: UnsafeMutablePointer<Int32>,
        left: Int32, top: Int32
    ) -> Lanes.Pixels {
        let room = UnsafeMutableRawPointer(room)
        let across = _mm512_sub_epi32(u, _mm512_set1_epi32(left))
        let next = _mm512_add_epi32(across, _mm512_set1_epi32(1))
        // Of points left of the first and the last one, `across` is negative.
        let columns = _mm512_or_si512(across, next)
        let top = min(top, Int32(truncatingIfNeeded: level.height) &- 2)
        let down = _mm512_sub_epi32(v, _mm512_set1_epi32(top))
        let start = level.base + (Int(top) &* level.stride &+ Int(left) &* 4)
        if _mm512_test_epi32_mask(columns, _mm512_set1_epi32(~15)) & covered == 0 {
            if _mm512_test_epi32_mask(down, _mm512_set1_epi32(~1)) & covered == 0 {
                return read(start, level.stride, down, uPart, vPart) { pick($0, across, next) }
            }
            if _mm512_test_epi32_mask(down, _mm512_set1_epi32(~3)) & covered == 0,
                Int(top) &+ 4 <= level.height
            {
                readSteep(start, level.stride, across, next, down, uPart, vPart, into: room)
                return room.loadUnaligned(as: Lanes.Pixels.self)
            }
        }
        if _mm512_test_epi32_mask(columns, _mm512_set1_epi32(~31)) & covered == 0,
            _mm512_test_epi32_mask(down, _mm512_set1_epi32(~1)) & covered == 0
        {
            readWide(start, level.stride, across, next, down, uPart, vPart, into: room)
            return room.loadUnaligned(as: Lanes.Pixels.self)
        }
        readAnywhere(level, u, v, uPart, vPart, covered, into: room)
        return room.loadUnaligned(as: Lanes.Pixels.self)
    }

    /// Points that look at three rows.
    ///
    /// - Parameter pick: Of a row, the left and the right texel of each point.
    @inline(__always)
    private static func read(
        _ start: UnsafeRawPointer, _ stride: Int, _ down: Lanes.Pixels, _ uPart: Lanes.Pixels,
        _ vPart: Lanes.Pixels, _ pick: (UnsafeRawPointer) -> (Lanes.Pixels, Lanes.Pixels)
    ) -> Lanes.Pixels {
        let (l0, r0) = pick(start)
        let (l1, r1) = pick(start + stride)
        let (l2, r2) = pick(start + 2 &* stride)
        let second = _mm512_test_epi32_mask(down, _mm512_set1_epi32(1))
        return Lanes.weighed(
            (_mm512_mask_blend_epi32(second, l0, l1), _mm512_mask_blend_epi32(second, r0, r1)),
            (_mm512_mask_blend_epi32(second, l1, l2), _mm512_mask_blend_epi32(second, r1, r2)),
            uPart, vPart)
    }

    /// Of a row of sixteen texels, the left and the right one of each point.
    @inline(__always)
    private static func pick(
        _ row: UnsafeRawPointer, _ left: Lanes.Pixels, _ right: Lanes.Pixels
    ) -> (Lanes.Pixels, Lanes.Pixels) {
        let texels = row.loadUnaligned(as: Lanes.Pixels.self)
        return (_mm512_permutexvar_epi32(left, texels), _mm512_permutexvar_epi32(right, texels))
    }

    /// Points that look at five rows of sixteen texels.
    @inline(never)
    private static func readSteep(
        _ start: UnsafeRawPointer, _ stride: Int, _ left: Lanes.Pixels, _ right: Lanes.Pixels,
        _ down: Lanes.Pixels, _ uPart: Lanes.Pixels, _ vPart: Lanes.Pixels,
        into room: UnsafeMutableRawPointer
    ) {
        var above = pick(start, left, right)
        var below = pick(start + stride, left, right)
        var next = below
        /// The points of a mask look at a row further down.
        @inline(__always)
        func fall(_ points: UInt16, to row: Int) {
            above.0 = _mm512_mask_blend_epi32(points, above.0, next.0)
            above.1 = _mm512_mask_blend_epi32(points, above.1, next.1)
            next = pick(start + row &* stride, left, right)
            below.0 = _mm512_mask_blend_epi32(points, below.0, next.0)
            below.1 = _mm512_mask_blend_epi32(points, below.1, next.1)
        }
        let odd = _mm512_test_epi32_mask(down, _mm512_set1_epi32(1))
        let late = _mm512_test_epi32_mask(down, _mm512_set1_epi32(2))
        fall(odd | late, to: 2)
        fall(late, to: 3)
        fall(odd & late, to: 4)
        room.storeBytes(
            of: Lanes.weighed(above, below, uPart, vPart), as: Lanes.Pixels.self)
    }

    /// Points that look at three rows of 32 texels.
    @inline(never)
    private static func readWide(
        _ start: UnsafeRawPointer, _ stride: Int, _ left: Lanes.Pixels, _ right: Lanes.Pixels,
        _ down: Lanes.Pixels, _ uPart: Lanes.Pixels, _ vPart: Lanes.Pixels,
        into room: UnsafeMutableRawPointer
    ) {
        let pixels = read(start, stride, down, uPart, vPart) { row in
            let a = row.loadUnaligned(as: Lanes.Pixels.self)
            let b = row.loadUnaligned(fromByteOffset: 64, as: Lanes.Pixels.self)
            return (
                _mm512_permutex2var_epi32(a, left, b), _mm512_permutex2var_epi32(a, right, b)
            )
        }
        room.storeBytes(of: pixels, as: Lanes.Pixels.self)
    }

    /// Points that are far from one another: two texels that are neighbours at a time.
    @inline(never)
    private static func readAnywhere(
        _ level: TextureLevel, _ u: Lanes.Pixels, _ v: Lanes.Pixels, _ uPart: Lanes.Pixels,
        _ vPart: Lanes.Pixels, _ covered: Lanes.Bits,
        into room: UnsafeMutableRawPointer
    ) {
        let stride = _mm512_set1_epi32(Int32(truncatingIfNeeded: level.stride))
        let places = unsafeBitCast(
            // What is not covered holds points of other meshes.
            Lanes.only(
                covered,
                of: _mm512_add_epi32(_mm512_mullo_epi32(v, stride), _mm512_slli_epi32(u, 2))),
            to: SIMD16<Int32>.self)
        let pixels = Lanes.weighed(
            pairs(level.base, places), pairs(level.base + level.stride, places), uPart, vPart)
        room.storeBytes(of: pixels, as: Lanes.Pixels.self)
    }

    @inline(__always)
    private static func pairs(
        _ base: UnsafeRawPointer, _ p: SIMD16<Int32>
    ) -> (Lanes.Pixels, Lanes.Pixels) {
        /// Two texels.
        @inline(__always)
        func pair(_ i: Int) -> Int64 {
            base.loadUnaligned(fromByteOffset: Int(p[i]), as: Int64.self)
        }
        let a = Lanes.Pixels(
            pair(0), pair(1), pair(2), pair(3), pair(4), pair(5), pair(6), pair(7))
        let b = Lanes.Pixels(
            pair(8), pair(9), pair(10), pair(11), pair(12), pair(13), pair(14), pair(15))
        let left = Lanes.ramp &* 2
        return (
            _mm512_permutex2var_epi32(a, unsafeBitCast(left, to: Lanes.Pixels.self), b),
            _mm512_permutex2var_epi32(a, unsafeBitCast(left &+ 1, to: Lanes.Pixels.self), b)
        )
    }
}
