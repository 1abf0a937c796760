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
        var filter = Filter(shader, name: "turn", size: size)
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
        var filter = Filter(shader, name: "mood", size: size)
        let over = filter.over(picture([10, 20, 30, 255]), inputs)
        #expect(over == nil)
        let behind = filter.behind(inputs)
        #expect(behind?[3, 3] == [102, 153, 255, 255])
    }
}
