public import AvatarTypes

extension Texture {
    /// A picture with all its smaller copies, down to one pixel.
    ///
    /// Each pixel of a level is the mean of what it covers: premultiplied, so no colour leaks out of
    /// what is transparent. Level 1 is drawn from the picture, and every other one is half of the
    /// level two above it.
    public convenience init(image: Image) {
        var levels = [image]
        while let last = levels.last, last.width > 1 || last.height > 1 {
            levels.append(levels.count == 1 ? image.shrunk() : levels[levels.count - 2].halved())
        }
        self.init(levels: levels)
    }
}

extension Image {
    /// Half as wide and high, rounded up: means of 2×2 pixels. Where a side is odd its last pixel
    /// counts twice.
    func halved() -> Image {
        var half = Image(width: (width + 1) / 2, height: (height + 1) / 2)
        half.fillRows { out, columns, y in
            withRow(2 * y) { above in
                withRow(min(2 * y + 1, height - 1)) { below in
                    for x in 0..<width / 2 {
                        let (a, b) = (above[2 * x].spread, above[2 * x + 1].spread)
                        let (c, d) = (below[2 * x].spread, below[2 * x + 1].spread)
                        out[x] = UInt32(gathering: (a &+ b &+ c &+ d &+ Self.halves >> 6) >> 2)
                    }
                    if width % 2 == 1 {
                        let sum = above[width - 1].spread &+ below[width - 1].spread
                        out[columns - 1] = UInt32(gathering: (sum &+ Self.halves >> 7) >> 1)
                    }
                }
            }
        }
        return half
    }

    /// √½ as wide and high, rounded up: each pixel the mean of √2×√2, of which it may cover three
    /// columns and rows in part. What would lie beyond the last pixel does not count.
    func shrunk() -> Image {
        let (columns, rows) = (Share.shares(of: width), Share.shares(of: height))
        var result = Image(width: columns.count, height: rows.count)
        // One row of means of two or three rows, and two empty pixels that shares may count as nothing.
        let count = width + 2
        let means = UnsafeMutablePointer<UInt32>.allocate(capacity: count)
        means.initialize(repeating: 0, count: count)
        defer { means.deallocate() }
        result.fillRows { out, _, y in
            let share = rows[y]
            withRow(share.first) { upper in
                withRow(min(share.first + 1, height - 1)) { middle in
                    withRow(min(share.first + 2, height - 1)) { lower in
                        share.writeMeans(upper, middle, lower, to: means, count: width)
                    }
                }
            }
            for x in 0..<columns.count {
                let share = columns[x]
                let at = means + share.first
                out[x] = share.mean(at[0], at[1], at[2])
            }
        }
        return result
    }

    fileprivate static let halves: UInt64 = 0x0080_0080_0080_0080

    private func withRow(_ y: Int, _ body: (UnsafePointer<UInt32>) -> Void) {
        withUnsafeBytes {
            body(($0.baseAddress! + y * stride).assumingMemoryBound(to: UInt32.self))
        }
    }

    /// Writes row by row: `body` has a row, its length, and its number.
    private mutating func fillRows(
        _ body: (UnsafeMutablePointer<UInt32>, _ columns: Int, _ y: Int) -> Void
    ) {
        let (width, height, stride) = (width, height, stride)
        withUnsafeMutableBytes { bytes in
            for y in 0..<height {
                let row = bytes.baseAddress! + y * stride
                body(row.assumingMemoryBound(to: UInt32.self), width, y)
            }
        }
    }
}

/// What a pixel of a picture √½ as large covers of one side: up to three pixels, in 256ths of itself.
private struct Share {
    var first: Int
    var weights: (UInt64, UInt64, UInt64)

    /// One for each pixel of a side that was `size` long.
    static func shares(of size: Int) -> [Share] {
        let step = 2.0.squareRoot()
        return (0..<Int((Double(size) / step).rounded(.up))).map { i in
            let (start, end) = (Double(i) * step, min(Double(i + 1) * step, Double(size)))
            let first = Int(start)
            // Up to where the first pixel, and the second, end.
            let (one, two) = (min(Double(first + 1), end), min(Double(first + 2), end))
            let a = UInt64(((one - start) / (end - start) * 256).rounded())
            let b = UInt64(((two - start) / (end - start) * 256).rounded())
            return Share(first: first, weights: (a, b - a, 256 - b))
        }
    }

    /// The means of three rows. Byte by byte, in 16 bits, is how the compiler makes vectors of it.
    func writeMeans(
        _ a: UnsafePointer<UInt32>, _ b: UnsafePointer<UInt32>, _ c: UnsafePointer<UInt32>,
        to means: UnsafeMutablePointer<UInt32>, count: Int
    ) {
        let (p, q, r) = (UnsafeRawPointer(a), UnsafeRawPointer(b), UnsafeRawPointer(c))
        let out = UnsafeMutableRawPointer(means)
        let (x, y, z) = (
            UInt16(truncatingIfNeeded: weights.0), UInt16(truncatingIfNeeded: weights.1),
            UInt16(truncatingIfNeeded: weights.2)
        )
        for i in 0..<4 &* count {
            let sum =
                UInt16(p.load(fromByteOffset: i, as: UInt8.self)) &* x
                &+ UInt16(q.load(fromByteOffset: i, as: UInt8.self)) &* y
                &+ UInt16(r.load(fromByteOffset: i, as: UInt8.self)) &* z &+ 128
            out.storeBytes(
                of: UInt8(truncatingIfNeeded: sum &>> 8), toByteOffset: i, as: UInt8.self)
        }
    }

    @inline(__always)
    func mean(_ a: UInt32, _ b: UInt32, _ c: UInt32) -> UInt32 {
        let sum =
            a.spread &* weights.0 &+ b.spread &* weights.1 &+ c.spread &* weights.2 &+ Image.halves
        return UInt32(gathering: sum >> 8)
    }
}

extension UInt32 {
    /// A pixel's bytes, 16 bits each, so that one addition or multiplication is four.
    @inline(__always)
    fileprivate var spread: UInt64 {
        (UInt64(self) | UInt64(self) << 24) & 0x00FF_00FF_00FF_00FF
    }

    /// The low bytes of each 16 bits: what was spread.
    @inline(__always)
    fileprivate init(gathering lanes: UInt64) {
        let bytes = lanes & 0x00FF_00FF_00FF_00FF
        self.init(truncatingIfNeeded: bytes | bytes >> 24)
    }
}
