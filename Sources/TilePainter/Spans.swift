import Tiling

/// The pixels of a triangle in a tile, four rows at a time.
enum Spans {
    /// Rows that are found at once.
    static let rows = 4

    /// The rows of a tile that a triangle may touch, counted from the tile's upper edge.
    ///
    /// - Precondition: The triangle's bounds touch the tile.
    @inline(__always)
    static func range(of triangle: UnsafePointer<Triangle>, in tile: Box) -> Range<Int> {
        let first = max(triangle.pointee.bounds.top, tile.top) &- tile.top
        let end = min(triangle.pointee.bounds.bottom, tile.bottom) &- tile.top
        return Int(first)..<max(Int(first), Int(end))
    }

    /// Hands out rows with one bit for each pixel whose centre is at or right of the left edge, and left of
    /// the right one. Of four rows, those beyond the end have none.
    @inline(__always)
    static func forEach(
        of triangle: UnsafePointer<Triangle>, in tile: Box, _ range: Range<Int>,
        _ body: (_ row: Int, _ bits: SIMD4<UInt64>) -> Void
    ) {
        let middle = Int(triangle.pointee.middle &- tile.top)
        // Where the long edge and the upper one start is the triangle's top.
        let top = Int(triangle.pointee.top &- tile.top)
        let split = max(range.lowerBound, min(middle, range.upperBound))
        let upper = range.lowerBound..<split
        half(upper, triangle, tile, from: top, triangle.pointee.upper, from: top, body)
        let lower = split..<range.upperBound
        half(lower, triangle, tile, from: top, triangle.pointee.lower, from: middle, body)
    }

    @inline(__always)
    private static func half(
        _ range: Range<Int>, _ triangle: UnsafePointer<Triangle>, _ tile: Box, from top: Int,
        _ short: Triangle.Edge, from start: Int,
        _ body: (_ row: Int, _ bits: SIMD4<UInt64>) -> Void
    ) {
        if range.isEmpty { return }
        // One bit for each pixel of a row of the tile.
        let width: UInt64 = ~0 &>> UInt64(truncatingIfNeeded: 64 &- (tile.right &- tile.left))
        // Half a pixel less than the tile's left edge, 32.32.
        let left = Int64(tile.left) &<< 32 &- 0x7FFF_FFFF
        let long = triangle.pointee.long
        let isLeft = triangle.pointee.longIsLeft
        let (far, near) = (range.lowerBound &- top, range.lowerBound &- start)
        var a = crossings(isLeft ? long : short, after: isLeft ? far : near, left)
        var b = crossings(isLeft ? short : long, after: isLeft ? near : far, left)
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
    private static func crossings(
        _ edge: Triangle.Edge, after rows: Int, _ left: Int64
    ) -> SIMD4<Int64> {
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
