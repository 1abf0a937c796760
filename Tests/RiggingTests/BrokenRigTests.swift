import AvatarTypes
import Documents
import Foundation
import Testing

@testable import Rigging

/// Rigs that were broken by a machine: the default character's, with its pictures, in ways that people
/// break files.
@Suite struct BrokenRigTests {
    private static let shelf = PictureShelf()
    private static let mirai = repository.appendingPathComponent("rigs/mirai")
    private static let text = Result {
        try String(contentsOf: mirai.appendingPathComponent("rig.json"), encoding: .utf8)
    }
    /// Keeps her pictures on the shelf.
    private static let sound = Result { try Rig(contentsOf: mirai, name: "doll", shelf: shelf) }

    /// The folder of a rig with another file and her pictures.
    private func folder(_ lines: [String]) throws -> TemporaryRig {
        let folder = try TemporaryRig(lines.joined(separator: "\n"))
        for name in ["parts", "backgrounds"] {
            try FileManager.default.createSymbolicLink(
                at: folder.directory.appendingPathComponent(name),
                withDestinationURL: Self.mirai.appendingPathComponent(name))
        }
        return folder
    }

    /// Ways to break a line for certain; nil where there is nothing to break like that.
    private static let breaks: [(name: String, apply: @Sendable (String) -> String?)] = [
        ("a key that is not known", { replacing($0, #""(\w+)":"#, #""$1Xyzzy":"#) }),
        ("a part that is not there", { replacing($0, #""on": "[a-z0-9-]+""#, #""on": "nobody""#) }),
        (
            "a group that is not there",
            { replacing($0, #""group": "[^"]+""#, #""group": "no-one""#) }
        ),
        ("an input that is not there", { replacing($0, #""by": "\w+"#, #""by": "jawwOpen"#) }),
        (
            "a picture that is not there",
            { replacing($0, #"parts/([a-z0-9-]+)\.png"#, "parts/zz-$1.png") }
        ),
        ("a list that is too long", { replacing($0, #""pivot": \["#, #""pivot": [1, "#) }),
        ("a word for a number", { replacing($0, #""pivot": \[[0-9.]+"#, #""pivot": ["far""#) }),
        ("no value", { replacing($0, #""id": "[^"]+""#, #""id": null"#) }),
        ("an id in capitals", { replacing($0, #""id": "([a-z0-9-]+)""#, #""id": "A-$1!""#) }),
    ]

    private static func replacing(_ line: String, _ pattern: String, _ with: String) -> String? {
        let broken = line.replacingOccurrences(of: pattern, with: with, options: .regularExpression)
        return broken == line ? nil : broken
    }

    @Test func aHundredAndTwentyBrokenRigsAreComplainedOfAtTheirLine() throws {
        _ = try Self.sound.get()
        let lines = try Self.text.get().components(separatedBy: "\n")
        var chance = SeededGenerator(seed: 11)
        var broken = 0
        while broken < 120 {
            let line = Int(chance.nextUnit() * Float(lines.count))
            let way = Self.breaks[broken % Self.breaks.count]
            guard !lines[line].contains("#"), let mutant = way.apply(lines[line]) else { continue }
            broken += 1
            var text = lines
            text[line] = mutant
            let complaints = try withExtendedLifetime(folder(text)) {
                Rig.complaints(in: $0.directory, name: "doll", shelf: Self.shelf)
            }
            #expect(
                complaints.contains { $0.line == line + 1 },
                "\(way.name) in line \(line + 1), \(mutant), gave \(complaints)")
            #expect(complaints.allSatisfy { $0.file == "rigs/doll/rig.json" && $0.line != nil })
        }
    }

    @Test func whateverIsDoneToTheFileNothingCrashesAndWhatLoadsIsDrawn() throws {
        _ = try Self.sound.get()
        let bytes = Array(try Self.text.get().utf8)
        var chance = SeededGenerator(seed: 5)
        func place() -> Int { min(Int(chance.nextUnit() * Float(bytes.count)), bytes.count - 1) }
        let noise = Array(#"{}[]",:-#0123456789.eE \#n\u0000é"#.utf8)
        for round in 0..<100 {
            var text = bytes
            switch round % 4 {
            case 0: text.removeLast(place())
            case 1:
                for _ in 0...round / 8 {
                    text[place()] = noise[Int(chance.nextUnit() * Float(noise.count - 1))]
                }
            case 2:
                let (start, length) = (place(), Int(chance.nextUnit() * 300))
                text.removeSubrange(start..<min(start + length, text.count))
            default:
                let start = place()
                text.insert(
                    contentsOf: bytes[start..<min(start + 200, bytes.count)], at: place())
            }
            let folder = try folder([String(decoding: text, as: UTF8.self)])
            let complaints = Rig.complaints(
                in: folder.directory, name: "doll", shelf: Self.shelf)
            guard complaints.isEmpty else { continue }
            var puppet = Puppet(
                rig: try Rig(contentsOf: folder.directory, name: "doll", shelf: Self.shelf))
            let list = puppet.draw(.rest, at: .zero)
            #expect(list.positions.allSatisfy { $0.x.isFinite && $0.y.isFinite })
        }
    }
}
