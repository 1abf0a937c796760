import Foundation
import Testing

@testable import Server

/// A viewer whose connection broke comes back.
@Suite(.serialized)
struct ResumingTests {
    struct Event: Decodable {
        var type: String
        var seq: Int?
        var session: String?
        var resumed: Bool?
        var text: String?
        var id: Int?
    }

    private static let path = "/v1/rooms/main/socket?media=none"

    @Test func whoComesBackGetsWhatWasMissedInOrderAndOnce() async throws {
        try await serving { server in
            try await talking(to: server.port) { other in
                try other.upgrade(Self.path)
                let hello = try other.resumingEvent()
                #expect(hello.resumed == false)
                var heard = try #require(hello.seq)
                let session: String
                do {
                    let viewer = try RawClient(port: server.port)
                    try viewer.upgrade(Self.path)
                    session = try #require(viewer.resumingEvent().session)
                    #expect(session != hello.session)
                }
                // Nobody of that session is there now.
                try other.sendText(#"{"type":"chat","user":"ben","text":"Who are you?"}"#)
                var told: [Event] = []
                while told.last?.type != "reply-end" {
                    let event = try other.resumingEvent()
                    guard let seq = event.seq else { continue }
                    #expect(seq == heard + 1)
                    heard = seq
                    told.append(event)
                }
                #expect(told.contains { $0.type == "message" && $0.text == "Who are you?" })

                let back = try RawClient(port: server.port)
                let start = try #require(hello.seq)
                try back.upgrade("\(Self.path)&resume=\(session)&after=\(start)")
                let again = try back.resumingEvent()
                #expect(again.type == "hello" && again.resumed == true)
                #expect(again.session == session && again.seq == start)
                for event in told {
                    let replayed = try back.resumingEvent()
                    #expect(replayed.seq == event.seq && replayed.type == event.type)
                    #expect(replayed.text == event.text)
                }
            }
        }
    }

    @Test func aChatThatIsSentAgainIsSaidOnce() async throws {
        try await serving { server in
            try await talking(to: server.port) { other in
                try other.upgrade(Self.path)
                let heard = try #require(other.resumingEvent().seq)
                let chat = #"{"type":"chat","id":7,"user":"ann","text":"Good morning!"}"#
                let session: String
                do {
                    let viewer = try RawClient(port: server.port)
                    try viewer.upgrade(Self.path)
                    session = try #require(viewer.resumingEvent().session)
                    try viewer.sendText(chat)
                    while try other.resumingEvent().type != "message" {}
                }
                let back = try RawClient(port: server.port)
                try back.upgrade("\(Self.path)&resume=\(session)&after=\(heard)")
                try back.sendText(chat)
                try back.sendText(#"{"type":"chat","id":7,"user":"ann","text":"How are you?"}"#)
                var said: [String?] = []
                var received: [Int?] = []
                while said.count < 2 || received.count < 2 {
                    let event = try back.resumingEvent()
                    if event.type == "message" { said.append(event.text) }
                    if event.type == "received" { received.append(event.id) }
                }
                #expect(said == ["Good morning!", "How are you?"])
                #expect(received == [7, 7])
            }
        }
    }

    @Test func whatCannotBeResumedIsSaid() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let stranger = try RawClient(port: server.port)
                try stranger.upgrade("\(Self.path)&resume=nobody&after=3")
                let hello = try stranger.resumingEvent()
                #expect(hello.resumed == false)
                #expect(hello.session?.count == 32)
                let early = try RawClient(port: server.port)
                let session = try #require(hello.session)
                try early.upgrade("\(Self.path)&resume=\(session)&after=1000000")
                let other = try early.resumingEvent()
                #expect(other.resumed == false)
                #expect(other.session == session)
                for query in ["resume=x", "after=3", "resume=x&after=-1", "resume=x&after=x"] {
                    let client = try RawClient(port: server.port)
                    let answer = try client.upgrade("\(Self.path)&\(query)")
                    #expect(answer.status == 400 && answer.code == "bad-resumption", "\(query)")
                }
                _ = try client.request("GET", "/healthz")
            }
        }
    }
}

extension RawClient {
    fileprivate func resumingEvent() throws -> ResumingTests.Event {
        let frame = try frame(skipping: [Frame.binary, Frame.ping])
        return try JSONDecoder().decode(ResumingTests.Event.self, from: Data(frame.payload))
    }
}
