internal import GRDB

/// How a user liked one reply.
public struct Rating: Equatable, Sendable {
    /// The reply.
    public var turn: Turn
    /// −1…1: down to up.
    public var value: Double
    /// Seconds since 1970.
    public var time: Double
}

extension Archive {
    /// Rates a reply that a user was given; 0 takes the rating back.
    ///
    /// - Returns: false when the user was given no such reply in the room.
    @discardableResult
    public func rate(
        _ turn: Turn.ID, in room: String, by user: String, _ value: Double, at time: Double
    ) throws(ArchiveError) -> Bool {
        try ArchiveError.catching("rate a reply") {
            try database.write { db in
                let isTheirs = try Bool.fetchOne(
                    db,
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM turn WHERE id = ? AND room = ? AND user = ?
                        AND speaker = 'character' AND COALESCE(heard, text) <> '')
                        """, arguments: [turn, room, user])
                guard isTheirs == true else { return false }
                if value == 0 {
                    try db.execute(sql: "DELETE FROM rating WHERE turn = ?", arguments: [turn])
                } else {
                    try db.execute(
                        sql: """
                            INSERT OR REPLACE INTO rating (turn, user, value, time)
                            VALUES (?, ?, ?, ?)
                            """, arguments: [turn, user, value, time])
                }
                return true
            }
        }
    }

    /// What a user rated, in the order in which it was said.
    public func ratings(of user: String) throws(ArchiveError) -> [Rating] {
        try ArchiveError.catching("read ratings") {
            try database.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        SELECT turn.*, rating.value AS rated, rating.time AS ratedAt FROM rating
                        JOIN turn ON turn.id = rating.turn WHERE rating.user = ?
                        AND COALESCE(heard, text) <> '' ORDER BY turn.id
                        """, arguments: [user]
                ).map { Rating(turn: Turn(row: $0), value: $0["rated"], time: $0["ratedAt"]) }
            }
        }
    }
}
