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
}
