import AvatarTypes
import Foundation
import Testing

@testable import TestSupport
@testable import Voice

/// The client against servers that speak each protocol, and misspeak it, over real sockets.
@Suite(.serialized) struct StreamingRecognizerTests {
    /// As vosk-server's `asr_server.py` answers: each piece of sound, and the end.
    private static let vosk: RecognizerServer.Script = { heard in
        switch heard {
        case .sound(piece: 2): [#"{"text":"hello there"}"#]
        case .sound: [#"{"partial":"hel"}"#]
        case .text(#"{"eof" : 1}"#): [#"{"text":"i am anna"}"#, nil]
        case .text: []
        }
    }

    private static let deepgram: RecognizerServer.Script = { heard in
        func results(_ words: String, _ isFinal: Bool) -> String {
            #"{"type":"Results","is_final":\#(isFinal),"channel":{"alternatives":"#
                + #"[{"transcript":"\#(words)","confidence":0.9}]}}"#
        }
        return switch heard {
        case .sound(piece: 1): [results("Hello", false)]
        case .sound(piece: 2): [results("Hello there.", true)]
        case .text(#"{"type":"CloseStream"}"#):
            [results("I am Anna.", true), #"{"type":"Metadata","duration":1.5}"#, nil]
        default: []
        }
    }

    private func transcript(
        _ kind: StreamingRecognizer.Kind, _ address: URL, patience: Double = 8
    ) async throws -> Transcript {
        let recognizer = StreamingRecognizer(
            kind, address: address, model: "nova-3", key: "secret", patience: patience)
        let (turn, sound) = AsyncStream<[Float]>.makeStream()
        for piece in [[0, 0.5], [-1, 2], [0.25]] as [[Float]] { sound.yield(piece) }
        sound.finish()
        return try await recognizer.transcript(of: turn)
    }

    @Test func `vosk hears the sound piece by piece, and its sentences are joined`() async throws {
        let server = try await RecognizerServer(Self.vosk)
        let said = try await transcript(.vosk, server.address)
        #expect(said.text == "hello there i am anna")
        let heard = server.heard
        #expect(heard.texts == [#"{"config":{"sample_rate":16000}}"#, #"{"eof" : 1}"#])
        #expect(heard.sound == [0, 0, 0, 64, 1, 128, 255, 127, 0, 32])
    }

    @Test func `deepgram is told what the sound is, and only certain words count`() async throws {
        let server = try await RecognizerServer(Self.deepgram)
        let said = try await transcript(.deepgram, server.address)
        #expect(said.text == "Hello there. I am Anna.")
        let heard = server.heard
        #expect(heard.path.hasPrefix("/v1/listen?"))
        for part in ["encoding=linear16", "sample_rate=16000", "channels=1", "model=nova-3"] {
            #expect(heard.path.contains(part))
        }
        #expect(heard.key == "Token secret")
        #expect(heard.sound.count == 10)
    }

    @Test func `it hears before the turn is over`() async throws {
        let server = try await RecognizerServer(Self.vosk)
        let (turn, sound) = AsyncStream<[Float]>.makeStream()
        let recognizer = StreamingRecognizer(.vosk, address: server.address)
        let words = Task { try await recognizer.transcript(of: turn) }
        sound.yield([0.5, 0.5])
        for _ in 0..<500 where server.heard.sound.count < 4 {
            try await Task.sleep(for: .milliseconds(20))
        }
        #expect(server.heard.sound.count == 4)
        sound.yield([0.5])
        sound.finish()
        #expect(try await words.value.text == "hello there i am anna")
    }

    @Test func `a turn that was nothing is let go`() async throws {
        let server = try await RecognizerServer(Self.vosk)
        let (turn, sound) = AsyncStream<[Float]>.makeStream()
        let recognizer = StreamingRecognizer(.vosk, address: server.address)
        let words = Task { try await recognizer.transcript(of: turn) }
        sound.yield([0.5])
        words.cancel()
        sound.finish()
        await #expect(throws: VoiceError.self) { try await words.value }
        #expect(!server.heard.texts.contains(#"{"eof" : 1}"#))
    }

    private static let faults: [(said: String, script: RecognizerServer.Script)] = [
        ("hung up", { $0 == .sound(piece: 1) ? [nil] : [] }),
        ("no transcript", { $0 == .sound(piece: 1) ? ["<p>"] : [] }),
        ("out of memory", { _ in [#"{"error":"out of memory"}"#] }),
        ("INSUFFICIENT", { _ in [#"{"type":"Error","err_msg":"INSUFFICIENT_PERMISSIONS"}"#] }),
        ("silent", { _ in [] }),
    ]

    @Test(arguments: StreamingRecognizer.Kind.allCases, faults.indices)
    func `whatever the server does wrong is said in one sentence without the key`(
        kind: StreamingRecognizer.Kind, fault: Int
    ) async throws {
        let server = try await RecognizerServer(Self.faults[fault].script)
        let error = await #expect(throws: VoiceError.self) {
            try await transcript(kind, server.address, patience: 1)
        }
        #expect(error?.what.contains(Self.faults[fault].said) == true, "\(error?.what ?? "")")
        #expect(error?.description.contains("secret") == false)
    }

    @Test func `an address where nothing is, or something else, is a sentence`() async throws {
        let server = ChatServer([
            .send("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        ])
        let port = try #require(server.url.port)
        let refused = await #expect(throws: VoiceError.self) {
            try await transcript(.deepgram, URL(string: "ws://127.0.0.1:\(port)")!)
        }
        #expect(refused?.what.contains("no WebSocket") == true)
        let nobody = await #expect(throws: VoiceError.self) {
            try await transcript(.vosk, URL(string: "ws://127.0.0.1:1")!)
        }
        #expect(nobody?.what.contains("nothing listens") == true)
    }
}
