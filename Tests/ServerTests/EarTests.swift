import Foundation
import Glibc
import Stage
import Testing

@testable import Server
@testable import TestSupport

/// A microphone on the socket of a room.
@Suite(.serialized)
struct EarTests {
    private static let path = "/v1/rooms/main/socket?media=none"

    /// A second of silence, a buzz as of a voice, a second of silence: 16 bits at 16 kHz.
    private static let sound: [UInt8] = (0..<16_000 * 28 / 10).flatMap { index -> [UInt8] in
        let isVoice = (16_000..<28_800).contains(index)
        let phase = Double(index * 150 % 16_000) / 16_000
        let sample = Int16(isVoice ? (phase - 0.5) * 12_000 : 0)
        return [UInt8(truncatingIfNeeded: sample), UInt8(truncatingIfNeeded: sample >> 8)]
    }

    private static func ears(_ server: ChatServer) -> Settings.Ears {
        Settings.Ears(baseURL: server.url, model: "whisper-1")
    }

    private static func answer(_ body: String, status: String = "200 OK") -> ChatServer {
        ChatServer([
            .send(
                "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: "
                    + "\(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)")
        ])
    }

    /// In parts of 50 ms, as the page does.
    private static func speak(to client: RawClient) throws {
        for start in stride(from: 0, to: sound.count, by: 1_600) {
            let end = min(start + 1_600, sound.count)
            try client.sendFrame(RawClient.Frame.binary, Array(sound[start..<end]))
        }
    }

    @Test func whatIsSaidAtAMicrophoneIsAChat() async throws {
        let recognizer = Self.answer(#"{"text":"Hello, I am Anna."}"#)
        try await serving(ears: Self.ears(recognizer)) { server in
            try await talking(to: server.port) { client in
                try client.upgrade(Self.path)
                try client.sendText(#"{"type":"listen","user":"anna"}"#)
                try #expect(client.event(ofType: "ear").state == "open")
                try Self.speak(to: client)
                try #expect(client.event(ofType: "ear").state == "voice")
                try #expect(client.event(ofType: "ear").state == "thinking")
                let heard = try client.event(ofType: "ear")
                #expect(heard.state == "heard" && heard.text == "Hello, I am Anna.")
                try #expect(client.event(ofType: "message").text == "Hello, I am Anna.")
            }
        }
        #expect(recognizer.requests.count == 1)
    }

    @Test func aRecognizerThatFailsIsANoticeAndNotAnError() async throws {
        let recognizer = Self.answer("{}", status: "503 Service Unavailable")
        try await serving(ears: Self.ears(recognizer)) { server in
            try await talking(to: server.port) { client in
                try client.upgrade(Self.path)
                try client.sendText(#"{"type":"listen"}"#)
                try Self.speak(to: client)
                try #expect(client.event(ofType: "notice").text?.contains("503") == true)
                try client.sendText(#"{"type":"listen","on":false}"#)
                try client.sendText(#"{"type":"ping"}"#)
                try #expect(client.event(ofType: "pong").type == "pong")
            }
        }
    }

    @Test func withoutARecognizerThatIsSaid() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                try client.upgrade(Self.path)
                try client.sendText(#"{"type":"listen","user":"anna"}"#)
                let error = try client.event(ofType: "error")
                #expect(error.code == "no-ears")
                #expect(error.hint?.contains("settings") == true)
            }
        }
    }
}
