import AvatarTypes

/// Draws tiles, one after the other; each thread has its own, which is all that makes it sendable.
///
/// A mesh is drawn into a buffer of the tile first, triangle by triangle, and then laid over what is
/// below it in whole rows. So opacity, masks and blend modes see a mesh as one picture, also where it
/// folds over itself, and the loops over pixels are long.
final class Painter: @unchecked Sendable {
    private let drawn = LayerBuffer()
    private var occlusion = Occlusion()
    /// Rows that hide nothing.
    private let nothing: UnsafeMutablePointer<UInt64>
    private let mask: UnsafeMutablePointer<UInt8>
    /// Which meshes `mask` holds for the present tile.
    private var maskSources: Range<Int>?
    /// A tile for each group that lies within another.
    private var groups = Growing<UInt32>(capacity: Tile.area)
    private var below: [Surface] = []
    private var tile = Tile(column: 0, row: 0, width: 0, height: 0)

    init() {
        nothing = .allocate(capacity: Tile.side)
        nothing.initialize(repeating: 0, count: Tile.side)
        mask = .allocate(capacity: Tile.area)
        mask.initialize(repeating: 0, count: Tile.area)
    }

    deinit {
        mask.deallocate()
        nothing.deallocate()
    }

    /// Makes room for groups within groups, and steps. Not part of the loop over tiles.
    func prepare(depth: Int, steps: Int) {
        occlusion.reserve(steps)
        groups.reserve(depth * Tile.area)
        below.reserveCapacity(depth)
    }

    /// Clears a tile of the canvas and walks through all steps that touch it.
    func paint(_ tile: Tile, of sheet: Sheet, onto canvas: Surface) {
        self.tile = tile
        maskSources = nil
        let corner = canvas.row(Int(tile.bounds.top)) + Int(tile.bounds.left)
        var target = Surface(base: corner, pitch: canvas.pitch)
        clear(target)
        occlusion.look(at: tile, of: sheet)
        var i = 0
        while i < sheet.steps.count {
            let step = sheet.steps[i]
            i += 1
            guard step.bounds.intersects(tile.bounds),
                step.kind == .endGroup || !occlusion.hidesAll(ofStep: i - 1)
            else {
                if step.kind == .beginGroup { i = step.end + 1 }
                continue
            }
            switch step.kind {
            case .shape:
                let mask = united(step.finish.mask, of: sheet)
                drawn.draw(
                    sheet.shapes[step.shape], in: tile, of: sheet,
                    hidden: occlusion.rows(forStep: i - 1))
                layDrawn(over: target, step.finish, mask: mask)
            case .beginGroup:
                let buffer = groups.base + below.count * Tile.area
                below.append(target)
                target = Surface(base: buffer, pitch: Tile.side)
                clear(target)
            case .endGroup:
                let group = target
                target = below.removeLast()
                lay(group, over: target, step.finish, of: sheet)
            }
        }
    }

    private var width: Int { Int(tile.bounds.right - tile.bounds.left) }
    private var height: Int { Int(tile.bounds.bottom - tile.bounds.top) }

    private func clear(_ surface: Surface) {
        for y in 0..<height { surface.row(y).update(repeating: 0, count: width) }
    }

    /// Lays the drawn mesh over the target, and leaves the layer's buffer empty again.
    private func layDrawn(over target: Surface, _ finish: Finish, mask: UnsafePointer<UInt8>?) {
        for y in 0..<height {
            let columns = finish.reachesEverywhere ? 0..<width : drawn.columns(y)
            if columns.isEmpty { continue }
            let x = columns.lowerBound
            Compose.row(
                drawn.row(y) + x, over: target.row(y) + x, count: columns.count, finish: finish,
                mask: mask.map { $0 + (y << Tile.shift + x) })
            drawn.clear(y, columns)
        }
    }

    /// Lays a finished group over what is below it.
    private func lay(_ group: Surface, over target: Surface, _ finish: Finish, of sheet: Sheet) {
        let mask = united(finish.mask, of: sheet)
        for y in 0..<height {
            Compose.row(
                group.row(y), over: target.row(y), count: width, finish: finish,
                mask: mask.map { $0 + y << Tile.shift })
        }
    }

    /// The alphas of some mask meshes over this tile, as if drawn over one another. They are kept while
    /// the next layers use them too.
    private func united(_ sources: Range<Int>?, of sheet: Sheet) -> UnsafePointer<UInt8>? {
        guard let sources else { return nil }
        if maskSources == sources { return UnsafePointer(mask) }
        maskSources = sources
        mask.update(repeating: 0, count: Tile.area)
        for source in sources {
            drawn.draw(
                sheet.shapes[sheet.maskShapes[source]], in: tile, of: sheet, hidden: nothing)
            for y in 0..<height where drawn.covered[y] != 0 {
                Compose.uniteAlpha(of: drawn.row(y), into: mask + y << Tile.shift, count: width)
                drawn.clear(y, 0..<width)
            }
        }
        return UnsafePointer(mask)
    }
}
