import Glibc

/// A movement that keeps lines straight: x and y axes and a shift.
struct Affine {
    var x = SIMD2<Float>(1, 0)
    var y = SIMD2<Float>(0, 1)
    var shift = SIMD2<Float>.zero

    static let identity = Affine()

    init() {}

    /// Scaled, then turned clockwise by degrees, both about a pivot, then shifted.
    init(
        pivot: SIMD2<Float>, translate: SIMD2<Float>, degrees: Float, scale: SIMD2<Float>
    ) {
        let angle = degrees * (.pi / 180)
        let (sine, cosine) = (sinf(angle), cosf(angle))
        x = SIMD2(cosine, sine) * scale.x
        y = SIMD2(-sine, cosine) * scale.y
        shift = pivot + translate - (x * pivot.x + y * pivot.y)
    }

    @inline(__always)
    func callAsFunction(_ point: SIMD2<Float>) -> SIMD2<Float> {
        x * point.x + y * point.y + shift
    }

    /// This movement, then another.
    func then(_ next: Affine) -> Affine {
        var both = Affine()
        both.x = next.x * x.x + next.y * x.y
        both.y = next.x * y.x + next.y * y.y
        both.shift = next(shift)
        return both
    }
}
