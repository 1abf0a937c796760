/// From rows of premultiplied RGBA to rows of BT.709 limited-range luma and chroma. A pixel has red in its low
/// byte, then green, blue, alpha.
///
/// Loops over whole rows of 32-bit pixels with wrapping arithmetic, which LLVM turns into vector code;
/// factors have 15 bits so that products become `pmaddwd` even on plain SSE2. Explicit SIMD types are
/// slower here.
public enum ColorRows {
    /// `row` over `backdrop`, an opaque row: source-over for premultiplied colour, rounded. Sums saturate:
    /// what glows may have more colour than alpha.
    public static func compose(
        _ row: UnsafePointer<UInt32>, over backdrop: UnsafePointer<UInt32>,
        into result: UnsafeMutablePointer<UInt32>, count: Int
    ) {
        for x in 0..<count {
            let source = row[x]
            let below = backdrop[x]
            let cover = 255 &- (source &>> 24)
            var redBlue = (below & 0x00FF_00FF) &* cover &+ 0x0080_0080
            redBlue = ((redBlue &+ ((redBlue &>> 8) & 0x00FF_00FF)) &>> 8) & 0x00FF_00FF
            redBlue = redBlue &+ (source & 0x00FF_00FF)
            let redBlueOver = redBlue & 0x0100_0100
            redBlue = (redBlue | (redBlueOver &- (redBlueOver &>> 8))) & 0x00FF_00FF
            var green = ((below &>> 8) & 0xFF) &* cover &+ 0x80
            green = (green &+ (green &>> 8)) &>> 8
            green = green &+ ((source &>> 8) & 0xFF)
            let greenOver = green & 0x100
            green = (green | (greenOver &- (greenOver &>> 8))) & 0xFF
            result[x] = 0xFF00_0000 | redBlue | (green &<< 8)
        }
    }

    /// Luma: 16 + 219 · (0.2126 R + 0.7152 G + 0.0722 B) / 255.
    ///
    /// - Source: ITU-R BT.709-6, items 3.2 and 3.5.
    public static func luma(
        of row: UnsafePointer<UInt32>, into result: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        for x in 0..<count {
            let pixel = row[x]
            let red = Int32(truncatingIfNeeded: pixel & 0xFF)
            let green = Int32(truncatingIfNeeded: (pixel &>> 8) & 0xFF)
            let blue = Int32(truncatingIfNeeded: (pixel &>> 16) & 0xFF)
            let sum = red &* 5983 &+ green &* 20127 &+ blue &* 2032 &+ (16 &<< 15 &+ 1 &<< 14)
            result[x] = UInt8(truncatingIfNeeded: sum &>> 15)
        }
    }

    /// Chroma of two rows: the mean colour of each 2 × 2 pixels, so its place is their centre.
    ///
    /// - Parameter count: chroma samples, half of the pixels in a row.
    public static func chroma(
        of upper: UnsafePointer<UInt32>, and lower: UnsafePointer<UInt32>,
        blue u: UnsafeMutablePointer<UInt8>,
        red v: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        for x in 0..<count {
            let a = upper[2 &* x]
            let b = upper[2 &* x &+ 1]
            let c = lower[2 &* x]
            let d = lower[2 &* x &+ 1]
            let redBlue =
                (a & 0x00FF_00FF) &+ (b & 0x00FF_00FF) &+ (c & 0x00FF_00FF) &+ (d & 0x00FF_00FF)
            let greenSum =
                ((a &>> 8) & 0xFF) &+ ((b &>> 8) & 0xFF) &+ ((c &>> 8) & 0xFF) &+ ((d &>> 8) & 0xFF)
            // The masks change nothing; they tell LLVM that the factors fit in 15 bits.
            let red = Int32(truncatingIfNeeded: redBlue & 0x3FF)
            let blue = Int32(truncatingIfNeeded: (redBlue &>> 16) & 0x3FF)
            let green = Int32(truncatingIfNeeded: greenSum & 0x3FF)
            let middle: Int32 = 128 &<< 17 &+ 1 &<< 16
            let blueness = blue &* 14392 &- red &* 3298 &- green &* 11094 &+ middle
            let redness = red &* 14392 &- green &* 13073 &- blue &* 1319 &+ middle
            u[x] = UInt8(truncatingIfNeeded: blueness &>> 17)
            v[x] = UInt8(truncatingIfNeeded: redness &>> 17)
        }
    }

    /// Alpha as limited-range luma: 16 + a · 219 / 255, rounded.
    public static func alphaLuma(
        of row: UnsafePointer<UInt32>, into result: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        for x in 0..<count {
            let alpha = Int32(truncatingIfNeeded: row[x] &>> 24)
            result[x] = UInt8(
                truncatingIfNeeded: (alpha &* 28142 &+ (16 &<< 15 &+ 1 &<< 14)) &>> 15)
        }
    }
}
