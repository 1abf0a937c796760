import Foundation
import TestSupport
import Testing

@Suite("Serving", .serialized)
struct ServeTests {
    @Test("remembers every acknowledged fact after kill -9 in mid-conversation")
    func memory() async throws {
        let server = try await ServerProcess()
        _ = try await server.chat("I live in Tokyo.")
        _ = try await server.chat("My name is Anna.")
        _ = try await server.chat("Меня зовут Борис.", user: "boris")
        // She is still speaking the last reply when the server dies.
        server.kill()
        try await server.restart()
        #expect(try await server.chat("Where do I live?").contains("Tokyo"))
        #expect(try await server.chat("What is my name?").contains("Anna"))
        #expect(try await server.chat("Как меня зовут?", user: "boris").contains("Борис"))
        #expect(try await !server.chat("Where do I live?", user: "boris").contains("Tokyo"))
    }

    @Test("lets several characters share a room: one answers, and knows only where it was")
    func cast() async throws {
        let server = try await ServerProcess()
        func say(_ text: String, in room: String) async throws -> String {
            let answer = try await server.ask(
                "POST", "/v1/rooms/\(room)/chat", ["user": "anna", "text": .string(text)])
            return answer.json["text"].text ?? answer.text
        }
        for cast: JSON in [[], ["mirai", "mirai"], ["mirai", "nobody"]] {
            let refused = try await server.ask("POST", "/v1/rooms", ["characters": cast])
            #expect((400...404).contains(refused.status), "\(refused.text)")
        }
        let opened = try await server.ask(
            "POST", "/v1/rooms",
            ["id": "salon", "characters": ["mirai", "ren"], "size": "160x192"])
        #expect(opened.status == 201)
        #expect(opened.json["characters"] == ["mirai", "ren"])
        _ = try await say("I live in Tokyo", in: "main")
        _ = try await say("My name is Anna", in: "salon")
        #expect(try await say("Who are you?", in: "salon").contains("Mirai"))
        #expect(try await say("Ren, who are you?", in: "salon").contains("Ren"))
        #expect(try await server.ask("GET", "/v1/rooms/salon").json["character"] == "ren")
        #expect(try await say("What is my name?", in: "salon").contains("Anna"))
        #expect(try await !say("Where do I live?", in: "salon").contains("Tokyo"))
        #expect(try await say("Mirai, where do I live?", in: "salon").contains("Tokyo"))
    }

    @Test("keeps the last good rig and expression on air while their files are broken")
    func brokenFiles() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "assets-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["rigs", "expressions"] {
            try FileManager.default.copyItem(
                at: Repository.root.appending(path: name), to: folder.appending(path: name))
        }
        let server = try await ServerProcess(assets: folder)
        try Data("{ \"title\": ".utf8).write(to: folder.appending(path: "rigs/mirai/rig.json"))
        try Data("{".utf8).write(to: folder.appending(path: "expressions/joy.json"))
        var detail = ""
        for _ in 0..<200 where !(detail.contains("rig.json:") && detail.contains("joy.json:")) {
            try await Task.sleep(for: .milliseconds(50))
            let parts = try await server.ask("GET", "/readyz").json["parts"].elements
            detail = parts.first { $0["part"].text == "content" }?["detail"].text ?? ""
        }
        #expect(detail.contains("rigs/mirai/rig.json:1:"))
        #expect(detail.contains("expressions/joy.json:1:"))
        let picture = try await server.ask("GET", "/v1/rooms/main/frame.png")
        #expect(picture.status == 200)
        #expect(picture.body.count > 50_000)
        let joy = try await server.ask(
            "POST", "/v1/rooms/main/expression", ["name": "joy", "seconds": 1])
        #expect((200..<300).contains(joy.status))
    }

    @Test("stops in mid-sentence, and memory holds what was heard")
    func interrupt() async throws {
        let server = try await ServerProcess()
        let text = "One two three four five six seven eight nine ten eleven twelve thirteen."
        let saying = try await server.ask("POST", "/v1/rooms/main/say", ["text": .string(text)])
        #expect((200..<300).contains(saying.status))
        try await Task.sleep(for: .milliseconds(900))
        let stopped = try await server.ask("POST", "/v1/rooms/main/interrupt")
        let heard = try #require(stopped.json["heard"].text)
        #expect(stopped.json["interrupted"] == .bool(true))
        #expect(text.hasPrefix(heard) && heard.hasPrefix("One") && heard.count < text.count / 2)
        let again = try await server.ask("POST", "/v1/rooms/main/interrupt")
        #expect(again.json["interrupted"] == .bool(false))
    }

    @Test("plays the show as HLS to whoever asks")
    func hls() async throws {
        let server = try await ServerProcess()
        let index = try await server.ask("GET", "/hls/main/index.m3u8")
        #expect(index.status == 200)
        #expect(index.type == "application/vnd.apple.mpegurl")
        for name in ["video", "opus", "aac", "captions"] {
            #expect(index.text.contains("\(name).m3u8"))
            let playlist = try await server.ask("GET", "/hls/main/\(name).m3u8")
            let check = PlaylistCheck(playlist.text)
            #expect(check.complaints == [], "\(playlist.text)")
            let part = try await server.ask("GET", "/hls/main/\(try #require(check.hint))")
            #expect(part.status == 200)
            #expect(part.body.starts(with: Data("WEBVTT".utf8)) == (name == "captions"))
        }
        #expect(try await server.ask("GET", "/hls/main/video-1-999999.m4s").status == 404)
    }

    @Test("answers what is wrong with a code, a message and a hint")
    func errors() async throws {
        let server = try await ServerProcess()
        for (method, path, body, status) in [
            ("POST", "/v1/rooms/main/chat", ["user": "a", "text": " "] as JSON?, 400),
            ("POST", "/v1/rooms/main/chat", ["user": "", "text": "hi"], 400),
            ("POST", "/v1/rooms/main/say", ["text": "hi", "voice": "nobody"], 404),
            ("POST", "/v1/rooms/main/emotion", ["name": "hangry"], 404),
            ("POST", "/v1/rooms/main/expression", ["name": "nothing"], 404),
            ("POST", "/v1/rooms/main/gesture", ["name": "fly"], 404),
            ("GET", "/v1/rooms/nowhere", nil, 404), ("GET", "/v1/nothing", nil, 404),
            ("POST", "/v1/rooms", ["id": "Not A Name"], 400),
            ("POST", "/v1/rooms", ["id": "main"], 409),
            ("DELETE", "/v1/rooms/main", nil, 409),
        ] {
            let answer = try await server.ask(method, path, body)
            #expect(answer.status == status, "\(method) \(path): \(answer.text)")
            for key in ["code", "message", "hint"] {
                #expect(answer.json["error"][key].text?.isEmpty == false, "\(path): \(answer.text)")
            }
        }
    }
}
