import Documents
import Foundation
import Testing
import Voice

@testable import Stage

@Suite("A settings file")
struct SettingsTests {
    private func write(_ text: String) throws -> URL {
        let url = FileManager.default.temporaryDirectory.appending(
            path: "settings-\(UUID().uuidString).yaml")
        try Data(text.utf8).write(to: url)
        return url
    }

    @Test("says what is to be different, the rest is as ever")
    func read() throws {
        let url = try write(
            """
            port: 9000
            size: 640x480
            language_model:
              base_url: http://localhost:1234/v1
              model: small
            voice:
              base_url: http://localhost:8880/v1
              voice: af_heart
            """)
        defer { try? FileManager.default.removeItem(at: url) }
        let settings = try Settings(contentsOf: url)
        #expect(settings.port == 9000)
        #expect(settings.size == PixelSize(width: 640, height: 480))
        #expect(settings.host == "127.0.0.1")
        #expect(settings.model?.name == "small")
        #expect(settings.model?.temperature == 0.7)
        #expect(settings.speech.first?.engine.baseURL?.port == 8880)
        #expect(settings.speech.first?.engine.voice == "af_heart")
    }

    @Test("names a model by a preset, whose address may be overruled")
    func preset() throws {
        let url = try write(
            """
            language_model:
              preset: groq
              model: llama
              keep_alive: -1
              unload_at_exit: true
            """)
        defer { try? FileManager.default.removeItem(at: url) }
        let model = try #require(try Settings(contentsOf: url).model)
        #expect(model.baseURL.absoluteString == "https://api.groq.com/openai/v1")
        #expect(model.keyVariable == "GROQ_API_KEY")
        #expect(model.keepAlive == -1 && model.unloadsAtExit && !model.isAnthropic)
        for mistake in ["preset: grok", "preset: anthropic", "unload_at_exit: 3, preset: groq"] {
            let bad = try write("language_model: { \(mistake) }")
            defer { try? FileManager.default.removeItem(at: bad) }
            #expect(Settings.complaints(in: bad).count == 1, "\(mistake)")
        }
        let mine = try write(
            "language_model: { preset: anthropic, model: m, base_url: \"http://here/v1\" }")
        defer { try? FileManager.default.removeItem(at: mine) }
        let native = try #require(try Settings(contentsOf: mine).model)
        #expect(native.isAnthropic && native.baseURL.absoluteString == "http://here/v1")
    }

    @Test("names a recognizer by its protocol, which has addresses of its own kind")
    func ears() throws {
        let cases: [(String, Bool)] = [
            ("base_url: http://localhost:8000/v1", true),
            ("engine: vosk, base_url: ws://localhost:2700", true),
            ("engine: deepgram, base_url: ws://localhost:8080, model: nova-3", true),
            ("engine: vosk, base_url: http://localhost:2700", false),
            ("engine: vosk, base_url: wss://localhost:2700", false),
            ("base_url: ws://localhost:2700", false), ("engine: vosk", false),
            ("engine: vorsk, base_url: ws://localhost:2700", false),
        ]
        for (text, isGood) in cases {
            let url = try write("ears: { \(text) }")
            defer { try? FileManager.default.removeItem(at: url) }
            #expect(Settings.complaints(in: url).isEmpty == isGood, "\(text)")
        }
        let url = try write("ears: { engine: vosk, base_url: ws://localhost:2700 }")
        defer { try? FileManager.default.removeItem(at: url) }
        let ears = try #require(try Settings(contentsOf: url).ears)
        #expect((ears.recognizer as? StreamingRecognizer)?.kind == .vosk)
    }

    @Test("is told every mistake with its line, at once")
    func complaints() throws {
        let url = try write(
            """
            prot: 9000
            port: 70000
            size: 641x480
            fps: fast
            language_model: { model: x }
            backdrop: blue
            """)
        defer { try? FileManager.default.removeItem(at: url) }
        let complaints = Settings.complaints(in: url)
        #expect(complaints.compactMap(\.line).sorted() == [1, 2, 3, 4, 5, 6])
        #expect(complaints[0].remedy == "Did you mean 'port'?")
        #expect(complaints.allSatisfy { !$0.remedy.isEmpty })
    }
}
