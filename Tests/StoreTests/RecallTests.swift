import Foundation
import Testing

@testable import Store

@Suite struct RecallTests {
    private func archive(_ texts: [String], user: String = "anna") throws -> Archive {
        let archive = try Archive(path: ":memory:")
        for (number, text) in texts.enumerated() {
            try archive.record(
                Turn(
                    room: "main", user: user, speaker: .user, text: text,
                    time: Double(number) * 60))
        }
        return archive
    }

    private func recalled(_ archive: Archive, _ question: String, now: Double = 1e6) throws
        -> [String]
    {
        try archive.recall(question, of: "anna", now: now).map(\.turn.text)
    }

    @Test(arguments: [
        (RecallSet(), 82), (RecallSet(RecallSet.heldOutPairs, seed: 2), 38),
    ])
    func `Of 600 turns in 20 sessions, the one that answers is among the first ten`(
        set: RecallSet, questions: Int
    ) throws {
        #expect(set.turns.count == 600 && set.questions.count == questions)
        let archive = try Archive(path: ":memory:")
        for turn in set.turns { try archive.record(turn) }
        let end = set.turns[599].time + 86400
        let missed = try set.questions.filter { question in
            try !archive.recall(question.text, of: "anna", now: end, limit: 10)
                .contains { $0.turn.text == question.evidence }
        }
        let found = Double(set.questions.count - missed.count) / Double(set.questions.count)
        #expect(found >= 0.80)
    }

    @Test(arguments: [
        ("moved", "moving"), ("studies", "study"), ("went", "gone"), ("running", "run"),
        ("bought", "buys"), ("babies", "baby"), ("stopped", "stop"), ("wives", "wife"),
        ("кошками", "кошку"), ("работал", "работаю"), ("красивая", "красивого"),
        ("переехали", "переехала"), ("идём", "идет"), ("людей", "человек"), ("шла", "пошёл"),
        ("книгами", "книга"), ("играющий", "играть"),
    ])
    func `Forms of one word share a stem`(one: String, other: String) {
        #expect(Terms(one).stems == Terms(other).stems)
    }

    @Test(arguments: [("organ", "organize"), ("кот", "кто"), ("news", "new"), ("стол", "столица")])
    func `Different words do not`(one: String, other: String) {
        #expect(Terms(one).stems != Terms(other).stems)
    }

    @Test func `Japanese is cut into pairs of characters`() {
        #expect(Terms("東京に住む").stems == ["東京", "京に", "に住", "住む"])
    }

    @Test func `What is told in one language is found in another`() throws {
        let archive = try archive(["I have a cat", "Мне нравится море", "The meeting is at nine"])
        #expect(try recalled(archive, "Есть ли у меня кошка?").first == "I have a cat")
        #expect(try recalled(archive, "Do I like the ocean?").first == "Мне нравится море")
    }

    @Test func `A misspelt word finds what it was meant for`() throws {
        let filler = (0..<40).map { "Remark number \($0) about nothing in particular" }
        let archive = try archive(filler + ["I adore photography"])
        #expect(try recalled(archive, "my fotography").first == "I adore photography")
    }

    @Test func `An answer is found by the question before it`() throws {
        let archive = try archive(["Where did you park?", "Behind the theatre", "It rains", "Hm"])
        #expect(
            try recalled(archive, "where did I park").first == "Where did you park?"
                || recalled(archive, "where did I park").prefix(2).contains("Behind the theatre"))
    }

    @Test func `A time that is spoken of counts`() throws {
        let day = 86400.0
        let archive = try Archive(path: ":memory:")
        for (text, days) in [
            ("We saw a play", 400.0), ("We saw a film", 30), ("We saw a match", 1),
        ] {
            try archive.record(
                Turn(
                    room: "main", user: "anna", speaker: .user, text: text,
                    time: (1000 - days) * day))
        }
        func first(_ question: String) throws -> String? {
            try recalled(archive, question, now: 1000 * day).first
        }
        #expect(try first("What did we see yesterday?") == "We saw a match")
        #expect(try first("What did we see last month?") == "We saw a film")
        #expect(try first("Что мы видели: what did we see в прошлом году?") == "We saw a play")
        // 1000 days after 1970-01-01 is 27 September 1972; August lies 27 to 57 days back.
        #expect(try first("What did we see in August?") == "We saw a film")
    }

    @Test func `Nothing of another user, and nothing from the question on, is recalled`() throws {
        let archive = try archive(["I like tea"])
        try archive.record(
            Turn(room: "main", user: "boris", speaker: .user, text: "I like tea too", time: 1))
        let last = try archive.record(
            Turn(room: "main", user: "anna", speaker: .user, text: "Which tea?", time: 2))
        let found = try archive.recall("tea", of: "anna", before: last, now: 3)
        #expect(found.map(\.turn.text) == ["I like tea"])
        #expect(try archive.recall("tea", of: "nobody", now: 3).isEmpty)
        #expect(try archive.recall("\"'); DROP *", of: "anna", now: 3).count <= 2)
    }

    @Test func `A reply is found as it was heard, and what is found survives reopening`() throws {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "bunraku-recall-\(UUID().uuidString).sqlite").path
        defer {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + suffix)
            }
        }
        let archive = try Archive(path: path)
        let id = try archive.record(
            Turn(room: "main", user: "anna", speaker: .character, text: "", time: 1))
        try archive.amend(id, text: "Violets are", isComplete: false)
        #expect(try archive.recall("violets", of: "anna", now: 2).isEmpty)
        try archive.amend(id, text: "Violets are blue")
        try archive.amend(id, heard: "Violets")
        let again = try Archive(path: path)
        #expect(try again.recall("violets", of: "anna", now: 2).map(\.turn.known) == ["Violets"])
        #expect(
            try again.recall("blue", of: "anna", now: 2).first?.turn.known != "Violets are blue")
    }
}
