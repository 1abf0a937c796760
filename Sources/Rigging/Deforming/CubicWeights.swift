/// How much each of up to four evenly spaced values counts at a place between them.
///
/// A Catmull-Rom spline: it passes through every value without a kink, and a straight row of values
/// stays straight to its ends, where the values beyond are continued in a line.
struct CubicWeights {
    /// Of the values `first`…`first + 3`; those outside of the row count 0.
    var weights: SIMD4<Float>
    var first: Int

    /// - Parameters:
    ///   - place: 0 at the first value, 1 at the last; taken to the nearer end when outside.
    ///   - count: at least 2.
    @inline(__always)
    init(at place: Float, of count: Int) {
        let position = min(max(place, 0), 1) * Float(count - 1)
        let cell = min(Int(position), count - 2)
        let t = position - Float(cell)
        let (t2, t3) = (t * t, t * t * t)
        weights = SIMD4(
            -0.5 * t3 + t2 - 0.5 * t,
            1.5 * t3 - 2.5 * t2 + 1,
            -1.5 * t3 + 2 * t2 + 0.5 * t,
            0.5 * t3 - 0.5 * t2)
        first = cell - 1
        if cell == 0 {
            weights[1] += 2 * weights[0]
            weights[2] -= weights[0]
            weights[0] = 0
        }
        if cell == count - 2 {
            weights[2] += 2 * weights[3]
            weights[1] -= weights[3]
            weights[3] = 0
        }
    }

    /// The value at the place.
    func value(in row: [Float]) -> Float {
        var sum: Float = 0
        for lane in 0..<4 where weights[lane] != 0 { sum += weights[lane] * row[first + lane] }
        return sum
    }
}
