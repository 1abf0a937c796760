import AvatarTypes

/// A grid of control points over a rectangle; what lies in it follows where they are moved.
///
/// Between control points movement is smooth (cubic), and outside of the rectangle it is that of the
/// nearest edge, so nothing ever tears off.
struct Lattice: Sendable, Equatable {
    var columns: Int
    var rows: Int
    /// What the control points are spread over, in the rig's units.
    var box: Rect

    var count: Int { columns * rows }

    /// Moves points by the control points' offsets, which are given row by row.
    func displace(
        _ points: UnsafeMutableBufferPointer<SIMD2<Float>>,
        by offsets: UnsafeBufferPointer<SIMD2<Float>>
    ) {
        let scale = SIMD2(1 / max(box.width, 1e-6), 1 / max(box.height, 1e-6))
        let corner = SIMD2(box.x, box.y)
        for index in points.indices {
            let place = (points[index] - corner) * scale
            let across = CubicWeights(at: place.x, of: columns)
            let down = CubicWeights(at: place.y, of: rows)
            var sum = SIMD2<Float>.zero
            for row in 0..<4 where down.weights[row] != 0 {
                let start = (down.first + row) * columns
                var line = SIMD2<Float>.zero
                for column in 0..<4 where across.weights[column] != 0 {
                    line += offsets[start + across.first + column] * across.weights[column]
                }
                sum += line * down.weights[row]
            }
            points[index] += sum
        }
    }
}
