import Testing

@testable import Shading

@Suite("Operators")
struct OperatorTests {
    @Test(
        "bind and compute as GLSL says",
        arguments: [
            ("1.0 + Z + 2.0 * 3.0", 7), ("(1.0 + Z + 2.0) * 3.0", 9), ("8.0 / 2.0 / 2.0 + Z", 2),
            ("5.0 - 3.0 - 1.0 + Z", 1), ("-2.0 * -3.0 + Z", 6), ("float(7 / 2) + Z", 3),
            ("float(-7 / 2) + Z", -3), ("float(int(-1.9 + Z))", -1), ("float(int(true)) + Z", 1),
            ("1.0 < 2.0 + Z ? 1.0 : 2.0", 1), ("1.0 >= 2.0 + Z ? 1.0 : 2.0", 2),
            ("true ^^ Z == 0.0 ? 1.0 : 2.0", 2),
            ("false && true || Z == 0.0 ? 1.0 : 2.0", 1),
            ("!(Z > 0.0) && Z <= 0.0 ? 1.0 : 2.0", 1),
            ("vec2(1.0, 2.0 + Z) == vec2(1.0, 2.0) ? 1.0 : 2.0", 1),
            ("vec2(1.0, 2.0 + Z) != vec2(1.0, 2.0) ? 1.0 : 2.0", 2),
            ("(vec3(1.0, 2.0, 3.0) * (2.0 + Z)).z", 6), ("(1.0 / vec2(2.0 + Z, 4.0)).y", 0.25),
            ("(mat2(1.0, 2.0, 3.0, 4.0) * vec2(5.0 + Z, 6.0)).x", 23),
            ("(vec2(5.0 + Z, 6.0) * mat2(1.0, 2.0, 3.0, 4.0)).x", 17),
            ("(mat2(1.0, 2.0, 3.0, 4.0) * mat2(5.0 + Z, 6.0, 7.0, 8.0))[0][1]", 34),
            ("mat3(2.0 + Z)[2][2] + mat3(2.0)[1][2]", 2),
            ("vec4(1.0, vec2(2.0 + Z, 3.0), 4.0).wzyx.y", 3),
            ("vec3(vec4(1.0, 2.0, 3.0 + Z, 4.0)).b", 3), ("float(ivec2(2.7 + Z).s)", 2),
        ])
    func value(expression: String, expected: Double) throws {
        #expect(try Drawing.isNear(expression, expected, within: 1e-6))
    }

    @Test(
        "change variables in order",
        arguments: [
            (
                "float a = 1.0 + z; float b = a++ * 2.0;", "vec4(a, b, 0.0, 0.0) / 4.0",
                [128, 128, 0]
            ),
            ("float a = 1.0 + z; float b = --a;", "vec4(a, b, 1.0, 0.0)", [0, 0, 255]),
            ("vec3 a = vec3(z); a.zx += vec2(1.0, 0.2);", "vec4(a, 0.0)", [51, 0, 255]),
            ("vec2 a = vec2(0.2, 1.0) + z; a.xy = a.yx;", "vec4(a, 0.0, 0.0)", [255, 51, 0]),
            ("float a = z; float b = (a = 0.2, a + 0.2);", "vec4(a, b, 0.0, 0.0)", [51, 102, 0]),
            ("mat2 m = mat2(z); m[1].x = 0.6; m[0][1] = 0.2;", "vec4(m[0], m[1])", [0, 51, 153]),
        ])
    func assignment(body: String, color: String, expected: [UInt8]) throws {
        let pixel = try Drawing.pixel("\(body) gl_FragColor = \(color);")
        #expect(Array(pixel.prefix(3)) == expected)
    }
}
