import Hummingbird
import HummingbirdCore
import NIOCore
import Testing

@testable import Server

/// The channel under Hummingbird with an echo at `/echo`, against a client made of bytes.
struct WebSocketTests {
    typealias Frame = RawClient.Frame

    private static let limits = WebSocketConfiguration(
        maxFrameSize: 1_000, maxMessageSize: 1_500, pingInterval: .seconds(60),
        closeTimeout: .milliseconds(200), handshakeTimeout: .seconds(60))

    private func echoing<Result: Sendable>(
        _ configuration: WebSocketConfiguration = limits,
        _ body: @escaping @Sendable (Running) async throws -> Result
    ) async throws -> Result {
        try await running(
            { onReady in
                let router = Router()
                router.get("/plain") { _, _ in "plain" }
                router.get("/echo") { _, _ -> String in throw HTTPError(.upgradeRequired) }
                router.get("/secret") { _, _ -> String in throw HTTPError(.unauthorized) }
                let channel = HTTPServerBuilder.http1WebSocket(configuration: configuration) {
                    request in
                    switch request.path {
                    case "/echo":
                        .accept { socket in
                            for try await message in socket.inbound {
                                switch message {
                                case .text(let text): try await socket.send(text)
                                case .binary(let bytes):
                                    try await socket.send(Array(bytes.readableBytesView))
                                }
                            }
                        }
                    case "/broken": .accept { _ in throw HTTPError(.notFound) }
                    case "/brief": .accept { socket in try await socket.send("bye") }
                    default: .pass
                    }
                }
                return Application(
                    router: router, server: channel,
                    configuration: .init(address: .hostname("127.0.0.1", port: 0)),
                    onServerRunning: { onReady($0.localAddress?.port ?? 0) }, logger: quiet)
            }, body)
    }

    /// The close code that answers what `act` does, and that the connection ends after it.
    private func closeCode(
        _ configuration: WebSocketConfiguration = limits, path: String = "/echo",
        after act: @escaping @Sendable (RawClient) throws -> Void
    ) async throws -> Int {
        try await echoing(configuration) { server in
            try await talking(to: server.port) { client in
                try client.upgrade(path)
                try act(client)
                let close = try client.frame(skipping: [Frame.text, Frame.binary, Frame.ping])
                #expect(close.opcode == Frame.close)
                try #expect(client.rest().isEmpty)
                return close.code
            }
        }
    }

    @Test func theHandshakeAnswersTheKeyOfTheSpecification() async throws {
        try await echoing { server in
            try await talking(to: server.port) { client in
                let answer = try client.upgrade("/echo")
                #expect(answer.status == 101)
                // RFC 6455 section 1.3 has this pair.
                #expect(answer.headers["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
            }
        }
    }

    @Test func textAndBytesComeBackAsTheyWere() async throws {
        try await echoing { server in
            try await talking(to: server.port) { client in
                try client.upgrade("/echo")
                for text in ["hello", "", "при\u{0301}вет 🎭"] {
                    try client.sendText(text)
                    try #expect(
                        client.frame() == Frame(opcode: Frame.text, payload: Array(text.utf8)))
                }
                let bytes = (0..<900).map { UInt8($0 % 251) }
                try client.sendFrame(Frame.binary, bytes)
                try #expect(client.frame() == Frame(opcode: Frame.binary, payload: bytes))
            }
        }
    }

    @Test func fragmentsBecomeOneMessageEvenAroundAPing() async throws {
        try await echoing { server in
            try await talking(to: server.port) { client in
                try client.upgrade("/echo")
                let word = Array("нет".utf8)
                // The cut lies inside a letter.
                try client.sendFrame(Frame.text, Array(word[..<3]), isLast: false)
                try client.sendFrame(Frame.ping, [1, 2, 3])
                try client.sendFrame(0, Array(word[3...]))
                try #expect(client.frame() == Frame(opcode: Frame.pong, payload: [1, 2, 3]))
                try #expect(client.frame().text == "нет")
            }
        }
    }

    @Test func whatIsTooLongIsRefusedBeforeItIsKept() async throws {
        let frame = try await closeCode { try $0.sendFrame(Frame.binary, [], claiming: 1 << 40) }
        #expect(frame == 1009)
        let message = try await closeCode { client in
            try client.sendFrame(Frame.binary, Array(repeating: 0, count: 1_000), isLast: false)
            try client.sendFrame(0, Array(repeating: 0, count: 501))
        }
        #expect(message == 1009)
    }

    @Test func textThatIsNotUTF8IsRefused() async throws {
        let code = try await closeCode { try $0.sendFrame(Frame.text, [0x68, 0xC3, 0x28]) }
        #expect(code == 1007)
    }

    @Test(arguments: [
        "unmasked", "reserved", "opcode", "continuation", "interleaved", "long ping",
        "split ping", "close code", "short close",
    ])
    func framesThatTheProtocolForbidsCloseWith1002(_ kind: String) async throws {
        let code = try await closeCode { client in
            switch kind {
            case "unmasked": try client.sendFrame(Frame.text, [65], isMasked: false)
            case "reserved": try client.sendFrame(Frame.text, [65], reserved: 4)
            case "opcode": try client.sendFrame(3, [65])
            case "continuation": try client.sendFrame(0, [65])
            case "interleaved":
                try client.sendFrame(Frame.text, [65], isLast: false)
                try client.sendFrame(Frame.text, [66])
            case "long ping": try client.sendFrame(Frame.ping, Array(repeating: 0, count: 126))
            case "split ping": try client.sendFrame(Frame.ping, [], isLast: false)
            case "close code": try client.sendFrame(Frame.close, [0x03, 0xED])
            default: try client.sendFrame(Frame.close, [3])
            }
        }
        #expect(code == 1002)
    }

    @Test func aGoodbyeIsAnsweredWithItsCode() async throws {
        let code = try await closeCode { try $0.sendFrame(Frame.close, [0x0F, 0xA1]) }
        #expect(code == 4001)
    }

    @Test func theEndOfServingSaysHowItEnded() async throws {
        try await #expect(closeCode(path: "/brief") { _ in } == 1000)
        try await #expect(closeCode(path: "/broken") { _ in } == 1011)
    }

    @Test func aRefusedUpgradeIsAnsweredByTheRouter() async throws {
        let statuses = try await echoing { server in
            var statuses: [Int] = []
            for path in ["/secret", "/nowhere", "/plain"] {
                statuses.append(
                    try await talking(to: server.port) { client in
                        let answer = try client.upgrade(path)
                        // NIO parses nothing after it, so the connection must end.
                        try #expect(client.rest().isEmpty)
                        return answer.status
                    })
            }
            return statuses
        }
        #expect(statuses == [401, 404, 200])
    }

    @Test(arguments: [
        ("Upgrade", "h2c"), ("Sec-WebSocket-Version", "12"), ("Sec-WebSocket-Key", "short"),
        ("Connection", "close"),
    ])
    func whatIsNoHandshakeIsAnOrdinaryRequest(_ header: (String, String)) async throws {
        try await echoing { server in
            try await talking(to: server.port) { client in
                let answer = try client.upgrade("/plain", headers: [header])
                #expect(answer.status == 200)
                #expect(answer.text == "plain")
            }
            try await talking(to: server.port) { client in
                try #expect(client.upgrade("/echo", headers: [header]).status == 426)
            }
        }
    }

    @Test func aConnectionServesManyRequestsAndPipelinedOnes() async throws {
        try await echoing { server in
            try await talking(to: server.port) { client in
                for _ in 0..<3 {
                    try #expect(client.request("GET", "/plain").text == "plain")
                }
                try client.send("GET", "/plain")
                try client.send("GET", "/nowhere")
                try #expect(client.answer().status == 200)
                try #expect(client.answer().status == 404)
            }
        }
    }

    @Test func whatIsNoHTTPIsAnsweredWith400() async throws {
        try await echoing { server in
            try await talking(to: server.port) { client in
                try client.send(Array("this is no request\r\n\r\n".utf8))
                try #expect(client.answer().status == 400)
                try #expect(client.rest().isEmpty)
            }
        }
    }

    @Test func shutdownSaysGoodbyeToViewersAndIgnoresTheDeaf() async throws {
        try await echoing { server in
            try await talking(to: server.port) { silent in
                do {
                    let client = try RawClient(port: server.port)
                    try client.upgrade("/echo")
                    try silent.upgrade("/echo")
                    let stopping = server.stop
                    Task { await stopping() }
                    let close = try client.frame()
                    #expect(close.opcode == Frame.close)
                    #expect(close.code == 1001)
                    try client.sendFrame(Frame.close, [0x03, 0xE9])
                    try #expect(client.rest().isEmpty)
                }
                // This one never answers the close, and is left after the time limit.
                try #expect(silent.frame().code == 1001)
                try #expect(silent.rest().isEmpty)
            }
        }
    }

    @Test func aPeerThatSaysNothingBetweenTwoPingsIsDropped() async throws {
        var limits = Self.limits
        limits.pingInterval = .milliseconds(100)
        try await echoing(limits) { server in
            try await talking(to: server.port) { client in
                try client.upgrade("/echo")
                let ping = try client.frame()
                #expect(ping.opcode == Frame.ping)
                try client.sendFrame(Frame.pong, ping.payload)
                // The answered one was not the last.
                try #expect(client.frame().opcode == Frame.ping)
                try #expect(client.rest().isEmpty)
            }
        }
    }

    @Test func aConnectionThatNeverAsksIsClosed() async throws {
        var limits = Self.limits
        limits.handshakeTimeout = .milliseconds(100)
        try await echoing(limits) { server in
            try await talking(to: server.port) { client in try #expect(client.rest().isEmpty) }
        }
    }

    @Test func aPeerThatClosesItsHalfIsLeft() async throws {
        try await echoing { server in
            try await talking(to: server.port) { client in
                try client.upgrade("/echo")
                client.closeOutput()
                try #expect(client.rest().isEmpty)
            }
        }
    }
}
