import CProcessor
import Tiling

/// Which pixels of a tile a mesh covers, and where in the texture each of them looks.
///
/// All triangles of a mesh leave their points here before any is read, so that reading goes along whole
/// rows however small the triangles are.
final class MeshPoints {
    /// Where each pixel of the tile looks, from `origin`: in the lower half texels to the right, in the
    /// upper half texels down, each with eight bits for the place between two.
    let points: UnsafeMutablePointer<UInt32>
    /// The texel that points of the present mesh are counted from.
    private(set) var origin = SIMD2<Int32>.zero
    /// One bit per pixel, the leftmost lowest.
    let covered: UnsafeMutablePointer<UInt64>
    /// Those that are read one by one, for they look beyond the picture's border or too far from `origin`.
    let beyond: UnsafeMutablePointer<UInt64>
    /// Where those look: 16.16 fixed point, in texels of the drawn level.
    let u: UnsafeMutablePointer<Int32>
    let v: UnsafeMutablePointer<Int32>
    /// The rows of the present triangle.
    private let rows: UnsafeMutablePointer<UInt64>
    /// Whether all of the present mesh's points are near enough to `origin`.
    private var isNear = true

    /// Points farther than so many texels beyond the border need not be told apart.
    private static let margin: Int64 = 8 << 16
    /// Texels that a point can be from `origin`, and no more.
    private static let range: Int32 = 256

    init() {
        points = MeshPoints.tile(of: UInt32.self)
        u = MeshPoints.tile(of: Int32.self)
        v = MeshPoints.tile(of: Int32.self)
        covered = .allocate(capacity: Tile.side + Spans.rows)
        beyond = .allocate(capacity: Tile.side)
        rows = .allocate(capacity: Tile.side + Spans.rows)
        covered.initialize(repeating: 0, count: Tile.side + Spans.rows)
        beyond.initialize(repeating: 0, count: Tile.side)
        rows.initialize(repeating: 0, count: Tile.side + Spans.rows)
    }

    deinit {
        points.deallocate()
        u.deallocate()
        v.deallocate()
        covered.deallocate()
        beyond.deallocate()
        rows.deallocate()
    }

    private static func tile<T: FixedWidthInteger>(of type: T.Type) -> UnsafeMutablePointer<T> {
        let tile = UnsafeMutableRawPointer.allocate(byteCount: Tile.area * 4, alignment: 64)
            .bindMemory(to: T.self, capacity: Tile.area)
        tile.initialize(repeating: 0, count: Tile.area)
        return tile
    }

    /// Makes ready for a mesh's triangles in a tile.
    ///
    /// - Parameter rows: Those that will be asked for.
    func begin(
        _ shape: UnsafePointer<Shape>, _ rows: Range<Int>, in tile: Box, of sheet: Sheet
    ) {
        removeAll(in: rows)
        let bin = shape.pointee.bin(of: tile, in: sheet)
        var reach = SIMD4<Int32>(repeating: .max)
        for i in bin {
            let next = sheet.triangle(i).pointee.reach
            reach = next.replacing(with: reach, where: reach .< next)
        }
        if !MeshPoints.isNear(reach) {
            // Large triangles: what they reach within the tile.
            reach = SIMD4(repeating: .max)
            for i in bin {
                let next = MeshPoints.reach(of: sheet.triangle(i), in: tile)
                reach = next.replacing(with: reach, where: reach .< next)
            }
        }
        isNear = MeshPoints.isNear(reach)
        origin = SIMD2(reach.x, reach.y)
    }

    private static func isNear(_ reach: SIMD4<Int32>) -> Bool {
        -reach.z &- reach.x < range && -reach.w &- reach.y < range
    }

    /// The texels that a triangle reads within a tile; see `Triangle.reach`.
    private static func reach(
        of triangle: UnsafePointer<Triangle>, in tile: Box
    ) -> SIMD4<Int32> {
        if triangle.pointee.isSteep { return triangle.pointee.reach }
        let bounds = triangle.pointee.bounds
        let (left, top) = (max(bounds.left, tile.left), max(bounds.top, tile.top))
        let corner = (Int(left &- tile.left), Int(top &- tile.top))
        let width = Int64(min(bounds.right, tile.right) &- left &- 1)
        let height = Int64(min(bounds.bottom, tile.bottom) &- top &- 1)
        func texels(_ plane: Plane) -> (least: Int32, most: Int32) {
            let (across, down) = (plane.dx &* width, plane.dy &* height)
            let here = plane.at(corner.0, corner.1)
            return (
                Int32(truncatingIfNeeded: (here &+ min(0, across) &+ min(0, down)) &>> 24 &- 1),
                Int32(truncatingIfNeeded: (here &+ max(0, across) &+ max(0, down)) &>> 24 &+ 1)
            )
        }
        let u = texels(Plane(triangle.pointee.u, at: tile, rounding: Plane.across))
        let v = texels(Plane(triangle.pointee.v, at: tile, rounding: Plane.down))
        let here = SIMD4(u.least, v.least, -u.most, -v.most)
        let whole = triangle.pointee.reach
        return whole.replacing(with: here, where: here .> whole)
    }

    /// Forgets what some rows have.
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
        let u = Plane(triangle.pointee.u, at: tile, rounding: Plane.across)
        let v = Plane(triangle.pointee.v, at: tile, rounding: Plane.down)
        if !triangle.pointee.isWithin || !isNear {
            setAside(triangle, of: shape, u, v, lines)
        }
        let (uStart, vStart) = (
            u.row(lines.lowerBound, origin.x), v.row(lines.lowerBound, origin.y)
        )
        let (uDown, vDown) = (
            Lanes.Coordinates(repeating: u.dy32), Lanes.Coordinates(repeating: v.dy32)
        )
        // Down each column of groups: rows of small triangles are too short to walk along.
        var x = columns.trailingZeroBitCount & -Lanes.width
        let end = 64 &- columns.leadingZeroBitCount
        while x < end {
            let (uLeft, vLeft) = (
                uStart &+ u.dx32 &* Int32(truncatingIfNeeded: x),
                vStart &+ v.dx32 &* Int32(truncatingIfNeeded: x)
            )
            var uHere = Lanes.Coordinates(repeating: uLeft) &+ u.steps
            var vHere = Lanes.Coordinates(repeating: vLeft) &+ v.steps
            for line in lines {
                let bits = Lanes.Bits(truncatingIfNeeded: rows[line] &>> UInt64(x))
                Lanes.storePoints(uHere, vHere, bits, points + (line << Tile.shift + x))
                uHere = uHere &+ uDown
                vHere = vHere &+ vDown
            }
            x = x &+ Lanes.width
        }
        return true
    }

    /// Asks for the texels that a row's points look at.
    @inline(__always)
    func prefetch(row y: Int, _ level: TextureLevel) {
        let base = level.row(origin.y) + Int(origin.x) &* 4
        let row = points + y << Tile.shift
        Rows.eachGroup(of: covered[y] & ~beyond[y]) { x, bits in
            let first = row[x &+ bits.trailingZeroBitCount]
            let last = row[x &+ Lanes.width &- 1 &- bits.leadingZeroBitCount]
            processor_prefetch(base + MeshPoints.place(first, level))
            processor_prefetch(base + (MeshPoints.place(last, level) &+ 4))
        }
    }

    /// Where a point's upper left texel lies, in bytes from `origin`.
    @inline(__always)
    private static func place(_ point: UInt32, _ level: TextureLevel) -> Int {
        Int(point &>> 24) &* level.stride &+ Int(point &>> 8 & 0xFF) &* 4
    }

    /// Takes the pixels of a triangle that are read one by one out of `rows`.
    private func setAside(
        _ triangle: UnsafePointer<Triangle>, of shape: UnsafePointer<Shape>, _ u: Plane, _ v: Plane,
        _ lines: Range<Int>
    ) {
        let mayStay = isNear && !triangle.pointee.isSteep
        for line in lines where rows[line] != 0 {
            let bits = rows[line]
            let (first, last) = (bits.trailingZeroBitCount, 63 &- bits.leadingZeroBitCount)
            // Coordinates are linear along a row: between two points within the picture, all are.
            if mayStay, shape.pointee.contains(u.at(first, line), v.at(first, line)),
                shape.pointee.contains(u.at(last, line), v.at(last, line))
            {
                continue
            }
            let aside = setAside(bits, shape, u, v, line, mayStay: mayStay)
            beyond[line] |= aside
            rows[line] = bits & ~aside
        }
    }

    /// Notes where the pixels of a row look, and says which of them are beyond the picture.
    private func setAside(
        _ bits: UInt64, _ shape: UnsafePointer<Shape>, _ u: Plane, _ v: Plane, _ line: Int,
        mayStay: Bool
    ) -> UInt64 {
        let right = Int64(shape.pointee.texels.width) << 16 &+ MeshPoints.margin
        let bottom = Int64(shape.pointee.texels.height) << 16 &+ MeshPoints.margin
        var (rest, aside) = (bits, UInt64(0))
        while rest != 0 {
            let i = rest.trailingZeroBitCount
            rest &= rest &- 1
            let (x, y) = (u.at(i, line), v.at(i, line))
            if mayStay, shape.pointee.contains(x, y) { continue }
            aside |= 1 &<< UInt64(i)
            let place = line << Tile.shift | i
            self.u[place] = Int32(
                truncatingIfNeeded: max(-MeshPoints.margin, min(right, x &>> 8)))
            self.v[place] = Int32(
                truncatingIfNeeded: max(-MeshPoints.margin, min(bottom, y &>> 8)))
        }
        return aside
    }
}

/// A texel coordinate over a tile: fixed point with 24 bits after the point, from the centre of the first
/// texel.
///
/// It is counted from the tile's corner, whatever is drawn of the tile, so that rounding is always the
/// same.
private struct Plane {
    private let origin: Int64
    let dx: Int64
    let dy: Int64
    let dx32: Int32
    let dy32: Int32

    /// Half of the steps in which `weighed` tells places apart: what is cut off later is rounded.
    static let across: Int64 = 1 << 16
    static let down: Int64 = 1 << 15

    @inline(__always)
    init(_ plane: Triangle.Plane, at tile: Box, rounding: Int64) {
        let corner =
            plane.origin &+ plane.dx &* Int64(tile.left) &+ plane.dy &* Int64(tile.top)
        origin = corner &>> 8 &- 1 << 23 &+ rounding
        dx = plane.dx &>> 8
        dy = plane.dy &>> 8
        dx32 = Int32(truncatingIfNeeded: dx)
        dy32 = Int32(truncatingIfNeeded: dy)
    }

    /// From the first to each pixel of a group.
    @inline(__always)
    var steps: Lanes.Coordinates { Lanes.ramp &* Lanes.Coordinates(repeating: dx32) }

    /// At the tile's left edge, counted from a texel, where that fits.
    @inline(__always)
    func row(_ line: Int, _ texel: Int32) -> Int32 {
        Int32(truncatingIfNeeded: origin) &- texel &<< 24 &+ dy32
            &* Int32(
                truncatingIfNeeded: line)
    }

    @inline(__always)
    func at(_ x: Int, _ line: Int) -> Int64 { origin &+ dx &* Int64(x) &+ dy &* Int64(line) }
}

extension Shape {
    /// Whether all texels around a point, with 24 bits after the point, lie in the levels it is read from.
    @inline(__always)
    func contains(_ u: Int64, _ v: Int64) -> Bool {
        let start = Int64(Shape.least)
        return UInt64(bitPattern: u &>> 8 &- start) < UInt64(bitPattern: Int64(uEnd) &- start)
            && UInt64(bitPattern: v &>> 8 &- start) < UInt64(bitPattern: Int64(vEnd) &- start)
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
