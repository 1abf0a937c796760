import AvatarTypes
import Shading
import Testing

@testable import Stage

@Suite("A shader on a show")
struct FilterTests {
    private let size = PixelSize(width: 16, height: 16)

    private func picture(_ pixel: SIMD4<UInt8>) -> Image {
        var image = Image(width: 16, height: 16)
        for y in 0..<16 {
            for x in 0..<16 { image[x, y] = pixel }
        }
        return image
    }

    @Test("that reads a picture is laid over it")
    func over() throws {
        let shader = try Shader(
            """
            precision highp float;
            varying vec2 v_uv;
            uniform sampler2D u_layer;
            void main() { gl_FragColor = texture2D(u_layer, v_uv).gbra; }
            """)
        var filter = Filter(shader, size: size)
        let drawn = filter.over(picture([10, 20, 30, 255]), ShaderInputs())
        #expect(drawn?[7, 9] == [20, 30, 10, 255])
        let behind = filter.behind(ShaderInputs())
        #expect(behind == nil)
    }

    @Test("that reads none is drawn behind, in the mood of the moment")
    func behind() throws {
        let shader = try Shader(
            """
            precision highp float;
            uniform float u_time, u_speech;
            uniform vec3 u_mood;
            void main() { gl_FragColor = vec4(u_time * 0.2, u_mood.x, u_speech, 1.0); }
            """)
        let loud = AudioClip(samples: Array(repeating: 0.5, count: 64), sampleRate: 48_000)
        let inputs = ShaderInputs(
            at: .seconds(2), feeling: Emotion(valence: 0.8, arousal: 0.5, energy: 0.5),
            hearing: loud, seed: 1)
        var filter = Filter(shader, size: size)
        let over = filter.over(picture([10, 20, 30, 255]), inputs)
        #expect(over == nil)
        let behind = filter.behind(inputs)
        #expect(behind?[3, 3] == [102, 153, 255, 255])
    }

    private func isRun(_ text: String, over pictures: [Image]) throws -> Int {
        let shader = try Shader("precision highp float;\nvarying vec2 v_uv;\n" + text)
        var filter = Filter(shader, size: size)
        for (index, picture) in pictures.enumerated() {
            var inputs = ShaderInputs()
            inputs.time = Float(index)
            _ = filter.over(picture, inputs) ?? filter.behind(inputs)
        }
        return filter.runs
    }

    @Test("is not run again where nothing could look otherwise")
    func still() throws {
        let (one, same, other) = (
            picture([9, 9, 9, 255]), picture([9, 9, 9, 255]), picture([9, 9, 8, 255])
        )
        let over =
            "uniform sampler2D u_layer; void main() { gl_FragColor = texture2D(u_layer, v_uv)"
        #expect(try isRun(over + "; }", over: [one, same, same]) == 1)
        #expect(try isRun(over + "; }", over: [one, other, other, one]) == 3)
        #expect(try isRun("uniform float u_time;" + over + " * u_time; }", over: [one, one]) == 2)
        #expect(
            try isRun("void main() { gl_FragColor = vec4(v_uv, 0.0, 1.0); }", over: [one, other])
                == 1)
        for name in ["float u_time", "float u_speech", "float u_seed", "vec3 u_mood"] {
            let last = name.split(separator: " ")[1]
            let text = "uniform \(name); void main() { gl_FragColor = vec4(vec3(\(last)), 1.0); }"
            #expect(try isRun(text, over: [one, one]) == 2, "\(name)")
        }
    }

    private static let own =
        "precision highp float; varying vec2 v_uv; uniform sampler2D u_layer; uniform vec2 u_texel;"

    @Test(
        "draws again only what changed, and as far around as it reads, and looks the same",
        arguments: [
            (
                own + "void main() { gl_FragColor = texture2D(u_layer, v_uv).gbra * v_uv.x; }",
                256 + 12
            ),
            (
                own + "void main() { gl_FragColor = texture2D(u_layer, v_uv + u_texel * 3.0); }",
                256 + 12 * 9
            ),
            (own + "void main() { gl_FragColor = texture2D(u_layer, v_uv * v_uv); }", 512),
        ])
    func area(text: String, pixels: Int) throws {
        let shader = try Shader(text)
        let before = picture([10, 20, 30, 255])
        var after = before
        (after[5, 2], after[8, 4]) = ([90, 20, 30, 255], [10, 20, 31, 255])
        var filter = Filter(shader, size: size)
        let shown = filter.over(before, ShaderInputs())
        let drawn = filter.over(after, ShaderInputs())
        var fresh = Filter(shader, size: size)
        let wanted = fresh.over(after, ShaderInputs())
        #expect(drawn == wanted)
        #expect(drawn != shown)
        #expect(filter.pixels == pixels)
    }

    @Test("sees every change of a picture in the least rectangle")
    func changes() {
        let before = picture([1, 2, 3, 255])
        #expect(before.changes(since: before) == nil)
        var random = SeededGenerator(seed: 3)
        for _ in 0..<50 {
            var after = before
            let places = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                SIMD2<Int>.random(in: 0...15, using: &random)
            }
            for place in places { after[place.x, place.y] = [1, 2, 4, 255] }
            let (x, y) = (places.map(\.x), places.map(\.y))
            let area = Area(
                columns: x.min()!..<x.max()! + 1, rows: y.min()!..<y.max()! + 1)
            #expect(after.changes(since: before) == area)
        }
    }

    @Test("takes the values that are given to its own uniforms")
    func uniforms() throws {
        let shader = try Shader(
            """
            precision highp float;
            uniform float u_red;  // default 1.0
            uniform vec2 u_rest;
            void main() { gl_FragColor = vec4(u_red, u_rest, 1.0); }
            """)
        let values = try shader.fitted(["u_rest": UniformValue([0.2, 0.4])])
        var filter = Filter(shader, uniforms: values, size: size)
        let drawn = filter.behind(ShaderInputs())
        #expect(drawn?[0, 0] == [255, 51, 102, 255])
    }
}
