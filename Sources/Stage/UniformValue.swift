import Shading

/// What a uniform is to be: one to four numbers, in JSON `0.5` or `[1, 0.5, 0]`.
public struct UniformValue: Codable, Hashable, Sendable {
    public var numbers: [Float]

    public init(_ numbers: [Float]) {
        self.numbers = numbers
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Float.self) {
            numbers = [number]
        } else {
            numbers = try container.decode([Float].self)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if numbers.count == 1 {
            try container.encode(numbers[0])
        } else {
            try container.encode(numbers)
        }
    }
}

extension Shader {
    /// Values as the shader takes them, in the order in which it declares them.
    ///
    /// - Throws: for a name that is not declared, and for numbers that do not fit its type. A range is
    ///   for sliders; what lies beyond it is taken.
    func fitted(
        _ values: [String: UniformValue]
    ) throws(StageError) -> [(name: String, value: SIMD4<Float>)] {
        for (name, value) in values.sorted(by: { $0.key < $1.key }) {
            guard let uniform = uniforms.first(where: { $0.name == name }) else {
                throw StageError(
                    .invalid, code: "unknown-uniform",
                    message: "The shader has no uniform '\(name)' of its own.",
                    hint: uniforms.isEmpty
                        ? "It has none."
                        : "It has \(uniforms.map(\.name).joined(separator: ", ")).")
            }
            guard uniform.takes(value) else {
                throw StageError(
                    .invalid, code: "bad-uniform",
                    message: "'\(name)' is \(uniform.type), not \(value.numbers).",
                    hint: "Give \(uniform.wish).")
            }
        }
        return uniforms.compactMap { uniform in
            values[uniform.name].map { (uniform.name, SIMD4(padding: $0.numbers)) }
        }
    }
}

extension Uniform {
    func takes(_ value: UniformValue) -> Bool {
        value.numbers.count == count && value.numbers.allSatisfy(\.isFinite)
            && (!isWhole || value.numbers.allSatisfy { $0 == $0.rounded() })
    }

    /// As it is declared.
    var type: String {
        switch (isWhole, count) {
        case (false, 1): "float"
        case (true, 1): "int"
        case (false, _): "vec\(count)"
        case (true, _): "ivec\(count)"
        }
    }

    fileprivate var wish: String {
        let kind = isWhole ? "whole number" : "number"
        return count == 1 ? "one \(kind)" : "a list of \(count) \(kind)s"
    }
}

extension SIMD4<Float> {
    /// The rest of the lanes is zero.
    init(padding numbers: [Float]) {
        self = .zero
        for (lane, number) in numbers.prefix(4).enumerated() { self[lane] = number }
    }
}
