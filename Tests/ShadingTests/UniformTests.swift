import Testing

@testable import Shading

@Suite("Uniforms")
struct UniformTests {
    private let text = """
        precision highp float;
        uniform vec3 u_color;   // default 1.0 0.2 0.0: colour of the light
        uniform float u_size;   // default 0.4, 0.0…1.0: how large
        uniform int u_steps;
        uniform float u_seed;
        void main() { gl_FragColor = vec4(u_color.rg, u_size, float(u_steps) / 5.0); }
        """

    @Test("have the default, the range and the note of their comment")
    func notes() throws {
        let uniforms = try Shader(text).uniforms
        #expect(uniforms.map(\.name) == ["u_color", "u_size", "u_steps"])
        #expect(uniforms.map(\.initial) == [[1, 0.2, 0], [0.4], [0]])
        #expect(uniforms.map(\.range) == [nil, 0...1, nil])
        #expect(uniforms.map(\.note) == ["colour of the light", "how large", ""])
    }

    @Test("are what the picture's maker says")
    func values() throws {
        let shader = try Shader(text)
        #expect(Array(Drawing.draw(shader).prefix(4)) == [255, 51, 102, 0])
        var inputs = ShaderInputs()
        inputs.uniforms = [
            ("u_size", [1, 0, 0, 0]), ("u_steps", [3.9, 0, 0, 0]), ("u_other", .one),
        ]
        #expect(Array(Drawing.draw(shader, inputs).prefix(4)) == [255, 51, 255, 153])
    }

    @Test("of the moment reach the shader")
    func moment() throws {
        let pixel = try Drawing.pixel(
            "gl_FragColor = vec4(u_time / 5.0, u_mood.z, u_speech, u_texel.x * 32.0 + u_resolution.y * 0.0);",
            before: """
                uniform float u_time, u_speech;
                uniform vec3 u_mood;
                uniform vec2 u_texel, u_resolution;
                """)
        #expect(pixel == [64, 191, 128, 128])
    }

    @Test("tell the pass, and what was there before the first")
    func passes() throws {
        let shader = try Shader(
            """
            #pragma passes 3
            precision highp float;
            varying vec2 v_uv;
            uniform sampler2D u_layer;
            uniform sampler2D u_source;
            uniform int u_pass;
            void main() {
                vec4 before = u_pass == 0 ? vec4(0.0) : texture2D(u_layer, v_uv);
                before.r += 0.2;
                gl_FragColor = u_pass == 2 ? vec4(before.r, texture2D(u_source, v_uv).gba) : before;
            }
            """)
        #expect(shader.passes == 3)
        let drawn = Drawing.draw(shader)
        let source = Drawing.source(9, 5)
        let at = (5 * Drawing.size + 9) * 4
        #expect(Array(drawn[at..<(at + 4)]) == [153] + source.dropFirst())
    }

    @Test("read a layer of another size over the whole picture")
    func otherSize() throws {
        let shader = try Shader(
            """
            precision highp float;
            varying vec2 v_uv;
            uniform sampler2D u_layer;
            void main() { gl_FragColor = texture2D(u_layer, v_uv); }
            """)
        let source = Drawing.store()
        let target = PixelStore(width: 32, height: 32)
        ShaderRunner(shader, threads: 1).draw(source.pixels, ShaderInputs(), into: target.pixels)
        // The middle of four pixels: (0, 0), (1, 0), (0, 1) and (1, 1).
        #expect(Array(Drawing.bytes(target).prefix(3)) == [2, 2, 0])
        withExtendedLifetime(source) {}
    }
}
