import Foundation
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
        return MemoryReport(
            user: user, facts: try archive.history(of: user).map(MemoryReport.Fact.init),
            episodes: try archive.episodes(of: user).map(MemoryReport.Episode.init),
            turns: whole
                ? try archive.turns(of: user, last: Self.exportLimit).map(MemoryReport.Turn.init)
                : nil,
            prompts: whole ? try prompts(of: user, last: Self.exportLimit) : nil)
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
