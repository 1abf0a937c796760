import Glibc

/// A line of joints through something long and soft, such as a lock of hair: it bends what lies along it.
///
/// The line runs straight from root to tip in the drawing. Each of its segments is turned by an angle of
/// its own; between the middles of two segments the angle changes evenly, so the bend is smooth, and what
/// lies before the root stays where it is.
struct Chain: Sendable, Equatable {
    var root: SIMD2<Float>
    /// From root to tip, of length 1.
    var axis: SIMD2<Float>
    /// Rig units.
    var length: Float
    var joints: Int
    /// How far what lies beside the line turns with it, 0…1: a thin lock turns wholly; a wide sheet would
    /// fold over itself and is only pushed sideways.
    var slimness: Float

    /// To the side of the axis: where a positive (clockwise) angle moves the tip.
    var side: SIMD2<Float> { SIMD2(-axis.y, axis.x) }

    /// Points of the bent line between two joints; more would not be seen.
    private static let steps = 4

    /// - Parameter width: of what is bent, across the axis.
    init(root: SIMD2<Float>, tip: SIMD2<Float>, joints: Int, width: Float) {
        let way = tip - root
        length = max((way * way).sum().squareRoot(), 1)
        axis = way / length
        self.root = root
        self.joints = joints
        slimness = min(max(1.4 - 1.6 * width / length, 0), 1)
    }

    /// Moves points as the segments' angles say.
    ///
    /// - Parameter angles: of the segments against the drawing, in radians, clockwise, root first.
    func bend(
        _ points: UnsafeMutableBufferPointer<SIMD2<Float>>, by angles: UnsafeBufferPointer<Float>
    ) {
        let count = joints * Self.steps
        let step = length / Float(count)
        withUnsafeTemporaryAllocation(of: SIMD4<Float>.self, capacity: count + 1) { line in
            // Where each point of the line is, and how it is turned there.
            var place = root
            for index in 0...count {
                let angle = self.angle(at: Float(index) / Float(Self.steps), angles)
                let (sine, cosine) = (sinf(angle), cosf(angle))
                line[index] = SIMD4(place.x, place.y, cosine, sine)
                let middle = self.angle(at: (Float(index) + 0.5) / Float(Self.steps), angles)
                place += step * (axis * cosf(middle) + side * sinf(middle))
            }
            for index in points.indices {
                let arm = points[index] - root
                let along = (arm * axis).sum()
                if along <= 0 { continue }
                let across = (arm * side).sum()
                let slot = min(Int(along / step), count - 1)
                let fraction = along / step - Float(slot)
                let mixed = line[slot] + (line[slot + 1] - line[slot]) * min(fraction, 1)
                // Beyond the tip the last direction goes on.
                let over = step * max(fraction - 1, 0)
                let (cosine, sine) = (mixed.z, mixed.w)
                let turned = side * cosine - axis * sine
                let level = side + (turned - side) * slimness
                points[index] =
                    SIMD2(mixed.x, mixed.y) + (axis * cosine + side * sine) * over + level * across
            }
        }
    }

    /// The angle at a distance from the root, in segments.
    private func angle(at place: Float, _ angles: UnsafeBufferPointer<Float>) -> Float {
        let slot = place - 0.5
        if slot <= 0 { return angles[0] * (place / 0.5) }
        let lower = min(Int(slot), joints - 1)
        let upper = min(lower + 1, joints - 1)
        return angles[lower] + (angles[upper] - angles[lower]) * min(slot - Float(lower), 1)
    }
}
