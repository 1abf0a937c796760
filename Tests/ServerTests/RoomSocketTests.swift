import Foundation
import Testing

@testable import Server

/// The socket of a room, as viewers use it.
@Suite(.serialized)
struct RoomSocketTests {
    typealias Frame = RawClient.Frame

    struct Event: Decodable {
        var type: String
        var interrupted: Bool?
        var profile: String?
        var code: String?
        var message: String?
        var hint: String?
        var text: String?
        var state: String?
        var id: Int?
        var tracks: [Track]?

        struct Track: Decodable {
            var kind: String
            var names: [String]?
        }
    }

    private static let path = "/v1/rooms/main/socket"

    @Test func theFirstMessageIsTheHelloAndThenComesAKeyframe() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                try client.upgrade(Self.path)
                let hello = try client.event()
                #expect(hello.type == "hello")
                #expect(hello.profile == "opaque")
                // A busy machine may send a ping before.
                let media = try client.frame(skipping: [Frame.text, Frame.ping])
                #expect(media.opcode == Frame.binary)
                // Version 1, video, key frame.
                #expect(Array(media.payload.prefix(3)) == [1, 0, 1])
            }
        }
    }

    @Test func theQueryChoosesWhatComes() async throws {
        let examples = [
            ("?alpha=packed", "packed"), ("?alpha=none", "opaque"), ("?media=none", "events"),
            ("?media=pose", "pose"), ("?alpha=pair", "pair"), ("?media=film", "film"),
        ]
        try await serving { server in
            for (query, profile) in examples {
                try await talking(to: server.port) { client in
                    try client.upgrade(Self.path + query)
                    try #expect(client.event().profile == profile)
                }
            }
        }
    }

    @Test func aPuppetGetsPosesAtTheFrameRateAndHerVoice() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                try client.upgrade(Self.path)
                try #expect(client.event().profile == "opaque")
                try client.sendText(#"{"type":"subscribe","media":"pose"}"#)
                let hello = try client.event(ofType: "hello")
                let names = try #require(hello.tracks?.first { $0.kind == "pose" }?.names)
                #expect(names.count == 64)
                let jaw = try #require(names.firstIndex(of: "jawOpen"))
                let director = try RawClient(port: server.port)
                try #expect(
                    director.request(
                        "POST", "/v1/rooms/main/say",
                        body: #"{"text":"Ah! Papa and mama have gone far, far away."}"#
                    ).status == 204)
                var times: [Int64] = []
                var widest: Float = 0
                var packetsOfSound = 0
                while widest < 0.05 || times.count < 3 {
                    let bytes = try client.frame(skipping: [Frame.text, Frame.ping]).payload
                    if bytes[1] == 1 { packetsOfSound += 1 }
                    // A picture may have been on its way.
                    guard bytes[1] == 3 else { continue }
                    try #require(bytes.count == 16 + 256 && bytes[2] & 1 == 1 && bytes[3] == 5)
                    times.append(bytes[8..<16].reduce(0) { $0 << 8 | Int64($1) })
                    let place = 16 + jaw * 4
                    let bits = bytes[place..<place + 4].reversed().reduce(UInt32(0)) {
                        $0 << 8 | UInt32($1)
                    }
                    widest = max(widest, Float(bitPattern: bits))
                }
                #expect(packetsOfSound > times.count, "sound comes fifty times a second")
                for (time, next) in zip(times, times.dropFirst()) {
                    #expect((next - time) % 100_000 == 0, "frames are a tenth of a second apart")
                }
            }
        }
    }

    @Test func anotherSubscriptionBringsAnotherHello() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                try client.upgrade(Self.path)
                try #expect(client.event().profile == "opaque")
                try client.sendText(#"{"type":"subscribe","alpha":"packed"}"#)
                try #expect(client.event(ofType: "hello").profile == "packed")
            }
        }
    }

    @Test func aPingIsAnswered() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                try client.upgrade(Self.path + "?media=none")
                try client.sendText(#"{"type":"ping","id":7}"#)
                try #expect(client.event(ofType: "pong").id == 7)
            }
        }
    }

    private static let misunderstandings = [
        ("no JSON", "bad-body"), ("{}", "bad-body"), (#"{"type":"dance"}"#, "unknown-message"),
        (#"{"type":"chat"}"#, "bad-body"), (#"{"type":"chat","text":" "}"#, "no-text"),
        (#"{"type":"look","yaw":"left","pitch":0}"#, "bad-body"),
        (#"{"type":"touch","x":-1,"y":0}"#, "out-of-range"),
        (#"{"type":"subscribe","alpha":"full"}"#, "unknown-profile"),
    ]

    @Test func whatIsNotUnderstoodIsSaidAndForgiven() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                try client.upgrade(Self.path + "?media=none")
                for (text, code) in Self.misunderstandings {
                    try client.sendText(text)
                    let error = try client.event(ofType: "error")
                    #expect(error.code == code, "\(text)")
                    #expect(error.message?.isEmpty == false)
                    #expect(error.hint?.isEmpty == false)
                }
                try client.sendFrame(Frame.binary, [1, 2, 3])
                try #expect(client.event(ofType: "error").code == "binary-message")
                try client.sendText(#"{"type":"dance","id":3}"#)
                try #expect(client.event(ofType: "error").id == 3)
                try client.sendText(#"{"type":"ping"}"#)
                try #expect(client.event(ofType: "pong").type == "pong")
            }
        }
    }

    @Test func everyoneInTheRoomReadsTheChat() async throws {
        try await serving { server in
            try await talking(to: server.port) { ann in
                let ben = try RawClient(port: server.port)
                try ann.upgrade(Self.path + "?media=none")
                try ben.upgrade(Self.path + "?media=none")
                try #expect(ann.event().type == "hello")
                try #expect(ben.event().type == "hello")
                try ann.sendText(#"{"type":"chat","user":"ann","text":"Hello there"}"#)
                for client in [ann, ben] {
                    try #expect(client.event(ofType: "message").text == "Hello there")
                    try #expect(client.event(ofType: "reply-end").text?.isEmpty == false)
                }
            }
        }
    }

    @Test func anAnswerGoesOnWhenTheAskerLeaves() async throws {
        try await serving { server in
            try await talking(to: server.port) { ben in
                try ben.upgrade(Self.path + "?media=none")
                try #expect(ben.event().type == "hello")
                do {
                    let ann = try RawClient(port: server.port)
                    try ann.upgrade(Self.path + "?media=none")
                    try ann.sendText(#"{"type":"chat","user":"ann","text":"Who are you?"}"#)
                    try #expect(ann.event(ofType: "message").text == "Who are you?")
                }
                let end = try ben.event(ofType: "reply-end")
                #expect(end.interrupted == false)
                #expect(end.text?.isEmpty == false)
            }
        }
    }

    @Test func viewersAreToldThatARoomCloses() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let other = try RawClient(port: server.port)
                try #expect(
                    other.request("POST", "/v1/rooms", body: #"{"id":"side"}"#).status == 201)
                try client.upgrade("/v1/rooms/side/socket")
                try #expect(client.event().type == "hello")
                try #expect(other.request("DELETE", "/v1/rooms/side").status == 204)
                let close = try client.frame(skipping: [Frame.text, Frame.binary])
                #expect(close.code == 1001)
            }
        }
    }

    @Test func aForeignPageGetsNoSocket() async throws {
        try await serving { server in
            for path in [Self.path, Self.path + "/", Self.path + "?media=none"] {
                try await talking(to: server.port) { client in
                    let answer = try client.upgrade(
                        path, headers: [("Origin", "https://evil.example")])
                    #expect(answer.status == 403, "\(path)")
                    #expect(answer.code == "foreign-origin")
                }
            }
            try await talking(to: server.port) { client in
                let own = "http://127.0.0.1:\(server.port)"
                try #expect(client.upgrade(Self.path, headers: [("Origin", own)]).status == 101)
            }
            try await talking(to: server.port) { client in
                try #expect(client.upgrade("/v1/rooms/nobody/socket").code == "unknown-room")
            }
        }
    }

    @Test func shutdownSaysGoodbyeToViewers() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                try client.upgrade(Self.path)
                try #expect(client.event().type == "hello")
                let stopping = server.stop
                Task { await stopping() }
                try #expect(client.frame(skipping: [Frame.text, Frame.binary]).code == 1001)
            }
        }
    }
}

extension RawClient {
    /// The next text message.
    func event() throws -> RoomSocketTests.Event {
        let frame = try frame(skipping: [Frame.binary, Frame.ping])
        return try JSONDecoder().decode(RoomSocketTests.Event.self, from: Data(frame.payload))
    }

    func event(ofType type: String) throws -> RoomSocketTests.Event {
        while true {
            let next = try event()
            if next.type == type { return next }
        }
    }
}
