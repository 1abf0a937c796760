import AvatarTypes
import Foundation
import Store
import Testing

@testable import Mind
@testable import TestSupport

/// What all chat servers have in common, and Anthropic's own format, over a real socket.
@Suite(.serialized) struct ChatClientTests {
    private func events(
        _ scripts: [[ChatServer.Step]], anthropic: Bool = false, say: String = "hm"
    ) async throws -> ([ReplyEvent], ChatServer) {
        let server = ChatServer(inTurn: scripts)
        let model: any LanguageModel
        if anthropic {
            var native = AnthropicModel(
                baseURL: server.url, model: "claude", key: "secret", temperature: 1.4,
                firstTokenTimeout: 5, stallTimeout: 5)
            native.server.retryBase = 0.01
            model = native
        } else {
            var open = OpenAIModel(
                baseURL: server.url, model: "test", firstTokenTimeout: 5, stallTimeout: 5)
            open.server.retryBase = 0.01
            model = open
        }
        return (await (try Talk(model: model)).events(say), server)
    }

    private static func refusal(_ status: Int, _ head: String = "") -> [ChatServer.Step] {
        [.send("HTTP/1.1 \(status) No\r\n\(head)Content-Length: 0\r\n\r\n")]
    }

    private static let good = [ChatServer.head, ChatServer.piece("Good."), ChatServer.done]

    @Test(
        arguments: [
            (refusal(503), 2), (refusal(500), 2), (refusal(408), 2), ([], 2),
            (refusal(429, "Retry-After: 0\r\n"), 2),
        ] as [([ChatServer.Step], Int)])
    func `What passes by itself is tried again, and the user never learns of it`(
        failure: [ChatServer.Step], requests: Int
    ) async throws {
        let (events, server) = try await events([failure, Self.good])
        #expect(events.reply?.text == "Good.")
        #expect(events.reply?.source == "test")
        #expect(events.notices.isEmpty)
        #expect(server.requests.count == requests)
    }

    @Test(arguments: [400, 401, 404, 429])
    func `What does not pass by itself is not tried again`(status: Int) async throws {
        let (events, server) = try await events([Self.refusal(status), Self.good])
        #expect(events.reply?.source == "built-in")
        #expect(events.notices.count == 1)
        #expect(server.requests.count == 1)
    }

    @Test func `Three tries are enough, and a word that was said is never said twice`()
        async throws
    {
        let (_, server) = try await events([Self.refusal(503)])
        #expect(server.requests.count == 3)
        let (cut, once) = try await events([
            [ChatServer.head, ChatServer.piece("One is enou")], Self.good,
        ])
        #expect(once.requests.count == 1)
        #expect(cut.spoken.hasPrefix("One is… "))
    }

    @Test func `Pauses between tries grow, are uneven, and are the same for the same seed`() {
        func waits(_ seed: UInt64) -> [Double] {
            var persistence = Persistence(base: 0.3, seed: seed)
            let failure = ModelFailure.refused(status: 503, message: "", retryAfter: nil)
            return (0..<3).compactMap { _ in persistence.wait(after: failure) }
        }
        #expect(waits(1) == waits(1))
        #expect(waits(1) != waits(2))
        for seed in 0..<50 {
            let waits = waits(UInt64(seed))
            #expect(waits.count == 2)
            #expect((0.15...0.3).contains(waits[0]) && (0.3...0.6).contains(waits[1]))
        }
    }

    @Test(
        arguments: [
            ("90", nil, 90), ("0.5", nil, 0.5), ("-3", nil, 0), ("soon", nil, nil),
            ("Sun, 06 Nov 1994 08:50:07 GMT", "Sun, 06 Nov 1994 08:49:37 GMT", 30),
            ("Tue, 01 Mar 1994 00:00:05 GMT", "Mon, 28 Feb 1994 23:59:55 GMT", 10),
            ("Sun, 06 Nov 1994 08:50:07 GMT", nil, nil),
        ] as [(String, String?, Double?)])
    func `A server's wish to be left alone may be seconds or a date`(
        value: String, date: String?, seconds: Double?
    ) {
        #expect(RetryAfter.seconds(value, date: date) == seconds)
    }

    @Test func `Tool calls in pieces, lists of parts and unknown members do no harm`() async throws
    {
        let (events, _) = try await events([
            [
                ChatServer.head,
                .send(
                    #"data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"clo"#
                        + #"ck","arguments":"{\"zo"}}]}}]}"# + "\n\n"),
                .send(
                    #"data: {"choices":[{"delta":{"content":null,"tool_calls":[{"index":0,"function":{"arguments":"ne\":1}"}}]}}]}"#
                        + "\n\n"),
                .send("data: {\"choices\":null,\"obfuscation\":\"xyz\"}\n\n"),
                .send("event: ping\ndata: {}\n\n"),
                .send(
                    #"data: {"choices":[{"delta":{"content":[{"type":"text","text":"It is"},{"type":"image"}]}}]}"#
                        + "\n\n"),
                ChatServer.piece(" noon."), ChatServer.done,
            ]
        ])
        #expect(events.reply?.text == "It is noon.")
        #expect(events.notices.isEmpty)
    }

    @Test func `A reply of tool calls alone is an empty one, and says so`() async throws {
        let (events, _) = try await events([
            [
                ChatServer.head,
                .send(
                    #"data: {"choices":[{"delta":{"tool_calls":[{"index":0}]},"finish_reason":"tool_calls"}]}"#
                        + "\n\n"),
            ]
        ])
        #expect(events.reply?.source == "built-in")
        #expect(events.notices.first?.contains("empty") == true)
    }

    @Test func `Reasoning is given as thought, wherever the server puts it`() async throws {
        let (events, _) = try await events([
            [
                ChatServer.head,
                .send(#"data: {"choices":[{"delta":{"reasoning":"Let me"}}]}"# + "\n\n"),
                .send(#"data: {"choices":[{"delta":{"reasoning_content":" see"}}]}"# + "\n\n"),
                ChatServer.piece("Tea."), ChatServer.done,
            ]
        ])
        let thoughts = events.compactMap { if case .thought(let text) = $0 { text } else { nil } }
        #expect(thoughts.joined() == "Let me see")
        #expect(events.reply?.text == "Tea.")
        #expect(events.spoken == "Tea.")
    }

    // MARK: - Anthropic

    private static func native(_ events: String...) -> [ChatServer.Step] {
        [ChatServer.head]
            + events.map { event in
                let type = event.split(separator: "\"")[3]
                return .send("event: \(type)\ndata: \(event)\n\n")
            }
    }

    private static func text(_ text: String) -> String {
        #"{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"\#(text)"}}"#
    }

    @Test func `Anthropic's events become words and thoughts`() async throws {
        let (events, server) = try await events(
            [
                Self.native(
                    #"{"type":"message_start","message":{"role":"assistant","content":[]}}"#,
                    #"{"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":""}}"#,
                    #"{"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm"}}"#,
                    #"{"type":"ping"}"#,
                    #"{"type":"content_block_start","index":1,"content_block":{"type":"text","text":""}}"#,
                    Self.text("[joy] Hello"), Self.text(" Anna."),
                    #"{"type":"content_block_stop","index":1}"#,
                    #"{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{}}"#,
                    #"{"type":"message_stop"}"#)
            ], anthropic: true)
        #expect(events.reply?.text == "Hello Anna.")
        #expect(events.contains(.thought("Hm")))
        #expect(events.notices.isEmpty)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /v1/messages"))
        #expect(request.lowercased().contains("x-api-key: secret"))
        #expect(request.lowercased().contains("anthropic-version: 2023-06-01"))
        #expect(request.contains("\"temperature\":1,") || request.contains("\"temperature\":1}"))
        #expect(request.contains("\"system\":\"You are Mirai."))
        #expect(!request.contains("\"role\":\"system\""))
    }

    @Test func `Anthropic is told the user's turn first, and then one after the other`()
        async throws
    {
        let server = ChatServer(Self.native(Self.text("Yes."), #"{"type":"message_stop"}"#))
        var talk = try Talk(model: nil)
        await talk.say("one")
        await talk.say("two")
        await talk.conversation.use(
            model: AnthropicModel(baseURL: server.url, model: "claude", key: nil))
        for await _ in await talk.conversation.greeting(for: "anna", at: talk.now) {}
        await talk.say("three")
        struct Body: Decodable {
            struct Message: Decodable {
                var role: String
            }
            var messages: [Message]
        }
        let request = try #require(server.requests.last)
        let json = try #require(request.range(of: "\r\n\r\n"))
        let body = try JSONDecoder().decode(Body.self, from: Data(request[json.upperBound...].utf8))
        #expect(body.messages.first?.role == "user" && body.messages.last?.role == "user")
        #expect(zip(body.messages, body.messages.dropFirst()).allSatisfy { $0.role != $1.role })
    }

    @Test(arguments: [
        (
            "overloaded",
            native(#"{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"#)
        ),
        ("cut", native(text("I think you sho"))),
        ("nothing", native(#"{"type":"message_stop"}"#)),
        ("refused", refusal(401)),
    ])
    func `When Anthropic fails, the built-in mind goes on with one honest notice`(
        name: String, steps: [ChatServer.Step]
    ) async throws {
        let (events, _) = try await events([steps], anthropic: true, say: "My name is Anna")
        #expect(events.notices.count == 1)
        #expect(!events.spoken.contains("sho"))
        #expect(events.spoken == events.reply?.text)
    }

    @Test func `Nine servers are known by name`() {
        #expect(
            ModelPreset.all.map(\.name) == [
                "ollama", "lm-studio", "vllm", "llama.cpp", "openai", "deepseek", "groq", "gemini",
                "anthropic",
            ])
        for preset in ModelPreset.all {
            let isLocal = preset.baseURL.host() == "localhost"
            #expect(isLocal == (preset.keyVariable == nil))
            #expect(isLocal || preset.baseURL.scheme == "https")
        }
        #expect(ModelPreset.named("grok") == nil)
    }

    @Test func `Ollama is asked to keep a model, and to let it go`() async throws {
        let server = ChatServer([.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")])
        let model = OpenAIModel(baseURL: server.url, model: "qwen3")
        #expect(await model.keepLoaded(seconds: -1))
        #expect(await model.keepLoaded(seconds: 0))
        #expect(server.requests[0].hasPrefix("POST /api/generate"))
        #expect(server.requests[0].contains("\"keep_alive\":-1"))
        #expect(server.requests[1].contains("\"keep_alive\":0"))
        let other = ChatServer(Self.refusal(404))
        #expect(await !OpenAIModel(baseURL: other.url, model: "x").keepLoaded(seconds: 0))
    }
}
