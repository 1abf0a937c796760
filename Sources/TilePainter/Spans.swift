import Tiling

/// The pixels of a triangle in a tile, four rows at a time.
struct Spans {
    /// Rows that are found at once.
    static let rows = 4

    /// The first row, counted from the tile's upper edge, and the end.
    let first: Int
    let end: Int
    private let middle: Int
    /// Half a pixel less than the tile's left edge, 32.32.
    private let left: Int64
    /// One bit for each pixel of a row of the tile.
    private let width: UInt64

    @inline(__always)
    init(_ triangle: UnsafePointer<Triangle>, in tile: Box) {
        first = Int(max(triangle.pointee.bounds.top, tile.top) &- tile.top)
        end = Int(min(triangle.pointee.bounds.bottom, tile.bottom) &- tile.top)
        middle = Int(triangle.pointee.middle &- tile.top)
        left = Int64(tile.left) &<< 32 &- 0x7FFF_FFFF
        width = ~0 &>> UInt64(truncatingIfNeeded: 64 &- (tile.right &- tile.left))
    }

    /// Hands out rows with one bit for each pixel whose centre is at or right of the left edge, and left of
    /// the right one. Of four rows, those beyond the end have none.
    @inline(__always)
    func forEach(
        of triangle: UnsafePointer<Triangle>, _ body: (_ row: Int, _ bits: SIMD4<UInt64>) -> Void
    ) {
        // Where the long edge and the upper one start is the triangle's top.
        let top = middle &- Int(triangle.pointee.middle &- triangle.pointee.top)
        let split = max(first, min(middle, end))
        half(first..<split, triangle, from: top, triangle.pointee.upper, from: top, body)
        half(split..<end, triangle, from: top, triangle.pointee.lower, from: middle, body)
    }

    @inline(__always)
    private func half(
        _ range: Range<Int>, _ triangle: UnsafePointer<Triangle>, from top: Int,
        _ short: Triangle.Edge, from start: Int,
        _ body: (_ row: Int, _ bits: SIMD4<UInt64>) -> Void
    ) {
        if range.isEmpty { return }
        let long = triangle.pointee.long
        let isLeft = triangle.pointee.longIsLeft
        var a = crossings(isLeft ? long : short, after: range.lowerBound &- (isLeft ? top : start))
        var b = crossings(isLeft ? short : long, after: range.lowerBound &- (isLeft ? start : top))
        let aStep = SIMD4(repeating: (isLeft ? long : short).slope &* 4)
        let bStep = SIMD4(repeating: (isLeft ? short : long).slope &* 4)
        var row = range.lowerBound
        while row < range.upperBound {
            var bits = Lanes.bits(from: a, to: b) & SIMD4(repeating: width)
            let rest = range.upperBound &- row
            if rest < Spans.rows {
                bits &= SIMD4(~0, rest > 1 ? ~0 : 0, rest > 2 ? ~0 : 0, 0)
            }
            body(row, bits)
            a = a &+ aStep
            b = b &+ bStep
            row = row &+ Spans.rows
        }
    }

    @inline(__always)
    private func crossings(_ edge: Triangle.Edge, after rows: Int) -> SIMD4<Int64> {
        let x = edge.x &+ edge.slope &* Int64(rows) &- left
        let twice = edge.slope &* 2
        return SIMD4(x, x &+ edge.slope, x &+ twice, x &+ twice &+ edge.slope)
    }

    @inline(__always)
    static func load(_ rows: UnsafePointer<UInt64>) -> SIMD4<UInt64> {
        UnsafeRawPointer(rows).loadUnaligned(as: SIMD4<UInt64>.self)
    }

    @inline(__always)
    static func store(_ bits: SIMD4<UInt64>, _ rows: UnsafeMutablePointer<UInt64>) {
        UnsafeMutableRawPointer(rows).storeBytes(of: bits, as: SIMD4<UInt64>.self)
    }
}
