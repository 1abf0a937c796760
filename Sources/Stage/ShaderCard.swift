import Shading

/// What can be known of a shader before it is drawn with.
public struct ShaderCard: Encodable, Sendable {
    public enum Kind: String, Encodable, Sendable {
        /// Drawn over the finished picture.
        case frame
        /// Drawn behind the character: it reads no picture.
        case background
    }

    public struct Uniform: Encodable, Sendable {
        public var name: String
        /// As in the file: `float`, `vec3`, `int`, …
        public var type: String
        /// What it is when nobody says otherwise.
        public var initial: UniformValue
        /// The least and the largest that make sense, for sliders.
        public var range: [Float]?
        /// What it does; empty when the file does not say.
        public var note: String
    }

    /// Nil when it comes from no file.
    public var name: String?
    public var kind: Kind
    /// How often it runs over the picture.
    public var passes: Int
    /// Whether the picture changes with the time alone.
    public var isAnimated: Bool
    public var instructions: Int
    public var fetches: Int
    /// On one core, estimated.
    public var nanosecondsPerPixel: Double
    public var uniforms: [Uniform]

    init(_ shader: Shader, name: String? = nil) {
        self.name = name
        kind = shader.readsLayer ? .frame : .background
        passes = shader.passes
        isAnimated = shader.isAnimated
        instructions = shader.cost.instructions
        fetches = shader.cost.fetches
        nanosecondsPerPixel = (shader.cost.nanosecondsPerPixel * 100).rounded() / 100
        uniforms = shader.uniforms.map { uniform in
            Uniform(
                name: uniform.name, type: uniform.type, initial: UniformValue(uniform.initial),
                range: uniform.range.map { [$0.lowerBound, $0.upperBound] }, note: uniform.note)
        }
    }
}

/// A shader with its text, for who wants to change it.
public struct ShaderText: Encodable, Sendable {
    public var name: String
    public var source: String
}
