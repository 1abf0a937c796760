import AvatarTypes
import Foundation
import Testing

@testable import TestSupport
@testable import Voice

/// The client against real servers that behave, and misbehave, over real sockets.
@Suite(.serialized) struct TranscriptionServerTests {
    private static func answer(_ body: String, status: String = "200 OK") -> [ChatServer.Step] {
        [
            .send(
                "HTTP/1.1 \(status)\r\nContent-Type: application/json\r\nContent-Length: "
                    + "\(body.utf8.count)\r\nConnection: close\r\n\r\n\(body)")
        ]
    }

    private func transcript(
        _ steps: [ChatServer.Step], patience: Double = 8
    ) async throws -> (Transcript, ChatServer) {
        let server = ChatServer(steps)
        let recognizer = TranscriptionServer(
            baseURL: server.url, model: "whisper-1", key: "secret", patience: patience)
        return (try await recognizer.transcript(of: [0, 0.5, -1, 2]), server)
    }

    @Test(arguments: [
        (#"{"text":" Hello there. ","language":"english"}"#, "Hello there.", Language.english),
        (#"{"text":"Привет","language":"ru","segments":[]}"#, "Привет", .russian),
        (#"{"text":"こんにちは","language":"japanese"}"#, "こんにちは", .japanese),
        (#"{"text":"Bonjour","language":"fr"}"#, "Bonjour", nil),
        (#"{"text":"Hi"}"#, "Hi", nil),
        (#"{"text":"[BLANK_AUDIO]"}"#, "", nil),
        (#"{"text":" (coughs) ♪ ... "}"#, "", nil),
    ])
    func `words come back, and their language if it is one of hers`(
        body: String, text: String, language: Language?
    ) async throws {
        let (transcript, server) = try await transcript(Self.answer(body))
        #expect(transcript == Transcript(text: text, language: language))
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /v1/audio/transcriptions"))
        #expect(request.contains("Bearer secret") && request.contains("whisper-1"))
    }

    private static let faults: [(String, [ChatServer.Step])] = [
        ("status 500", answer("{}", status: "500 Internal Server Error")),
        ("silent", [.stall]),
        ("no transcript", answer("<p>")),
        ("no transcript", answer(#"{"words":[]}"#)),
    ]

    @Test(arguments: faults.indices)
    func `whatever the server does wrong is said in one sentence without the key`(
        fault: Int
    ) async throws {
        let (said, steps) = Self.faults[fault]
        let error = await #expect(throws: VoiceError.self) {
            try await transcript(steps, patience: 1)
        }
        #expect(error?.what.contains(said) == true)
        #expect(error?.description.contains("secret") == false)
    }
}
