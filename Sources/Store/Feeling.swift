internal import GRDB

/// A change of the character's feeling, with what caused it.
public struct Feeling: Equatable, Sendable {
    /// Pleasantness, arousal and energy, each 0…1.
    public struct Point: Equatable, Sendable {
        public var valence: Double
        public var arousal: Double
        public var energy: Double

        public init(valence: Double, arousal: Double, energy: Double) {
            self.valence = valence
            self.arousal = arousal
            self.energy = energy
        }
    }

    public var room: String
    /// Whose doing it was.
    public var user: String
    /// The turn that did it, if one did.
    public var turn: Turn.ID?
    /// Seconds since 1970.
    public var time: Double
    /// In one word: `praise`, `touch`.
    public var event: String
    /// One sentence.
    public var reason: String
    /// The named feeling it pulled towards.
    public var state: String
    /// How strongly, 0…1.
    public var strength: Double
    public var before: Point
    public var after: Point

    public init(
        room: String, user: String, turn: Turn.ID? = nil, time: Double, event: String,
        reason: String, state: String, strength: Double, before: Point, after: Point
    ) {
        self.room = room
        self.user = user
        self.turn = turn
        self.time = time
        self.event = event
        self.reason = reason
        self.state = state
        self.strength = strength
        self.before = before
        self.after = after
    }
}

extension Archive {
    /// Changes of feeling that are kept in each room.
    public static let feelingsKept = 500

    /// Writes down a change that no turn made, and small values with it.
    ///
    /// - Parameter entries: kept for the user the feeling is about, by key.
    public func record(_ feeling: Feeling, keeping entries: [String: String] = [:])
        throws(ArchiveError)
    {
        try ArchiveError.catching("write down a feeling") {
            try database.write { db in
                try feeling.insert(into: db)
                try Self.keep(entries, for: feeling.user, in: db)
            }
        }
    }

    /// The last changes of feeling in a room, oldest first.
    public func feelings(room: String, last count: Int) throws(ArchiveError) -> [Feeling] {
        try ArchiveError.catching("read feelings") {
            try database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM feeling WHERE room = ? ORDER BY id DESC LIMIT ?",
                    arguments: [room, count]
                ).reversed().map(Feeling.init(row:))
            }
        }
    }
}

extension Feeling {
    func insert(into db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO feeling
                (room, user, turn, time, event, reason, state, strength,
                 valenceBefore, arousalBefore, energyBefore, valence, arousal, energy)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                room, user, turn, time, event, reason, state, strength,
                before.valence, before.arousal, before.energy,
                after.valence, after.arousal, after.energy,
            ])
        let id = db.lastInsertedRowID
        guard id % 50 == 0 else { return }
        try db.execute(
            sql: """
                DELETE FROM feeling WHERE room = ?1 AND id NOT IN
                (SELECT id FROM feeling WHERE room = ?1 ORDER BY id DESC LIMIT ?2)
                """, arguments: [room, Archive.feelingsKept])
    }

    fileprivate init(row: Row) {
        self.init(
            room: row["room"], user: row["user"], turn: row["turn"], time: row["time"],
            event: row["event"], reason: row["reason"], state: row["state"],
            strength: row["strength"],
            before: Point(
                valence: row["valenceBefore"], arousal: row["arousalBefore"],
                energy: row["energyBefore"]),
            after: Point(valence: row["valence"], arousal: row["arousal"], energy: row["energy"]))
    }
}
