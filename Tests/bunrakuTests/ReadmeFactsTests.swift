import Foundation
import TestSupport
import Testing

/// What the pages claim about files, settings, modules and packages.
extension ReadmeTests {
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

    @Test("points at files that are there", arguments: MarkdownPage.all)
    func files(page: MarkdownPage) {
        for file in page.text.matches(of: /`((?:Sources|Tests|docs)\/[^`\s]+)`/) {
            let path = Repository.root.appending(path: String(file.1)).path
            #expect(FileManager.default.fileExists(atPath: path), "\(page.path): \(file.1)")
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
            .appending("voice:\n  base_url: http://localhost\n  zzzzzzzzzzzz: 1\n")
            .appending("ears:\n  base_url: http://localhost\n  zzzzzzzzzzzz: 1\n")
            .write(
                to: shell.folder.appending(path: "odd.yaml"), atomically: true, encoding: .utf8)
        let known = try shell.bunraku("check", "odd.yaml").output.matches(of: /Known are (.+)\./)
            .map { $0.1.components(separatedBy: ", ") }
        try #require(known.count == 4)
        let all =
            known[0].filter { !["language_model", "voice", "ears"].contains($0) }
            + known[1].map { "language_model.\($0)" } + known[2].map { "voice.\($0)" }
            + known[3].map { "ears.\($0)" }
        #expect(keys.sorted() == all.sorted())
        let shown = example.split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces).prefix { $0 != ":" }
        }
        for key in all {
            let last = key.split(separator: ".").last ?? ""
            #expect(shown.contains(last), "The example has no \(key).")
        }
    }

    @Test("of what it stands on is what is fetched and installed")
    func dependencies() throws {
        let readme = try MarkdownPage("README.md")
        func file(_ path: String) throws -> String {
            try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
        }
        let fetched = try file("Package.swift").matches(of: /url: "([^"]+)\.git"/)
        #expect(!fetched.isEmpty)
        for package in fetched {
            #expect(readme.text.contains("](\(package.1))"), "README does not name \(package.1).")
        }
        let setup = try file("scripts/setup")
        let installed = setup.matches(of: /(?m)packages=\(\n([^)]*)\n\)/).flatMap {
            $0.1.split(separator: "\n").flatMap { line in
                line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
            }
        }
        let table = readme.rows.filter { $0.count == 3 }.flatMap { row in
            row[0].matches(of: /`([a-z0-9-]+)`/).map { String($0.1) }
        }
        #expect(table.sorted() == installed.sorted())
        let swift = try #require(setup.firstMatch(of: /(?m)^swift_version=(.+)$/)).1
        #expect(readme.text.contains("[Swift \(swift)]"))
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
                arrow.2 == "the seven stages" ? stages : arrow.2.components(separatedBy: ", ")
        }
        #expect(stages.count == 7)

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
