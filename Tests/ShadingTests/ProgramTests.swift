import CLanes
import Testing

@testable import Shading

@Suite("Programs", .serialized)
struct ProgramTests {
    static let all =
        Programs.names(in: "programs").map { ("programs", $0) }
        + Programs.names(in: Programs.shipped).map { (Programs.shipped, $0) }

    @Test(
        "give the same pixels with wide vectors and without, on one core and on three, whole and in parts",
        arguments: all)
    func sameEverywhere(place: String, name: String) throws {
        let shader = try Shader(try Programs.text(name, in: place), file: name)
        let (width, height) = (141, 37)
        let whole = Drawing.draw(shader, width: width, height: height)
        for level in [lanes_plain, lanes_avx2] {
            lanes_limit(level)
            #expect(whole == Drawing.draw(shader, width: width, height: height))
        }
        lanes_limit(lanes_avx512)
        #expect(whole == Drawing.draw(shader, width: width, height: height, threads: 3))
        let part = Drawing.draw(
            shader, width: width, height: height, columns: 5..<133, rows: 7..<30)
        for y in 0..<height {
            for x in 0..<width {
                let at = (y * width + x) * 4
                let isInside = (5..<133).contains(x) && (7..<30).contains(y)
                let expected = isInside ? Array(whole[at..<(at + 4)]) : [0, 0, 0, 0]
                if Array(part[at..<(at + 4)]) != expected {
                    Issue.record("(\(x), \(y)) differs")
                    return
                }
            }
        }
    }

    @Test("that ship do something, and say what", arguments: Programs.names(in: Programs.shipped))
    func shipped(name: String) throws {
        let text = try Programs.text(name, in: Programs.shipped)
        let shader = try Shader(text, file: name)
        #expect(text.hasPrefix("// "))
        #expect(shader.uniforms.allSatisfy { !$0.note.isEmpty })
        let drawn = Drawing.draw(shader)
        #expect(drawn != Drawing.bytes(Drawing.store()))
        #expect(Set(drawn).count > 2)
    }

    @Test("skip pixels that are discarded, and leave loops where a pixel says so")
    func masks() throws {
        let discarded = try Drawing.pixel("gl_FragColor = vec4(1.0); if (z == 0.0) discard;")
        #expect(discarded == [0, 0, 0, 0])
        let left = try Drawing.pixel(
            """
            float s = z;
            for (int i = 0; i < 10; i++) {
                if (i == 1 && z == 0.0) continue;
                if (float(i) > 3.5 + z) break;
                s += 0.2;
            }
            gl_FragColor = vec4(s / 4.0);
            """)
        // Turns 0, 2 and 3: three fifths of a quarter.
        #expect(left[0] == 38)
    }
}
