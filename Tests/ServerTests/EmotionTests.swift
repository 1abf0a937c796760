import Foundation
import Testing

@testable import Server

@Suite(.serialized)
struct EmotionTests {
    private struct Report: Decodable {
        struct Point: Decodable {
            var name: String
            var valence: Double
        }
        struct Cause: Decodable {
            struct Appraisal: Decodable {
                var reason: String
                var state: String
                var strength: Double
            }
            var event: String
            var turn: String?
            var appraisal: Appraisal
            var before: Point
            var emotion: Point
            var channels: [String: Double]
        }
        var emotion: Point
        var rest: Point
        var causes: [Cause]
    }

    @Test func `Why she feels so is told from the event to the face`() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                _ = try client.request(
                    "POST", "/v1/rooms/main/chat",
                    body: #"{"user":"ann","text":"You are so sweet!"}"#)
                let gift = try client.request(
                    "POST", "/v1/rooms/main/happening",
                    body: #"{"event":"gift","what":"a rose","user":"ann"}"#)
                #expect(gift.status == 200)
                _ = try client.request(
                    "POST", "/v1/rooms/main/touch", body: #"{"area":"hand","user":"ann"}"#)
                let answer = try client.request("GET", "/v1/rooms/main/emotion/why")
                let report = try JSONDecoder().decode(Report.self, from: Data(answer.body))
                #expect(report.causes.map(\.event) == ["touch", "gift", "praise"])
                let praise = try #require(report.causes.last)
                #expect(praise.appraisal.reason == "ann praised her")
                #expect(praise.turn != nil)
                #expect(praise.emotion.valence > praise.before.valence)
                #expect((praise.channels["mouthSmileLeft"] ?? 0) > 0.4)
                #expect(report.emotion.valence > report.rest.valence)
            }
        }
    }

    @Test func `Closeness is each user's, of a hundred`() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                _ = try client.request(
                    "POST", "/v1/rooms/main/happening",
                    body: #"{"event":"gift","what":"a rose","user":"ann"}"#)
                let ann = try client.request("GET", "/v1/rooms/main/affinity?user=ann").text
                #expect(ann.contains(#""level":20"#))
                let guest = try client.request("GET", "/v1/rooms/main/affinity").text
                #expect(guest.contains(#""level":10"#) && guest.contains("acquaintance"))
                try #expect(
                    client.request(
                        "POST", "/v1/rooms/main/happening",
                        body: #"{"event":"rain","what":"much"}"#
                    ).code == "unknown-event")
            }
        }
    }
}
