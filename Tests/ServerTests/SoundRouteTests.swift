import Foundation
import Testing

@testable import Server

@Suite(.serialized) struct SoundRouteTests {
    /// Two tenths of a second of a buzz, 16 bits at 24 kHz.
    private static let samples: [UInt8] = (0..<4_800).flatMap { index in
        let value = Int16(8_000 * (index % 120 < 40 ? 1 : -1))
        return [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }

    private static var wave: [UInt8] {
        func little(_ value: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        return Array("RIFF".utf8) + little(36 + samples.count, 4) + Array("WAVEfmt ".utf8)
            + little(16, 4) + little(1, 2) + little(1, 2) + little(24_000, 4) + little(48_000, 4)
            + little(2, 2) + little(16, 2) + Array("data".utf8) + little(samples.count, 4) + samples
    }

    @Test func `Sound that is sent into a room is spoken there`() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let address = "/v1/rooms/main/audio"
                try #expect(client.request("POST", address, bytes: Self.wave).status == 204)
                try #expect(
                    client.request("POST", address + "?text=Hello%20there", bytes: Self.wave).status
                        == 204)
                let heard = try client.request("POST", "/v1/rooms/main/interrupt")
                #expect(heard.text.contains("\"interrupted\":true"))
                let live = address + "?format=s16le&rate=24000&emotion=happy"
                try #expect(client.request("POST", live, bytes: Self.samples).status == 204)
                let cut = try client.request("POST", "/v1/rooms/main/interrupt")
                #expect(cut.text.contains("\"interrupted\":true"))
            }
        }
    }

    @Test(arguments: [
        ("?format=s17", "unknown-format"), ("?format=u8&rate=7", "out-of-range"),
        ("", "bad-sound"), ("?text=%20", "no-text"), ("?emotion=odd", "unknown-emotion"),
    ])
    func `What cannot be spoken is refused in words`(query: String, code: String) async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let answer = try client.request(
                    "POST", "/v1/rooms/main/audio" + query, bytes: [1, 2, 3])
                #expect(answer.code == code)
            }
        }
    }
}
