internal import GRDB

/// Something known of a user, since when, from which turn, and until when it held.
public struct Fact: Identifiable, Equatable, Sendable {
    public var id: Int64
    /// Who told it, and alone may hear of it.
    public var user: String
    /// Whom it is about: `user`, or a name.
    public var subject: String
    /// What kind of thing it is: `home`, `favourite:colour`.
    public var relation: String
    public var value: String
    /// 0…1.
    public var confidence: Double
    /// The turn that stated it, while that is kept.
    public var turn: Turn.ID?
    /// Seconds since 1970.
    public var validFrom: Double
    /// When another value took its place; nil while it holds.
    public var validUntil: Double?
    /// Whether it is kept out of every prompt.
    public var isPrivate = false

    /// - Parameter id: 0 before it is kept.
    public init(
        id: Int64 = 0, user: String, subject: String, relation: String, value: String,
        confidence: Double, turn: Turn.ID? = nil, validFrom: Double, validUntil: Double? = nil,
        isPrivate: Bool = false
    ) {
        self.id = id
        self.user = user
        self.subject = subject
        self.relation = relation
        self.value = value
        self.confidence = confidence
        self.turn = turn
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.isPrivate = isPrivate
    }
}

extension Archive {
    /// What holds of a user, in the order in which it was told.
    public func facts(of user: String) throws(ArchiveError) -> [Fact] {
        try facts(sql: "user = ? AND validUntil IS NULL", [user])
    }

    /// Every value that a relation of the user ever had, oldest first.
    public func history(of user: String, relation: String) throws(ArchiveError) -> [Fact] {
        try facts(sql: "user = ? AND relation = ?", [user, relation])
    }

    private func facts(sql condition: String, _ arguments: StatementArguments)
        throws(ArchiveError) -> [Fact]
    {
        try ArchiveError.catching("read facts") {
            try database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM fact WHERE \(condition) ORDER BY id",
                    arguments: arguments
                ).map(Fact.init(row:))
            }
        }
    }

    /// Every value that anything known of a user ever had, oldest first.
    public func history(of user: String) throws(ArchiveError) -> [Fact] {
        try facts(sql: "user = ?", [user])
    }

    /// Corrects a fact by hand, or changes who may hear of it; nil if there is none with that number.
    ///
    /// - Parameter value: takes the place of the old value, which is kept with its end.
    public func edit(
        _ id: Fact.ID, of user: String, value: String? = nil, isPrivate: Bool? = nil,
        at time: Double
    ) throws(ArchiveError) -> Fact? {
        try ArchiveError.catching("edit a fact") {
            try database.write { db in
                guard
                    var row = try Row.fetchOne(
                        db, sql: "SELECT * FROM fact WHERE id = ? AND user = ?",
                        arguments: [id, user])
                else { return nil }
                if let isPrivate {
                    try db.execute(
                        sql: "UPDATE fact SET isPrivate = ? WHERE id = ?",
                        arguments: [isPrivate, id])
                }
                var present = id
                if let value, value != row["value"] {
                    try db.execute(
                        sql: "UPDATE fact SET validUntil = COALESCE(validUntil, ?) WHERE id = ?",
                        arguments: [time, id])
                    try db.execute(
                        sql: """
                            INSERT INTO fact
                            (user, subject, relation, value, confidence, validFrom, isPrivate)
                            SELECT user, subject, relation, ?, 1, ?, isPrivate FROM fact WHERE id = ?
                            """, arguments: [value, time, id])
                    present = db.lastInsertedRowID
                }
                row =
                    try Row.fetchOne(
                        db, sql: "SELECT * FROM fact WHERE id = ?", arguments: [present]) ?? row
                return Fact(row: row)
            }
        }
    }

    /// Erases everything of a user: turns, facts, episodes, feelings, prompts and values.
    public func forget(_ user: String) throws(ArchiveError) {
        try ArchiveError.catching("forget a user") {
            try database.write { db in
                try db.execute(
                    sql: """
                        DELETE FROM memory_terms WHERE rowid IN
                        (SELECT turn FROM memory WHERE user = ?)
                        """, arguments: [user])
                for table in [
                    "memory", "fact", "feeling", "episode", "egress", "diary", "rating", "turn",
                    "entry",
                ] {
                    try db.execute(sql: "DELETE FROM \(table) WHERE user = ?", arguments: [user])
                }
                try Index.sweep(db)
            }
            shelf.clear(user)
            try emptyLog()
        }
    }

    /// Erases facts of a user with every earlier value, and the words of all turns, episodes and prompts
    /// that stated or repeated them.
    public func forget(_ relations: [String], value: String? = nil, of user: String)
        throws(ArchiveError)
    {
        let condition = "relation = ?" + (value == nil ? "" : " AND value = ?")
        for relation in relations {
            try forget(
                where: condition, StatementArguments([relation] + (value.map { [$0] } ?? [])),
                of: user)
        }
    }

    /// Erases one fact, as if it had never been said.
    public func forget(fact id: Fact.ID, of user: String) throws(ArchiveError) {
        try forget(where: "id = ?", [id], of: user)
    }

    private func forget(where condition: String, _ arguments: StatementArguments, of user: String)
        throws(ArchiveError)
    {
        try ArchiveError.catching("forget facts") {
            try database.write { db in
                let rows = try Row.fetchAll(
                    db, sql: "SELECT * FROM fact WHERE user = ? AND \(condition)",
                    arguments: [user] + arguments)
                let values = rows.map { ($0["value"] as String) }
                try db.execute(
                    sql: "DELETE FROM fact WHERE user = ? AND \(condition)",
                    arguments: [user] + arguments)
                try Self.erase(
                    values, statedBy: rows.compactMap { $0["turn"] as Turn.ID? }, of: user, in: db)
            }
            shelf.clear(user)
            try emptyLog()
        }
    }

    /// Shorter values are parts of too many words to be looked for.
    private static let shortestSought = 3

    private static func erase(
        _ values: [String], statedBy sources: [Turn.ID], of user: String, in db: Database
    ) throws {
        let sought = values.filter { $0.count >= shortestSought }.map { $0.lowercased() }
        func repeats(_ text: String) -> Bool {
            let text = text.lowercased()
            return sought.contains(where: text.contains)
        }
        func rows(_ sql: String) throws -> [Int64] {
            try Row.fetchAll(db, sql: sql, arguments: [user])
                .filter { repeats($0["text"]) || sources.contains(($0["turn"] as Int64?) ?? -1) }
                .map { $0["id"] }
        }
        let turns = try rows("SELECT id, id AS turn, text FROM turn WHERE user = ?")
        for turn in turns {
            try db.execute(
                sql: "UPDATE turn SET text = '', heard = NULL WHERE id = ?", arguments: [turn])
        }
        try Index.remove(turns, from: db)
        try Index.sweep(db)
        for (table, turn, text) in [
            ("episode", "turn", "text"), ("egress", "NULL", "text"), ("feeling", "NULL", "reason"),
            ("diary", "NULL", "text"),
        ] {
            for id in try rows(
                "SELECT id, \(turn) AS turn, \(text) AS text FROM \(table) WHERE user = ?")
            {
                try db.execute(sql: "DELETE FROM \(table) WHERE id = ?", arguments: [id])
            }
        }
    }

    /// The write-ahead log holds old pages until it is emptied.
    func emptyLog() throws {
        guard database is DatabasePool else { return }
        try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
}

extension Fact {
    fileprivate init(row: Row) {
        self.init(
            id: row["id"], user: row["user"], subject: row["subject"], relation: row["relation"],
            value: row["value"], confidence: row["confidence"], turn: row["turn"],
            validFrom: row["validFrom"], validUntil: row["validUntil"],
            isPrivate: row["isPrivate"])
    }
}
