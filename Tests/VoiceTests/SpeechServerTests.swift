import AvatarTypes
import Foundation
import Media
import Testing

@testable import TestSupport
@testable import Voice

/// The client against real servers that behave, and misbehave, over real sockets.
@Suite(.serialized) struct SpeechServerTests {
    private static let utterance = Utterance(text: "Hello there, my friend.", language: .english)

    /// Half a second of silence, a tone as long as it is given, half a second of silence.
    private static func wave(seconds: Double = 1, rate: Int = 24_000) -> [UInt8] {
        let silence = [Float](repeating: 0, count: rate / 2)
        let tone = (0..<Int(seconds * Double(rate))).map { 0.3 * sin(Float($0) * 0.05) }
        return WAVFile.encode(AudioClip(samples: silence + tone + silence, sampleRate: rate))
    }

    private static func head(_ length: Int, type: String = "audio/wav", status: String = "200 OK")
        -> ChatServer.Step
    {
        .send(
            "HTTP/1.1 \(status)\r\nContent-Type: \(type)\r\nContent-Length: \(length)\r\n"
                + "Connection: close\r\n\r\n")
    }

    private static func voice(_ server: ChatServer, patience: Double = 8) throws -> SpeechServer {
        try SpeechServer(
            baseURL: server.url, model: "tts-1", voice: "alloy", key: "secret", patience: patience)
    }

    @Test(arguments: [16_000, 22_050, 24_000, 44_100, 48_000])
    func `sound at any usual rate is heard, and the mouth moves where it sounds`(rate: Int)
        async throws
    {
        let wave = Self.wave(rate: rate)
        let server = ChatServer([Self.head(wave.count), .bytes(wave)])
        let line = try await Self.voice(server).speak(Self.utterance)
        #expect(abs(line.audio.duration.seconds - 2) < 0.001)
        let first = try #require(line.visemes.spans.first)
        #expect(abs(first.start.seconds - 0.5) < 0.05)
        #expect(abs(line.visemes.end.seconds - 1.5) < 0.12)
        #expect(line.words.spans.map(\.value.text) == ["Hello", "there", "my", "friend"])
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /v1/audio/speech"))
        #expect(request.contains("Bearer secret"))
        for field in ["\"voice\":\"alloy\"", "\"model\":\"tts-1\"", "Hello there, my friend."] {
            #expect(request.contains(field))
        }
    }

    private static let faults: [(String, [ChatServer.Step])] = [
        ("an error", [head(0, status: "500 Internal Server Error")]),
        ("silence", [.stall]),
        ("a stream that is cut", [head(90_000), .bytes(Array(wave().prefix(20_000)))]),
        ("a file that is cut", [head(20_000), .bytes(Array(wave().prefix(20_000)))]),
        ("a page", [head(4, type: "text/html"), .send("<p/>")]),
        (
            "another format",
            [head(60, type: "audio/mpeg"), .bytes(Array(repeating: 0xFF, count: 60))]
        ),
    ]

    @Test(arguments: faults.indices)
    func `whatever the server does wrong, the built-in voice speaks and one line says so`(
        fault: Int
    ) async throws {
        let server = ChatServer(Self.faults[fault].1)
        let voice = try Self.voice(server, patience: 1)
        await #expect(throws: VoiceError.self) { try await voice.speak(Self.utterance) }
        let builtIn = try EspeakSynthesizer()
        let understudy = Understudy(voice, replacedBy: builtIn)
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
        #expect(server.requests.count == 3)
    }

    @Test func `a server that is not there is a sentence`() async throws {
        let voice = try SpeechServer(
            baseURL: try #require(URL(string: "http://127.0.0.1:9/v1")), model: "m", voice: "v")
        let error = await #expect(throws: VoiceError.self) { try await voice.speak(Self.utterance) }
        #expect(error?.description.contains("nothing listens there") == true)
    }

    @Test func `a text without words asks nobody`() async throws {
        let server = ChatServer([Self.head(0)])
        let line = try await Self.voice(server).speak(Utterance(text: "…", language: .english))
        #expect(line.audio.samples.isEmpty && server.requests.isEmpty)
    }

    @Test func `the mouth moves for what the built-in voice cannot read`() async throws {
        let wave = Self.wave()
        let server = ChatServer([Self.head(wave.count), .bytes(wave)])
        let line = try await Self.voice(server).speak(
            Utterance(text: "漢字", language: .japanese))
        #expect(line.visemes.spans.count >= 2)
        #expect(line.words.spans.map(\.value.text) == ["漢字"])
        #expect(server.requests.count == 1)
    }

    @Test func `a stream of unknown length is heard to its end`() throws {
        var wave = Self.wave()
        for place in 40..<44 { wave[place] = 0xFF }
        #expect(try SoundFile.read(Data(wave), from: "test").duration.seconds == 2)
    }

    @Test func `dubbing a delayed recording moves mouth and words by the delay`() async throws {
        let line = try await EspeakSynthesizer().speak(
            Utterance(text: "Baby bob met a member of my mob.", language: .english))
        let delay = [Float](repeating: 0, count: sampleRate / 2)
        let dubbed = Dubbing(delay + line.audio.samples).line(speaking: line)
        let closures = line.visemes.spans.filter { $0.value == .PP }
        let moved = dubbed.visemes.spans.filter { $0.value == .PP }
        #expect(closures.count == moved.count)
        for (old, new) in zip(closures, moved) {
            #expect(abs(new.start.seconds - old.start.seconds - 0.5) < 0.02)
        }
        #expect(dubbed.words.spans.map(\.value) == line.words.spans.map(\.value))
    }
}
