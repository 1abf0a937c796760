import Tiling

/// What later, opaque layers hide of a tile, so that it need not be drawn: found from front to back
/// before the tile is painted from back to front.
///
/// A pixel under an opaque one does not show in the result: normal blending multiplies it by zero. So
/// leaving it out gives the same bytes.
final class Occlusion {
    /// Rows of one bit per pixel, the leftmost lowest: a new set for each layer that hides something.
    private var rows = Growing<UInt64>(capacity: 8 * Tile.side)
    /// Of each step, which set hides it.
    private var sets = Growing<Int32>()
    /// The first set that hides the whole tile.
    private var full = Int32.max

    init() {}

    /// Makes room for so many steps.
    func reserve(_ steps: Int) {
        sets.reserve(steps)
        rows.reserve((steps + 1) * Tile.side + Spans.rows)
    }

    /// Finds what is hidden in a tile.
    func look(at tile: Tile, of sheet: Sheet) {
        var (set, depth) = (0, 0)
        full = .max
        rows.base.update(repeating: 0, count: Tile.side)
        for i in stride(from: sheet.stepCount - 1, through: 0, by: -1) {
            sets.base[i] = Int32(truncatingIfNeeded: set)
            let step = sheet.steps + i
            switch step.pointee.kind {
            case .endGroup: depth += 1
            case .beginGroup: depth -= 1
            case .shape:
                // In a group, what hides does so only within the group.
                let shape = sheet.shapes + step.pointee.shape
                guard depth == 0, full == .max, shape.pointee.solidCount > 0,
                    shape.pointee.bounds.intersects(tile.bounds)
                else { continue }
                let bin = shape.pointee.bin(of: tile.bounds, in: sheet)
                guard let solid = bin.first(where: { sheet.isSolid($0) }) else { continue }
                let now = rows.base + set * Tile.side
                let next = now + Tile.side
                next.update(from: now, count: Tile.side)
                Occlusion.add(solid..<bin.upperBound, in: tile, of: sheet, to: next)
                set += 1
                if Occlusion.isFull(next, tile) { full = Int32(truncatingIfNeeded: set) }
            }
        }
    }

    /// Whether nothing of a step shows.
    func hidesAll(ofStep i: Int) -> Bool { sets.base[i] >= full }

    /// What is hidden of a step, row by row.
    func rows(forStep i: Int) -> UnsafePointer<UInt64> {
        UnsafePointer(rows.base + Int(sets.base[i]) * Tile.side)
    }

    /// Adds the opaque ones of a bin's triangles.
    private static func add(
        _ bin: Range<Int>, in tile: Tile, of sheet: Sheet, to rows: UnsafeMutablePointer<UInt64>
    ) {
        for i in bin where sheet.isSolid(i) {
            let triangle = sheet.triangle(i)
            let range = Spans.range(of: triangle, in: tile.bounds)
            Spans.forEach(of: triangle, in: tile.bounds, range) { row, bits in
                Spans.store(Spans.load(rows + row) | bits, rows + row)
            }
        }
    }

    private static func isFull(_ rows: UnsafePointer<UInt64>, _ tile: Tile) -> Bool {
        let all = ~UInt64(0) >> UInt64(64 - (tile.bounds.right - tile.bounds.left))
        return (0..<Int(tile.bounds.bottom - tile.bounds.top)).allSatisfy { rows[$0] == all }
    }
}
