import Foundation
import Testing

@testable import Server

/// The whole server, over its port. One after the other: each test has a stage of its own.
@Suite(.serialized)
struct RouteTests {
    @Test func everyListCanBeRead() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                for path in ["characters", "rigs", "expressions", "gestures", "voices"] {
                    let answer = try client.request("GET", "/v1/\(path)")
                    #expect(answer.status == 200)
                    #expect(answer.headers["content-type"] == "application/json")
                    #expect(answer.text.hasPrefix("[") && answer.text.count > 4, "\(path)")
                }
            }
        }
    }

    @Test func aRoomIsOpenedReadAndClosed() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let opened = try client.request("POST", "/v1/rooms", body: #"{"id":"side"}"#)
                #expect(opened.status == 201)
                #expect(opened.headers["location"] == "/v1/rooms/side")
                #expect(opened.text.contains(#""id":"side""#))
                let list = try client.request("GET", "/v1/rooms").text
                #expect(list.contains(#""id":"main""#) && list.contains(#""id":"side""#))
                try #expect(client.request("GET", "/v1/rooms/side").status == 200)
                try #expect(
                    client.request("POST", "/v1/rooms", body: #"{"id":"side"}"#).code
                        == "room-exists")
                try #expect(client.request("DELETE", "/v1/rooms/side").status == 204)
                try #expect(client.request("GET", "/v1/rooms/side").code == "unknown-room")
                try #expect(client.request("DELETE", "/v1/rooms/main").status == 409)
            }
        }
    }

    @Test func aChatIsAnswered() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let answer = try client.request(
                    "POST", "/v1/rooms/main/chat", body: #"{"user":"ann","text":"Hello!"}"#)
                struct Reply: Decodable {
                    var text: String
                    var source: String
                    var interrupted: Bool
                }
                let reply = try JSONDecoder().decode(Reply.self, from: Data(answer.body))
                #expect(!reply.text.isEmpty)
                #expect(reply.source == "built-in")
            }
        }
    }

    private static let directions: [(verb: String, body: String, status: Int)] = [
        ("say", #"{"text":"Good evening.","emotion":"joy"}"#, 204),
        ("interrupt", "", 200),
        ("emotion", #"{"emotion":"calm"}"#, 204),
        ("emotion", #"{"valence":0.2,"arousal":0.3,"energy":1}"#, 204),
        ("expression", #"{"expression":"joy","weight":0.5,"seconds":2}"#, 204),
        ("gesture", #"{"gesture":"nod"}"#, 204),
        ("look", #"{"yaw":10,"pitch":-5}"#, 204),
        ("touch", #"{"x":0.5,"y":0.4}"#, 200),
        ("touch", #"{"area":"hand"}"#, 200),
        ("outfit", #"{"name":"casual"}"#, 204),
        ("outfit", #"{"appearance":"winter"}"#, 204),
        ("scene", #"{"weather":"snow","hour":"auto","place":"park","voiceBars":true}"#, 200),
        ("scene", #"{"hour":null,"place":null}"#, 200),
    ]

    @Test func theCharacterIsDirected() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                for (verb, body, status) in Self.directions {
                    let answer = try client.request("POST", "/v1/rooms/main/\(verb)", body: body)
                    #expect(answer.status == status, "\(verb) \(body): \(answer.text)")
                }
            }
        }
    }

    private static let mistakes:
        [(method: String, path: String, body: String?, status: Int, code: String)] = [
            ("POST", "/v1/rooms/main/chat", "{}", 400, "bad-body"),
            ("POST", "/v1/rooms/main/chat", "[]", 400, "bad-body"),
            ("POST", "/v1/rooms/main/chat", "{", 400, "bad-body"),
            ("POST", "/v1/rooms/main/chat", #"{"text":1}"#, 400, "bad-body"),
            ("POST", "/v1/rooms/main/chat", #"{"txt":"hello"}"#, 400, "bad-body"),
            ("POST", "/v1/rooms/main/chat", #"{"text":"  "}"#, 400, "no-text"),
            ("POST", "/v1/rooms/nobody/chat", #"{"text":"hello"}"#, 404, "unknown-room"),
            ("POST", "/v1/rooms/main/emotion", #"{"emotion":"hunger"}"#, 404, "unknown-emotion"),
            ("POST", "/v1/rooms/main/emotion", #"{"valence":2}"#, 400, "bad-emotion"),
            ("POST", "/v1/rooms/main/gesture", #"{"gesture":"fly"}"#, 404, "unknown-gesture"),
            (
                "POST", "/v1/rooms/main/expression", #"{"expression":"none"}"#, 404,
                "unknown-expression"
            ),
            ("POST", "/v1/rooms/main/touch", #"{"x":2,"y":0}"#, 400, "out-of-range"),
            ("POST", "/v1/rooms/main/touch", #"{"x":0.5}"#, 400, "no-place"),
            ("POST", "/v1/rooms/main/touch", #"{"area":"wing"}"#, 404, "unknown-area"),
            ("POST", "/v1/rooms/main/outfit", "{}", 400, "no-outfit"),
            ("POST", "/v1/rooms/main/outfit", #"{"appearance":"x"}"#, 404, "unknown-appearance"),
            ("POST", "/v1/rooms/main/scene", #"{"hour":"noon"}"#, 400, "bad-body"),
            ("POST", "/v1/rooms/main/scene", #"{"weather":"lava"}"#, 404, "unknown-weather"),
            ("POST", "/v1/rooms", #"{"id":"../main"}"#, 400, "bad-room-name"),
            ("GET", "/v1/rooms/main/chat", nil, 405, "wrong-method"),
            ("DELETE", "/healthz", nil, 405, "wrong-method"),
            ("GET", "/v1/nothing", nil, 404, "no-such-route"),
            ("GET", "/hls/main/other.mp4", nil, 404, "no-such-segment"),
            ("GET", "/v1/rooms/main/socket", nil, 426, "upgrade-required"),
            ("GET", "/v1/rooms/main/socket?alpha=full", nil, 400, "unknown-profile"),
        ]

    @Test func mistakesAreExplained() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                for (method, path, body, status, code) in Self.mistakes {
                    let answer = try client.request(method, path, body: body)
                    #expect(answer.status == status, "\(method) \(path) \(body ?? "")")
                    #expect(answer.code == code, "\(method) \(path): \(answer.text)")
                }
            }
        }
    }

    @Test func aBodyWithoutEndIsRefused() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let answer = try client.request(
                    "POST", "/v1/rooms/main/chat",
                    body: #"{"text":""# + String(repeating: "a", count: 70_000) + #""}"#)
                #expect(answer.status == 413)
                #expect(answer.code == "body-too-large")
            }
        }
    }

    @Test func foreignPagesAndForeignNamesAreTurnedAway() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let chat = #"{"text":"hello"}"#
                let origin = try client.request(
                    "POST", "/v1/rooms/main/chat", headers: [("Origin", "https://evil.example")],
                    body: chat)
                #expect(origin.status == 403)
                #expect(origin.code == "foreign-origin")
                let name = try client.request("GET", "/", headers: [("Host", "evil.example")])
                #expect(name.status == 421)
                #expect(name.code == "foreign-host")
                let own = try client.request(
                    "POST", "/v1/rooms/main/interrupt",
                    headers: [("Origin", "http://localhost:\(server.port)")], body: "{}")
                #expect(own.status == 200)
            }
        }
    }

    @Test func pagesComeFromTheExecutableAndAreAskedForOnce() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                for path in ["/", "/overlay", "/style.css", "/viewer.js", "/docs"] {
                    let page = try client.request("GET", path)
                    #expect(page.status == 200)
                    #expect(page.body.count > 100)
                    let tag = try #require(page.headers["etag"])
                    let again = try client.request("GET", path, headers: [("If-None-Match", tag)])
                    #expect(again.status == 304)
                    let head = try client.request("HEAD", path)
                    #expect(head.status == 200)
                    #expect(head.headers["content-length"] == "\(page.body.count)")
                }
                let page = try client.request("GET", "/")
                #expect(page.headers["content-type"] == "text/html; charset=utf-8")
                #expect(
                    page.headers["content-security-policy"]?.contains("script-src 'self'") == true)
            }
        }
    }

    @Test func everyFileOfTheFolderIsServedAsItIs() async throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/Server/Pages").standardizedFileURL
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        #expect(files.count > 5)
        let pages = ["characters.html", "overlay.html", "shaders.html"]
        try await serving { server in
            try await talking(to: server.port) { client in
                for file in files {
                    let name = file.lastPathComponent
                    let path = pages.contains(name) ? String(name.dropLast(5)) : name
                    let address = name == "index.html" ? "/" : "/\(path)"
                    let served = try client.request("GET", address)
                    try #expect(served.body == Array(Data(contentsOf: file)), "\(name)")
                }
            }
        }
    }

    @Test func thePresentFrameIsAPicture() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let picture = try client.request("GET", "/v1/rooms/main/frame.png")
                #expect(picture.status == 200)
                #expect(picture.headers["content-type"] == "image/png")
                #expect(Array(picture.body.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
            }
        }
    }

    @Test func aStreamIsReadLikeAPlayerDoes() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                var playlist = try client.request("GET", "/hls/main/index.m3u8")
                // A busy machine's stream begins later; a player asks again, as it is told to.
                for _ in 0..<30 where playlist.status == 503 {
                    sleep(1)
                    playlist = try client.request("GET", "/hls/main/index.m3u8")
                }
                #expect(playlist.status == 200)
                #expect(playlist.headers["content-type"] == "application/vnd.apple.mpegurl")
                #expect(playlist.text.hasPrefix("#EXTM3U"))
                let map = try #require(playlist.text.firstMatch(of: /EXT-X-MAP:URI="([^"]+)"/))
                let segment = try #require(
                    playlist.text.split(separator: "\n").last { !$0.hasPrefix("#") })
                for file in [map.1, segment] {
                    let whole = try client.request("GET", "/hls/main/\(file)")
                    #expect(whole.status == 200)
                    #expect(whole.headers["accept-ranges"] == "bytes")
                    let part = try client.request(
                        "GET", "/hls/main/\(file)", headers: [("Range", "bytes=4-7")])
                    #expect(part.status == 206)
                    #expect(part.headers["content-range"] == "bytes 4-7/\(whole.body.count)")
                    #expect(part.body == Array(whole.body[4..<8]))
                    let beyond = try client.request(
                        "GET", "/hls/main/\(file)", headers: [("Range", "bytes=99999999-")])
                    #expect(beyond.status == 416)
                    let head = try client.request("HEAD", "/hls/main/\(file)")
                    #expect(head.headers["content-length"] == "\(whole.body.count)")
                }
            }
        }
    }

    @Test func operatorsSeeHowItIs() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                try #expect(client.request("GET", "/healthz").text == "ok\n")
                let ready = try client.request("GET", "/readyz")
                #expect(ready.status == 200)
                #expect(ready.text.contains(#""ready":true"#))
                let metrics = try client.request("GET", "/metrics")
                #expect(
                    metrics.headers["content-type"]?.hasPrefix("text/plain; version=0.0.4") == true)
                #expect(metrics.text.contains("# TYPE bunraku_rooms gauge\nbunraku_rooms 1\n"))
                #expect(metrics.text.contains(#"bunraku_room_viewers{room="main"} 0"#))
            }
        }
    }
}
