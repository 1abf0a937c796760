/// A face and body at one moment: a number for each `Channel`, in the channel's unit, and one for each
/// `Accent`.
///
/// A pose is a vector, so blending is arithmetic. The channels are what trackers send and the wire
/// carries, 256 bytes; accents stay beside them.
public struct Pose: Equatable, Sendable {
    /// One lane per channel, by `Channel.rawValue`.
    public var lanes: SIMD64<Float>
    /// One lane per accent, by `Accent.rawValue`.
    public var accents: SIMD32<Float>

    /// Everything at rest.
    public static let rest = Pose(lanes: .zero)

    public init(lanes: SIMD64<Float>, accents: SIMD32<Float> = .zero) {
        self.lanes = lanes
        self.accents = accents
    }

    public subscript(channel: Channel) -> Float {
        get { lanes[channel.rawValue] }
        set { lanes[channel.rawValue] = newValue }
    }

    public subscript(accent: Accent) -> Float {
        get { accents[accent.rawValue] }
        set { accents[accent.rawValue] = newValue }
    }

    public subscript(control: Control) -> Float {
        get {
            switch control {
            case .channel(let channel): self[channel]
            case .accent(let accent): self[accent]
            }
        }
        set {
            switch control {
            case .channel(let channel): self[channel] = newValue
            case .accent(let accent): self[accent] = newValue
            }
        }
    }

    /// This pose with everything inside its range.
    public func clamped() -> Pose {
        Pose(
            lanes: lanes.clamped(lowerBound: Self.lowest.lanes, upperBound: Self.highest.lanes),
            accents: accents.clamped(
                lowerBound: Self.lowest.accents, upperBound: Self.highest.accents))
    }

    public static func + (one: Pose, other: Pose) -> Pose {
        Pose(lanes: one.lanes + other.lanes, accents: one.accents + other.accents)
    }

    /// The way from this pose (`amount` 0) to another (`amount` 1).
    public func blended(towards other: Pose, by amount: Float) -> Pose {
        Pose(
            lanes: lanes + (other.lanes - lanes) * amount,
            accents: accents + (other.accents - accents) * amount)
    }

    /// This pose with some controls at given values, inside their ranges.
    public func holding(_ values: [Control: Float]) -> Pose {
        if values.isEmpty { return self }
        var pose = self
        for (control, value) in values { pose[control] = value }
        return pose.clamped()
    }

    /// The channels as they are sent: 64 little-endian floats, by `Channel.rawValue`.
    public var wireBytes: [UInt8] {
        (0..<64).flatMap { lane in
            withUnsafeBytes(of: lanes[lane].bitPattern.littleEndian, Array.init)
        }
    }

    private static let lowest = bound { $0.range.lowerBound }
    private static let highest = bound { $0.range.upperBound }

    private static func bound(_ value: (Control) -> Float) -> Pose {
        var pose = Pose.rest
        for control in Control.all { pose[control] = value(control) }
        return pose
    }
}
