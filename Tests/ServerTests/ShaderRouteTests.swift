import Foundation
import Testing

@testable import Server

@Suite("The routes of shaders", .serialized)
struct ShaderRouteTests {
    private static let half = """
        precision mediump float;
        uniform float u_red; // default 0.5, 0.0…1.0: how red
        uniform vec2 u_rest;
        void main() { gl_FragColor = vec4(u_red, u_rest, 1.0); }
        """

    private func body(
        _ source: String = half, _ more: [String: any Encodable & Sendable] = [:]
    ) throws -> String {
        var members = ["source": JSONText.of(source)]
        for (name, value) in more { members[name] = JSONText.of(value) }
        return "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
    }

    private struct Uniform: Decodable {
        var name: String
        var type: String
        var range: [Float]?
        var note: String
    }
    private struct Card: Decodable {
        var name: String?
        var kind: String
        var passes: Int
        var uniforms: [Uniform]
    }
    private struct Complaint: Decodable {
        struct Place: Decodable {
            var line: Int?
            var column: Int?
        }
        var error: Place
    }

    @Test("list every shader with its own uniforms, and give its text")
    func list() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let answer = try client.request("GET", "/v1/shaders")
                let cards = try JSONDecoder().decode([Card].self, from: Data(answer.body))
                let crt = try #require(cards.first { $0.name == "crt" })
                #expect(crt.kind == "frame" && crt.passes == 1)
                #expect(crt.uniforms.map(\.name) == ["u_curve", "u_mask", "u_lines"])
                #expect(crt.uniforms[0].range == [0, 0.4])
                #expect(answer.text.contains(#""initial":0.12"#))
                #expect(cards.first { $0.name == "snow" }?.kind == "background")
                let text = try client.request("GET", "/v1/shaders/crt")
                #expect(text.text.contains("uniform float u_curve;"))
                try #expect(client.request("GET", "/v1/shaders/none").code == "unknown-shader")
            }
        }
    }

    @Test("draw a text with the numbers that are given, to the byte")
    func draw() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let raw = try client.request(
                    "POST", "/v1/shaders/draw",
                    body: try body(
                        Self.half,
                        [
                            "size": "16x18", "format": "rgba",
                            "uniforms": ["u_red": [Float(1)], "u_rest": [0.2, 0.4]],
                        ]))
                #expect(raw.status == 200, "\(raw.text)")
                #expect(raw.headers["content-type"] == "application/octet-stream")
                let pixels = (0..<16 * 18).flatMap { _ in [UInt8]([255, 51, 102, 255]) }
                #expect(raw.body == pixels)
                let picture = try client.request("POST", "/v1/shaders/draw", body: try body())
                #expect(picture.headers["content-type"] == "image/png")
                #expect(Array(picture.body.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
            }
        }
    }

    @Test("show the character to a shader that reads a picture")
    func layer() async throws {
        let same = """
            precision mediump float;
            varying vec2 v_uv;
            uniform sampler2D u_layer;
            void main() { gl_FragColor = texture2D(u_layer, v_uv); }
            """
        try await serving { server in
            try await talking(to: server.port) { client in
                let drawn = try client.request(
                    "POST", "/v1/shaders/draw",
                    body: try body(same, ["size": "100x120", "format": "rgba"]))
                let alphas = stride(from: 3, to: drawn.body.count, by: 4).map { drawn.body[$0] }
                #expect(alphas.count == 100 * 120)
                #expect(alphas.first == 0 && alphas.count { $0 == 255 } > 2000)
            }
        }
    }

    @Test("say where a mistake is, and what a good text is")
    func check() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let good = try client.request("POST", "/v1/shaders/check", body: try body())
                let card = try JSONDecoder().decode(Card.self, from: Data(good.body))
                #expect(card.name == nil && card.kind == "background")
                #expect(card.uniforms.map(\.type) == ["float", "vec2"])
                #expect(card.uniforms[0].note == "how red")
                for path in ["check", "draw"] {
                    let bad = try client.request(
                        "POST", "/v1/shaders/\(path)",
                        body: try body(
                            "precision mediump float;\nvoid main() {\n  gl_FragColor = red;\n}"))
                    #expect(bad.status == 400 && bad.code == "bad-shader")
                    let place = try JSONDecoder().decode(Complaint.self, from: Data(bad.body)).error
                    #expect(place.line == 3 && place.column == 18)
                }
            }
        }
    }

    private static let mistakes: [(more: [String: any Encodable & Sendable], code: String)] = [
        (["size": "17x16"], "bad-size"), (["size": "1024x1024"], "bad-size"),
        (["mood": [Float(1)]], "bad-moment"), (["format": "bmp"], "bad-body"),
        (["uniforms": ["u_green": Float(1)]], "unknown-uniform"),
        (["uniforms": ["u_rest": Float(1)]], "bad-uniform"),
        (["uniforms": ["u_red": "1"]], "bad-body"), (["character": "x"], "unknown-character"),
    ]

    @Test("refuse what does not fit, and what would take long")
    func mistakes() async throws {
        let long = """
            precision highp float;
            varying vec2 v_uv;
            void main() {
                float sum = 0.0;
                for (int i = 0; i < 1000; i++) { sum += sin(cos(v_uv.x * float(i)) + sum); }
                gl_FragColor = vec4(sum);
            }
            """
        try await serving { server in
            try await talking(to: server.port) { client in
                for (more, code) in Self.mistakes {
                    let answer = try client.request(
                        "POST", "/v1/shaders/draw", body: try body(Self.half, more))
                    #expect(answer.code == code, "\(answer.text)")
                }
                let answer = try client.request(
                    "POST", "/v1/shaders/draw", body: try body(long, ["size": "512x512"]))
                #expect(answer.code == "too-costly", "\(answer.text)")
            }
        }
    }
}
