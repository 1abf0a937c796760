import AvatarTypes

/// A place that can be touched: what certain parts cover, or a box that a group carries along.
struct HitArea: Sendable {
    var name: String
    var title: String
    /// Into the rig's parts.
    var parts: [Int]
    var box: Box?

    struct Box: Sendable {
        var corners: [SIMD2<Float>]
        /// From the group that carries it outwards; empty when none does.
        var chain: [Int]
        var depths: [Turn.Depth]
    }
}

/// Whether a point lies in a triangle, and where.
struct Barycentric {
    var weights: SIMD3<Float>

    /// Nil outside, and in a triangle without an area.
    init?(of point: SIMD2<Float>, in a: SIMD2<Float>, _ b: SIMD2<Float>, _ c: SIMD2<Float>) {
        func cross(_ u: SIMD2<Float>, _ v: SIMD2<Float>) -> Float { u.x * v.y - u.y * v.x }
        let area = cross(b - a, c - a)
        guard area != 0, area.isFinite else { return nil }
        let (beta, gamma) = (cross(point - a, c - a) / area, cross(b - a, point - a) / area)
        weights = SIMD3(1 - beta - gamma, beta, gamma)
        guard weights.min() >= 0 else { return nil }
    }
}
