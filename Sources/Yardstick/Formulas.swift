public import AvatarTypes

/// The blend modes as their definitions say, on premultiplied colours in double precision.
public enum Formulas {
    /// Red, green, blue and alpha, 0…1 each.
    public typealias Pixel = SIMD4<Double>

    /// The premultiplied result of laying `s` over `d`.
    public static func mix(_ s: Pixel, _ d: Pixel, _ mode: BlendMode) -> Pixel {
        switch mode {
        case .destinationIn: return d * s.w
        case .sliceFromLower: return d * (1 - s.w)
        case .clipToLower: return s * d.w + d * (1 - s.w)
        default: break
        }
        let alpha = s.w + d.w * (1 - s.w)
        let above = s.w > 0 ? s / s.w : .zero
        let below = d.w > 0 ? d / d.w : .zero
        var out =
            mode == .addGlow
            ? s + d : s * (1 - d.w) + d * (1 - s.w) + blended(below, above, mode) * (s.w * d.w)
        for c in 0..<3 { out[c] = max(0, min(alpha, out[c])) }
        out.w = alpha
        return out
    }

    private static func blended(_ d: Pixel, _ s: Pixel, _ mode: BlendMode) -> Pixel {
        if mode == .hue { return lit(saturated(s, saturation(d)), luminosity(d)) }
        if mode == .color { return lit(s, luminosity(d)) }
        var out = Pixel.zero
        for c in 0..<3 { out[c] = channel(d[c], s[c], mode) }
        return out
    }

    /// The blend function of one straight channel.
    ///
    /// - Parameters:
    ///   - cb: What is below, 0…1.
    ///   - cs: What is laid over it, 0…1.
    /// - Precondition: the mode mixes channels one by one.
    public static func channel(_ cb: Double, _ cs: Double, _ mode: BlendMode) -> Double {
        switch mode {
        case .normal: return cs
        case .multiply: return cb * cs
        case .screen: return 1 - (1 - cb) * (1 - cs)
        case .overlay: return channel(cs, cb, .hardLight)
        case .hardLight:
            return cs <= 0.5 ? channel(cb, 2 * cs, .multiply) : channel(cb, 2 * cs - 1, .screen)
        case .darken: return min(cb, cs)
        case .lighten: return max(cb, cs)
        case .colorDodge:
            if cb == 0 { return 0 }
            return cs == 1 ? 1 : min(1, cb / (1 - cs))
        case .colorBurn:
            if cb == 1 { return 1 }
            return cs == 0 ? 0 : 1 - min(1, (1 - cb) / cs)
        case .softLight:
            if cs <= 0.5 { return cb - (1 - 2 * cs) * cb * (1 - cb) }
            let d = cb <= 0.25 ? ((16 * cb - 12) * cb + 4) * cb : cb.squareRoot()
            return cb + (2 * cs - 1) * (d - cb)
        case .difference: return abs(cb - cs)
        case .exclusion: return cb + cs - 2 * cb * cs
        case .add: return min(1, cb + cs)
        case .subtract: return max(0, cb - cs)
        case .linearBurn: return max(0, cb + cs - 1)
        case .linearLight: return max(0, min(1, cb + 2 * cs - 1))
        case .addGlow, .hue, .color, .destinationIn, .clipToLower, .sliceFromLower:
            preconditionFailure("not a mode of single channels")
        }
    }

    private static func luminosity(_ c: Pixel) -> Double { 0.3 * c.x + 0.59 * c.y + 0.11 * c.z }

    private static func saturation(_ c: Pixel) -> Double {
        max(c.x, c.y, c.z) - min(c.x, c.y, c.z)
    }

    /// The specification's SetSat, channel by channel.
    private static func saturated(_ c: Pixel, _ s: Double) -> Pixel {
        let order = [0, 1, 2].sorted { c[$0] < c[$1] }
        var out = Pixel.zero
        if c[order[2]] > c[order[0]] {
            out[order[1]] = (c[order[1]] - c[order[0]]) * s / (c[order[2]] - c[order[0]])
            out[order[2]] = s
        }
        return out
    }

    /// The specification's SetLum and ClipColor.
    private static func lit(_ c: Pixel, _ l: Double) -> Pixel {
        var out = c + (l - luminosity(c))
        let (n, x) = (min(out.x, out.y, out.z), max(out.x, out.y, out.z))
        let grey = luminosity(out)
        if n < 0 { out = grey + (out - grey) * grey / (grey - n) }
        if x > 1 { out = grey + (out - grey) * (1 - grey) / (x - grey) }
        return out
    }
}
