import Foundation
import Testing

@testable import TestSupport

@Suite("OpenAI's own client", .serialized)
struct OpenAIClientTests {
    @Test(
        "talks to the character, is remembered, hears her in every format, and is told what is wrong"
    )
    func talks() async throws {
        let server = try await ServerProcess()
        let shell = try Command()
        let client = Repository.root.appending(path: ".build/openai").path
        let script = Repository.root.appending(path: "Tests/bunrakuTests/clients/openai_client.py")
        let run = try shell.shell(
            "PYTHONPATH='\(client)' python3 '\(script.path)' \(server.url) hello")
        try #require(run.status == 0, "\(run)")
        let seen = try JSONDecoder().decode(JSON.self, from: Data(run.output.utf8))

        #expect(seen["models"] == ["mirai", "miyu", "ren", "bunraku-embedder"])
        #expect(seen["one"] == "mirai")
        #expect(seen["remembered"].text?.contains("Osaka") == true)
        #expect(seen["finish"] == "stop" && seen["adds_up"] == true)
        #expect(seen["stranger"].text?.contains("Osaka") == false)
        #expect(seen["told"].text?.contains("Perm") == true)
        #expect((seen["streamed"].text ?? "").count > 40)
        #expect(seen["streamed"].text?.contains("[") == false)
        #expect((seen["pieces"].double ?? 0) > 0 && seen["ends"] == ["stop"])
        #expect((seen["streamed_tokens"].double ?? 0) > 10)
        #expect(seen["cut"][1] == "length" && (seen["cut"][0].text ?? "").count < 40)
        #expect(seen["dimensions"] == 1024)
        #expect(abs((seen["same"].double ?? 0) - 1) < 1e-5)
        #expect((seen["near"].double ?? 0) > (seen["far"].double ?? 1) + 0.1)
        #expect(
            seen["errors"] == [
                ["NotFoundError", "unknown-model"], ["BadRequestError", "no-message"],
                ["BadRequestError", "one-answer"], ["NotFoundError", "unknown-voice"],
                ["NotFoundError", "unknown-model"],
            ])

        let spoken = try length(of: "hello.wav", in: shell)
        for kind in ["mp3", "opus", "aac", "flac"] {
            #expect(abs(try length(of: "hello.\(kind)", in: shell) - spoken) < 0.1, "\(kind)")
        }
        let raw = try shell.bytes("hello.pcm").count
        #expect(abs(Double(raw) / 48_000 - spoken) < 0.01)
        #expect(abs(spoken / (try length(of: "hello-fast.wav", in: shell)) - 1.5) < 0.15)
    }

    @Test("does what docs/api.md says of it")
    func documentation() async throws {
        let server = try await ServerProcess()
        _ = try await server.chat("I live in Osaka.")
        let example = try #require(try MarkdownPage("docs/api.md").blocks(of: "python").first)
            .replacing("http://127.0.0.1:12393", with: server.url)
        let shell = try Command()
        try Data(example.utf8).write(to: shell.folder.appending(path: "example.py"))
        let client = Repository.root.appending(path: ".build/openai").path
        let run = try shell.shell("PYTHONPATH='\(client)' python3 example.py")
        #expect(run.status == 0 && run.output.contains("Osaka"), "\(run)")
        #expect(try length(of: "hello.mp3", in: shell) > 0.3)
    }

    /// Seconds of a file as libav decodes it; it must be heard, too.
    private func length(of name: String, in shell: Command) throws -> Double {
        let file = try DecodedFile(path: shell.folder.appending(path: name).path)
        let sound = file.sound
        #expect(sound.samples.lazy.map { abs($0) }.max() ?? 0 > 0.1, "\(name)")
        return Double(sound.samples.count) / Double(try #require(file.audio).sampleRate)
    }
}
