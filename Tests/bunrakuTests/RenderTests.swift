import Foundation
import TestSupport
import Testing

@Suite("Rendering without a server")
struct RenderTests {
    private let command: Command

    init() throws { command = try Command() }

    @Test("twice with the same seed and arguments gives the same bytes")
    func deterministic() throws {
        for name in ["a", "b"] {
            let result = try command.bunraku(
                "render", "--say", "[joy] Papa, привет!", "--seed", "7", "--fps", "12", "--size",
                "320x384", "-o", "\(name)-%04d.png")
            #expect(result.status == 0, "\(result.errors)")
        }
        let files = try FileManager.default.contentsOfDirectory(atPath: command.folder.path)
        let first = files.filter { $0.hasPrefix("a-") }.sorted()
        #expect(first.count > 12)
        #expect(first[0] == "a-0000.png")
        for name in first {
            let twin = "b-" + name.dropFirst(2)
            #expect(try command.bytes(name) == command.bytes(twin), "\(name)")
        }
        #expect(try command.bytes(first[0]) != command.bytes(first[6]))
    }

    @Test("with another seed gives another show")
    func seeds() throws {
        for seed in ["1", "2"] {
            _ = try command.bunraku(
                "render", "--seed", seed, "--at", "3", "--size", "160x192", "-o", "\(seed).png")
        }
        #expect(try command.bytes("1.png") != command.bytes("2.png"))
    }

    @Test("as a sound gives what is said, and silence around it")
    func sound() throws {
        let result = try command.bunraku("render", "--say", "Hello.", "-o", "hello.wav")
        #expect(result.status == 0, "\(result.errors)")
        let bytes = try command.bytes("hello.wav")
        #expect(bytes.prefix(4) == Data("RIFF".utf8))
        let samples = bytes.dropFirst(44).withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
        #expect(samples.prefix(48_000 / 5).allSatisfy { $0 == 0 })
        #expect(samples.contains { $0.magnitude > 3_000 })
        #expect(samples.suffix(48_000 / 5).allSatisfy { $0 == 0 })
    }
}
