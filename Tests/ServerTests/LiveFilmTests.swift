import Foundation
import Testing

@testable import Server

/// The endless WebM, as a player takes it.
@Suite(.serialized)
struct LiveFilmTests {
    private static let path = "/live/main.webm"

    /// Waits until somebody watches the room.
    private static func untilWatched(_ port: Int) async throws {
        for _ in 0..<400 {
            let text = try await talking(to: port) { client in
                try client.request("GET", "/v1/rooms/main").text
            }
            if text.contains(#""viewers":1"#) { return }
            try await Task.sleep(for: .milliseconds(25))
        }
        Issue.record("nobody watches")
    }

    @Test func aPlayerGetsTheFilmUntilTheServerStops() async throws {
        let bytes = try await serving { server in
            async let film = talking(to: server.port) { client in
                try client.send("GET", Self.path)
                return try client.rest()
            }
            try await Self.untilWatched(server.port)
            // Some pictures, at ten a second.
            try await Task.sleep(for: .milliseconds(600))
            await server.stop()
            return try await film
        }
        let head = String(decoding: bytes.prefix(400), as: UTF8.self)
        #expect(head.hasPrefix("HTTP/1.1 200 OK"))
        #expect(head.contains("Content-Type: video/webm"))
        #expect(bytes.firstRange(of: [0x1A, 0x45, 0xDF, 0xA3]) != nil, "no EBML")
        #expect(bytes.firstRange(of: [0x1F, 0x43, 0xB6, 0x75]) != nil, "no cluster")
        // The end of a body that is sent in chunks: nothing was cut off.
        #expect(bytes.suffix(5).elementsEqual("0\r\n\r\n".utf8))
    }

    @Test func whoLeavesOrAsksForTheHeadAloneTakesNoPlace() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                try #expect(client.request("HEAD", Self.path).status == 200)
            }
            async let left: Void = talking(to: server.port) { client in
                try client.send("GET", Self.path)
                _ = try client.line(endingWith: "\r\n\r\n")
                Thread.sleep(forTimeInterval: 1)
            }
            try await Self.untilWatched(server.port)
            try await left
            for _ in 0..<400 {
                let text = try await talking(to: server.port) { client in
                    try client.request("GET", "/v1/rooms/main").text
                }
                if text.contains(#""viewers":0"#) { return }
                try await Task.sleep(for: .milliseconds(25))
            }
            Issue.record("the place is still taken")
        }
    }

    @Test func aRoomThatIsNotThereHasNoFilm() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let answer = try client.request("GET", "/live/nowhere.webm")
                #expect(answer.status == 404 && answer.code == "unknown-room")
                try #expect(client.request("GET", "/live/main.mp4").status == 404)
                try #expect(client.request("POST", Self.path).status == 405)
            }
        }
    }
}
