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
    /// One bit per row: some of its points read beyond the picture's border.
    private(set) var beyond: UInt64 = 0

    /// Eight points are written at once, also at the end of the last row.
    private static let slack = 8
    /// Points farther than so many texels beyond the border need not be told apart.
    private static let margin: Int64 = 8 << 16
    /// Half of the steps in which `weighed` tells places apart: what is cut off later is rounded.
    private static let rounding: (u: Int64, v: Int64) = (0x100, 0x80)

    init() {
        u = .allocate(capacity: Tile.area + MeshPoints.slack)
        v = .allocate(capacity: Tile.area + MeshPoints.slack)
        u.initialize(repeating: 0, count: Tile.area + MeshPoints.slack)
        v.initialize(repeating: 0, count: Tile.area + MeshPoints.slack)
        covered = .allocate(capacity: Tile.side)
        covered.initialize(repeating: 0, count: Tile.side)
    }

    deinit {
        u.deallocate()
        v.deallocate()
        covered.deallocate()
    }

    func removeAll() {
        covered.update(repeating: 0, count: Tile.side)
        beyond = 0
    }

    /// Takes in the points of a triangle's pixels.
    ///
    /// - Parameter hidden: Pixels that need not be drawn, row by row; some are nevertheless.
    /// - Returns: False, and only a part is taken in, when the triangle covers a pixel that is covered
    ///   already: the mesh folds over itself.
    @inline(__always)
    func add(
        _ triangle: UnsafePointer<Triangle>, of shape: Shape, in tile: Box,
        hidden: UnsafePointer<UInt64>
    ) -> Bool {
        let t = triangle.pointee
        let left = Int64(tile.left)
        let right = Int64(tile.right)
        let (du, dv) = (t.u.dx &>> 16, t.v.dx &>> 16)
        let lanes = SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7)
        let steps = (
            u: lanes &* SIMD8(repeating: Int32(truncatingIfNeeded: du)),
            v: lanes &* SIMD8(repeating: Int32(truncatingIfNeeded: dv))
        )
        var spans = Spans(t, from: tile.top, to: tile.bottom)
        while let (row, start, end) = spans.next() {
            let first = max(left, start)
            let count = min(right, end) &- first
            if count <= 0 { continue }
            let line = Int(row &- tile.top)
            let all = (~UInt64(0) &>> UInt64(64 &- count)) &<< UInt64(first &- left)
            let shown = all & ~hidden[line]
            if shown == 0 { continue }
            if covered[line] & all != 0 { return false }
            // From the first pixel that shows to the last.
            let column = shown.trailingZeroBitCount
            let length = 64 &- shown.leadingZeroBitCount &- column
            covered[line] |= (~UInt64(0) &>> UInt64(64 &- length)) &<< UInt64(column)
            // Counted from where the row begins, hidden or not, so that rounding is the same.
            let skipped = left &+ Int64(column) &- first
            let y = Int64(row)
            let u0 =
                ((t.u.origin &+ t.u.dx &* first &+ t.u.dy &* y) &>> 16) &- 0x8000
                &+ MeshPoints.rounding.u &+ du &* skipped
            let v0 =
                ((t.v.origin &+ t.v.dx &* first &+ t.v.dy &* y) &>> 16) &- 0x8000
                &+ MeshPoints.rounding.v &+ dv &* skipped
            let place = line << Tile.shift | column
            // Coordinates are linear along the row: between two points that are inside, all are.
            let last = Int64(length &- 1)
            if shape.contains(u0, v0) && shape.contains(u0 &+ du &* last, v0 &+ dv &* last) {
                MeshPoints.fill(u + place, from: Int32(truncatingIfNeeded: u0), steps.u, length)
                MeshPoints.fill(v + place, from: Int32(truncatingIfNeeded: v0), steps.v, length)
            } else {
                beyond |= 1 &<< UInt64(line)
                addBeyond(place, length, shape.texels, (u0, du), (v0, dv))
            }
        }
        return true
    }

    /// Writes a linear row; each next one is a lane of the steps further. What lies behind it stays.
    @inline(__always)
    private static func fill(
        _ row: UnsafeMutablePointer<Int32>, from first: Int32, _ steps: SIMD8<Int32>, _ length: Int
    ) {
        // Eight steps further: the last lane's, and one more.
        let stride = SIMD8(repeating: steps[7] &+ steps[1])
        var eight = SIMD8(repeating: first) &+ steps
        var i = 0
        while i &+ 8 <= length {
            UnsafeMutableRawPointer(row + i).storeBytes(of: eight, as: SIMD8<Int32>.self)
            eight = eight &+ stride
            i = i &+ 8
        }
        if i == length { return }
        let old = UnsafeRawPointer(row + i).loadUnaligned(as: SIMD8<Int32>.self)
        let rest = SIMD8(repeating: Int32(truncatingIfNeeded: length &- i))
        let keep = (SIMD8<Int32>(0, 1, 2, 3, 4, 5, 6, 7) &- rest) &>> 31
        UnsafeMutableRawPointer(row + i).storeBytes(
            of: (eight & keep) | (old & ~keep), as: SIMD8<Int32>.self)
    }

    /// The same for a row that leaves the picture, however far.
    private func addBeyond(
        _ place: Int, _ length: Int, _ texels: TextureLevel, _ u: (Int64, step: Int64),
        _ v: (Int64, step: Int64)
    ) {
        let (right, bottom) = (
            Int64(texels.width) << 16 &+ MeshPoints.margin,
            Int64(texels.height) << 16 &+ MeshPoints.margin
        )
        for i in 0..<length {
            let x = max(-MeshPoints.margin, min(right, u.0 &+ u.step &* Int64(i)))
            let y = max(-MeshPoints.margin, min(bottom, v.0 &+ v.step &* Int64(i)))
            self.u[place &+ i] = Int32(truncatingIfNeeded: x)
            self.v[place &+ i] = Int32(truncatingIfNeeded: y)
        }
    }
}

extension Shape {
    /// Whether all texels around a point lie in the levels it is read from.
    @inline(__always)
    func contains(_ u: Int64, _ v: Int64) -> Bool {
        let start = Int64(least)
        return UInt64(bitPattern: u &- start) < UInt64(bitPattern: Int64(uEnd) &- start)
            && UInt64(bitPattern: v &- start) < UInt64(bitPattern: Int64(vEnd) &- start)
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

/// The pixels of a triangle, row by row.
struct Spans {
    private let triangle: Triangle
    private var row: Int32
    private let end: Int32
    private var far: Int64
    private var near: Int64
    private var nearSlope: Int64

    /// - Parameters:
    ///   - top, bottom: The rows that are asked for.
    @inline(__always)
    init(_ t: Triangle, from top: Int32, to bottom: Int32) {
        triangle = t
        row = max(t.bounds.top, top)
        end = min(t.bounds.bottom, bottom)
        far = t.long.x &+ t.long.slope &* Int64(row &- t.top)
        let isUpper = row < t.middle
        let edge = isUpper ? t.upper : t.lower
        near = edge.x &+ edge.slope &* Int64(row &- (isUpper ? t.top : t.middle))
        nearSlope = edge.slope
    }

    /// From the first pixel whose centre is at or right of the left edge, to that of the right edge.
    @inline(__always)
    mutating func next() -> (row: Int32, start: Int64, end: Int64)? {
        if row >= end { return nil }
        let (a, b) = ((far &+ 0x7FFF_FFFF) &>> 32, (near &+ 0x7FFF_FFFF) &>> 32)
        let line = row
        row &+= 1
        far &+= triangle.long.slope
        near &+= nearSlope
        if row == triangle.middle {
            near = triangle.lower.x
            nearSlope = triangle.lower.slope
        }
        return triangle.longIsLeft ? (line, a, b) : (line, b, a)
    }
}
