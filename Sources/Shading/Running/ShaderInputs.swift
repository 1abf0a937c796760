/// What every shader may ask of the moment it is drawn in.
public struct ShaderInputs: Hashable, Sendable {
    /// Seconds since the show began.
    public var time: Float = 0
    /// Valence and arousal, −1…1 each, and energy, 0…1.
    public var mood = SIMD3<Float>(0, 0, 0.5)
    /// How loud the character speaks just now, 0…1.
    public var speech: Float = 0
    /// 0…1, the same for the whole show: what is random in a shader begins here.
    public var seed: Float = 0
    /// Own uniforms by name; those that are not named keep their defaults.
    public var uniforms: [(name: String, value: SIMD4<Float>)] = []

    public init() {}

    public static func == (left: Self, right: Self) -> Bool {
        left.time == right.time && left.mood == right.mood && left.speech == right.speech
            && left.seed == right.seed && left.uniforms.elementsEqual(right.uniforms, by: ==)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(time)
        hasher.combine(mood)
        hasher.combine(speech)
    }
}

/// A premultiplied RGBA8 picture that somebody else owns.
public struct Pixels {
    public var base: UnsafeMutableRawPointer
    public var width: Int
    public var height: Int
    public var bytesPerRow: Int

    public init(base: UnsafeMutableRawPointer, width: Int, height: Int, bytesPerRow: Int) {
        precondition(width > 0 && height > 0, "a picture has pixels")
        precondition(bytesPerRow >= width * 4, "a row holds its pixels")
        self.base = base
        self.width = width
        self.height = height
        self.bytesPerRow = bytesPerRow
    }
}

/// What a shader costs for each pixel.
public struct ShaderCost: Hashable, Sendable {
    /// Steps for every pixel; those for a row or for a picture do not count.
    public var instructions: Int
    /// Of these, readings of a picture.
    public var fetches: Int
    /// Rows of values that are alive at the same time.
    public var registers: Int
    /// On one core, estimated from the steps.
    public var nanosecondsPerPixel: Double
}
