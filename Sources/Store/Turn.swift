internal import GRDB

/// One thing said, by a user or to that user.
public struct Turn: Identifiable, Equatable, Sendable {
    public enum Speaker: String, Sendable {
        case user, character
    }

    /// Rises with every turn; 0 before it is recorded.
    public var id: Int64 = 0
    public var room: String
    /// Who speaks, or who is spoken to.
    public var user: String
    public var speaker: Speaker
    public var text: String
    /// What was heard of it before it was interrupted, or nil if nobody interrupted.
    public var heard: String?
    /// Seconds since 1970.
    public var time: Double

    public init(room: String, user: String, speaker: Speaker, text: String, time: Double) {
        self.room = room
        self.user = user
        self.speaker = speaker
        self.text = text
        self.time = time
    }

    /// What the listener knows of it: all of it, unless it was interrupted.
    public var known: String { heard ?? text }
}

extension Turn {
    /// What a turn is worth of which nothing special is known, 0…1.
    public static let ordinaryImportance = 0.3
}

extension Archive {
    /// Writes a turn down, and with it, all or nothing, what it says of the user.
    ///
    /// - Returns: The turn's number.
    @discardableResult
    public func record(
        _ turn: Turn, changing changes: [FactChange] = [],
        importance: Double = Turn.ordinaryImportance
    ) throws(ArchiveError) -> Turn.ID {
        try ArchiveError.catching("write down a turn") {
            let (id, item) = try database.write { db in
                try turn.insert(into: db, changing: changes, importance: importance)
            }
            if let item { shelf.put(item, of: turn.user) }
            return id
        }
    }

    /// Writes down a turn with what it says of the user, and makes room for the reply, in one step: the
    /// disk is waited for once.
    ///
    /// - Parameters:
    ///   - feelings: what it does to the character; the turn becomes their cause.
    ///   - episode: what it is worth keeping as; the turn becomes its source.
    ///   - entries: small values kept for the user, by key.
    /// - Returns: The reply's number.
    public func record(
        _ turn: Turn, changing changes: [FactChange], answeredBy reply: Turn,
        importance: Double = Turn.ordinaryImportance, feelings: [Feeling] = [],
        episode: Episode? = nil, keeping entries: [String: String] = [:]
    ) throws(ArchiveError) -> Turn.ID {
        try ArchiveError.catching("write down a turn") {
            let (answer, item) = try database.write { db in
                let (id, item) = try turn.insert(
                    into: db, changing: changes, importance: importance)
                for var feeling in feelings {
                    feeling.turn = id
                    try feeling.insert(into: db)
                }
                if var episode {
                    episode.turn = id
                    try episode.insert(into: db)
                }
                try Self.keep(entries, for: turn.user, in: db)
                return (try reply.insert(into: db), item)
            }
            if let item { shelf.put(item, of: turn.user) }
            return answer
        }
    }

    /// Replaces what a turn says; a reply grows as it is generated.
    ///
    /// - Parameter isComplete: whether it is to be found from now on; growing replies are not.
    public func amend(_ id: Turn.ID, text: String, isComplete: Bool = true) throws(ArchiveError) {
        try amend(id, column: "text", to: text, isComplete: isComplete)
    }

    /// Notes what was really heard of a turn.
    public func amend(_ id: Turn.ID, heard: String) throws(ArchiveError) {
        try amend(id, column: "heard", to: heard, isComplete: true)
    }

    private func amend(_ id: Turn.ID, column: String, to text: String, isComplete: Bool)
        throws(ArchiveError)
    {
        try ArchiveError.catching("amend a turn") {
            let change = try database.write { db -> (String, Shelf.Item?)? in
                try db.execute(
                    sql: "UPDATE turn SET \(column) = ? WHERE id = ?", arguments: [text, id])
                guard isComplete,
                    let row = try Row.fetchOne(
                        db, sql: "SELECT * FROM turn WHERE id = ?", arguments: [id])
                else { return nil }
                let turn = Turn(row: row)
                return (
                    turn.user,
                    try Index.add(
                        id, user: turn.user, speaker: turn.speaker, text: turn.known,
                        time: turn.time, importance: Turn.ordinaryImportance, to: db)
                )
            }
            if let (user, item) = change {
                if let item { shelf.put(item, of: user) } else { shelf.clear(user) }
            }
        }
    }

    /// The last turns between a user and the character in a room, oldest first. Turns of which nothing
    /// was said, or nothing heard, are left out.
    public func turns(room: String, user: String, last count: Int) throws(ArchiveError) -> [Turn] {
        try ArchiveError.catching("read turns") {
            try database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT * FROM turn WHERE room = ? AND user = ?
                        AND COALESCE(heard, text) <> '' ORDER BY id DESC LIMIT ?
                        """,
                    arguments: [room, user, count]
                ).reversed().map(Turn.init(row:))
            }
        }
    }

    /// The last turns of a user in all rooms, oldest first.
    public func turns(of user: String, last count: Int) throws(ArchiveError) -> [Turn] {
        try ArchiveError.catching("read turns") {
            try database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT * FROM turn WHERE user = ? AND COALESCE(heard, text) <> ''
                        ORDER BY id DESC LIMIT ?
                        """, arguments: [user, count]
                ).reversed().map(Turn.init(row:))
            }
        }
    }

    /// When a user first said something, in any room; nil if never.
    public func firstSeen(_ user: String) throws(ArchiveError) -> Double? {
        try ArchiveError.catching("read turns") {
            try database.read { db in
                try Double.fetchOne(
                    db, sql: "SELECT MIN(time) FROM turn WHERE user = ? AND speaker = 'user'",
                    arguments: [user])
            }
        }
    }

    /// When a user last said something, in any room, before a moment; nil if never.
    public func lastSeen(_ user: String, before time: Double) throws(ArchiveError) -> Double? {
        try ArchiveError.catching("read turns") {
            try database.read { db in
                try Double.fetchOne(
                    db,
                    sql: """
                        SELECT MAX(time) FROM turn WHERE user = ? AND speaker = 'user' AND time < ?
                        """,
                    arguments: [user, time])
            }
        }
    }
}

extension Turn {
    init(row: Row) {
        self.init(
            room: row["room"], user: row["user"],
            speaker: Speaker(rawValue: row["speaker"]) ?? .user, text: row["text"],
            time: row["time"])
        id = row["id"]
        heard = row["heard"]
    }
}

extension Turn {
    /// - Returns: The new row's number.
    fileprivate func insert(into db: Database) throws -> Turn.ID {
        try db.execute(
            sql: """
                INSERT INTO turn (room, user, speaker, text, heard, time)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [room, user, speaker.rawValue, text, heard, time])
        return db.lastInsertedRowID
    }

    /// With what it says of the user, and findable.
    fileprivate func insert(into db: Database, changing changes: [FactChange], importance: Double)
        throws -> (Turn.ID, Shelf.Item?)
    {
        let id = try insert(into: db)
        for change in changes { try change.apply(to: db, user: user, turn: id, time: time) }
        let item = try Index.add(
            id, user: user, speaker: speaker, text: known, time: time, importance: importance,
            to: db)
        return (id, item)
    }
}
