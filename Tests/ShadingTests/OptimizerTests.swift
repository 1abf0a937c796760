import CLanes
import Testing

@testable import Shading

@Suite("The optimizer")
struct OptimizerTests {
    private func program(_ body: String) throws -> LaneProgram {
        let text = """
            precision highp float;
            varying vec2 v_uv;
            uniform sampler2D u_layer;
            uniform float u_time;
            void main() { \(body) }
            """
        return try #require(try Shader(text).programs.first)
    }

    @Test("computes while compiling what is constant")
    func folding() throws {
        let program = try program(
            "const float a = 2.0; gl_FragColor = vec4(sin(a * 3.0), pow(a, 2.0), a, 1.0);")
        #expect(program.perPixel.isEmpty && program.perRow.isEmpty && program.perPicture.isEmpty)
    }

    @Test(
        "computes once a picture what only uniforms decide, and once a row what is the same there")
    func rates() throws {
        let program = try program("gl_FragColor = vec4(sin(u_time), cos(v_uv.y), v_uv.x, 1.0);")
        #expect(program.perPicture.map(\.op) == [LaneOp.sin.rawValue])
        #expect(program.perRow.map(\.op) == [LaneOp.cos.rawValue])
        #expect(program.perPixel.isEmpty)
    }

    @Test("computes once what is written twice, and never what nobody reads")
    func common() throws {
        let program = try program(
            """
            float a = sin(v_uv.x) * 2.0;
            float b = 2.0 * sin(v_uv.x);
            float unused = cos(v_uv.x);
            vec4 unread = texture2D(u_layer, v_uv * 2.0);
            gl_FragColor = vec4(a, b, a, b);
            """)
        #expect(program.perPixel.map(\.op) == [LaneOp.sin.rawValue, LaneOp.mul.rawValue])
    }

    @Test("joins a product with the sum that alone needs it")
    func joining() throws {
        let program = try program("gl_FragColor = vec4(v_uv.x * 3.0 + 1.0);")
        #expect(program.perPixel.map(\.op) == [LaneOp.mad.rawValue])
    }

    @Test("uses registers again once they are read")
    func packing() throws {
        let program = try program(
            """
            float a = v_uv.x;
            for (int i = 0; i < 50; i++) a = sin(a) + 0.5;
            gl_FragColor = vec4(a);
            """)
        #expect(program.perPixel.count == 100)
        #expect(program.size < 5 * 16)
    }

    @Test("reads a picture straight where every pixel reads itself")
    func straight() throws {
        let program = try program("gl_FragColor = texture2D(u_layer, v_uv);")
        #expect(program.perPixel.map(\.op) == [LaneOp.fetchStraight.rawValue])
    }

    @Test(
        "reads along rows where all pixels of a row look equally far, and only the channels it needs"
    )
    func shifted() throws {
        let shifted = LaneOp.fetchShifted.rawValue
        for place in [
            "v_uv + vec2(u_time, 0.0)", "v_uv - vec2(0.1, u_time)",
            "0.1 + (v_uv - u_time) + vec2(sin(v_uv.y), v_uv.y)",
        ] {
            let program = try program(
                "gl_FragColor = vec4(texture2D(u_layer, \(place)).ga, 0.0, 1.0);")
            #expect(program.perPixel.map(\.op) == [shifted], "\(place)")
            #expect(program.perPixel.map(\.channels) == [0b1010])
        }
        for place in ["v_uv * 1.5", "v_uv + vec2(0.0, v_uv.x)", "v_uv.yx", "fract(v_uv)"] {
            let program = try program("gl_FragColor = texture2D(u_layer, \(place));")
            #expect(program.perPixel.last?.op == LaneOp.fetch.rawValue, "\(place)")
        }
    }
}
