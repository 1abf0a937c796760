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
}
