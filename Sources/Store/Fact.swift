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

    /// Erases everything of a user: turns, facts and values.
    public func forget(_ user: String) throws(ArchiveError) {
        try ArchiveError.catching("forget a user") {
            try database.write { db in
                for table in ["fact", "feeling", "turn", "entry"] {
                    try db.execute(sql: "DELETE FROM \(table) WHERE user = ?", arguments: [user])
                }
            }
            try emptyLog()
        }
    }

    /// Erases facts of a user with every earlier value, and the words of the turns that stated them.
    public func forget(_ relations: [String], value: String? = nil, of user: String)
        throws(ArchiveError)
    {
        try ArchiveError.catching("forget facts") {
            try database.write { db in
                for relation in relations {
                    let condition =
                        "user = ? AND relation = ?" + (value == nil ? "" : " AND value = ?")
                    let arguments = StatementArguments(
                        [user, relation] + (value.map { [$0] } ?? []))
                    try db.execute(
                        sql: """
                            UPDATE turn SET text = '', heard = NULL
                            WHERE id IN (SELECT turn FROM fact WHERE \(condition))
                            """, arguments: arguments)
                    try db.execute(
                        sql: "DELETE FROM fact WHERE \(condition)", arguments: arguments)
                }
            }
            try emptyLog()
        }
    }

    /// The write-ahead log holds old pages until it is emptied.
    private func emptyLog() throws {
        guard database is DatabasePool else { return }
        try database.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    }
}

extension Fact {
    fileprivate init(row: Row) {
        self.init(
            id: row["id"], user: row["user"], subject: row["subject"], relation: row["relation"],
            value: row["value"], confidence: row["confidence"], turn: row["turn"],
            validFrom: row["validFrom"], validUntil: row["validUntil"])
    }
}
