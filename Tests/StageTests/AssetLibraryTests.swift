import Documents
import Foundation
import Testing

@testable import Stage
@testable import TestSupport

@Suite("The asset library")
struct AssetLibraryTests {
    @Test(
        "lists only names it would open",
        arguments: [
            ("mirai", true), ("a-1", true), ("", false), ("Mirai", false), ("../etc", false),
            ("a b", false), ("é", false),
        ])
    func names(name: String, isName: Bool) {
        #expect(AssetLibrary.isName(name) == isName)
    }

    @Test("takes the folder that is named, else the environment's, else the current one")
    func search() throws {
        let base = FileManager.default.temporaryDirectory.appending(path: "assets-\(UUID())")
        defer { try? FileManager.default.removeItem(at: base) }
        for name in ["one", "two", "three"] {
            try FileManager.default.createDirectory(
                at: base.appending(path: "\(name)/rigs"), withIntermediateDirectories: true)
        }
        func found(
            explicit: String?, environment: String?, current: String, executable: String? = nil
        ) throws -> String {
            try AssetLibrary(
                explicit: explicit.map { base.appending(path: $0).path },
                environment: environment.map {
                    ["BUNRAKU_ASSETS": base.appending(path: $0).path]
                } ?? [:], executable: executable.map { base.appending(path: $0) },
                currentDirectory: base.appending(path: current).path
            ).root.lastPathComponent
        }
        #expect(try found(explicit: "one", environment: "two", current: "three") == "one")
        #expect(try found(explicit: nil, environment: "two", current: "three") == "two")
        #expect(try found(explicit: nil, environment: "nowhere", current: "three") == "three")
        let built = "one/.build/linux/release/bunraku"
        #expect(
            try found(explicit: nil, environment: nil, current: "nowhere", executable: built)
                == "one")
        #expect(throws: StageError.self) {
            try found(explicit: "nowhere", environment: "two", current: "three")
        }
    }

    @Test("has no two expressions of one name, and complains when it has")
    func ambiguous() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "names-\(UUID())")
        for folder in ["rigs", "expressions"] {
            try FileManager.default.createDirectory(
                at: root.appending(path: folder), withIntermediateDirectories: true)
        }
        for (name, alias) in [("glad", "joy"), ("joy", "fun"), ("merry", "fun")] {
            let text = """
                { "aliases": ["\(alias)"], "emotion": { "valence": 0.5, "arousal": 0.5, "energy": 0.5 },
                  "attack": 0.2, "release": 0.5, "channels": { "jawOpen": { "set": 0.3 } } }
                """
            try Data(text.utf8)
                .write(to: root.appending(path: "expressions/\(name).json"))
        }
        let complaints = try AssetLibrary(explicit: root.path).complaints()
        #expect(complaints.map(\.file) == ["expressions/glad.json", "expressions/merry.json"])
        #expect(try AssetLibrary(explicit: Repository.root.path).complaints() == [])
    }
}
