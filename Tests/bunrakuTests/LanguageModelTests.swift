import Foundation
import TestSupport
import Testing

@Suite("A language model at an address", .serialized)
struct LanguageModelTests {
    /// A server whose settings name a model at a port of this machine.
    private func server(modelAt port: Int) async throws -> ServerProcess {
        try await ServerProcess(
            settings: """
                language_model:
                  base_url: http://127.0.0.1:\(port)/v1
                  model: test
                """)
    }

    @Test("that streams thinks for her, and its marks are neither shown nor spoken")
    func streams() async throws {
        let model = try ModelServer { _ in
            .stream(["[jo", "y] Hel", "lo, I am thinking", " with a model."])
        }
        let server = try await server(modelAt: model.port)
        try await server.waitForModel()
        #expect(try await server.chat("Hi!") == "Hello, I am thinking with a model.")
    }

    @Test(
        "that is absent, sends garbage or refuses leaves her talking with her own mind",
        arguments: [ModelServer.Behaviour.garbage, .status(500), .hangUp])
    func fails(behaviour: ModelServer.Behaviour) async throws {
        let model = try ModelServer { _ in behaviour }
        let server = try await server(modelAt: model.port)
        try await server.waitForModel()
        let reply = try await server.chat("I live in Tokyo.")
        #expect(!reply.isEmpty && !reply.contains("{") && !reply.contains("["))
        #expect(try await server.chat("Where do I live?").contains("Tokyo"))
    }

    @Test("that breaks off in mid-word has its sentence closed, and the talk goes on")
    func breaksOff() async throws {
        let model = try ModelServer { _ in .cut(["I was just about to tel"]) }
        let server = try await server(modelAt: model.port)
        try await server.waitForModel()
        let reply = try await server.chat("Hello!")
        #expect(!reply.isEmpty && !reply.hasSuffix("tel"))
    }
}

extension ServerProcess {
    /// Returns when the room thinks with its model.
    fileprivate func waitForModel() async throws {
        for _ in 0..<200 {
            let room = try await ask("GET", "/v1/rooms/main").json
            if room["language_model"].text != nil { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw SupportFailure("The server did not take the model. It said: \(log.suffix(2_000))")
    }
}
