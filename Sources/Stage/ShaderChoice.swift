import Shading

/// A shader by name, and what its own uniforms are to be; those that are not named keep their defaults.
///
/// In JSON `"crt"`, or `{"name":"crt","uniforms":{"u_curve":0.3}}`.
public struct ShaderChoice: Decodable, Hashable, Sendable, ExpressibleByStringLiteral {
    public var name: String
    public var uniforms: [String: UniformValue]

    public init(name: String, uniforms: [String: UniformValue] = [:]) {
        self.name = name
        self.uniforms = uniforms
    }

    public init(stringLiteral name: String) {
        self.init(name: name)
    }

    private enum Key: String, CodingKey, CaseIterable { case name, uniforms }

    public init(from decoder: any Decoder) throws {
        if let name = try? decoder.singleValueContainer().decode(String.self) {
            self.init(name: name)
            return
        }
        // A misspelled member would be a wish that is not heard.
        let given = try decoder.singleValueContainer().decode([String: Member].self).keys
        if let unknown = given.sorted().first(where: { Key(rawValue: $0) == nil }) {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "'\(unknown)' is unknown; known are name, uniforms."))
        }
        let container = try decoder.container(keyedBy: Key.self)
        self.init(
            name: try container.decode(String.self, forKey: .name),
            uniforms: try container.decodeIfPresent([String: UniformValue].self, forKey: .uniforms)
                ?? [:])
    }

    /// Whatever it is.
    private struct Member: Decodable {
        init(from decoder: any Decoder) {}
    }
}

/// A shader as a show draws with it.
struct ShaderInUse: Sendable {
    let name: String
    let shader: Shader
    /// As they were asked for.
    let uniforms: [String: UniformValue]
    /// The same, as the shader takes them.
    let values: [(name: String, value: SIMD4<Float>)]

    /// - Throws: when the shader does not take a value.
    init(_ shader: Shader, as choice: ShaderChoice) throws(StageError) {
        name = choice.name
        self.shader = shader
        uniforms = choice.uniforms
        values = try shader.fitted(choice.uniforms)
    }

    /// The same with another text; what it does not take any more is as the text says.
    func rewritten(_ shader: Shader) throws(StageError) -> ShaderInUse {
        let kept = uniforms.filter { name, value in
            shader.uniforms.contains { $0.name == name && $0.takes(value) }
        }
        return try ShaderInUse(shader, as: ShaderChoice(name: name, uniforms: kept))
    }
}
