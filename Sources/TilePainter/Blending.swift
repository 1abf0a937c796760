import AvatarTypes

/// The blend modes that are drawn pixel by pixel, in floating point: all that `Lanes` has no formula for.
///
/// The result is s·(1 − dα) + d·(1 − sα) + sα·dα·B(D, S), where S and D are the colours without alpha
/// and B is the mode; alpha is united.
///
/// - Source: W3C Compositing and Blending Level 1, §5.8 and §10; `subtract`, `linearBurn` and
///   `linearLight` as Live2D names them.
enum Blending {
    static func mix(_ source: UInt32, _ target: UInt32, _ mode: BlendMode) -> UInt32 {
        let s = unpacked(source)
        let d = unpacked(target)
        let alpha = s.w + d.w - s.w * d.w
        let outside = s * (1 - d.w) + d * (1 - s.w)
        guard s.w > 0, d.w > 0 else { return packed(outside, alpha: alpha) }
        let (over, under) = (clamped(s / s.w), clamped(d / d.w))
        let blended: SIMD4<Float>
        switch mode {
        case .hue: blended = lit(saturated(over, saturation(under)), luminosity(under))
        case .color: blended = lit(over, luminosity(under))
        default:
            blended = SIMD4(
                channel(under.x, over.x, mode), channel(under.y, over.y, mode),
                channel(under.z, over.z, mode), 0)
        }
        return packed(outside + blended * (s.w * d.w), alpha: alpha)
    }

    /// B of one channel: `d` below, `s` above, 0…1.
    private static func channel(_ d: Float, _ s: Float, _ mode: BlendMode) -> Float {
        switch mode {
        case .overlay: hardLight(s, d)
        case .darken: min(d, s)
        case .lighten: max(d, s)
        case .colorDodge: d <= 0 ? 0 : s >= 1 ? 1 : min(1, d / (1 - s))
        case .colorBurn: d >= 1 ? 1 : s <= 0 ? 0 : 1 - min(1, (1 - d) / s)
        case .hardLight: hardLight(d, s)
        case .softLight: softLight(d, s)
        case .difference: abs(d - s)
        case .exclusion: d + s - 2 * d * s
        case .subtract: max(0, d - s)
        case .linearBurn: max(0, d + s - 1)
        case .linearLight: max(0, min(1, d + 2 * s - 1))
        case .normal, .multiply, .screen, .add, .addGlow, .hue, .color, .destinationIn,
            .clipToLower, .sliceFromLower:
            preconditionFailure("`Lanes` or `mix` draws it")
        }
    }

    private static func hardLight(_ d: Float, _ s: Float) -> Float {
        s <= 0.5 ? d * 2 * s : d + (2 * s - 1) - d * (2 * s - 1)
    }

    private static func softLight(_ d: Float, _ s: Float) -> Float {
        if s <= 0.5 { return d - (1 - 2 * s) * d * (1 - d) }
        let lifted = d <= 0.25 ? ((16 * d - 12) * d + 4) * d : d.squareRoot()
        return d + (2 * s - 1) * (lifted - d)
    }

    private static func luminosity(_ c: SIMD4<Float>) -> Float {
        0.3 * c.x + 0.59 * c.y + 0.11 * c.z
    }

    private static func saturation(_ c: SIMD4<Float>) -> Float {
        max(c.x, c.y, c.z) - min(c.x, c.y, c.z)
    }

    /// The colour with another saturation: the least channel becomes 0, the greatest `saturation`.
    private static func saturated(_ c: SIMD4<Float>, _ saturation: Float) -> SIMD4<Float> {
        let least = min(c.x, c.y, c.z)
        let spread = max(c.x, c.y, c.z) - least
        return spread > 0 ? (c - least) * (saturation / spread) : SIMD4(repeating: 0)
    }

    /// The colour with another luminosity, drawn towards grey where it would leave 0…1.
    private static func lit(_ c: SIMD4<Float>, _ luminosity: Float) -> SIMD4<Float> {
        var colour = c + (luminosity - Blending.luminosity(c))
        let grey = Blending.luminosity(colour)
        let least = min(colour.x, colour.y, colour.z)
        let greatest = max(colour.x, colour.y, colour.z)
        if least < 0, grey > least { colour = grey + (colour - grey) * (grey / (grey - least)) }
        if greatest > 1, greatest > grey {
            colour = grey + (colour - grey) * ((1 - grey) / (greatest - grey))
        }
        return colour
    }

    private static func unpacked(_ pixel: UInt32) -> SIMD4<Float> {
        SIMD4(
            Float(pixel & 255), Float(pixel >> 8 & 255), Float(pixel >> 16 & 255),
            Float(pixel >> 24)) / 255
    }

    /// Rounds to bytes; colour is kept within 0…alpha.
    private static func packed(_ colour: SIMD4<Float>, alpha: Float) -> UInt32 {
        let a = UInt32(alpha * 255 + 0.5)
        let r = min(a, UInt32(max(0, colour.x) * 255 + 0.5))
        let g = min(a, UInt32(max(0, colour.y) * 255 + 0.5))
        let b = min(a, UInt32(max(0, colour.z) * 255 + 0.5))
        return r | g << 8 | b << 16 | a << 24
    }

    /// Within 0…1. Written out: the library's own would be shared between the painters' modules.
    @inline(__always)
    private static func clamped(_ c: SIMD4<Float>) -> SIMD4<Float> {
        SIMD4(clamped(c.x), clamped(c.y), clamped(c.z), clamped(c.w))
    }

    @inline(__always)
    private static func clamped(_ x: Float) -> Float { x < 0 ? 0 : x > 1 ? 1 : x }
}
