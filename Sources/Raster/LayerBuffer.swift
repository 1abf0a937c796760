/// One mesh within one tile, drawn for itself: its pixels, and which of them it covers.
final class LayerBuffer {
    private let pixels: UnsafeMutablePointer<UInt32>
    /// One bit per pixel, the leftmost lowest. Pixels that are not covered are 0.
    let covered: UnsafeMutablePointer<UInt64>
    private var points = Points()

    init() {
        pixels = .allocate(capacity: Tile.area)
        pixels.initialize(repeating: 0, count: Tile.area)
        covered = .allocate(capacity: Tile.side)
        covered.initialize(repeating: 0, count: Tile.side)
    }

    deinit {
        pixels.deallocate()
        covered.deallocate()
        points.deallocate()
    }

    func row(_ y: Int) -> UnsafeMutablePointer<UInt32> { pixels + y << Tile.shift }

    /// From the first covered pixel of a row to the last.
    func columns(_ y: Int) -> Range<Int> {
        let bits = covered[y]
        return bits == 0 ? 0..<0 : bits.trailingZeroBitCount..<(64 - bits.leadingZeroBitCount)
    }

    /// Empties a row.
    func clear(_ y: Int, _ columns: Range<Int>) {
        (row(y) + columns.lowerBound).update(repeating: 0, count: columns.count)
        covered[y] = 0
    }

    /// - Parameter hidden: Pixels that need not be drawn, row by row; some are nevertheless.
    func draw(
        _ shape: Shape, in tile: Tile, of sheet: Sheet, hidden: UnsafePointer<UInt64>
    ) {
        guard shape.bounds.intersects(tile.bounds) else { return }
        for i in shape.bin(of: tile, in: sheet) {
            collect(
                sheet.triangles + Int(sheet.bins[i]), from: shape, in: tile.bounds, hidden: hidden)
        }
        read(shape)
    }

    /// Reads the points collected so far.
    private func read(_ shape: Shape) {
        if shape.mix == 0 {
            shape.sampler.read(points, into: pixels)
        } else {
            shape.sampler.read(points, mixing: shape.smaller, weight: shape.mix, into: pixels)
        }
        points.removeAll()
    }

    /// Notes which points of the texture a triangle's pixels show.
    private func collect(
        _ triangle: UnsafePointer<Triangle>, from shape: Shape, in tile: Box,
        hidden: UnsafePointer<UInt64>
    ) {
        let t = triangle.pointee
        let (left, right) = (Int64(tile.left), Int64(tile.right))
        let top = max(t.bounds.top, tile.top)
        let bottom = min(t.bounds.bottom, tile.bottom)
        let (du, dv) = (t.u.dx &>> 16, t.v.dx &>> 16)
        let lanes = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7)
        let steps = (
            u: lanes &* SIMD8(repeating: Int32(truncatingIfNeeded: du)),
            v: lanes &* SIMD8(repeating: Int32(truncatingIfNeeded: dv))
        )
        var y = top
        while y < bottom {
            defer { y &+= 1 }
            let span = t.columns(y, from: left, to: right)
            if span.count <= 0 { continue }
            let line = Int(y &- tile.top)
            let all = (~UInt64(0) &>> UInt64(64 &- span.count)) &<< UInt64(span.x &- left)
            let shown = all & ~hidden[line]
            if shown == 0 { continue }
            // From the first pixel that shows to the last.
            let column = shown.trailingZeroBitCount
            let x = left &+ Int64(column)
            let count = Int64(64 &- shown.leadingZeroBitCount &- column)
            let bits = (~UInt64(0) &>> UInt64(64 &- count)) &<< UInt64(column)
            // Counted from where the row begins, hidden or not, so that rounding is the same.
            let skipped = x &- span.x
            let u = (t.u.at(span.x, Int64(y)) &>> 16) &- 0x8000 &+ du &* skipped
            let v = (t.v.at(span.x, Int64(y)) &>> 16) &- 0x8000 &+ dv &* skipped
            let folds = covered[line] & bits != 0
            covered[line] |= bits
            if folds {
                read(shape)
                drawOver(row(line) + column, shape, u: (u, du), v: (v, dv), 0..<count)
                continue
            }
            // Coordinates are linear along the row: between two points that are inside, all are.
            var (first, end) = (Int64(0), count)
            while first < end, !shape.isInside(u &+ du &* first, v &+ dv &* first) { first &+= 1 }
            while end > first, !shape.isInside(u &+ du &* (end &- 1), v &+ dv &* (end &- 1)) {
                end &-= 1
            }
            if first > 0 || end < count {
                let out = row(line) + column
                drawOver(out, shape, u: (u, du), v: (v, dv), 0..<first)
                drawOver(out, shape, u: (u, du), v: (v, dv), end..<count)
                if first == end { continue }
            }
            points.append(
                u: Int32(truncatingIfNeeded: u &+ du &* first),
                v: Int32(truncatingIfNeeded: v &+ dv &* first), steps: steps,
                place: line << Tile.shift | column &+ Int(first), length: Int(end &- first))
        }
    }

    /// Draws those points of a row that lie on the texture's border, or over the mesh itself.
    private func drawOver(
        _ out: UnsafeMutablePointer<UInt32>, _ shape: Shape, u: (Int64, step: Int64),
        v: (Int64, step: Int64), _ range: Range<Int64>
    ) {
        var (u0, v0) = (u.0 &+ u.step &* range.lowerBound, v.0 &+ v.step &* range.lowerBound)
        for i in Int(range.lowerBound)..<Int(range.upperBound) {
            var pixel = shape.sampler.anywhere(u0, v0)
            if shape.mix > 0 {
                let smaller = shape.smaller.anywhere(Shape.shrunk(u0), Shape.shrunk(v0))
                pixel = Compose.mixed(pixel, smaller, shape.mix)
            }
            out[i] = pixel &+ Compose.scaled(out[i], 255 &- pixel >> 24)
            u0 = u0 &+ u.step
            v0 = v0 &+ v.step
        }
    }
}
