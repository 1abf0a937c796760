import AvatarTypes
import Foundation
import Media
import Testing

@testable import TestSupport
@testable import Voice

/// Sound and answers that engines send.
enum EngineSound {
    /// Half a second of silence, a tone as long as it is given, half a second of silence.
    static func clip(seconds: Double = 1, rate: Int = 24_000) -> AudioClip {
        let silence = [Float](repeating: 0, count: rate / 2)
        let tone = (0..<Int(seconds * Double(rate))).map { 0.3 * sin(Float($0) * 0.05) }
        return AudioClip(samples: silence + tone + silence, sampleRate: rate)
    }

    static func wave(seconds: Double = 1, rate: Int = 24_000) -> [UInt8] {
        WAVFile.encode(clip(seconds: seconds, rate: rate))
    }

    static func head(
        _ length: Int, type: String = "audio/wav", status: String = "200 OK", more: String = ""
    ) -> ChatServer.Step {
        .send(
            "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(length)\r\n"
                + more + "Connection: close\r\n\r\n")
    }

    static func answer(_ bytes: some Collection<UInt8>, type: String = "audio/wav")
        -> [ChatServer.Step]
    { [head(bytes.count, type: type), .bytes(Array(bytes))] }

    static func json(_ text: String) -> [ChatServer.Step] {
        answer(text.utf8, type: "application/json")
    }
}

/// One engine against real servers that behave, and misbehave, over real sockets.
@Suite(.serialized) struct SpeechEngineTests {
    private static let utterance = Utterance(text: "Hello there, my friend.", language: .english)

    private static func engine(_ server: ChatServer, patience: Double = 8) throws -> SpeechEngine {
        var settings = EngineSettings(kind: "openai")
        settings.baseURL = server.url
        settings.key = "secret"
        settings.patience = patience
        return try SpeechEngine(settings)
    }

    @Test(arguments: [16_000, 22_050, 24_000, 44_100, 48_000, 96_000])
    func `sound at any usual rate is heard, and the mouth moves where it sounds`(rate: Int)
        async throws
    {
        let server = ChatServer(EngineSound.answer(EngineSound.wave(rate: rate)))
        let line = try await Self.engine(server).speak(Self.utterance)
        #expect(abs(line.audio.duration.seconds - 2) < 0.001)
        let first = try #require(line.visemes.spans.first)
        #expect(first.start.seconds > 0.4 && first.start.seconds < 0.6)
        #expect(abs(line.visemes.end.seconds - 1.5) < 0.12)
        #expect(line.words.spans.map(\.value.text) == ["Hello", "there", "my", "friend"])
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /v1/audio/speech"))
        #expect(request.contains("Bearer secret"))
        for field in ["\"voice\":\"alloy\"", "\"model\":\"tts-1\"", "Hello there, my friend."] {
            #expect(request.contains(field))
        }
    }

    /// What goes wrong, and how often the engine is asked for one line.
    private static let faults: [(String, [ChatServer.Step], asked: Int)] = [
        ("an error", [EngineSound.head(0, status: "500 Internal Server Error")], 2),
        ("a refusal", [EngineSound.head(0, status: "401 Unauthorized")], 1),
        ("too much", [EngineSound.head(0, status: "429 Too Many", more: "Retry-After: 0\r\n")], 2),
        ("too long", [EngineSound.head(0, status: "429 Too Many", more: "Retry-After: 60\r\n")], 1),
        ("silence", [.stall], 1),
        (
            "a stream that is cut",
            [EngineSound.head(90_000), .bytes(Array(EngineSound.wave().prefix(20_000)))], 2
        ),
        (
            "a file that is cut",
            [EngineSound.head(20_000), .bytes(Array(EngineSound.wave().prefix(20_000)))], 1
        ),
        ("a page", EngineSound.answer("<p/>".utf8, type: "text/html"), 1),
        ("garbage", EngineSound.answer([UInt8](repeating: 0xFF, count: 60)), 1),
        (
            "garbage that begins like MP3",
            EngineSound.answer([0xFF, 0xFB] + (0..<900).map { UInt8(truncatingIfNeeded: $0 * 7) }),
            1
        ),
        (
            "sound without sound",
            EngineSound.answer(
                WAVFile.encode(
                    AudioClip(samples: [Float](repeating: 0, count: 9_000), sampleRate: 24_000))),
            1
        ),
    ]

    @Test(arguments: faults.indices)
    func `whatever the engine does wrong, the built-in voice speaks and one line says so`(
        fault: Int
    ) async throws {
        let (name, steps, asked) = Self.faults[fault]
        let server = ChatServer(steps)
        let engine = try Self.engine(server, patience: name == "silence" ? 0.5 : 8)
        await #expect(throws: VoiceError.self) { try await engine.speak(Self.utterance) }
        #expect(server.requests.count == asked)
        let builtIn = try EspeakSynthesizer()
        let understudy = Understudy(engine, replacedBy: builtIn)
        let expected = try await builtIn.speak(Self.utterance)
        for _ in 0..<3 {
            let line = try await understudy.speak(Self.utterance)
            #expect(line == expected)
        }
        // The first line fails, the second is not offered to the server, the third fails again.
        #expect(understudy.failures == 2)
        var notices = understudy.notices.makeAsyncIterator()
        let notice = try #require(await notices.next())
        #expect(notice.hasPrefix("The built-in voice speaks for now: speech server 127.0.0.1"))
        #expect(!notice.contains("secret"))
        #expect(server.requests.count == 3 * asked)
    }

    @Test func `a server that stumbles once is asked again`() async throws {
        let server = ChatServer(inTurn: [
            [EngineSound.head(0, status: "503 Service Unavailable")],
            EngineSound.answer(EngineSound.wave()),
        ])
        let line = try await Self.engine(server).speak(Self.utterance)
        #expect(abs(line.audio.duration.seconds - 2) < 0.001 && server.requests.count == 2)
    }

    @Test func `a sound that drips for ever is not waited for`() async throws {
        let drip = (0..<400).flatMap { _ in [ChatServer.Step.bytes([0, 0]), .flush] }
        let server = ChatServer([EngineSound.head(90_000)] + drip)
        let error = await #expect(throws: VoiceError.self) {
            try await Self.engine(server, patience: 0.5).speak(Self.utterance)
        }
        #expect(error?.what.contains("slow") == true)
    }

    @Test func `a server that is not there is a sentence`() async throws {
        var settings = EngineSettings(kind: "openai")
        settings.baseURL = URL(string: "http://127.0.0.1:9/v1")
        let engine = try SpeechEngine(settings)
        let error = await #expect(throws: VoiceError.self) {
            try await engine.speak(Self.utterance)
        }
        #expect(error?.description.contains("nothing listens there") == true)
    }

    @Test func `a text without words asks nobody`() async throws {
        let server = ChatServer([EngineSound.head(0)])
        let line = try await Self.engine(server).speak(Utterance(text: "…", language: .english))
        #expect(line.audio.samples.isEmpty && server.requests.isEmpty)
    }

    /// Kanji that no dictionary of the built-in voice has.
    @Test(arguments: ["漢字", "かんじ", "𠮷𡈽"])
    func `the mouth moves for what the built-in voice can hardly read`(text: String) async throws {
        let server = ChatServer(EngineSound.answer(EngineSound.wave()))
        let line = try await Self.engine(server).speak(
            Utterance(text: text, language: .japanese))
        #expect(line.visemes.spans.count >= 2)
        #expect(line.words.spans.map(\.value.text) == [text])
        #expect(server.requests.count == 1)
    }

    @Test func `a language that the engine does not speak is the built-in voice's, and no failure`()
        async throws
    {
        let server = ChatServer([.stall])
        var settings = EngineSettings(kind: "voicevox")
        settings.baseURL = server.url
        let understudy = Understudy(
            try SpeechEngine(settings), replacedBy: try EspeakSynthesizer())
        let line = try await understudy.speak(Utterance(text: "Привет", language: .russian))
        #expect(!line.audio.samples.isEmpty)
        #expect(understudy.failures == 0 && server.requests.isEmpty)
    }
}
