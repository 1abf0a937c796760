import AvatarTypes
import Glibc

/// Things that fall or drift through the picture: each a pure function of seed and time, so nothing
/// is stored and any moment can be drawn by itself.
///
/// Lengths are heights of the picture, times seconds.
struct Weather {
    var texture: Texture
    /// Texture cells side by side; a thing keeps to one.
    var cells = 4
    var count: Int
    /// Half the width of the smallest and of the largest thing.
    var size: ClosedRange<Float>
    /// Height by width.
    var slenderness: Float = 1
    /// How fast the smallest and the largest fall.
    var speed: ClosedRange<Float>
    /// How far it goes to the right while it falls by one height.
    var slant: Float = 0
    /// How far it swings to both sides, and how often in a second.
    var sway: Float = 0
    var pace: Float = 0
    var motion = Motion.steady
    var opacity: Float = 1

    enum Motion {
        /// Keeps upright, along its way.
        case steady
        /// Turns and shows its edge, as what is thin does in the air.
        case tumbling
        /// Goes sideways instead of down, within the lower part of the picture.
        case drifting
    }

    /// Behind the character and in front of her, for each weather. In front there is little, large and
    /// fast, and nothing that hides a face for long.
    ///
    /// - Source: ours, chosen by eye.
    static func layers(_ kind: Setting.Weather) -> (behind: Weather, front: Weather)? {
        switch kind {
        case .clear:
            nil
        case .rain:
            (
                Weather(
                    texture: Stencil.rain, count: 190, size: 0.0011...0.0019, slenderness: 26,
                    speed: 1.1...1.7, slant: -0.13, opacity: 0.8),
                Weather(
                    texture: Stencil.rain, count: 70, size: 0.0017...0.0032, slenderness: 30,
                    speed: 1.7...2.5, slant: -0.15, opacity: 0.7)
            )
        case .snow:
            (
                Weather(
                    texture: Stencil.snow, count: 150, size: 0.003...0.008, speed: 0.05...0.10,
                    slant: 0.12, sway: 0.012, pace: 0.22, opacity: 0.85),
                Weather(
                    texture: Stencil.snow, count: 48, size: 0.006...0.014, speed: 0.10...0.19,
                    slant: 0.16, sway: 0.022, pace: 0.3, opacity: 0.9)
            )
        case .fog:
            (
                Weather(
                    texture: Stencil.fog, cells: 1, count: 14, size: 0.35...0.6,
                    slenderness: 0.42, speed: 0.012...0.03, sway: 0.01, pace: 0.05,
                    motion: .drifting, opacity: 0.75),
                Weather(
                    texture: Stencil.fog, cells: 1, count: 9, size: 0.3...0.55,
                    slenderness: 0.34, speed: 0.02...0.045, sway: 0.012, pace: 0.06,
                    motion: .drifting, opacity: 0.38)
            )
        case .petals:
            (
                Weather(
                    texture: Stencil.petals, count: 46, size: 0.006...0.011, speed: 0.06...0.11,
                    slant: 0.35, sway: 0.03, pace: 0.3, motion: .tumbling, opacity: 0.9),
                Weather(
                    texture: Stencil.petals, count: 15, size: 0.010...0.018, speed: 0.10...0.17,
                    slant: 0.45, sway: 0.04, pace: 0.35, motion: .tumbling)
            )
        case .leaves:
            (
                Weather(
                    texture: Stencil.leaves, count: 26, size: 0.009...0.016, speed: 0.07...0.12,
                    slant: 0.3, sway: 0.05, pace: 0.28, motion: .tumbling, opacity: 0.92),
                Weather(
                    texture: Stencil.leaves, count: 9, size: 0.015...0.026, speed: 0.11...0.18,
                    slant: 0.4, sway: 0.06, pace: 0.33, motion: .tumbling)
            )
        }
    }

    /// What is in a box at a moment.
    ///
    /// - Parameter seconds: on the media clock; weeks are no problem.
    /// - Complexity: O(*count*); some 30 µs for the rain behind her.
    func brush(in box: Rect, at seconds: Double, seed: UInt64) -> Brush {
        var brush = Brush()
        for number in 0..<count {
            let own = Chances(seed, UInt64(number))
            // The nearer a thing, the larger and the faster.
            let near = Float(number) / Float(count)
            let fall = speed.lowerBound + (speed.upperBound - speed.lowerBound) * near
            let way = seconds * Double(fall) + Double(own.first) * 7
            let round = way.rounded(.down)
            // Each time it comes in, it comes in elsewhere.
            let fresh = Chances(seed ^ 0x9E37, UInt64(number) &+ UInt64(round) &* 4_096)
            let half =
                box.height * (size.lowerBound + (size.upperBound - size.lowerBound) * near)
            let swing = sinf(
                2 * .pi
                    * Float(
                        (seconds * Double(pace) * (0.7 + 0.6 * Double(own.second)))
                            .truncatingRemainder(dividingBy: 1) + Double(own.third)))
            let cell = Rect(
                x: Float(min(cells - 1, Int(own.fourth * Float(cells)))) / Float(cells), y: 0,
                width: 1 / Float(cells), height: 1)
            add(
                to: &brush, way: Float(way - round), fresh: fresh, half: half,
                swing: swing, turns: seconds * Double(0.16 + 0.3 * own.second),
                cell: cell, box: box)
        }
        return brush
    }

    private func add(
        to brush: inout Brush, way: Float, fresh: Chances, half: Float, swing: Float,
        turns: Double, cell: Rect, box: Rect
    ) {
        let tall = half * slenderness
        let margin = max(half, tall) + sway * box.height
        if motion == .drifting {
            let x = box.x - margin + way * (box.width + 2 * margin)
            let y = box.y + box.height * (0.42 + 0.62 * fresh.first + sway * swing)
            brush.add(at: SIMD2(x, y), across: SIMD2(half, 0), down: SIMD2(0, tall), cell: cell)
            return
        }
        let fallen = -margin + way * (box.height + 2 * margin)
        // The slant would leave one corner empty: things start as far beside the picture.
        let reach = abs(slant) * box.height
        let start = box.x - max(0, slant) * box.height + fresh.first * (box.width + reach)
        let centre = SIMD2(
            start + slant * fallen + sway * box.height * swing, box.y + fallen)
        guard motion == .tumbling else {
            let along = SIMD2<Float>(slant, 1) / (1 + slant * slant).squareRoot()
            brush.add(
                at: centre, across: SIMD2(along.y, -along.x) * half, down: along * tall, cell: cell)
            return
        }
        let angle =
            Float((turns + Double(fresh.second)).truncatingRemainder(dividingBy: 1))
            * 2 * .pi
        let edge = Float((turns * 1.7 + Double(fresh.third)).truncatingRemainder(dividingBy: 1))
        let (sine, cosine) = (sinf(angle + swing), cosf(angle + swing))
        let narrow = max(0.18, abs(cosf(edge * 2 * .pi)))
        brush.add(
            at: centre, across: SIMD2(cosine, sine) * half * narrow,
            down: SIMD2(-sine, cosine) * tall, cell: cell)
    }
}

/// Four numbers 0..<1 that belong to two numbers.
struct Chances {
    var first: Float
    var second: Float
    var third: Float
    var fourth: Float

    init(_ seed: UInt64, _ number: UInt64) {
        var generator = SeededGenerator(seed: seed &+ number &* 0xD134_2543_DE82_EF95)
        let (a, b) = (generator.next(), generator.next())
        first = Float(a >> 40) * 0x1p-24
        second = Float(a & 0xFF_FFFF) * 0x1p-24
        third = Float(b >> 40) * 0x1p-24
        fourth = Float(b & 0xFF_FFFF) * 0x1p-24
    }
}
