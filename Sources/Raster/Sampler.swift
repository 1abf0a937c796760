/// Reads one level of a texture along a row of pixels, bilinearly; beyond its border is transparent.
struct Sampler {
    private var base: UnsafeRawPointer
    private var stride: Int
    private var width: Int64
    private var height: Int64
    /// How many times the largest level was halved.
    private var level: Int64

    /// - Important: The texture must outlive the sampler; its levels never change, so their bytes stay
    ///   where they are.
    init(_ image: UnsafeRawBufferPointer, stride: Int, width: Int, height: Int, level: Int) {
        precondition(image.count >= stride * height, "a picture must hold all its rows")
        base = image.baseAddress!
        self.stride = stride
        self.width = Int64(width)
        self.height = Int64(height)
        self.level = Int64(level)
    }

    /// Writes `count` premultiplied pixels.
    ///
    /// - Parameters:
    ///   - u: Of the first pixel, 32.32, in texels of the largest level; `du` is added per pixel.
    @inline(__always)
    func read(
        u: Int64, v: Int64, du: Int64, dv: Int64, into out: UnsafeMutablePointer<UInt32>, count: Int
    ) {
        // To 16.16 in texels of this level, from the centre of the first texel.
        let shift = 16 &+ level
        let u0 = (u &>> shift) &- 0x8000
        let v0 = (v &>> shift) &- 0x8000
        let du = du &>> shift
        let dv = dv &>> shift
        // Coordinates are linear along the row: when both ends are inside, all between are.
        let u1 = u0 &+ du &* Int64(count &- 1)
        let v1 = v0 &+ dv &* Int64(count &- 1)
        let uEnd = (width &- 1) << 16
        let vEnd = (height &- 1) << 16
        if u0 >= 0, u0 < uEnd, u1 >= 0, u1 < uEnd, v0 >= 0, v0 < vEnd, v1 >= 0, v1 < vEnd {
            readInside(
                u: Int(u0), v: Int(v0), du: Int(du), dv: Int(dv), into: out, count: count)
        } else {
            readAcrossBorder(u: u0, v: v0, du: du, dv: dv, into: out, count: count)
        }
    }

    /// Two neighbouring texels are one 64-bit word; its even and odd bytes are weighted as four 16-bit
    /// numbers at once, first between the rows, then, in one multiplication, between the columns.
    @inline(__always)
    private func readInside(
        u: Int, v: Int, du: Int, dv: Int, into out: UnsafeMutablePointer<UInt32>, count: Int
    ) {
        var (u, v) = (u, v)
        for i in 0..<count {
            let texel = base + ((v >> 16) &* stride &+ (u >> 16) &* 4)
            let upper = texel.loadUnaligned(as: UInt64.self)
            let lower = (texel + stride).loadUnaligned(as: UInt64.self)
            out[i] = Sampler.mix(
                upper, lower, UInt64(truncatingIfNeeded: u >> 8) & 255,
                UInt64(truncatingIfNeeded: v >> 8) & 255)
            u = u &+ du
            v = v &+ dv
        }
    }

    @inline(never)
    private func readAcrossBorder(
        u: Int64, v: Int64, du: Int64, dv: Int64, into out: UnsafeMutablePointer<UInt32>, count: Int
    ) {
        var (u, v) = (u, v)
        for i in 0..<count {
            let (x, y) = (u >> 16, v >> 16)
            if x >= -1, x < width, y >= -1, y < height {
                out[i] = Sampler.mix(
                    texel(x, y) | texel(x &+ 1, y) << 32,
                    texel(x, y &+ 1) | texel(x &+ 1, y &+ 1) << 32,
                    UInt64(truncatingIfNeeded: u >> 8) & 255,
                    UInt64(truncatingIfNeeded: v >> 8) & 255)
            } else {
                out[i] = 0
            }
            u = u &+ du
            v = v &+ dv
        }
    }

    private func texel(_ x: Int64, _ y: Int64) -> UInt64 {
        guard x >= 0, x < width, y >= 0, y < height else { return 0 }
        return UInt64(base.load(fromByteOffset: Int(y) &* stride &+ Int(x) &* 4, as: UInt32.self))
    }

    /// Four texels, the left ones in the low halves, weighted by `x` and `y` of 256.
    ///
    /// Each step rounds to 8 bits: at most one step of 255 away from the exact value, and never
    /// colour above alpha where the texels have none.
    @inline(__always)
    private static func mix(_ upper: UInt64, _ lower: UInt64, _ x: UInt64, _ y: UInt64) -> UInt32 {
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
