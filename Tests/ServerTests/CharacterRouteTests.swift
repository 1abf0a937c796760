import Foundation
import Testing

@testable import Server

@Suite(.serialized)
struct CharacterRouteTests {
    private struct Portrait: Decodable {
        var name: String
        var title: String
        var archetype: String?
        var traits: [String: Float]
        var version: Int
        var text: String
        var rig: String
    }

    @Test
    func `A character is made of a few words, changed, put on stage, taken back and forgotten`()
        async throws
    {
        try await serving { server in
            try await talking(to: server.port) { client in
                func portrait(_ method: String, _ path: String, _ body: String? = nil) throws
                    -> Portrait
                {
                    let answer = try client.request(method, path, body: body)
                    #expect((200...201).contains(answer.status), "\(answer.text)")
                    return try JSONDecoder().decode(Portrait.self, from: Data(answer.body))
                }
                let made = try portrait(
                    "POST", "/v1/characters", #"{"prompt":"rebellious elf hacker","name":"elf"}"#)
                #expect(made.name == "elf" && made.archetype == "rebel" && made.version == 1)
                try #expect(
                    client.request("POST", "/v1/characters", body: #"{"prompt":"a","name":"elf"}"#)
                        .code == "character-exists")
                try #expect(client.request("GET", "/v1/characters").text.contains(made.title))
                try #expect(client.request("GET", "/v1/models").text.contains(#""id":"elf""#))

                let quieter = try portrait(
                    "PATCH", "/v1/characters/elf", #"{"traits":{"extraversion":0.1}}"#)
                #expect(quieter.traits["extraversion"] == 0.1 && quieter.version == 2)
                #expect(quieter.traits["openness"] == made.traits["openness"])
                try #expect(
                    client.request(
                        "PATCH", "/v1/characters/elf", body: #"{"traits":{"extraversion":2}}"#
                    ).status == 400)
                let wrong = try client.request(
                    "PATCH", "/v1/characters/elf",
                    body: #"{"text":"format: 1\ntitle: A\ntraits: {oppenness: 1}\n"}"#)
                #expect(wrong.code == "bad-character" && wrong.text.contains(#""line":3"#))

                _ = try client.request(
                    "PATCH", "/v1/rooms/main", body: #"{"character":"elf"}"#)
                let who = try client.request(
                    "POST", "/v1/rooms/main/chat", body: #"{"text":"What is your name?"}"#)
                #expect(who.text.contains(made.title), "\(who.text)")
                try #expect(
                    client.request("DELETE", "/v1/characters/elf").code == "character-on-stage")

                let back = try portrait(
                    "POST", "/v1/characters/elf/restore", #"{"version":1}"#)
                #expect(back.version == 3 && back.traits == made.traits)
                try #expect(
                    client.request("GET", "/v1/characters/elf/versions").text.contains(
                        #""version":3"#))
                _ = try client.request(
                    "PATCH", "/v1/rooms/main", body: #"{"character":"mirai"}"#)
                try #expect(client.request("DELETE", "/v1/characters/elf").status == 204)
                try #expect(client.request("GET", "/v1/characters/elf").status == 404)
                try #expect(
                    client.request("DELETE", "/v1/characters/mirai").code
                        == "character-is-a-file")
            }
        }
    }
}
