import Testing

@testable import Shading

@Suite("Built-in functions")
struct BuiltInTests {
    @Test(
        "have the values of their definitions, folded or computed",
        arguments: [
            ("radians(180.0 + Z)", 3.141593), ("degrees(3.14159265 + Z)", 180),
            ("sin(0.5 + Z)", 0.479426), ("sin(-40.0 + Z)", -0.745113), ("cos(0.5 + Z)", 0.877583),
            ("cos(100.0 + Z)", 0.862319), ("tan(0.5 + Z)", 0.546302), ("asin(0.5 + Z)", 0.523599),
            ("asin(-0.9 + Z)", -1.119770), ("acos(0.5 + Z)", 1.047198),
            ("acos(-1.0 + Z)", 3.141593),
            ("atan(0.5 + Z)", 0.463648), ("atan(-5.0 + Z)", -1.373401),
            ("atan(1.0 + Z, -1.0)", 2.356194), ("atan(-1.0 + Z, -1.0)", -2.356194),
            ("atan(1.0 + Z, 0.0)", 1.570796), ("pow(2.0 + Z, 0.5)", 1.414214),
            ("pow(3.0 + Z, 4.0)", 81), ("exp(1.0 + Z)", 2.718282), ("exp(-3.0 + Z)", 0.049787),
            ("log(10.0 + Z)", 2.302585), ("log(0.01 + Z)", -4.605170), ("exp2(3.5 + Z)", 11.313708),
            ("log2(10.0 + Z)", 3.321928), ("sqrt(2.0 + Z)", 1.414214),
            ("inversesqrt(4.0 + Z)", 0.5), ("abs(-1.5 + Z)", 1.5), ("sign(-3.0 + Z)", -1),
            ("sign(Z)", 0), ("floor(-1.5 + Z)", -2), ("ceil(-1.5 + Z)", -1), ("ceil(1.2 + Z)", 2),
            ("fract(-1.25 + Z)", 0.75), ("mod(-1.5 + Z, 1.0)", 0.5), ("mod(7.0 + Z, 3.0)", 1),
            ("min(1.0 + Z, 2.0)", 1), ("max(1.0 + Z, 2.0)", 2), ("clamp(5.0 + Z, 0.0, 2.0)", 2),
            ("mix(1.0 + Z, 3.0, 0.25)", 1.5), ("step(0.5, 0.5 + Z)", 1), ("step(0.5, 0.4 + Z)", 0),
            ("smoothstep(0.0, 2.0, 0.5 + Z)", 0.15625), ("length(vec3(2.0 + Z, 3.0, 6.0))", 7),
            ("distance(vec2(1.0 + Z), vec2(4.0, 5.0))", 5),
            ("dot(vec4(1.0 + Z, 2.0, 3.0, 4.0), vec4(2.0))", 20),
            ("cross(vec3(1.0 + Z, 0.0, 0.0), vec3(0.0, 1.0, 0.0)).z", 1),
            ("normalize(vec2(3.0 + Z, 4.0)).y", 0.8),
            ("faceforward(vec2(1.0 + Z), vec2(1.0), vec2(1.0)).x", -1),
            ("reflect(vec2(1.0 + Z, -1.0), vec2(0.0, 1.0)).y", 1),
            ("refract(vec2(0.6 + Z, -0.8), vec2(0.0, 1.0), 1.5).x", 0.9),
            ("matrixCompMult(mat2(2.0 + Z), mat2(3.0))[1][1]", 6),
            ("float(all(lessThan(vec2(1.0 + Z), vec2(2.0))))", 1),
            ("float(any(greaterThan(vec2(1.0 + Z), vec2(2.0))))", 0),
            ("float(all(equal(ivec2(1.2 + Z), ivec2(1))))", 1),
            ("float(all(not(notEqual(vec2(Z), vec2(0.0)))))", 1),
            ("float(lessThanEqual(vec2(1.0 + Z), vec2(1.0)).x)", 1),
            ("float(greaterThanEqual(vec2(1.0 + Z), vec2(1.5)).y)", 0),
        ])
    func value(expression: String, expected: Double) throws {
        #expect(try Drawing.isNear(expression, expected, within: max(2e-5 * abs(expected), 4e-6)))
    }

    @Test("are all of those in the specification")
    func complete() {
        let specified = """
            abs acos all any asin atan ceil clamp cos cross degrees distance dot equal exp exp2 \
            faceforward floor fract greaterThan greaterThanEqual inversesqrt length lessThan \
            lessThanEqual log log2 matrixCompMult max min mix mod normalize not notEqual pow radians \
            reflect refract sign sin smoothstep sqrt step tan texture2D texture2DProj
            """
        #expect(BuiltIn.names == Set(specified.split(separator: " ").map(String.init)))
    }

    @Test("read pictures between pixels and beyond the edge")
    func pictures() throws {
        let layer = "uniform sampler2D u_layer;"
        // The middle between the pixels (1, 0) and (2, 0).
        let between = try Drawing.pixel(
            "gl_FragColor = texture2D(u_layer, vec2(2.0, 0.5) / 64.0);", before: layer)
        #expect(between == [6, 0, 0, 254])
        let beyond = try Drawing.pixel(
            "gl_FragColor = texture2D(u_layer, vec2(9.0, -3.0));", before: layer)
        #expect(beyond == Drawing.source(63, 0))
        let noNumber = try Drawing.pixel(
            "gl_FragColor = texture2D(u_layer, vec2(z / z));", before: layer)
        #expect(noNumber == Drawing.source(0, 0))
    }
}
