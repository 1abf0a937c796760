import Foundation
import TestSupport
import Testing

@Suite("What the documentation says")
struct ReadmeTests {
    private static let address = "http://127.0.0.1:12393"

    @Test("works when it is typed", arguments: MarkdownPage.all)
    func commands(page: MarkdownPage) async throws {
        // That page wants pictures to be drawn first: ``OwnCharacterTests`` follows it.
        if page.path == OwnCharacterTests.page { return }
        let commands = page.commands
        let needsServer = commands.contains { $0.hasPrefix("curl ") }
        let server = needsServer ? try await ServerProcess() : nil
        let shell = try Command()
        for line in commands {
            let complaint =
                switch line.prefix(while: { !" /".contains($0) }) {
                case "bunraku": try run(line, in: shell)
                case "curl": try request(line, of: server, in: shell)
                case "scripts": try script(line, in: shell)
                case "rigs": try art(line, in: shell)
                default: "This test does not know how to run it." as String?
                }
            if let complaint { Issue.record("\(page.path): \(line)\n\(complaint)") }
        }
    }

    private func run(_ line: String, in shell: Command) throws -> String? {
        // A server never ends; pages tell of `scripts/run` instead.
        if line.hasPrefix("bunraku serve") { return "This test does not start servers from pages." }
        let result = try shell.shell(line)
        if result.status != 0 { return "It answered \(result.status): \(result.errors)" }
        return try DocumentedCommand(line: line).complaint(about: shell.folder)
    }

    private func request(
        _ line: String, of server: ServerProcess?, in shell: Command
    ) throws -> String? {
        guard let server, line.contains(Self.address) else {
            return "It does not ask \(Self.address)."
        }
        let asked = line.replacing(Self.address, with: server.url)
        let result = try shell.shell("curl --fail --show-error\(asked.dropFirst("curl".count))")
        if result.status != 0 { return "curl answered \(result.status): \(result.errors)" }
        return try DocumentedCommand(line: line).complaint(about: shell.folder)
    }

    /// That the script exists and can be read by bash. What it does is for ``ScriptTests``: here it would
    /// build the program, or start these tests again.
    private func script(_ line: String, in shell: Command) throws -> String? {
        let path = Repository.root.appending(path: String(line.prefix { $0 != " " })).path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            return "There is no such program."
        }
        let result = try shell.shell("bash -n '\(path)'")
        return result.status == 0 ? nil : result.errors
    }

    /// Draws a character anew in a copy of the art, and must come to the same rig.
    private func art(_ line: String, in shell: Command) throws -> String? {
        let copy = shell.folder.appending(path: "rigs")
        if !FileManager.default.fileExists(atPath: copy.path) {
            try FileManager.default.createDirectory(
                at: copy.appending(path: "mirai"), withIntermediateDirectories: true)
            for folder in ["art", "mirai/art"] {
                try FileManager.default.copyItem(
                    at: Repository.root.appending(path: "rigs/\(folder)"),
                    to: copy.appending(path: folder))
            }
            try? FileManager.default.removeItem(at: copy.appending(path: "mirai/art/.drawn.json"))
        }
        let rig = Repository.root.appending(path: "rigs/mirai/rig.json").path
        let result = try shell.shell("\(line) && cmp rigs/mirai/rig.json '\(rig)'")
        return result.status == 0 ? nil : result.errors + result.output
    }

    @Test("shows pictures that the program draws", arguments: MarkdownPage.all)
    func pictures(page: MarkdownPage) throws {
        let shell = try Command()
        let images = shell.folder.appending(path: "docs/images")
        try FileManager.default.createDirectory(at: images, withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: Repository.root.appending(path: "docs/images/backdrop.png"),
            to: images.appending(path: "backdrop.png"))
        for line in page.commandsOfPictures {
            let complaint = try run(line, in: shell)
            #expect(complaint == nil, "\(line)")
            for file in DocumentedCommand(line: line).files {
                // The 24 bytes in front hold kind and size. The rest may differ with zlib's version.
                let shown = try Data(contentsOf: Repository.root.appending(path: file))
                #expect(try shell.bytes(file).prefix(24) == shown.prefix(24), "\(file)")
            }
        }
    }

    @Test("to type stands where this test finds it", arguments: MarkdownPage.all)
    func blocks(page: MarkdownPage) {
        for (language, text) in page.blocks {
            #expect(
                ["sh", "yaml", "json", "python", ""].contains(language), "\(page.path): \(language)"
            )
            let hasCommand = text.contains(
                /(?m)^(\$ )?(bunraku |curl |scripts\/|python3 |sudo |apt)/)
            #expect(language == "sh" || !hasCommand, "\(page.path) hides a command: \(text)")
        }
    }

    @Test("of commands in passing names what they take", arguments: MarkdownPage.all)
    func mentions(page: MarkdownPage) throws {
        let shell = try Command()
        for mention in page.mentions {
            var words = mention.split(separator: " ").map(String.init)
            if words[0].hasPrefix("scripts/") {
                let script = Repository.root.appending(path: words[0])
                #expect(FileManager.default.isExecutableFile(atPath: script.path), "\(mention)")
                guard words[0] == "scripts/run" else { continue }
                words[0...0] = ["bunraku", "serve"]
            }
            let name = words.dropFirst().first { !$0.hasPrefix("-") } ?? ""
            let help = try shell.shell("bunraku \(name) --help")
            #expect(help.status == 0, "\(page.path) mentions \(mention)")
            for option in words where option.hasPrefix("--") {
                #expect(help.output.contains("\(option) "), "\(page.path) mentions \(mention)")
            }
        }
    }

    @Test("to put into files passes the check", arguments: MarkdownPage.all)
    func examples(page: MarkdownPage) throws {
        let shell = try Command()
        for (index, example) in page.blocks(of: "yaml").enumerated() {
            let file = shell.folder.appending(path: "\(index).yaml")
            try Data(example.utf8).write(to: file)
            let check = try shell.bunraku("check", file.path)
            #expect(check.status == 0, "\(page.path): \(check.output)")
        }
    }
}
