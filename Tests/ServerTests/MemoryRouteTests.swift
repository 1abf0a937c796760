import Foundation
import Testing

@testable import Server

@Suite(.serialized)
struct MemoryRouteTests {
    private struct Memory: Decodable {
        struct Fact: Decodable {
            var id: String
            var relation: String
            var value: String
            var validUntil: Double?
            var `private`: Bool
        }
        struct Turn: Decodable {
            var text: String
        }
        var facts: [Fact]
        var turns: [Turn]?
    }

    @Test func `Memory can be read, searched, corrected, taken along and forgotten`() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                func memory(_ path: String = "/v1/memory?user=ann") throws -> Memory {
                    try JSONDecoder().decode(
                        Memory.self, from: Data(client.request("GET", path).body))
                }
                for text in ["I live in Osaka", "I have a cat named Tom"] {
                    _ = try client.request(
                        "POST", "/v1/rooms/main/chat",
                        body: #"{"user":"ann","text":"\#(text)"}"#)
                }
                let home = try #require(try memory().facts.first { $0.relation == "home" })
                #expect(home.value == "Osaka" && !home.private)

                let found = try client.request("GET", "/v1/memory/search?user=ann&q=my%20kitten")
                #expect(found.text.contains("I have a cat named Tom"))

                let corrected = try client.request(
                    "PATCH", "/v1/memory/facts/\(home.id)?user=ann",
                    body: #"{"value":"Kyoto","private":true}"#)
                #expect(corrected.status == 200 && corrected.text.contains("Kyoto"))
                let homes = try memory().facts.filter { $0.relation == "home" }
                #expect(homes.map(\.value) == ["Osaka", "Kyoto"])
                #expect(homes[0].validUntil != nil && homes[1].validUntil == nil)
                #expect(homes[1].private)

                let export = try memory("/v1/memory/export?user=ann")
                #expect(export.turns?.first?.text == "I live in Osaka")
                try #expect(client.request("GET", "/v1/memory/egress?user=ann").text == "[]")

                try #expect(
                    client.request("DELETE", "/v1/memory/facts/\(homes[1].id)?user=bob").code
                        == "unknown-fact")
                try #expect(
                    client.request("DELETE", "/v1/memory/facts/\(homes[0].id)?user=ann").status
                        == 204)
                #expect(
                    try memory("/v1/memory/export?user=ann").turns?.contains {
                        $0.text.contains("Osaka")
                    } == false)
                try #expect(client.request("DELETE", "/v1/memory?user=ann").status == 204)
                let rest = try memory("/v1/memory/export?user=ann")
                #expect(rest.facts.isEmpty && rest.turns?.isEmpty == true)
            }
        }
    }

    @Test func `An export is taken in elsewhere, whole or not at all, and exports the same again`()
        async throws
    {
        try await serving { server in
            try await talking(to: server.port) { client in
                let reply = try client.request(
                    "POST", "/v1/rooms/main/chat", body: #"{"user":"ann","text":"I live in Osaka"}"#
                )
                let id = try #require(reply.text.firstMatch(of: /"id":"(\d+)"/)?.1)
                func rate(_ body: String) throws -> Int {
                    try client.request(
                        "POST", "/v1/rooms/main/turns/\(id)/rating", body: body
                    ).status
                }
                #expect(try rate(#"{"user":"ann","rating":"up"}"#) == 204)
                #expect(try rate(#"{"user":"bob","rating":"up"}"#) == 404)
                #expect(try rate(#"{"user":"ann","rating":"great"}"#) == 400)

                let export = try client.request("GET", "/v1/memory/export?user=ann").text
                func take(_ body: String, user: String = "bea") throws -> (
                    status: Int, text: String
                ) {
                    let answer = try client.request(
                        "POST", "/v1/memory/import?user=\(user)", body: body)
                    return (answer.status, answer.text)
                }
                let taken = try take(export)
                #expect(taken.status == 200 && taken.text.contains(#""facts":1"#))
                #expect(taken.text.contains(#""turns":2"#) && taken.text.contains(#""ratings":1"#))
                #expect(try take(export).text.contains(#""facts":0"#))
                let again = try client.request("GET", "/v1/memory/export?user=bea").text
                func values(_ text: String, _ name: String) -> [String] {
                    text.matches(of: try! Regex("\"\(name)\":(\"[^\"]*\"|[-0-9.]+)")).map {
                        String(text[$0.range])
                    }
                }
                for name in ["text", "value", "validFrom", "rating", "importance", "speaker"] {
                    #expect(values(again, name) == values(export, name))
                }

                let facts = #"[{"relation":"home","value":"Kyoto"},{"relation":"likes"}]"#
                let refused = try take(facts, user: "carl")
                #expect(refused.status == 400)
                #expect(refused.text.contains("facts[1] has no 'value'"))
                for (body, place) in [
                    ("{", "the file"), (#"{"fact":[]}"#, "fact is unknown"),
                    (#"{"turns":[{"text":"a","time":"now"}]}"#, "turns[0].time"),
                    (#"{"turns":[{"text":"a","time":1,"speaker":"dog"}]}"#, "turns[0].speaker"),
                    (#"[{"relation":"home","value":"x","confidence":7}]"#, "facts[0].confidence"),
                    (#"[{"relation":"home","value":"x","confidense":1}]"#, "facts[0].confidense"),
                ] {
                    let answer = try take(body, user: "carl")
                    #expect(answer.status == 400 && answer.text.contains(place))
                }
                try #expect(
                    client.request("GET", "/v1/memory?user=carl").text.contains(#""facts":[]"#))
                #expect(
                    try take(#"[{"relation":"home","value":"Kyoto"}]"#, user: "carl").status == 200)
                let known = try client.request(
                    "POST", "/v1/rooms/main/chat",
                    body: #"{"user":"carl","text":"Where do I live?"}"#)
                #expect(known.text.contains("Kyoto"))
                try #expect(client.request("GET", "/v1/memory/diary?user=carl").text == "[]")
                try #expect(
                    client.request("DELETE", "/v1/memory/diary/9?user=carl").code == "unknown-page")
            }
        }
    }
}
