internal import GRDB

/// What a character wrote of a day with a user, or dreamt in the night after it.
public struct DiaryEntry: Identifiable, Equatable, Sendable {
    public enum Kind: String, Sendable {
        case diary, dream
    }

    public var id: Int64 = 0
    /// Who wrote it.
    public var character: String
    /// With whom the day was spent.
    public var user: String
    /// The day that it is about, as `2026-05-17`, in the server's place.
    public var day: String
    public var kind: Kind
    /// When it was written, seconds since 1970.
    public var time: Double
    public var text: String

    public init(
        character: String, user: String, day: String, kind: Kind, time: Double, text: String
    ) {
        self.character = character
        self.user = user
        self.day = day
        self.kind = kind
        self.time = time
        self.text = text
    }
}

extension Archive {
    /// Keeps an entry; of each kind there is one for a day, and the first stays.
    public func keep(_ entry: DiaryEntry) throws(ArchiveError) {
        try ArchiveError.catching("keep a diary") {
            try database.write { db in try entry.insert(into: db) }
        }
    }

    /// A user's entries, oldest first.
    ///
    /// - Parameter character: only hers; nil is everybody's.
    public func diary(of user: String, by character: String? = nil, last count: Int = 1000)
        throws(ArchiveError) -> [DiaryEntry]
    {
        try ArchiveError.catching("read a diary") {
            try database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT * FROM diary WHERE user = ?1 AND (?2 IS NULL OR character = ?2)
                        ORDER BY day DESC, id DESC LIMIT ?3
                        """, arguments: [user, character, count]
                ).reversed().map(DiaryEntry.init(row:))
            }
        }
    }

    /// Erases an entry; false if the user has none with that number.
    public func forget(diary id: DiaryEntry.ID, of user: String) throws(ArchiveError) -> Bool {
        try ArchiveError.catching("forget a page of a diary") {
            let found = try database.write { db in
                try db.execute(
                    sql: "DELETE FROM diary WHERE id = ? AND user = ?", arguments: [id, user])
                return db.changesCount > 0
            }
            if found { try emptyLog() }
            return found
        }
    }

    /// Who talked in a room between two moments, seconds since 1970, by name.
    public func visitors(of room: String, from start: Double, to end: Double) throws(ArchiveError)
        -> [String]
    {
        try ArchiveError.catching("read who came") {
            try database.read { db in
                try String.fetchAll(
                    db,
                    sql: """
                        SELECT DISTINCT user FROM turn WHERE room = ? AND speaker = 'user'
                        AND text <> '' AND time >= ? AND time < ? ORDER BY user
                        """, arguments: [room, start, end])
            }
        }
    }

    /// What each of a user's turns is worth, 0…1, by its number.
    public func importances(of user: String) throws(ArchiveError) -> [Turn.ID: Double] {
        try ArchiveError.catching("read what turns are worth") {
            try database.read { db in
                let rows = try Row.fetchAll(
                    db, sql: "SELECT turn, importance FROM memory WHERE user = ?",
                    arguments: [user])
                return Dictionary(
                    rows.map { ($0["turn"], $0["importance"]) }, uniquingKeysWith: { $1 })
            }
        }
    }

    /// What a user and the character said in a room between two moments, oldest first, and what each
    /// turn is worth, 0…1.
    public func turns(room: String, user: String, from start: Double, to end: Double)
        throws(ArchiveError) -> [(turn: Turn, importance: Double)]
    {
        try ArchiveError.catching("read turns") {
            try database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT turn.*, COALESCE(memory.importance, 0) AS importance FROM turn
                        LEFT JOIN memory ON memory.turn = turn.id
                        WHERE turn.room = ? AND turn.user = ? AND turn.time >= ? AND turn.time < ?
                        AND COALESCE(heard, text) <> '' ORDER BY turn.id
                        """, arguments: [room, user, start, end]
                ).map { (Turn(row: $0), $0["importance"]) }
            }
        }
    }
}

extension DiaryEntry {
    func insert(into db: Database) throws {
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO diary (character, user, day, kind, time, text)
                VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: [character, user, day, kind.rawValue, time, text])
    }

    init(row: Row) {
        self.init(
            character: row["character"], user: row["user"], day: row["day"],
            kind: Kind(rawValue: row["kind"]) ?? .diary, time: row["time"], text: row["text"])
        id = row["id"]
    }
}
