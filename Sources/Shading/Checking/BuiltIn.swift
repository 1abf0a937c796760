/// A function of the language: which types it takes, and what it becomes.
///
/// - Source: The OpenGL ES Shading Language 1.00, §8.
struct BuiltIn: Sendable {
    /// What stands in a signature. All patterns of one signature that are more than one type are the
    /// same type in a call.
    enum Pattern: String, Sendable {
        case float, bool
        case vec2, vec3, vec4
        case sampler = "sampler2D"
        /// float or a float vector.
        case anyFloat = "float or vec2…4"
        case matrix = "mat2…4"
        /// A vector of floats or ints.
        case numbers = "vec2…4 or ivec2…4"
        case bools = "bvec2…4"
        /// Any vector.
        case vector = "vec2…4, ivec2…4 or bvec2…4"

        /// Nil for patterns that are more than one type.
        fileprivate var only: ShaderType? {
            switch self {
            case .float: .float
            case .bool: .bool
            case .vec2: .vector(2)
            case .vec3: .vector(3)
            case .vec4: .vector(4)
            case .sampler: .sampler
            default: nil
            }
        }

        fileprivate func admits(_ type: ShaderType) -> Bool {
            switch self {
            case .anyFloat: type.element == .float && type.columns == 1
            case .matrix: type.isMatrix
            case .numbers: type.isVector && type.isNumeric
            case .bools: type.isVector && type.element == .bool
            case .vector: type.isVector
            default: type == only
            }
        }
    }

    /// Makes the function's values from those of its arguments, component by component.
    typealias Lowering = @Sendable (inout Graph, [[Value]]) -> [Value]

    var name: String
    var parameters: [Pattern]
    var result: Pattern
    var lower: Lowering

    init(
        _ name: String, _ parameters: [Pattern], _ result: Pattern, _ lower: @escaping Lowering
    ) {
        self.name = name
        self.parameters = parameters
        self.result = result
        self.lower = lower
    }

    /// The type of a call, or nil if these types do not fit.
    func result(for types: [ShaderType]) -> ShaderType? {
        guard types.count == parameters.count else { return nil }
        var bound: ShaderType?
        for (pattern, type) in zip(parameters, types) {
            guard pattern.admits(type) else { return nil }
            if pattern.only == nil {
                if let bound, bound != type { return nil }
                bound = type
            }
        }
        if let only = result.only { return only }
        guard let bound else { return nil }
        return result == .bools ? .vector(bound.rows, of: .bool) : bound
    }

    static let all: [BuiltIn] =
        angles + exponentials + commons + geometry + matrices + relations + pictures
    static let names = Set(all.map(\.name))

    static func signatures(of name: String) -> String {
        all.filter { $0.name == name }
            .map { "(\($0.parameters.map(\.rawValue).joined(separator: ", ")))" }
            .joined(separator: " or ")
    }

    /// Functions that other versions of the language have.
    static let elsewhere: [String: String] = [
        "round": "Use 'floor(x + 0.5)'.",
        "trunc": "Use 'sign(x) * floor(abs(x))'.",
        "tanh": "Write it with 'exp'.",
        "sinh": "Write it with 'exp'.",
        "cosh": "Write it with 'exp'.",
        "saturate": "Use 'clamp(x, 0.0, 1.0)'.",
        "lerp": "Use 'mix'.",
        "frac": "Use 'fract'.",
        "fmod": "Use 'mod'.",
        "rsqrt": "Use 'inversesqrt'.",
        "tex2D": "Use 'texture2D'.",
        "dFdx": "Read neighbours with 'texture2D' and 'u_texel' instead.",
        "dFdy": "Read neighbours with 'texture2D' and 'u_texel' instead.",
        "fwidth": "Use 'u_texel': it is the size of a pixel.",
        "texture2DLod": "Use 'texture2D': pictures have one size.",
        "textureCube": "Only sampler2D can be read.",
        "transpose": "Build the matrix from its rows.",
        "inverse": "Work the inverse out by hand.",
        "determinant": "Work it out by hand.",
        "outerProduct": "Build the matrix from its columns.",
        "isnan": "Keep no-numbers from coming up: divide by 'max(x, 0.0001)'.",
        "isinf": "Keep infinities from coming up: divide by 'max(x, 0.0001)'.",
    ]
}
