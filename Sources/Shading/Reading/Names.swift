/// Words that a name cannot be.
///
/// - Source: The OpenGL ES Shading Language 1.00, §3.6, §3.7 and Appendix A.
enum Names {
    static let precisions: Set<String> = ["lowp", "mediump", "highp"]

    private static let keywords: Set<String> = Set(
        """
        attribute const uniform varying break continue do for while if else in out inout float int \
        void bool true false lowp mediump highp precision invariant discard return mat2 mat3 mat4 \
        vec2 vec3 vec4 ivec2 ivec3 ivec4 bvec2 bvec3 bvec4 sampler2D samplerCube struct
        """.split(separator: " ").map(String.init))

    private static let reserved: Set<String> = Set(
        """
        asm class union enum typedef template this packed goto switch default inline noinline \
        volatile public static extern external interface flat long short double half fixed unsigned \
        superp input output hvec2 hvec3 hvec4 dvec2 dvec3 dvec4 fvec2 fvec3 fvec4 sampler1D sampler3D \
        sampler1DShadow sampler2DShadow sampler2DRect sampler3DRect sampler2DRectShadow sizeof cast \
        namespace using
        """.split(separator: " ").map(String.init))

    /// Words that other languages, or the whole of this one, have: each with its way out.
    static let missing: [String: String] = [
        "struct": "Use one variable for each member.",
        "samplerCube": "Only sampler2D can be read.",
        "double": "Use float.",
        "uint": "Use int.",
        "half": "Use 'mediump float'.",
        "while": "Write a for loop with constant bounds, and leave it with 'break'.",
        "do": "Write a for loop with constant bounds, and leave it with 'break'.",
        "switch": "Use if and else.",
        "goto": "Use if, else and for.",
        "static": "Remove the word.",
        "inline": "Remove the word: every call is inlined.",
        "layout": "This is GLSL ES 1.00: remove it.",
        "mat2x2": "Use mat2.", "mat3x3": "Use mat3.", "mat4x4": "Use mat4.",
        "texture": "Use texture2D.",
        "uvec2": "Use ivec2.", "uvec3": "Use ivec3.", "uvec4": "Use ivec4.",
    ]

    static func check(_ token: Token) throws(ShaderError) {
        let name = token.text
        if keywords.contains(name) {
            throw ShaderError(
                at: token.place, "'\(name)' is a word of the language and cannot be a name.",
                "Choose another name.")
        }
        if reserved.contains(name) {
            throw ShaderError(
                at: token.place, "'\(name)' is reserved for later languages.",
                "Choose another name.")
        }
        if name.hasPrefix("gl_") || name.hasPrefix("webgl_") || name.hasPrefix("_webgl_")
            || name.contains("__")
        {
            throw ShaderError(
                at: token.place, "Names with 'gl_', 'webgl_' in front or '__' within are reserved.",
                "Choose another name.")
        }
        if name.utf8.count > 256 {
            throw ShaderError(at: token.place, "A name is at most 256 characters long.")
        }
    }
}
