import Foundation
import Store
import Testing

@Suite struct ArchiveTests {
    private func turn(_ text: String, user: String = "anna", at time: Double = 1) -> Turn {
        Turn(room: "main", user: user, speaker: .user, text: text, time: time)
    }

    private func home(_ city: String) -> FactChange {
        .state(subject: "user", relation: "home", value: city, isOnly: true)
    }

    @Test func `A new statement replaces the old one at once and keeps it with its end date`()
        throws
    {
        let archive = try Archive(path: ":memory:")
        try archive.record(turn("I live in Tokyo", at: 10), changing: [home("Tokyo")])
        let second = try archive.record(turn("I moved", at: 20), changing: [home("Osaka")])
        #expect(try archive.facts(of: "anna").map(\.value) == ["Osaka"])
        #expect(try archive.facts(of: "anna").first?.turn == second)
        let history = try archive.history(of: "anna", relation: "home")
        #expect(history.map(\.value) == ["Tokyo", "Osaka"])
        #expect(history.map(\.validUntil) == [20, nil])
    }

    @Test func `A repeated statement is confirmed and not doubled`() throws {
        let archive = try Archive(path: ":memory:")
        for _ in 0..<3 { try archive.record(turn("Tokyo"), changing: [home("Tokyo")]) }
        let facts = try archive.facts(of: "anna")
        #expect(facts.count == 1)
        #expect(facts[0].confidence == 1)
    }

    @Test func `Values that may be many stand beside each other, and one may end`() throws {
        let archive = try Archive(path: ":memory:")
        let likes = ["tea", "rain"].map {
            FactChange.state(subject: "user", relation: "likes", value: $0, isOnly: false)
        }
        try archive.record(turn("a"), changing: likes)
        try archive.record(
            turn("b"), changing: [.end(subject: "user", relation: "likes", value: "tea")])
        #expect(try archive.facts(of: "anna").map(\.value) == ["rain"])
    }

    @Test func `Users never see each other's turns and facts`() throws {
        let archive = try Archive(path: ":memory:")
        try archive.record(turn("a", user: "anna"), changing: [home("Tokyo")])
        try archive.record(turn("b", user: "boris"), changing: [home("Omsk")])
        #expect(try archive.facts(of: "anna").map(\.value) == ["Tokyo"])
        #expect(try archive.turns(room: "main", user: "boris", last: 9).map(\.text) == ["b"])
        try archive.forget("anna")
        #expect(try archive.facts(of: "anna").isEmpty)
        #expect(try archive.facts(of: "boris").map(\.value) == ["Omsk"])
    }

    @Test func `An interrupted turn is known as it was heard`() throws {
        let archive = try Archive(path: ":memory:")
        let id = try archive.record(turn(""))
        try archive.amend(id, text: "One two three")
        try archive.amend(id, heard: "One two")
        #expect(try archive.turns(room: "main", user: "anna", last: 9).map(\.known) == ["One two"])
        try archive.amend(id, heard: "")
        #expect(try archive.turns(room: "main", user: "anna", last: 9).isEmpty)
    }

    @Test func `Values are kept by user and key`() throws {
        let archive = try Archive(path: ":memory:")
        try archive.keep("1", as: "mood", user: "anna")
        try archive.keep("2", as: "mood", user: "anna")
        #expect(try archive.value(of: "mood", user: "anna") == "2")
        #expect(try archive.value(of: "mood", user: "boris") == nil)
    }

    @Test func `When a user was last seen does not count the present turn`() throws {
        let archive = try Archive(path: ":memory:")
        #expect(try archive.lastSeen("anna", before: 100) == nil)
        try archive.record(turn("a", at: 50))
        try archive.record(turn("b", at: 100))
        #expect(try archive.lastSeen("anna", before: 100) == 50)
    }
}

/// What stays in the files.
@Suite struct DurabilityTests {
    private func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "bunraku-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test func `What was acknowledged is there after the process is gone without closing`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let live = folder.appending(path: "memory.sqlite")
        let archive = try Archive(path: live.path)
        for number in 0..<50 {
            try archive.record(
                Turn(room: "main", user: "anna", speaker: .user, text: "\(number)", time: 1),
                changing: [
                    .state(
                        subject: "user", relation: "number", value: "\(number)", isOnly: true)
                ])
        }
        // A killed process leaves exactly these two files; the shared-memory index is rebuilt.
        let left = folder.appending(path: "left.sqlite")
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: live.path + suffix, toPath: left.path + suffix)
        }
        let reopened = try Archive(path: left.path)
        #expect(try reopened.facts(of: "anna").map(\.value) == ["49"])
        #expect(try reopened.turns(room: "main", user: "anna", last: 99).count == 50)
        #expect(try archive.facts(of: "anna").count == 1)
    }

    @Test func `Forgotten words are in none of the files`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "memory.sqlite").path
        let archive = try Archive(path: path)
        try archive.record(
            Turn(room: "main", user: "anna", speaker: .user, text: "my code is xyzzy", time: 1),
            changing: [.state(subject: "user", relation: "own:code", value: "xyzzy", isOnly: true)])
        try archive.forget(["own:code"], of: "anna")
        for suffix in ["", "-wal"] {
            let bytes = try Data(contentsOf: URL(filePath: path + suffix))
            #expect(bytes.range(of: Data("xyzzy".utf8)) == nil)
        }
        #expect(try archive.facts(of: "anna").isEmpty)
    }

    @Test func `A file that is no database is refused with its name`() throws {
        let folder = try folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "memory.sqlite").path
        try Data(repeating: 0x41, count: 4096).write(to: URL(filePath: path))
        #expect { try Archive(path: path) } throws: { "\($0)".contains(path) }
    }
}
