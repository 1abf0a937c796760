import Foundation
import Testing

@testable import Stage

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
}
