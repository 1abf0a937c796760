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

/// A premultiplied RGBA8 picture that somebody else owns, or a window of one: what a shader reads beyond
/// the window repeats the window's edge.
public struct Pixels {
    public var base: UnsafeMutableRawPointer
    public var width: Int
    public var height: Int
    public var bytesPerRow: Int
    /// Where the window begins in the whole picture.
    public var left: Int
    public var top: Int
    /// Sides of the whole picture, which the shader is told of.
    public var wholeWidth: Int
    public var wholeHeight: Int

    /// - Precondition: all bytes are fewer than 2^31, and the window lies in the whole picture.
    public init(
        base: UnsafeMutableRawPointer, width: Int, height: Int, bytesPerRow: Int,
        left: Int = 0, top: Int = 0, wholeWidth: Int? = nil, wholeHeight: Int? = nil
    ) {
        precondition(width > 0 && height > 0, "a picture has pixels")
        precondition(bytesPerRow >= width * 4, "a row holds its pixels")
        precondition(height * bytesPerRow < 1 << 31, "a picture is smaller than 2 GiB")
        self.base = base
        self.width = width
        self.height = height
        self.bytesPerRow = bytesPerRow
        self.left = left
        self.top = top
        self.wholeWidth = wholeWidth ?? width
        self.wholeHeight = wholeHeight ?? height
        precondition(
            left >= 0 && top >= 0 && left + width <= self.wholeWidth
                && top + height <= self.wholeHeight, "a window lies in its picture")
    }

    var columns: Range<Int> { left..<left + width }
    var rows: Range<Int> { top..<top + height }
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
