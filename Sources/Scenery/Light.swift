import AvatarTypes

/// The light of an hour: what it does to every colour, and the glow that comes from one side.
struct Light: Equatable {
    /// Colour is multiplied by this, then lightened by `screen`: c + s − c·s.
    var tint = SIMD3<Float>(1, 1, 1)
    var screen = SIMD3<Float>(0, 0, 0)
    /// The sun's or the moon's glow on the side of the character that it stands at.
    var glow = SIMD3<Float>(1, 1, 1)
    /// 0…1; 0 has no side.
    var strength: Float = 0

    static let even = Light()

    /// The light of certain hours; between them it runs smoothly. The tint keeps its brightest
    /// component near 1 except at night: a darker one makes skin grey, which is what "muddy" means.
    ///
    /// - Source: ours, chosen by eye.
    private static let hours: [(hour: Float, light: Light)] = [
        (0, night), (4.5, night),
        (
            6.2,
            Light(
                tint: [0.98, 0.88, 0.90], screen: [0.06, 0.03, 0.05], glow: [1, 0.80, 0.66],
                strength: 0.28)
        ),
        (
            8.5,
            Light(
                tint: [1, 0.985, 0.95], screen: [0.02, 0.02, 0.01], glow: [1, 0.95, 0.82],
                strength: 0.20)
        ),
        (
            12,
            Light(
                tint: [1, 1, 1], screen: [0.015, 0.015, 0.02], glow: [1, 1, 0.96], strength: 0.12)
        ),
        (
            16,
            Light(
                tint: [1, 0.98, 0.93], screen: [0.02, 0.015, 0], glow: [1, 0.93, 0.76],
                strength: 0.22)
        ),
        (
            18.6,
            Light(
                tint: [1, 0.87, 0.80], screen: [0.09, 0.035, 0.03], glow: [1, 0.72, 0.46],
                strength: 0.34)
        ),
        (
            20,
            Light(
                tint: [0.76, 0.72, 0.90], screen: [0.05, 0.03, 0.09], glow: [0.98, 0.58, 0.62],
                strength: 0.22)
        ),
        (21.8, night), (24, night),
    ]

    private static let night = Light(
        tint: [0.60, 0.67, 0.90], screen: [0.015, 0.03, 0.085], glow: [0.62, 0.76, 1],
        strength: 0.22)

    /// - Parameter hour: 0..<24; nil is even light.
    init(hour: Float?) {
        self = .even
        guard let hour else { return }
        let later = Self.hours.firstIndex { $0.hour >= hour } ?? Self.hours.count - 1
        let earlier = max(0, later - 1)
        let (from, to) = (Self.hours[earlier], Self.hours[later])
        let way = to.hour > from.hour ? (hour - from.hour) / (to.hour - from.hour) : 0
        self = from.light.mixed(with: to.light, by: way * way * (3 - 2 * way))
    }

    init(
        tint: SIMD3<Float> = SIMD3(1, 1, 1), screen: SIMD3<Float> = .zero,
        glow: SIMD3<Float> = SIMD3(1, 1, 1), strength: Float = 0
    ) {
        self.tint = tint
        self.screen = screen
        self.glow = glow
        self.strength = strength
    }

    func mixed(with other: Light, by share: Float) -> Light {
        Light(
            tint: tint + (other.tint - tint) * share,
            screen: screen + (other.screen - screen) * share,
            glow: glow + (other.glow - glow) * share,
            strength: strength + (other.strength - strength) * share)
    }

    /// Below this nothing of it is seen in 8 bits.
    var isEven: Bool {
        let change = SIMD3<Float>(1, 1, 1) - tint
        return max(change.max(), screen.max(), strength) < 1 / 512
    }

    /// A layer in this light. Its own tint and screen come first, then the light's; both together are
    /// again one tint and one screen.
    func falling(on layer: DrawList.Layer) -> DrawList.Layer {
        let one = SIMD3<Float>(1, 1, 1)
        var lit = layer
        let tinted = layer.screen * tint
        lit.screen = tinted + screen - tinted * screen
        lit.tint =
            layer.tint * tint * (one - layer.screen)
            / (one - tinted).replacing(
                with: 1, where: tinted .>= 1)
        return lit
    }
}

extension Light {
    /// Whether nobody could tell one from the other.
    func isNear(_ other: Light) -> Bool {
        let change = [tint - other.tint, screen - other.screen, glow - other.glow]
            .flatMap { [$0.max(), -$0.min()] }
        return (change + [abs(strength - other.strength)]).allSatisfy { $0 < 1 / 512 }
    }
}
