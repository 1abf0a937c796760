/// How a line is spoken beside what is felt: factors on the voice's own way, 1 being just that.
public struct Manner: Hashable, Sendable {
    /// Words in a minute, 0.5…2.
    public var speed: Float
    public var pitch: Float
    /// Of the amplitude.
    public var volume: Float
    /// Of what lies below 400 Hz, against the rest.
    public var warmth: Float
    /// How breathy: 1.3 is all breath and no voice.
    public var breath: Float

    public static let plain = Manner()

    /// - Precondition: every factor is within 0.25…4.
    public init(
        speed: Float = 1, pitch: Float = 1, volume: Float = 1, warmth: Float = 1, breath: Float = 1
    ) {
        precondition(
            [speed, pitch, volume, warmth, breath].allSatisfy { (0.25...4).contains($0) },
            "a manner is a change of the voice, not another sound")
        self.speed = speed
        self.pitch = pitch
        self.volume = volume
        self.warmth = warmth
        self.breath = breath
    }

    /// The same, whispered: softer, and without a voice.
    ///
    /// - Source: volume 0.6 and breathiness 1.3 are the character documents'.
    public var whispered: Manner {
        Manner(speed: speed, pitch: pitch, volume: volume * 0.6, warmth: warmth, breath: 1.3)
    }
}
