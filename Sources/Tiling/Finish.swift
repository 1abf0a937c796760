public import AvatarTypes

/// A layer's look in the numbers the pixel loops use.
public struct Finish {
    public private(set) var blend: BlendMode
    /// 0…256.
    public private(set) var opacity: UInt32
    /// Whether `gain` and `lift` change anything.
    public private(set) var recolours: Bool
    /// Colour is multiplied by this, then `lift` times alpha is added; 0…256 each, and at most 256
    /// together, so colour never exceeds alpha.
    public private(set) var gain: SIMD3<UInt32>
    public private(set) var lift: SIMD3<UInt32>
    /// Into `Layout.maskShapes`.
    public private(set) var mask: Range<Int>?
    public private(set) var isInverted: Bool

    init(_ layer: DrawList.Layer) {
        blend = layer.blend
        opacity = UInt32(Finish.unit(layer.opacity) * 256 + 0.5)
        gain = SIMD3(256, 256, 256)
        lift = SIMD3(0, 0, 0)
        for i in 0..<3 {
            let screen = Finish.unit(layer.screen[i])
            gain[i] = UInt32(Finish.unit(layer.tint[i]) * (1 - screen) * 256 + 0.5)
            lift[i] = min(UInt32(screen * 256 + 0.5), 256 - gain[i])
        }
        recolours = gain != SIMD3(256, 256, 256)
        mask = layer.mask?.sources
        isInverted = layer.mask?.isInverted ?? false
    }

    /// Whether pixels where the layer is transparent change as well.
    @inlinable
    public var reachesEverywhere: Bool { blend == .destinationIn }

    /// Whether nothing shows of what is below an opaque pixel.
    var hides: Bool { blend == .normal && opacity == 256 && mask == nil }

    /// Whether drawing it changes nothing.
    var isInvisible: Bool { opacity == 0 && !reachesEverywhere }

    /// 0…1; what is not a number is 0.
    private static func unit(_ value: Float) -> Float {
        value > 0 ? (value < 1 ? value : 1) : 0
    }
}
