import AvatarTypes
import Foundation
import Mind
import Store
import Testing

@testable import TestSupport

/// The client against a real server that behaves, and misbehaves, over a real socket.
@Suite(.serialized) struct OpenAIModelTests {
    private func model(_ server: ChatServer, patience: Double = 8, stall: Double = 8) -> OpenAIModel
    {
        var model = OpenAIModel(
            baseURL: server.url, model: "test", firstTokenTimeout: patience, stallTimeout: stall)
        model.server.retryBase = 0.01
        return model
    }

    private func talk(_ steps: [ChatServer.Step], stall: Double = 8) throws -> (Talk, ChatServer) {
        let server = ChatServer(steps)
        let model = model(server, patience: stall, stall: stall)
        var talk = try Talk(model: model)
        talk.server = server
        return (talk, server)
    }

    @Test func `A reply is spoken sentence by sentence with its marks`() async throws {
        let (talk, server) = try talk([
            ChatServer.head, .send(": warm\n\n"),
            .send("data: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n"),
            ChatServer.piece("[jo"), ChatServer.piece("y] Hello Anna! I am"), .flush,
            ChatServer.piece(" here."), .send("data: {\"choices\":[],\"usage\":{}}\n\n"),
            ChatServer.done,
        ])
        let events = await talk.events("Hi there")
        #expect(events.utterances.map(\.text) == ["Hello Anna!", "I am here."])
        #expect(
            events.utterances[0].directions == [
                Direction(offset: 0, act: .expression(name: "joy", weight: 1))
            ])
        #expect(events.reply?.source == "test")
        #expect(events.notices.isEmpty)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /v1/chat/completions"))
        #expect(request.contains("\"stream\":true"))
        #expect(request.contains("Hi there"))
    }

    @Test func `Bytes may be cut anywhere, even inside a letter`() async throws {
        let reply = "[joy] Привет, дорогая Аня! こんにちは。"
        let bytes = Array((ChatServer.event(reply) + "data: [DONE]\n\n").utf8)
        var steps = [ChatServer.head]
        for start in stride(from: 0, to: bytes.count, by: 17) {
            steps += [.bytes(Array(bytes[start..<min(start + 17, bytes.count)])), .flush]
        }
        let events = await (try talk(steps).0).events("привет")
        #expect(events.reply?.text == "Привет, дорогая Аня! こんにちは。")
    }

    @Test(arguments: ["\n\n", "\r\n\r\n", "\r\r"])
    func `Any line ending ends an event`(ending: String) async throws {
        let event = ChatServer.event("Fine day.").dropLast(2) + ending
        let (talk, _) = try talk([ChatServer.head, .send(event + "data: [DONE]" + ending)])
        #expect(await talk.events("hm").reply?.text == "Fine day.")
    }

    @Test func `Thoughts are never said`() async throws {
        let (talk, _) = try talk([
            ChatServer.head,
            .send("data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"secret plan\"}}]}\n\n"),
            ChatServer.piece("<thi"), ChatServer.piece("nk>more secrets</th"),
            ChatServer.piece("ink>All good."), ChatServer.done,
        ])
        #expect(await talk.events("hm").reply?.text == "All good.")
    }

    @Test func `A stream that never says it is done is taken as whole if it ends like one`()
        async throws
    {
        let (talk, _) = try talk([ChatServer.head, ChatServer.piece("That is all.")])
        let events = await talk.events("hm")
        #expect(events.reply?.text == "That is all.")
        #expect(events.notices.isEmpty)
    }

    @Test func `An answer that is not streamed is still an answer`() async throws {
        let body = "{\"choices\":[{\"message\":{\"content\":\"Whole.\"}}]}"
        let (talk, _) = try talk([
            .send(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
            )
        ])
        #expect(await talk.events("hm").reply?.text == "Whole.")
    }

    @Test func `A stream cut in mid-word says no half word and loses nothing`() async throws {
        let (talk, _) = try talk([ChatServer.head, ChatServer.piece("I think you sho")])
        let events = await talk.events("My name is Anna")
        #expect(events.notices.count == 1)
        #expect(events.spoken.hasPrefix("I think you… "))
        #expect(!events.spoken.contains("sho"))
        #expect(events.spoken == events.reply?.text)
        #expect(try talk.archive.facts(of: "anna").map(\.value) == ["Anna"])
    }

    static let failures: [(String, [ChatServer.Step])] = [
        (
            "html",
            [
                .send(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n<html>no</html>"
                )
            ]
        ),
        ("binary", [ChatServer.head, .bytes((0..<4000).map { UInt8($0 % 251) })]),
        ("broken JSON", [ChatServer.head] + Array(repeating: .send("data: {\"choi\n\n"), count: 9)),
        ("empty", [ChatServer.head, ChatServer.done]),
        (
            "error inside",
            [ChatServer.head, .send("data: {\"error\":{\"message\":\"out of memory\"}}\n\n")]
        ),
        ("500", [.send("HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\noops")]),
        (
            "404",
            [
                .send(
                    "HTTP/1.1 404 No\r\nContent-Type: application/json\r\nContent-Length: 38\r\n\r\n{\"error\":{\"message\":\"no such model x\"}}"
                )
            ]
        ),
        ("closed at once", []),
        ("no HTTP", [.send("hello I am not HTTP\r\n\r\n")]),
    ]

    @Test(arguments: failures.map(\.0))
    func `Whatever a server sends, the built-in mind answers with one honest notice`(name: String)
        async throws
    {
        let steps = try #require(Self.failures.first { $0.0 == name }).1
        let (talk, _) = try talk(steps)
        let events = await talk.events("My name is Anna")
        #expect(events.notices.count == 1)
        #expect(events.reply?.source == "built-in")
        #expect(events.reply?.text.contains("Anna") == true)
        #expect(events.spoken == events.reply?.text)
    }

    @Test func `A server that stalls is left after the time it was given`() async throws {
        let (talk, _) = try talk(
            [ChatServer.head, ChatServer.piece("One. Two th"), .stall], stall: 0.4)
        let events = await talk.events("My name is Anna")
        #expect(events.notices.count == 1)
        #expect(events.spoken.hasPrefix("One. Two… "))
        let (silent, _) = try self.talk([.stall], stall: 0.3)
        let answer = await silent.events("My name is Anna")
        #expect(answer.reply?.source == "built-in")
        #expect(answer.notices.first?.contains("0.3 s") == true)
    }

    @Test func `An address where nobody listens is answered by the built-in mind`() async throws {
        let model = OpenAIModel(
            baseURL: try #require(URL(string: "http://127.0.0.1:9/v1")), model: "x")
        let talk = try Talk(model: model)
        let events = await talk.events("My name is Anna")
        #expect(events.reply?.source == "built-in")
        #expect(events.notices.first?.contains("127.0.0.1:9") == true)
        #expect(await OpenAIModel.discover(at: model.server.baseURL) == nil)
    }

    @Test func `A model that keeps failing is left alone for a while, and tried again later`()
        async throws
    {
        var (talk, server) = try talk([.send("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n")])
        for _ in 0..<6 { await talk.say("hello") }
        // Two at once, one more after thirty seconds, and each tried three times.
        #expect(server.requests.count == 9)
        talk.now.seconds += 3600
        await talk.say("hello")
        #expect(server.requests.count == 12)
    }

    @Test func `A busy server is asked again when it said, not before`() async throws {
        let (talk, server) = try talk([
            .send("HTTP/1.1 429 Busy\r\nRetry-After: 90\r\nContent-Length: 0\r\n\r\n")
        ])
        var later = talk
        await later.say("hello")
        later.now.seconds += 60
        await later.say("hello")
        #expect(server.requests.count == 1)
        later.now.seconds += 30
        await later.say("hello")
        #expect(server.requests.count == 2)
    }

    @Test func `Whoever stops listening stops the model`() async throws {
        let server = ChatServer([ChatServer.head, ChatServer.piece("One. Two. Three "), .stall])
        let talk = try Talk(model: model(server))
        let listener = Task {
            for await event in await talk.conversation.reply(to: "hm", from: "anna", at: talk.now) {
                if case .utterance = event { return }
            }
        }
        await listener.value
        var waited = 0
        while server.departures == 0, waited < 500 {
            try await Task.sleep(for: .milliseconds(10))
            waited += 1
        }
        #expect(server.departures == 1)
    }

    @Test func `The first chat model of a server is found`() async throws {
        let body =
            "{\"object\":\"list\",\"data\":[{\"id\":\"nomic-embed-text\"},{\"id\":\"llama3.2\"}]}"
        let server = ChatServer([
            .send(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)"
            )
        ])
        #expect(await OpenAIModel.discover(at: server.url, patience: 5)?.server.model == "llama3.2")
        #expect(await OpenAIModel.discover(at: ChatServer([.stall]).url, patience: 0.2) == nil)
    }
}
