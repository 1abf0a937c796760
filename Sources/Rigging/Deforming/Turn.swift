import AvatarTypes
import Glibc

/// A head or chest that turns: what lies nearer to the viewer moves further.
///
/// Points are taken to lie on a shallow dome over the picture, so the far half of a face narrows and the
/// near half opens, from layers that were drawn from the front.
struct Turn: Sendable {
    /// Inputs in degrees: to the picture's right, and up.
    var yaw: Int
    var pitch: Int
    var center: SIMD2<Float>
    /// Half the width and height of the dome, in the rig's units.
    var radius: SIMD2<Float>

    /// How far before the turning axis a part lies, in widths of the dome's radius.
    struct Depth: Sendable, Equatable {
        /// In the middle of the dome.
        var center: Float = 0
        /// At its rim and beyond.
        var rim: Float = 0
    }

    /// A flat card would shrink by the cosine; a skull is round and shrinks less.
    private static let flatness: Float = 0.5
    /// What comes nearer looks larger: by this part for every radius that it comes.
    private static let perspective: Float = 0.08

    /// Turns points of one depth.
    ///
    /// - Parameter angles: yaw and pitch in degrees.
    func displace(
        _ points: UnsafeMutableBufferPointer<SIMD2<Float>>, depth: Depth, angles: SIMD2<Float>
    ) {
        if angles == .zero { return }
        let radians = angles * (.pi / 180)
        let sines = SIMD2(sinf(radians.x), -sinf(radians.y))
        let lift = sines * radius.x
        let fall = cosf(radians.x) * cosf(radians.y)
        let shrink =
            SIMD2<Float>(1, 1) - (SIMD2(1, 1) - SIMD2(cosf(radians.x), cosf(radians.y)))
            * Self.flatness
        for index in points.indices {
            let arm = points[index] - center
            let place = arm / radius
            let dome = max(0, 1 - (place * place).sum())
            let height = depth.rim + (depth.center - depth.rim) * dome
            // How much nearer the turn brings it, in radii: the side that turns to the viewer comes.
            let nearer = height * (fall - 1) - (place * sines).sum()
            points[index] =
                center + (arm * shrink + lift * height) * (1 + Self.perspective * nearer)
        }
    }
}
