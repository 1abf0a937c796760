import AvatarTypes
import Glibc

/// The small pictures that weather, light and bars are drawn with, made by formula.
enum Stencil {
    /// A sheet that shines from the upper right corner and fades to nothing: white.
    static let glow = picture(64, 64) { x, y in
        let distance = ((x - 1) * (x - 1) + (y + 0.05) * (y + 0.05)).squareRoot()
        return white(faded(distance / 1.25))
    }
    /// Four drops of falling rain side by side, from faint to bright.
    static let rain = picture(32, 64) { x, y in
        let column = min(3, Int(x * 4))
        let across = abs(x * 4 - Float(column) - 0.5) * 2
        let tail = y * y * (1 - smooth(0.93, 1, y))
        return SIMD4(0.86, 0.93, 1, 1) * ((1 - smooth(0.1, 0.8, across)) * tail * levels[column])
    }
    /// Four flakes side by side: from a soft, far one to a crisp star.
    static let snow = picture(128, 32) { x, y in
        let column = min(3, Int(x * 4))
        let dx = (x * 4 - Float(column) - 0.5) * 2
        let dy = (y - 0.5) * 2
        let radius = (dx * dx + dy * dy).squareRoot()
        var alpha = 1 - smooth(Float(column) * 0.12, 0.92, radius)
        if column == 3 {
            let arms = abs(cosf(3 * atan2f(dy, dx)))
            alpha = (1 - smooth(0.1, 0.9, radius)) * (0.35 + 0.65 * arms * arms)
        }
        return white(alpha * levels[column])
    }
    /// Four petals of a cherry side by side, each lit otherwise.
    static let petals = picture(128, 32) { x, y in
        let column = min(3, Int(x * 4))
        let dx = (x * 4 - Float(column) - 0.5) * 2.1
        let dy = (y - 0.5) * 2.1
        // A drop that widens upwards, with the notch that cherry petals have.
        let width = 0.62 * (1 - dy * dy).clamped.squareRoot() * (1 - 0.35 * dy)
        let notch = dy < -0.55 ? max(0, 0.16 - abs(dx)) * (-dy - 0.55) * 8 : 0
        let alpha = (1 - smooth(width - 0.14, width, abs(dx))) * (1 - min(1, notch))
        let blush = smooth(-0.4, 1, dy) * 0.5 + 0.08 * Float(column)
        let colour = SIMD4<Float>(1, 0.87 - 0.22 * blush, 0.92 - 0.12 * blush, 1)
        return colour * alpha
    }
    /// Four leaves of autumn side by side.
    static let leaves = picture(128, 32) { x, y in
        let column = min(3, Int(x * 4))
        let dx = (x * 4 - Float(column) - 0.5) * 2.1
        let dy = (y - 0.5) * 2.1
        let width = 0.5 * powf((1 - dy * dy).clamped, 0.75) * (1 + 0.25 * dy)
        let vein = 0.82 + 0.18 * smooth(0.02, 0.12, abs(dx)) - 0.06 * sinf(14 * (dy - abs(dx)))
        let alpha = max(
            1 - smooth(width - 0.1, width, abs(dx)),
            dy > 0.7 ? 1 - smooth(0.03, 0.1, abs(dx)) : 0)
        let colours: [SIMD4<Float>] = [
            [0.93, 0.55, 0.20, 1], [0.86, 0.36, 0.18, 1], [0.95, 0.75, 0.30, 1],
            [0.66, 0.30, 0.17, 1],
        ]
        let lit = colours[column] * min(1, vein)
        return SIMD4(lit.x, lit.y, lit.z, 1) * alpha * (1 - smooth(0.98, 1.05, abs(dy)))
    }
    /// A bank of fog: a cloud with soft edges.
    static let fog = picture(128, 64) { x, y in
        let (dx, dy) = ((x - 0.5) * 2, (y - 0.5) * 2)
        let edge = (1 - smooth(0.2, 1, (dx * dx + dy * dy).squareRoot()))
        let billow = 0.72 + 0.28 * sinf(9 * x + 2 * sinf(7 * y)) * cosf(8 * y + sinf(5 * x))
        return SIMD4(0.93, 0.95, 1, 1) * (edge * edge * billow)
    }
    /// A bar with round ends, orange above and teal below; the ends are a third of its height each.
    static let bar = picture(32, 96) { x, y in
        let colour =
            SIMD4<Float>(0.37, 0.82, 0.77, 1) * y + SIMD4<Float>(1, 0.66, 0.42, 1) * (1 - y)
        // How far from the line that is its spine.
        let (dx, dy) = (abs(x - 0.5) * 2, max(0, 1 - y * 3, y * 3 - 2))
        return colour * (1 - smooth(0.78, 1, (dx * dx + dy * dy).squareRoot()))
    }
    /// A dot with a soft rim.
    static let dot = picture(32, 32) { x, y in
        let (dx, dy) = ((x - 0.5) * 2, (y - 0.5) * 2)
        return white(1 - smooth(0.75, 1, (dx * dx + dy * dy).squareRoot()))
    }

    private static let levels: [Float] = [0.35, 0.55, 0.8, 1]

    private static func white(_ alpha: Float) -> SIMD4<Float> { SIMD4(repeating: alpha) }

    /// 1 at 0, falling ever more gently to 0 at 1.
    private static func faded(_ distance: Float) -> Float {
        let rest = (1 - distance).clamped
        return rest * rest * (3 - 2 * rest)
    }

    private static func smooth(_ from: Float, _ to: Float, _ value: Float) -> Float {
        let way = ((value - from) / (to - from)).clamped
        return way * way * (3 - 2 * way)
    }

    /// - Parameter colour: premultiplied, of a place in the picture, 0…1 from the left and top.
    private static func picture(
        _ width: Int, _ height: Int, _ colour: (Float, Float) -> SIMD4<Float>
    ) -> Texture {
        var image = Image(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width {
                let value = colour(
                    (Float(x) + 0.5) / Float(width), (Float(y) + 0.5) / Float(height))
                image[x, y] = SIMD4<UInt8>(
                    clamping: SIMD4<Int>((value * 255).rounded(.toNearestOrEven)))
            }
        }
        return Texture(levels: [image])
    }
}

extension Float {
    /// Within 0…1.
    var clamped: Float { Swift.min(1, Swift.max(0, self)) }
}
