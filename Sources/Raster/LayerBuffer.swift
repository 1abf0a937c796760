/// One mesh within one tile, drawn for itself: its pixels, and which of them it covers.
final class LayerBuffer {
    private let pixels: UnsafeMutablePointer<UInt32>
    /// One bit per pixel, the leftmost lowest. Pixels that are not covered are 0.
    let covered: UnsafeMutablePointer<UInt64>
    /// A row each: what is read from the smaller level, and what lies over the mesh itself.
    private let smaller: UnsafeMutablePointer<UInt32>
    private let apart: UnsafeMutablePointer<UInt32>

    init() {
        pixels = .allocate(capacity: Tile.area)
        pixels.initialize(repeating: 0, count: Tile.area)
        covered = .allocate(capacity: Tile.side)
        covered.initialize(repeating: 0, count: Tile.side)
        smaller = .allocate(capacity: 2 * Tile.side)
        smaller.initialize(repeating: 0, count: 2 * Tile.side)
        apart = smaller + Tile.side
    }

    deinit {
        pixels.deallocate()
        covered.deallocate()
        smaller.deallocate()
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

    func draw(_ shape: Shape, in tile: Tile, of sheet: Sheet) {
        guard shape.bounds.intersects(tile.bounds) else { return }
        let column = Int(tile.bounds.left) >> Tile.shift - shape.firstColumn
        let line = Int(tile.bounds.top) >> Tile.shift - shape.firstRow
        let starts = sheet.binStarts + (shape.firstBin + line * shape.columns + column)
        for i in Int(starts[0])..<Int(starts[1]) {
            draw(sheet.triangles + Int(sheet.bins[i]), from: shape, in: tile.bounds)
        }
    }

    private func draw(_ triangle: UnsafePointer<Triangle>, from shape: Shape, in tile: Box) {
        let t = triangle.pointee
        let (left, right) = (Int64(tile.left), Int64(tile.right))
        let first = max(t.bounds.top, tile.top)
        let end = min(t.bounds.bottom, tile.bottom)
        if first >= end { return }
        for y in first..<end {
            let long = t.long.column(after: Int64(y &- t.top))
            let short =
                y < t.middle
                ? t.upper.column(after: Int64(y &- t.top))
                : t.lower.column(after: Int64(y &- t.middle))
            let x = max(left, t.longIsLeft ? long : short)
            let count = Int(min(right, t.longIsLeft ? short : long) &- x)
            if count <= 0 { continue }
            fill(t, from: shape, x: x, y: y, count: count, in: tile)
        }
    }

    /// Draws part of a row.
    @inline(__always)
    private func fill(
        _ t: Triangle, from shape: Shape, x: Int64, y: Int32, count: Int, in tile: Box
    ) {
        let column = Int(x &- Int64(tile.left))
        let line = Int(y &- tile.top)
        let bits = (~UInt64(0) >> UInt64(64 &- count)) << UInt64(column)
        let (u, v) = (t.u.at(x, Int64(y)), t.v.at(x, Int64(y)))
        let out = row(line) + column
        let folds = covered[line] & bits != 0
        covered[line] |= bits
        // Where the mesh lies over itself the new pixels are mixed apart first.
        let target = folds ? apart : out
        shape.sampler.read(u: u, v: v, du: t.u.dx, dv: t.v.dx, into: target, count: count)
        if shape.mix > 0 {
            shape.smaller.read(u: u, v: v, du: t.u.dx, dv: t.v.dx, into: smaller, count: count)
            Compose.mix(smaller, into: target, count: count, weight: shape.mix)
        }
        if folds { Compose.layOver(apart, out, count) }
    }
}
