internal import GRDB

/// A turn worth keeping by itself: something that was shared, or a milestone.
public struct Episode: Identifiable, Equatable, Sendable {
    public var id: Int64 = 0
    public var user: String
    public var turn: Turn.ID?
    /// Seconds since 1970.
    public var time: Double
    /// At most 100 characters.
    public var text: String
    /// 0…1.
    public var importance: Double
    /// What the user felt, or the character.
    public var state: String

    /// Less important turns are no episodes.
    /// - Source: this and the next three are the character documents'.
    public static let threshold = 0.6
    /// More important ones are milestones, which are never lost.
    public static let milestone = 0.8
    /// Only more important ones are told to a model.
    public static let told = 0.7
    static let longest = 100

    public init(
        user: String, turn: Turn.ID? = nil, time: Double, text: String, importance: Double,
        state: String
    ) {
        self.user = user
        self.turn = turn
        self.time = time
        self.text = String(text.prefix(Self.longest))
        self.importance = importance
        self.state = state
    }

    public var isMilestone: Bool { importance > Self.milestone }
}

extension Archive {
    /// Days after which an episode that is no milestone is forgotten.
    public static let retentionDays = 365.0

    /// A user's episodes, oldest first.
    ///
    /// - Parameter importance: only those beyond it.
    public func episodes(of user: String, beyond importance: Double = 0) throws(ArchiveError)
        -> [Episode]
    {
        try ArchiveError.catching("read episodes") {
            try database.read { db in
                try Row.fetchAll(
                    db,
                    sql: "SELECT * FROM episode WHERE user = ? AND importance > ? ORDER BY id",
                    arguments: [user, importance]
                ).map(Episode.init(row:))
            }
        }
    }

    /// Forgets what is older than a year and was neither a milestone nor said for a fact that holds.
    ///
    /// - Parameter now: seconds since 1970.
    /// - Returns: how many turns are gone.
    @discardableResult
    public func fade(now: Double) throws(ArchiveError) -> Int {
        try ArchiveError.catching("forget what is old") {
            let gone = try database.write { db in
                let limit = now - Self.retentionDays * 86400
                let turns = try Turn.ID.fetchAll(
                    db,
                    sql: """
                        SELECT id FROM turn WHERE time < ?1
                        AND id NOT IN (SELECT turn FROM fact WHERE turn IS NOT NULL
                            AND validUntil IS NULL)
                        AND id NOT IN (SELECT turn FROM episode WHERE turn IS NOT NULL
                            AND importance > ?2)
                        """, arguments: [limit, Episode.milestone])
                try Index.remove(turns, from: db)
                for turn in turns {
                    try db.execute(sql: "DELETE FROM turn WHERE id = ?", arguments: [turn])
                }
                try db.execute(
                    sql: "DELETE FROM episode WHERE time < ? AND importance <= ?",
                    arguments: [limit, Episode.milestone])
                if !turns.isEmpty { try Index.sweep(db) }
                return turns.count
            }
            if gone > 0 {
                shelf.clearAll()
                try emptyLog()
            }
            return gone
        }
    }
}

extension Episode {
    func insert(into db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO episode (user, turn, time, text, importance, state)
                VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: [user, turn, time, text, importance, state])
    }

    fileprivate init(row: Row) {
        self.init(
            user: row["user"], turn: row["turn"], time: row["time"], text: row["text"],
            importance: row["importance"], state: row["state"])
        id = row["id"]
    }
}
