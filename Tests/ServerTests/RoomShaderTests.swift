import Stage
import Testing

@Suite("The shader of a room")
struct RoomShaderTests {
    @Test("is changed on air, and taken away again")
    func change() async throws {
        let lobby = try await lobby()
        let room = try await lobby.change("main", RoomChange(shader: "crt"))
        #expect(await room.summary().shader == "crt")
        _ = try await lobby.change("main", RoomChange(shader: "none"))
        #expect(await room.summary().shader == nil)
        await lobby.close()
    }

    @Test("is one of those that are there")
    func unknown() async throws {
        let lobby = try await lobby()
        let error = await #expect(throws: StageError.self) {
            try await lobby.change("main", RoomChange(shader: "../crt"))
        }
        #expect(error?.code == "unknown-shader")
        await lobby.close()
    }

    @Test("takes values for its own uniforms, and refuses others with a hint")
    func uniforms() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                func patch(_ shader: String) throws -> (code: String?, text: String) {
                    let answer = try client.request(
                        "PATCH", "/v1/rooms/main", body: #"{"shader":\#(shader)}"#)
                    return (answer.code, answer.text)
                }
                let tuned = try patch(
                    #"{"name":"hologram","uniforms":{"u_lines":0.5,"u_color":[1,0.5,0]}}"#)
                #expect(tuned.text.contains(#""shader":"hologram""#))
                #expect(tuned.text.contains(#""uniforms":{"u_color":[1,0.5,0],"u_lines":0.5}"#))
                try #expect(patch(#"{"name":"crt"}"#).text.contains(#""uniforms":{}"#))
                let unknown = try patch(#"{"name":"crt","uniforms":{"u_curv":1}}"#)
                #expect(unknown.code == "unknown-uniform")
                #expect(unknown.text.contains("u_curve, u_mask, u_lines"))
                let flat = try patch(#"{"name":"hologram","uniforms":{"u_color":1}}"#)
                #expect(flat.code == "bad-uniform" && flat.text.contains("a list of 3 numbers"))
                try #expect(patch(#"{"name":"crt","uniform":{}}"#).code == "bad-body")
                try #expect(patch(#"{"uniforms":{}}"#).code == "bad-body")
                #expect(
                    try client.request("GET", "/v1/rooms/main").text.contains(#""shader":"crt""#))
                try #expect(!patch(#""none""#).text.contains("uniforms"))
            }
        }
    }
}
