/// How a line is spoken beside what is felt: factors on the voice's own way, 1 being just that.
public struct Manner: Hashable, Sendable {
    /// Words in a minute, 0.5…2.
    public var speed: Float
    public var pitch: Float
    /// Of the amplitude.
    public var volume: Float
    /// Of what lies below 400 Hz, against the rest.
    public var warmth: Float

    public static let plain = Manner()

    /// - Precondition: every factor is within 0.25…4.
    public init(speed: Float = 1, pitch: Float = 1, volume: Float = 1, warmth: Float = 1) {
        precondition(
            [speed, pitch, volume, warmth].allSatisfy { (0.25...4).contains($0) },
            "a manner is a change of the voice, not another sound")
        self.speed = speed
        self.pitch = pitch
        self.volume = volume
        self.warmth = warmth
    }
}
