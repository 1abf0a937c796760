/// A face and body at one moment: a number for each `Channel`, in the channel's unit.
///
/// A pose is a vector, so blending is arithmetic, and 256 bytes on the wire.
public struct Pose: Equatable, Sendable {
    /// One lane per channel, by `Channel.rawValue`.
    public var lanes: SIMD64<Float>

    /// Every channel at rest.
    public static let rest = Pose(lanes: .zero)

    public init(lanes: SIMD64<Float>) {
        self.lanes = lanes
    }

    public subscript(channel: Channel) -> Float {
        get { lanes[channel.rawValue] }
        set { lanes[channel.rawValue] = newValue }
    }

    /// This pose with every channel inside its range.
    public func clamped() -> Pose {
        Pose(lanes: lanes.clamped(lowerBound: Self.lowest, upperBound: Self.highest))
    }

    /// The way from this pose (`amount` 0) to another (`amount` 1).
    public func blended(towards other: Pose, by amount: Float) -> Pose {
        Pose(lanes: lanes + (other.lanes - lanes) * amount)
    }

    /// This pose with some channels at given values, inside their ranges.
    public func holding(_ values: [Channel: Float]) -> Pose {
        if values.isEmpty { return self }
        var pose = self
        for (channel, value) in values { pose[channel] = value }
        return pose.clamped()
    }

    private static let lowest = vector { $0.range.lowerBound }
    private static let highest = vector { $0.range.upperBound }

    private static func vector(_ value: (Channel) -> Float) -> SIMD64<Float> {
        var lanes = SIMD64<Float>.zero
        for channel in Channel.allCases { lanes[channel.rawValue] = value(channel) }
        return lanes
    }
}
