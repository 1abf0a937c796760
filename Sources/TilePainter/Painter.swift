import AvatarTypes
public import Tiling

/// Draws tiles, one after the other; each thread has its own, which is all that makes it sendable.
///
/// A mesh is one picture to its layer: opacity, masks and blend modes apply to it as a whole, also
/// where it folds over itself. So its points are collected first, triangle by triangle, and then read
/// and laid over what is below it in whole rows.
public final class Painter: TilePainting, @unchecked Sendable {
    private let points = MeshPoints()
    private let occlusion = Occlusion()
    /// Rows that hide nothing.
    private let nothing: UnsafeMutablePointer<UInt64>
    /// A row of pixels on its way, and of offsets into a texture.
    private let row: UnsafeMutablePointer<UInt32>
    private let places: UnsafeMutablePointer<Int32>
    private let mask: UnsafeMutablePointer<UInt8>
    /// Which meshes `mask` holds for the present tile.
    private var maskSources: Range<Int>?
    /// A mesh that folds over itself, drawn for itself, and which pixels it covers.
    private let folded: UnsafeMutablePointer<UInt32>
    private let foldedBits: UnsafeMutablePointer<UInt64>
    /// A tile for each group that lies within another.
    private var groups = Growing<UInt32>(capacity: Tile.area)
    private var below: [Surface] = []
    private var tile = Tile(column: 0, row: 0, width: 0, height: 0)

    public init() {
        nothing = .allocate(capacity: Tile.side + Spans.rows)
        nothing.initialize(repeating: 0, count: Tile.side + Spans.rows)
        row = Painter.pixels(Tile.side)
        row.initialize(repeating: 0, count: Tile.side)
        places = .allocate(capacity: Tile.side)
        mask = .allocate(capacity: Tile.area)
        mask.initialize(repeating: 0, count: Tile.area)
        folded = Painter.pixels(Tile.area)
        foldedBits = .allocate(capacity: Tile.side)
    }

    deinit {
        nothing.deallocate()
        row.deallocate()
        places.deallocate()
        mask.deallocate()
        folded.deallocate()
        foldedBits.deallocate()
    }

    private static func pixels(_ count: Int) -> UnsafeMutablePointer<UInt32> {
        UnsafeMutableRawPointer.allocate(byteCount: count * 4, alignment: 64)
            .bindMemory(to: UInt32.self, capacity: count)
    }

    public func prepare(depth: Int, steps: Int) {
        occlusion.reserve(steps)
        groups.reserve(depth * Tile.area)
        below.reserveCapacity(depth)
    }

    public func paint(_ tile: Tile, of sheet: Sheet, onto canvas: Surface) {
        self.tile = tile
        maskSources = nil
        let corner = canvas.row(Int(tile.bounds.top)) + Int(tile.bounds.left)
        var target = Surface(base: corner, pitch: canvas.pitch)
        clear(target)
        occlusion.look(at: tile, of: sheet)
        var i = 0
        while i < sheet.stepCount {
            let step = sheet.steps + i
            i += 1
            guard step.pointee.bounds.intersects(tile.bounds),
                step.pointee.kind == .endGroup || !occlusion.hidesAll(ofStep: i - 1)
            else {
                if step.pointee.kind == .beginGroup { i = step.pointee.end + 1 }
                continue
            }
            let finish = step.pointee.finish
            switch step.pointee.kind {
            case .shape:
                let mask = united(finish.mask, of: sheet)
                draw(
                    sheet.shapes + step.pointee.shape, of: sheet,
                    hidden: occlusion.rows(forStep: i - 1), isWhole: finish.reachesEverywhere
                ) { y, pixels, bits in
                    Rows.lay(
                        pixels, over: target.row(y), of: bits, finish: finish,
                        mask: mask.map { $0 + y << Tile.shift })
                }
            case .beginGroup:
                let buffer = groups.base + below.count * Tile.area
                below.append(target)
                target = Surface(base: buffer, pitch: Tile.side)
                clear(target)
            case .endGroup:
                let group = target
                target = below.removeLast()
                let mask = united(finish.mask, of: sheet)
                for y in 0..<height {
                    Rows.lay(
                        group.row(y), over: target.row(y), of: allBits, finish: finish,
                        mask: mask.map { $0 + y << Tile.shift })
                }
            }
        }
    }

    private var height: Int { Int(tile.bounds.bottom - tile.bounds.top) }

    /// One bit for each pixel of a row.
    private var allBits: UInt64 { ~0 >> UInt64(64 - (tile.bounds.right - tile.bounds.left)) }

    private func clear(_ surface: Surface) {
        let width = Int(tile.bounds.right - tile.bounds.left)
        for y in 0..<height { surface.row(y).update(repeating: 0, count: width) }
    }

    /// Draws a mesh and hands out its rows: pixels, and which of them there are.
    ///
    /// - Parameter isWhole: Hand out all pixels of all rows, also where there is no mesh.
    @inline(__always)
    private func draw(
        _ shape: UnsafePointer<Shape>, of sheet: Sheet, hidden: UnsafePointer<UInt64>,
        isWhole: Bool,
        _ lay: (Int, UnsafeMutablePointer<UInt32>, UInt64) -> Void
    ) {
        let rows = shape.pointee.rows(in: tile.bounds)
        let folds = !collect(shape, rows, of: sheet, hidden: hidden)
        if folds { fold(shape, rows, of: sheet, hidden: hidden) }
        let covered = folds ? foldedBits : points.covered
        if !folds {
            for y in rows.prefix(Painter.ahead) { points.prefetch(row: y, shape.pointee.texels) }
        }
        for y in isWhole ? 0..<height : rows {
            if !folds, rows.contains(y + Painter.ahead) {
                points.prefetch(row: y + Painter.ahead, shape.pointee.texels)
            }
            let bits = rows.contains(y) ? covered[y] : 0
            if bits == 0 && !isWhole { continue }
            var pixels = row
            if isWhole { row.update(repeating: 0, count: Tile.side) }
            if folds {
                pixels = folded + y << Tile.shift
            } else {
                Rows.read(points, row: y, of: bits, shape.pointee, places: places, into: row)
            }
            lay(y, pixels, isWhole ? allBits : bits)
        }
    }

    /// How many rows before they are read their texels are asked for: about half a microsecond.
    private static let ahead = 8

    /// False when the mesh folds over itself.
    private func collect(
        _ shape: UnsafePointer<Shape>, _ rows: Range<Int>, of sheet: Sheet,
        hidden: UnsafePointer<UInt64>
    ) -> Bool {
        if rows.isEmpty { return true }
        points.begin(shape, rows, in: tile.bounds, of: sheet)
        for i in shape.pointee.bin(of: tile.bounds, in: sheet) {
            guard
                points.add(
                    sheet.triangle(i), of: shape, in: tile.bounds,
                    hidden: hidden)
            else { return false }
        }
        return true
    }

    /// Draws a mesh that folds over itself on a tile of its own, one triangle over the other.
    private func fold(
        _ shape: UnsafePointer<Shape>, _ rows: Range<Int>, of sheet: Sheet,
        hidden: UnsafePointer<UInt64>
    ) {
        folded.update(repeating: 0, count: Tile.area)
        foldedBits.update(repeating: 0, count: Tile.side)
        for i in shape.pointee.bin(of: tile.bounds, in: sheet) {
            points.removeAll(in: rows)
            let triangle = sheet.triangle(i)
            guard points.add(triangle, of: shape, in: tile.bounds, hidden: hidden) else {
                preconditionFailure("a triangle covers no pixel twice")
            }
            for y in rows where points.covered[y] != 0 {
                let bits = points.covered[y]
                Rows.read(points, row: y, of: bits, shape.pointee, places: places, into: row)
                Rows.layOver(row, folded + y << Tile.shift, of: bits)
                foldedBits[y] |= bits
            }
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
            draw(
                sheet.shapes + sheet.maskShapes[source], of: sheet, hidden: nothing, isWhole: false
            ) { y, pixels, bits in
                Rows.uniteAlpha(of: pixels, into: mask + y << Tile.shift, of: bits)
            }
        }
        return UnsafePointer(mask)
    }
}
