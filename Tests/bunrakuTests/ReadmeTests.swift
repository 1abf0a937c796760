import Foundation
import TestSupport
import Testing

@Suite("What the documentation says")
struct ReadmeTests {
    private static let address = "http://127.0.0.1:12393"

    @Test("works when it is typed", arguments: MarkdownPage.all)
    func commands(page: MarkdownPage) async throws {
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
                case "python3": try art(line, beside: page, in: shell)
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

    /// Steps joined by `&&`. They work in their own folder on the art's files, so a copy of it is used.
    /// `draw.py` needs nothing but Python, and must draw what is there. The others call rsvg-convert,
    /// which only people who change the drawing need: they are only compiled.
    private func art(_ line: String, beside page: MarkdownPage, in shell: Command) throws -> String?
    {
        let copy = shell.folder.appending(path: "art")
        if !FileManager.default.fileExists(atPath: copy.path) {
            try FileManager.default.copyItem(at: page.folder, to: copy)
        }
        for step in line.components(separatedBy: " && ") {
            let words = step.split(separator: " ")
            guard words.count > 1, words[0] == "python3" else { return "'\(step)' is no Python." }
            let script = words[1]
            let result = try shell.shell(
                script == "draw.py"
                    ? "cd art && rm mirai.svg && \(step) && cmp mirai.svg '\(page.folder.path)/mirai.svg'"
                    : "cd art && python3 -m py_compile '\(script)'")
            if result.status != 0 { return "\(step): \(result.errors)\(result.output)" }
        }
        return nil
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
            #expect(["sh", "yaml", "json", ""].contains(language), "\(page.path): \(language)")
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

    @Test("leads somewhere", arguments: MarkdownPage.all)
    func links(page: MarkdownPage) throws {
        for target in page.targets {
            let halves = target.split(
                separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
            let file = halves[0].isEmpty ? nil : page.folder.appending(path: String(halves[0]))
            if let file {
                #expect(
                    FileManager.default.fileExists(atPath: file.path),
                    "\(page.path) leads to \(target), which is not there.")
            }
            guard halves.count == 2 else { continue }
            let root = Repository.root.standardizedFileURL.path + "/"
            let path =
                file?.standardizedFileURL.path.replacing(root, with: "") ?? page.path
            #expect(
                try MarkdownPage(path).anchors.contains(String(halves[1])),
                "\(page.path) leads to \(target), and there is no such heading.")
        }
    }

    @Test("about settings is all there is, and true")
    func settings() throws {
        let page = try MarkdownPage("docs/settings.md")
        let keys = page.rows.compactMap { $0[0].wholeMatch(of: /`([a-z_.]+)`/) }.map {
            String($0.1)
        }
        let shell = try Command()
        let example = try #require(page.blocks(of: "yaml").first)

        // The program names what it knows when it is given what is like nothing it knows.
        try "zzzzzzzzzzzz: 1\nlanguage_model:\n  base_url: http://localhost\n  zzzzzzzzzzzz: 1\n"
            .write(
                to: shell.folder.appending(path: "odd.yaml"), atomically: true, encoding: .utf8)
        let known = try shell.bunraku("check", "odd.yaml").output.matches(of: /Known are (.+)\./)
            .map { $0.1.components(separatedBy: ", ") }
        try #require(known.count == 2)
        let all =
            known[0].filter { $0 != "language_model" } + known[1].map { "language_model.\($0)" }
        #expect(keys.sorted() == all.sorted())
        let shown = example.split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces).prefix { $0 != ":" }
        }
        for key in all {
            let last = key.split(separator: ".").last ?? ""
            #expect(shown.contains(last), "The example has no \(key).")
        }
    }

    @Test("draws the modules as the package has them")
    func diagram() throws {
        let readme = try MarkdownPage("README.md")
        let block = try #require(readme.blocks(of: "").first { $0.hasPrefix("foundations ") })
        let lines = block.split(separator: "\n")
        let foundations = lines[0].split(separator: " ").dropFirst().map(String.init)
        var drawn: [String: [String]] = [:]
        var stages: [String] = []
        var isAssembly = false
        for line in lines.dropFirst() {
            isAssembly = isAssembly || line.hasPrefix("assembly")
            let arrow = try #require(line.firstMatch(of: /(\w+) +──► +(.+?)(?:   |$)/), "\(line)")
            if !isAssembly { stages.append(String(arrow.1)) }
            drawn[String(arrow.1)] =
                arrow.2 == "the six stages" ? stages : arrow.2.components(separatedBy: ", ")
        }
        #expect(stages.count == 6)

        let package = try String(
            contentsOf: Repository.root.appending(path: "Package.swift"), encoding: .utf8)
        let modules = foundations + drawn.keys
        for target in package.components(separatedBy: "arget(").dropFirst() {
            guard let name = target.firstMatch(of: /^\s*name: "(\w+)"/).map({ String($0.1) }),
                modules.contains(name)
            else { continue }
            // Foundations are for everyone, so the diagram leaves them out of the assembly's arrows.
            let isStage = stages.contains(name)
            let arrows = (target.firstMatch(of: /dependencies: \[([^\]]*)/)?.1 ?? "")
                .replacing(/\.product\([^)]*\)/, with: "")
                .matches(of: /"(\w+)"/).map { String($0.1) }
                .filter { modules.contains($0) && (isStage || !foundations.contains($0)) }
            #expect(arrows.sorted() == (drawn[name] ?? []).sorted(), "\(name)")
            drawn[name] = nil
        }
        #expect(drawn.isEmpty, "Package.swift has no such modules.")
    }
}
