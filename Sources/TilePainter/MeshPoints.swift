import CProcessor
import Tiling

/// Which pixels of a tile a mesh covers, and where in the texture each of them looks.
///
/// All triangles of a mesh leave their points here before any is read, so that reading goes along whole
/// rows however small the triangles are.
final class MeshPoints {
    /// 16.16 fixed point, in texels of the drawn level: one for each pixel of the tile.
    let u: UnsafeMutablePointer<Int32>
    let v: UnsafeMutablePointer<Int32>
    /// One bit per pixel, the leftmost lowest.
    let covered: UnsafeMutablePointer<UInt64>
    /// Those whose points read beyond the picture's border.
    let beyond: UnsafeMutablePointer<UInt64>
    /// The rows of the present triangle.
    private let rows: UnsafeMutablePointer<UInt64>
    /// Of the present triangle: how far coordinates go from the tile's left edge to each group of eight
    /// pixels.
    private let uGroups: UnsafeMutablePointer<SIMD8<Int32>>
    private let vGroups: UnsafeMutablePointer<SIMD8<Int32>>

    /// Points farther than so many texels beyond the border need not be told apart.
    private static let margin: Int64 = 8 << 16
    private static let groups = Tile.side / 8

    init() {
        u = .allocate(capacity: Tile.area)
        v = .allocate(capacity: Tile.area)
        u.initialize(repeating: 0, count: Tile.area)
        v.initialize(repeating: 0, count: Tile.area)
        covered = .allocate(capacity: Tile.side + Spans.rows)
        beyond = .allocate(capacity: Tile.side)
        rows = .allocate(capacity: Tile.side + Spans.rows)
        covered.initialize(repeating: 0, count: Tile.side + Spans.rows)
        beyond.initialize(repeating: 0, count: Tile.side)
        rows.initialize(repeating: 0, count: Tile.side + Spans.rows)
        uGroups = .allocate(capacity: MeshPoints.groups)
        vGroups = .allocate(capacity: MeshPoints.groups)
    }

    deinit {
        u.deallocate()
        v.deallocate()
        covered.deallocate()
        beyond.deallocate()
        rows.deallocate()
        uGroups.deallocate()
        vGroups.deallocate()
    }

    /// Forgets what some rows have: those that will be asked for.
    func removeAll(in rows: Range<Int>) {
        (covered + rows.lowerBound).update(repeating: 0, count: rows.count)
        (beyond + rows.lowerBound).update(repeating: 0, count: rows.count)
    }

    /// Takes in the points of a triangle's pixels.
    ///
    /// - Parameter hidden: Pixels that need not be drawn, row by row.
    /// - Returns: False, and only a part is taken in, when the triangle covers a pixel that is covered
    ///   already: the mesh folds over itself.
    @inline(__always)
    func add(
        _ triangle: UnsafePointer<Triangle>, of shape: UnsafePointer<Shape>, in tile: Box,
        hidden: UnsafePointer<UInt64>
    ) -> Bool {
        let lines = Spans.range(of: triangle, in: tile)
        var (union, twice) = (SIMD4<UInt64>.zero, SIMD4<UInt64>.zero)
        Spans.forEach(of: triangle, in: tile, lines) { row, bits in
            let shown = bits & ~Spans.load(hidden + row)
            let before = Spans.load(covered + row)
            twice |= before & shown
            union |= shown
            Spans.store(before | shown, covered + row)
            Spans.store(shown, rows + row)
        }
        if twice[0] | twice[1] | twice[2] | twice[3] != 0 { return false }
        let columns = union[0] | union[1] | union[2] | union[3]
        if columns == 0 { return true }
        let u = Plane(triangle.pointee.u, at: tile, rounding: 0x100)
        let v = Plane(triangle.pointee.v, at: tile, rounding: 0x80)
        let firstGroup = columns.trailingZeroBitCount >> 3
        for group in firstGroup...(63 &- columns.leadingZeroBitCount) >> 3 {
            uGroups[group] = u.steps &+ SIMD8(repeating: u.dx32 &* Int32(group) &<< 3)
            vGroups[group] = v.steps &+ SIMD8(repeating: v.dx32 &* Int32(group) &<< 3)
        }
        let isWithin = triangle.pointee.isWithin
        let (uTile, vTile) = (self.u, self.v)
        let (base, stride) = (shape.pointee.texels.base, shape.pointee.texels.stride)
        let uRow = u.row(lines.lowerBound)
        let vRow = v.row(lines.lowerBound)
        var (u8, v8) = (SIMD8<Int32>(repeating: uRow), SIMD8<Int32>(repeating: vRow))
        let (uDown, vDown) = (SIMD8(repeating: u.dy32), SIMD8(repeating: v.dy32))
        for line in lines {
            defer {
                u8 = u8 &+ uDown
                v8 = v8 &+ vDown
            }
            let bits = rows[line]
            if bits == 0 { continue }
            guard isWithin || contains(shape, u, v, line, bits) else {
                addBeyond(shape.pointee, u, v, line, bits)
                continue
            }
            let place = line << Tile.shift
            Rows.eachGroup(of: bits) { x, group in
                let lanes = Lanes.mask(group)
                let (uHere, vHere) = (u8 &+ uGroups[x >> 3], v8 &+ vGroups[x >> 3])
                MeshPoints.write(uHere, lanes, uTile + place + x)
                MeshPoints.write(vHere, lanes, vTile + place + x)
                processor_prefetch(
                    base + (Int(vHere[0] &>> 16) &* stride &+ Int(uHere[0] &>> 16) &* 4))
            }
        }
        return true
    }

    /// Whether a row stays within the picture: coordinates are linear along it, so between two points
    /// that do, all do.
    private func contains(
        _ shape: UnsafePointer<Shape>, _ u: Plane, _ v: Plane, _ line: Int, _ bits: UInt64
    ) -> Bool {
        let (first, last) = (bits.trailingZeroBitCount, 63 &- bits.leadingZeroBitCount)
        return shape.pointee.contains(u.at(first, line), v.at(first, line))
            && shape.pointee.contains(u.at(last, line), v.at(last, line))
    }

    /// Writes those of eight coordinates whose lanes are set.
    @inline(__always)
    private static func write(
        _ eight: SIMD8<Int32>, _ lanes: Lanes.Pixels, _ row: UnsafeMutablePointer<Int32>
    ) {
        let old = UnsafeRawPointer(row).loadUnaligned(as: Lanes.Pixels.self)
        let new = unsafeBitCast(eight, to: Lanes.Pixels.self)
        UnsafeMutableRawPointer(row).storeBytes(
            of: (new & lanes) | (old & ~lanes), as: Lanes.Pixels.self)
    }

    /// The same for a row that leaves the picture, however far.
    private func addBeyond(_ shape: Shape, _ u: Plane, _ v: Plane, _ line: Int, _ bits: UInt64) {
        let right = Int64(shape.texels.width) << 16 &+ MeshPoints.margin
        let bottom = Int64(shape.texels.height) << 16 &+ MeshPoints.margin
        var rest = bits
        while rest != 0 {
            let i = rest.trailingZeroBitCount
            rest &= rest &- 1
            let (x, y) = (u.at(i, line), v.at(i, line))
            if !shape.contains(x, y) { beyond[line] |= 1 &<< UInt64(i) }
            let place = line << Tile.shift | i
            self.u[place] = Int32(
                truncatingIfNeeded: max(-MeshPoints.margin, min(right, x)))
            self.v[place] = Int32(
                truncatingIfNeeded: max(-MeshPoints.margin, min(bottom, y)))
        }
    }
}

/// A texel coordinate over a tile: 16.16 fixed point, from the centre of the first texel.
///
/// It is counted from the tile's corner, whatever is drawn of the tile, so that rounding is always the
/// same.
private struct Plane {
    private let origin: Int64
    private let dx: Int64
    private let dy: Int64
    let dx32: Int32
    let dy32: Int32
    /// From the first to each of eight pixels.
    let steps: SIMD8<Int32>

    /// - Parameter rounding: Half of the steps in which `weighed` tells places apart: what is cut off
    ///   later is rounded.
    @inline(__always)
    init(_ plane: Triangle.Plane, at tile: Box, rounding: Int64) {
        let corner =
            plane.origin &+ plane.dx &* Int64(tile.left) &+ plane.dy &* Int64(tile.top)
        origin = corner &>> 16 &- 0x8000 &+ rounding
        dx = plane.dx &>> 16
        dy = plane.dy &>> 16
        dx32 = Int32(truncatingIfNeeded: dx)
        dy32 = Int32(truncatingIfNeeded: dy)
        steps = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &* SIMD8(repeating: dx32)
    }

    /// At the tile's left edge, where it fits.
    @inline(__always)
    func row(_ line: Int) -> Int32 {
        Int32(truncatingIfNeeded: origin) &+ dy32 &* Int32(truncatingIfNeeded: line)
    }

    @inline(__always)
    func at(_ x: Int, _ line: Int) -> Int64 { origin &+ dx &* Int64(x) &+ dy &* Int64(line) }
}

extension Shape {
    /// Whether all texels around a point lie in the levels it is read from.
    @inline(__always)
    func contains(_ u: Int64, _ v: Int64) -> Bool {
        let start = Int64(least)
        return UInt64(bitPattern: u &- start) < UInt64(bitPattern: Int64(uEnd) &- start)
            && UInt64(bitPattern: v &- start) < UInt64(bitPattern: Int64(vEnd) &- start)
    }

    /// The rows of a tile that it may touch, counted from the tile's upper edge; none when it touches
    /// nothing of it.
    @inline(__always)
    func rows(in tile: Box) -> Range<Int> {
        guard bounds.intersects(tile) else { return 0..<0 }
        return Int(
            max(bounds.top, tile.top) &- tile.top)..<Int(
                min(bounds.bottom, tile.bottom) &- tile.top)
    }

    /// Where the triangles of a tile are in `Sheet.bins`.
    ///
    /// - Precondition: `bounds` intersects the tile.
    @inline(__always)
    func bin(of tile: Box, in sheet: Sheet) -> Range<Int> {
        let column = Int(tile.left) >> Tile.shift - firstColumn
        let line = Int(tile.top) >> Tile.shift - firstRow
        let starts = sheet.binStarts + (firstBin + line * columns + column)
        return Int(starts[0])..<Int(starts[1])
    }
}
