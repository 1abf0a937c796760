import Foundation
import Testing

@testable import TestSupport

@Suite("A language model at an address", .serialized)
struct LanguageModelTests {
    /// A server whose settings name a model at an address of this machine.
    private func server(modelAt address: URL) async throws -> ServerProcess {
        try await ServerProcess(
            settings: """
                language_model:
                  base_url: \(address.absoluteString)
                  model: test
                """)
    }

    @Test("that streams thinks for her, and its marks are neither shown nor spoken")
    func streams() async throws {
        let model = ChatServer(
            [ChatServer.head]
                + ["[jo", "y] Hel", "lo, I am thinking", " with a model."].map(ChatServer.piece)
                + [ChatServer.done])
        let server = try await server(modelAt: model.url)
        try await server.waitForModel()
        #expect(try await server.chat("Hi!") == "Hello, I am thinking with a model.")
    }

    @Test(
        "that is absent, sends garbage or refuses leaves her talking with her own mind",
        arguments: [
            [], [.send("\u{0}\u{1}nonsense\r\n\r\n")],
            [ChatServer.head, .send("data: {\"oops\n\n")],
            [.send("HTTP/1.1 500 No\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")],
        ] as [[ChatServer.Step]])
    func fails(steps: [ChatServer.Step]) async throws {
        let model = ChatServer(steps)
        let server = try await server(modelAt: model.url)
        try await server.waitForModel()
        let reply = try await server.chat("I live in Tokyo.")
        #expect(!reply.isEmpty && !reply.contains("{") && !reply.contains("["))
        #expect(try await server.chat("Where do I live?").contains("Tokyo"))
    }

    @Test("that breaks off in mid-word has its sentence closed, and the talk goes on")
    func breaksOff() async throws {
        let model = ChatServer([ChatServer.head, ChatServer.piece("I was just about to tel")])
        let server = try await server(modelAt: model.url)
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
            if room["languageModel"].text != nil { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw SupportFailure("The server did not take the model. It said: \(log.suffix(2_000))")
    }
}
