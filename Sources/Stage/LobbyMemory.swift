public import Foundation
public import Mind
import Store

/// Looking into memory, and changing it, on behalf of a user.
extension Lobby {
    /// Prompts and turns that an export holds at most.
    private static let exportLimit = 100_000

    /// What is known of a user, every earlier value included.
    ///
    /// - Parameter whole: with every turn and every prompt that left.
    public func memory(of user: String, whole: Bool = false) throws -> MemoryReport {
        let user = try RoomInput.user(user)
        let habits = try archive.value(of: "habits", user: user).flatMap { Habits(written: $0) }
        return MemoryReport(
            user: user, facts: try archive.history(of: user).map(MemoryReport.Fact.init),
            episodes: try archive.episodes(of: user).map(MemoryReport.Episode.init),
            diary: try diary(of: user),
            habits: habits?.all(at: Date().timeIntervalSince1970) ?? [],
            turns: whole ? try turns(of: user) : nil,
            prompts: whole ? try prompts(of: user, last: Self.exportLimit) : nil)
    }

    private func turns(of user: String) throws -> [MemoryReport.Turn] {
        let importances = try archive.importances(of: user)
        let ratings = Dictionary(
            try archive.ratings(of: user).map { ($0.turn.id, $0.value) }, uniquingKeysWith: { $1 })
        return try archive.turns(of: user, last: Self.exportLimit).map { turn in
            var report = MemoryReport.Turn(turn)
            report.importance = importances[turn.id]
            report.rating = ratings[turn.id]
            return report
        }
    }

    /// What was written of days with a user, and dreamt, oldest first.
    public func diary(of user: String) throws -> [MemoryReport.Page] {
        try archive.diary(of: try RoomInput.user(user)).map(MemoryReport.Page.init)
    }

    /// Erases a page.
    public func forget(page id: String, of user: String) throws {
        let user = try RoomInput.user(user)
        guard let number = Int64(id), try archive.forget(diary: number, of: user) else {
            throw StageError(
                .notFound, code: "unknown-page", message: "There is no page '\(id)' of '\(user)'.",
                hint: "GET /v1/memory/diary?user=… lists them.")
        }
    }

    /// Writes the pages of the last day that is over, and the dreams, in all rooms.
    ///
    /// It happens by itself, too: see ``Lobby``.
    @discardableResult
    public func writeDiaries(at now: Moment) async -> Int {
        var count = 0
        for room in openRooms() { count += await room.writeDiary(at: now) }
        for talk in quietTalks.values { count += await talk.writeDiary(at: now).count }
        return count
    }

    /// Takes in what was exported, or plain facts: all or nothing.
    ///
    /// - Parameter file: JSON.
    public func take(memory file: Data, of user: String) throws -> MemoryReport.Taken {
        let user = try RoomInput.user(user)
        let now = Date().timeIntervalSince1970
        let keepsake = try MemoryFile.read(file, of: user, now: now)
        return MemoryReport.Taken(try archive.take(keepsake, of: user, at: now))
    }

    /// The turns that have most to do with a text, best first.
    public func search(_ text: String, of user: String) throws -> [MemoryReport.Found] {
        try archive.recall(
            try RoomInput.text(text), of: try RoomInput.user(user),
            now: Date().timeIntervalSince1970
        ).map { MemoryReport.Found(turn: .init($0.turn), score: $0.score) }
    }

    /// What was sent to language models for a user, oldest first.
    public func prompts(of user: String, last count: Int) throws -> [MemoryReport.Prompt] {
        try archive.egress(of: try RoomInput.user(user), last: count)
            .map(MemoryReport.Prompt.init)
    }

    /// Corrects a fact, or changes whether it may leave.
    public func edit(fact id: String, of user: String, value: String?, isPrivate: Bool?) throws
        -> MemoryReport.Fact
    {
        let value = try value.map { text throws(StageError) in try RoomInput.text(text) }
        guard let number = Int64(id),
            let fact = try archive.edit(
                number, of: try RoomInput.user(user), value: value, isPrivate: isPrivate,
                at: Date().timeIntervalSince1970)
        else { throw Self.noFact(id, of: user) }
        return MemoryReport.Fact(fact)
    }

    /// Forgets one fact, and all that stated or repeated it.
    public func forget(fact id: String, of user: String) throws {
        let user = try RoomInput.user(user)
        guard let number = Int64(id),
            try archive.history(of: user).contains(where: { $0.id == number })
        else { throw Self.noFact(id, of: user) }
        try archive.forget(fact: number, of: user)
    }

    /// Forgets a user altogether.
    public func forget(user: String) throws {
        try archive.forget(try RoomInput.user(user))
    }

    private static func noFact(_ id: String, of user: String) -> StageError {
        StageError(
            .notFound, code: "unknown-fact", message: "There is no fact '\(id)' of '\(user)'.",
            hint: "GET /v1/memory?user=… lists them.")
    }
}
