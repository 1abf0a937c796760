/// A triangle made ready to be drawn row by row.
///
/// Corners are on a grid of 1/256 pixel. Where an edge crosses the middle of a row is computed from
/// the edge alone, always from its upper end, so two triangles that share an edge agree to the last
/// bit: no crack, and no pixel twice. A pixel belongs to a triangle when its centre is inside, on the
/// left edge, or on a horizontal upper edge (the top-left rule).
public struct Triangle: BitwiseCopyable {
    /// Sub-pixel steps in a pixel.
    public static let grid: Int32 = 256
    /// Corners farther out than this, in grid steps, are not drawn: a million pixels, far beyond any
    /// canvas, and all products below stay within 64 bits.
    static let farthest: Int32 = 1 << 28

    /// Where a line crosses pixel rows: 32.32 fixed point.
    public struct Edge: BitwiseCopyable {
        public private(set) var x: Int64
        public private(set) var slope: Int64

        /// - Precondition: `a` is above `b`.
        @inline(__always)
        init(from a: SIMD2<Int32>, to b: SIMD2<Int32>, atRow row: Int32) {
            let height = Int64(b.y) - Int64(a.y)
            let run = (Int64(b.x) - Int64(a.x)) << 32
            // Rounded down, so that a crossing exactly at a pixel's centre is never found behind it.
            var quotient = run / height
            if quotient * height > run { quotient -= 1 }
            slope = quotient
            let below = (Int64(row) << 8) + 128 - Int64(a.y)
            x = (Int64(a.x) << 24) &+ ((quotient &* below) >> 8)
        }
    }

    /// A texel coordinate over the canvas: 32.32 fixed point, of the level that is drawn.
    public struct Plane: BitwiseCopyable {
        public private(set) var origin: Int64
        public private(set) var dx: Int64
        public private(set) var dy: Int64

        /// More than 16,384 texels in a pixel.
        var isSteep: Bool {
            @inline(__always) get { max(dx.magnitude, dy.magnitude) > 1 << 46 }
        }

        /// - Parameter scale: 32.32 fixed point.
        @inline(__always)
        func scaled(by scale: Int64) -> Plane {
            func part(_ number: Int64) -> Int64 {
                let (high, low) = number.multipliedFullWidth(by: scale)
                return high &<< 32 | Int64(low >> 32)
            }
            return Plane(origin: part(origin), dx: part(dx), dy: part(dy))
        }
    }

    /// Rows from `top` follow the upper short edge, from `middle` the lower one, up to `bottom`.
    public private(set) var top: Int32
    public private(set) var middle: Int32
    public private(set) var bottom: Int32
    public private(set) var longIsLeft: Bool
    public private(set) var long: Edge
    public private(set) var upper: Edge
    public private(set) var lower: Edge
    public private(set) var u: Plane
    public private(set) var v: Plane
    public private(set) var bounds: Box
    /// The least and greatest texel coordinates of the corners, in the largest level.
    let least: SIMD2<Float>
    let most: SIMD2<Float>
    /// Of the texels of the drawn level that its pixels may read: least x, least y, and greatest x and y,
    /// both negated, so that one minimum unites the reach of many.
    public internal(set) var reach = SIMD4<Int32>.zero
    /// Whether all texels around its pixels lie in the levels that are drawn, and fixed point finds them.
    public internal(set) var isWithin = false
    /// Whether texels run by so fast, in a sliver, that fixed point cannot follow: it is drawn pixel by
    /// pixel.
    public var isSteep: Bool {
        @inline(__always) get { u.isSteep || v.isSteep }
    }
    /// Whether all its pixels are opaque for sure.
    var isSolid = false

    /// The pixels of the canvas whose centres may be inside of corners.
    @inline(__always)
    static func bounds(
        _ a: SIMD2<Int32>, _ b: SIMD2<Int32>, _ c: SIMD2<Int32>, width: Int32, height: Int32
    ) -> Box {
        let (least, most) = (
            pointwiseMin(a, pointwiseMin(b, c)), pointwiseMax(a, pointwiseMax(b, c))
        )
        return Box(
            left: max(0, cell(least.x)), top: max(0, cell(least.y)),
            right: min(width, cell(most.x)), bottom: min(height, cell(most.y)))
    }

    /// - Precondition: The corners' bounds are not empty.
    ///
    /// - Parameters:
    ///   - area: Twice the signed area of the corners, in grid steps squared; not zero.
    ///   - texels: Where the corners look in the largest level, in texels, finite.
    @inline(__always)
    init(
        _ corners: (SIMD2<Int32>, SIMD2<Int32>, SIMD2<Int32>), area: Int64, bounds: Box,
        texels: (SIMD2<Double>, SIMD2<Double>, SIMD2<Double>)
    ) {
        let (a, b, c) = corners
        self.bounds = bounds
        var (p, q, r) = (a, b, c)
        if Triangle.isAbove(q, p) { swap(&p, &q) }
        if Triangle.isAbove(r, q) { swap(&q, &r) }
        if Triangle.isAbove(q, p) { swap(&p, &q) }
        top = Triangle.cell(p.y)
        middle = Triangle.cell(q.y)
        bottom = Triangle.cell(r.y)
        long = Edge(from: p, to: r, atRow: top)
        upper = p.y < q.y ? Edge(from: p, to: q, atRow: top) : long
        lower = q.y < r.y ? Edge(from: q, to: r, atRow: middle) : long
        longIsLeft = Triangle.area(p, r, q) < 0

        let (uvA, uvB, uvC) = (
            SIMD2<Float>(texels.0), SIMD2<Float>(texels.1), SIMD2<Float>(texels.2)
        )
        least = SIMD2(min(uvA.x, uvB.x, uvC.x), min(uvA.y, uvB.y, uvC.y))
        most = SIMD2(max(uvA.x, uvB.x, uvC.x), max(uvA.y, uvB.y, uvC.y))
        let scale = Double(Triangle.grid) / Double(area)
        let ab = SIMD2<Double>(Double(Int64(b.x) - Int64(a.x)), Double(Int64(b.y) - Int64(a.y)))
        let ac = SIMD2<Double>(Double(Int64(c.x) - Int64(a.x)), Double(Int64(c.y) - Int64(a.y)))
        let tb = texels.1 - texels.0
        let tc = texels.2 - texels.0
        let dx = (tb * ac.y - tc * ab.y) * scale
        let dy = (tc * ab.x - tb * ac.x) * scale
        let origin =
            texels.0 + dx * (0.5 - Double(a.x) / Double(Triangle.grid))
            + dy * (0.5 - Double(a.y) / Double(Triangle.grid))
        u = Plane(
            origin: Triangle.fixed(origin.x), dx: Triangle.fixed(dx.x), dy: Triangle.fixed(dy.x))
        v = Plane(
            origin: Triangle.fixed(origin.y), dx: Triangle.fixed(dx.y), dy: Triangle.fixed(dy.y))
    }

    /// Looks at a smaller level of the texture.
    @inline(__always)
    mutating func shrinkTexels(by scale: Int64) {
        u = u.scaled(by: scale)
        v = v.scaled(by: scale)
    }

    /// Twice the signed area; positive when the corners turn right on the canvas (y down).
    @inline(__always)
    static func area(_ a: SIMD2<Int32>, _ b: SIMD2<Int32>, _ c: SIMD2<Int32>) -> Int64 {
        (Int64(b.x) - Int64(a.x)) * (Int64(c.y) - Int64(a.y))
            - (Int64(b.y) - Int64(a.y)) * (Int64(c.x) - Int64(a.x))
    }

    /// The first pixel whose centre is at or after a grid coordinate.
    @inline(__always)
    private static func cell(_ coordinate: Int32) -> Int32 { (coordinate + 127) >> 8 }

    @inline(__always)
    private static func isAbove(_ a: SIMD2<Int32>, _ b: SIMD2<Int32>) -> Bool {
        a.y < b.y || (a.y == b.y && a.x < b.x)
    }

    /// 32.32 fixed point. What does not fit is cut off: it belongs to a sliver or to nonsense.
    @inline(__always)
    private static func fixed(_ value: Double) -> Int64 {
        let limit = 1_073_741_824.0
        return Int64(max(-limit, min(limit, value)) * 4_294_967_296)
    }
}
