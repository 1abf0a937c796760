import Foundation
import TestSupport
import Testing

/// One page of the documentation, as far as a test can hold it to its word.
struct MarkdownPage: CustomTestStringConvertible {
    /// From the repository's root.
    let path: String
    let text: String

    var testDescription: String { path }

    /// Where relative links start.
    var folder: URL { Repository.root.appending(path: path).deletingLastPathComponent() }

    init(_ path: String) throws {
        self.path = path
        text = try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
        var open: (language: String, lines: [Substring])?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("```") else {
                open?.lines.append(line)
                continue
            }
            if let block = open {
                blocks.append((block.language, block.lines.joined(separator: "\n")))
                open = nil
            } else {
                open = (String(line.dropFirst(3)), [])
            }
        }
    }

    /// All pages that people are sent to.
    static let all: [MarkdownPage] = {
        do {
            let docs = try FileManager.default.contentsOfDirectory(
                atPath: Repository.root.appending(path: "docs").path)
            return try
                (docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" } + [
                    "README.md", "rigs/README.md", "expressions/README.md", "Benchmarks/README.md",
                    "rigs/art/README.md",
                ]).map(MarkdownPage.init)
        } catch {
            preconditionFailure("The checkout has its documentation: \(error)")
        }
    }()

    /// The fenced blocks, in order.
    private(set) var blocks: [(language: String, text: String)] = []

    /// What stands in the blocks of a language.
    func blocks(of language: String) -> [String] {
        blocks.filter { $0.language == language }.map(\.text)
    }

    /// The commands that readers are told to type, in order.
    var commands: [String] {
        blocks(of: "sh").flatMap {
            $0.replacing("\\\n", with: " ").split(separator: "\n").map(String.init)
        }.filter { !$0.hasPrefix("#") }
    }

    /// Commands of ours in running text, such as `bunraku check FILE`.
    var mentions: [String] {
        text.matches(of: /`((?:bunraku |scripts\/)[^`\n]*)`/).map { String($0.1) }
    }

    /// Commands in comments beside the pictures that they made.
    var commandsOfPictures: [String] {
        text.matches(of: /<!-- (bunraku [^>]*?) -->/).map { String($0.1) }
    }

    /// What links and pictures point to, other sites left out.
    var targets: [String] {
        let links = text.matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) }
        let pictures = text.matches(of: /(?:src|href)="([^"]+)"/).map { String($0.1) }
        return (links + pictures).filter { !$0.contains("://") }
    }

    /// What a heading is called in an address, as GitHub makes it.
    var anchors: [String] {
        text.matches(of: /(?m)^#+ (.+)$/).map { heading in
            heading.1.lowercased().filter { $0.isLetter || $0.isNumber || " -_".contains($0) }
                .replacing(" ", with: "-")
        }
    }

    /// The cells of all rows of its tables.
    var rows: [[String]] {
        text.split(separator: "\n").filter { $0.hasPrefix("|") }.map { row in
            row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
                .map { $0.trimmingCharacters(in: .whitespaces) }
        }
    }
}

/// A line that readers are told to type, and the files that it must write.
struct DocumentedCommand {
    let line: String

    /// Names after `-o`, `--visemes` and `--captions`.
    var files: [String] {
        line.matches(of: /(?:^| )(?:-o|--visemes|--captions) ([^ ]+)/).map { String($0.1) }
    }

    /// What a file of a kind begins with, and at which byte.
    private static let beginnings: [String: (offset: Int, bytes: [UInt8])] = [
        "png": (0, [0x89, 0x50, 0x4E, 0x47]), "mp4": (4, Array("ftyp".utf8)),
        "webm": (0, [0x1A, 0x45, 0xDF, 0xA3]), "webp": (8, Array("WEBP".utf8)),
        "gif": (0, Array("GIF8".utf8)), "wav": (8, Array("WAVE".utf8)),
        "json": (0, Array("{".utf8)), "apng": (0, [0x89, 0x50, 0x4E, 0x47]),
        "vtt": (0, Array("WEBVTT".utf8)),
    ]

    /// What is wrong with the files, or nil.
    func complaint(about folder: URL) throws -> String? {
        for file in files {
            var names = [file]
            if let digits = file.range(of: "%04d") {
                let (before, after) = (file[..<digits.lowerBound], file[digits.upperBound...])
                names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                    .filter { $0.hasPrefix(before) && $0.hasSuffix(after) }
                if names.count < 2 { return "\(file) is no sequence: \(names)" }
            }
            for name in names {
                guard let bytes = try? Data(contentsOf: folder.appending(path: name)) else {
                    return "\(name) was not written"
                }
                guard let kind = Self.beginnings[String(name.split(separator: ".").last ?? "")]
                else { return "this test does not know how \(name) begins" }
                guard bytes.dropFirst(kind.offset).starts(with: kind.bytes), bytes.count > 64 else {
                    return "\(name) is not of its kind"
                }
            }
        }
        return nil
    }
}
