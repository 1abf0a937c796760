import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct MemoryTests {
    private func turn(_ text: String, user: String = "anna", at time: Double = 1) -> Turn {
        Turn(room: "main", user: user, speaker: .user, text: text, time: time)
    }

    private func colour(_ value: String) -> FactChange {
        .infer(subject: "user", relation: "favourite:colour", value: value)
    }

    @Test func `Inferred evidence starts at .5, gains .1, loses a fifth, and yields below .3`()
        throws
    {
        let archive = try Archive(path: ":memory:")
        func present() throws -> Fact? { try archive.facts(of: "anna").first }
        try archive.record(turn("blue"), changing: [colour("blue")])
        #expect(try present()?.confidence == 0.5)
        try archive.record(turn("blue"), changing: [colour("blue")])
        #expect(abs(try #require(try present()).confidence - 0.6) < 1e-9)
        for left in [0.48, 0.384, 0.3072] {
            try archive.record(turn("red", at: 2), changing: [colour("red")])
            #expect(try present()?.value == "blue")
            #expect(abs(try #require(try present()).confidence - left) < 1e-9)
        }
        try archive.record(turn("red", at: 3), changing: [colour("red")])
        #expect(try present()?.value == "red")
        #expect(try present()?.confidence == 0.5)
        let history = try archive.history(of: "anna", relation: "favourite:colour")
        #expect(history.map(\.value) == ["blue", "red", "red", "red", "red"], "nothing is dropped")
        #expect(history[0].validUntil == 3)
        #expect(history[1].validUntil == history[1].validFrom)
    }

    @Test(arguments: [(0, 3), (5, 6)])
    func `From .5 three contradictions change a fact, from 1 six`(confirmations: Int, needed: Int)
        throws
    {
        let archive = try Archive(path: ":memory:")
        for _ in 0...confirmations { try archive.record(turn("a"), changing: [colour("blue")]) }
        var count = 0
        while try archive.facts(of: "anna").first?.value == "blue" {
            try archive.record(turn("b"), changing: [colour("red")])
            count += 1
        }
        #expect(count == needed)
    }

    @Test func `A fact is corrected by hand, made private, and forgotten with all that repeats it`()
        throws
    {
        let archive = try Archive(path: ":memory:")
        try archive.record(
            turn("I live in Osaka"),
            changing: [.state(subject: "user", relation: "home", value: "Osaka", isOnly: true)])
        try archive.record(turn("osaka is warm"))
        try archive.record(turn("I like rain"))
        try archive.record(
            Egress(time: 1, room: "main", user: "anna", destination: "x", text: "home: Osaka"))
        let id = try #require(try archive.facts(of: "anna").first?.id)
        #expect(try archive.edit(id, of: "boris", isPrivate: true, at: 5) == nil)
        #expect(try archive.edit(id, of: "anna", isPrivate: true, at: 5)?.isPrivate == true)
        let kyoto = try #require(try archive.edit(id, of: "anna", value: "Kyoto", at: 5))
        #expect(kyoto.value == "Kyoto" && kyoto.isPrivate && kyoto.turn == nil)
        #expect(try archive.facts(of: "anna").map(\.value) == ["Kyoto"])
        #expect(try archive.history(of: "anna").map(\.validUntil) == [5, nil])
        try archive.forget(fact: id, of: "anna")
        #expect(try archive.history(of: "anna").map(\.value) == ["Kyoto"])
        #expect(
            try archive.turns(room: "main", user: "anna", last: 9).map(\.text) == ["I like rain"])
        #expect(try archive.egress(of: "anna", last: 9).isEmpty)
        #expect(try archive.recall("Osaka", of: "anna", now: 9).allSatisfy { $0.turn.text != "" })
    }

    @Test func `No stem of what is forgotten is left in the files`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "bunraku-memory-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "memory.sqlite").path
        let archive = try Archive(path: path)
        for number in 0..<30 { try archive.record(turn("remark \(number)")) }
        try archive.record(
            turn("My code is xyzzyplugh"),
            changing: [
                .state(subject: "user", relation: "own:code", value: "xyzzyplugh", isOnly: true)
            ])
        try archive.record(turn("so use XYZZYPLUGH again"))
        try archive.record(turn("what", user: "boris"))
        _ = try archive.recall("xyzzyplugh", of: "anna", now: 9)
        func isInFiles(_ word: String) throws -> Bool {
            try ["", "-wal"].contains { suffix in
                let bytes = try Data(contentsOf: URL(filePath: path + suffix))
                return bytes.range(of: Data(word.utf8)) != nil
            }
        }
        #expect(try isInFiles("xyzzyplugh"))
        try archive.forget(["own:code"], of: "anna")
        #expect(try !isInFiles("xyzzy") && !isInFiles("XYZZY"))
        try archive.forget("anna")
        #expect(try !isInFiles("remark"))
    }

    @Test func `After a year only milestones, and what facts rest on, are left`() throws {
        let archive = try Archive(path: ":memory:")
        let year = Archive.retentionDays * 86400
        func tell(_ text: String, importance: Double, at time: Double, home: String? = nil) throws {
            let reply = Turn(room: "main", user: "anna", speaker: .character, text: "", time: time)
            _ = try archive.record(
                turn(text, at: time),
                changing: home.map {
                    [.state(subject: "user", relation: "home", value: $0, isOnly: true)]
                } ?? [], answeredBy: reply,
                episode: Episode(
                    user: "anna", time: time, text: text, importance: importance, state: "joy"))
        }
        try tell("an idle word", importance: 0.61, at: 0)
        try tell("we married", importance: 0.81, at: 1)
        try tell("I live in Osaka", importance: 0.61, at: 2, home: "Osaka")
        try tell("lately", importance: 0.61, at: 5000)
        #expect(try archive.fade(now: year) == 0)
        try archive.fade(now: year + 100)
        let left = try archive.turns(room: "main", user: "anna", last: 9).map(\.text)
        #expect(left == ["we married", "I live in Osaka", "lately"])
        #expect(try archive.episodes(of: "anna").map(\.text) == ["we married", "lately"])
        #expect(
            try archive.recall("idle word", of: "anna", now: year).allSatisfy {
                $0.turn.text != "an idle word"
            })
    }

    @Test func `An episode is cut at a hundred characters and a milestone is above .8`() {
        let long = String(repeating: "a", count: 300)
        let episode = Episode(user: "a", time: 0, text: long, importance: 0.8, state: "joy")
        #expect(episode.text.count == 100)
        #expect(!episode.isMilestone)
        #expect(
            Episode(user: "a", time: 0, text: "", importance: 0.81, state: "joy").isMilestone)
    }

    @Test func `What is taken in from elsewhere is found, refers rightly, and is not doubled`()
        throws
    {
        let archive = try Archive(path: ":memory:")
        for number in 0..<5 { try archive.record(turn("something else \(number)")) }
        var keepsake = Keepsake()
        var told = turn("I live in Osaka", at: 50)
        told.id = 1
        keepsake.turns = [told]
        keepsake.importances = [1: 0.9]
        keepsake.facts = [
            Fact(
                user: "x", subject: "user", relation: "home", value: "Osaka", confidence: 0.9,
                turn: 1, validFrom: 50)
        ]
        keepsake.diary = [
            DiaryEntry(
                character: "Mirai", user: "x", day: "2027-01-15", kind: .dream, time: 60,
                text: "A castle.")
        ]
        let first = try archive.take(keepsake, of: "anna", at: 100)
        #expect(first == .init(turns: 1, facts: 1, episodes: 0, diary: 1, ratings: 0))
        let found = try #require(try archive.recall("Osaka", of: "anna", now: 100).first)
        #expect(found.turn.text == "I live in Osaka" && found.turn.id != 1)
        #expect(try archive.facts(of: "anna").first?.turn == found.turn.id)
        #expect(try archive.importances(of: "anna")[found.turn.id] == 0.9)
        #expect(try archive.take(keepsake, of: "anna", at: 100) == .init())
        #expect(try archive.facts(of: "x").isEmpty)
    }

    @Test func `A file of every earlier schema opens, and what was in it is found`() throws {
        for steps in 1..<Schema.migrator.migrations.count {
            let path = FileManager.default.temporaryDirectory
                .appending(path: "bunraku-schema-\(UUID().uuidString).sqlite").path
            defer { try? FileManager.default.removeItem(atPath: path) }
            try Earlier.write(steps: steps, to: path)
            let archive = try Archive(path: path)
            #expect(try archive.facts(of: "anna").map(\.value) == ["Osaka"])
            #expect(try archive.facts(of: "anna").first?.isPrivate == false)
            let found = try archive.recall("Where do I live?", of: "anna", now: 9)
            #expect(found.first?.turn.text == "I live in Osaka")
            #expect(try archive.feelings(room: "main", last: 9).isEmpty)
        }
    }
}
