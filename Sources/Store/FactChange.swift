internal import GRDB

/// What a turn changes in what is known.
public enum FactChange: Equatable, Sendable {
    /// The user said so: it holds from now on.
    ///
    /// If `isOnly`, other values of the relation end at once and are kept with their end date; else the
    /// value joins them. A value that already holds is confirmed.
    case state(subject: String, relation: String, value: String, isOnly: Bool)
    /// It holds no longer: one value, or all values of the relation.
    case end(subject: String, relation: String, value: String?)

    /// What an explicit statement is worth, and what each repetition adds.
    /// - Source: the step is the character documents'; the start is ours, since the user should know.
    private static let stated = 0.9
    private static let confirmation = 0.1

    func apply(to db: Database, user: String, turn: Turn.ID, time: Double) throws {
        switch self {
        case .state(let subject, let relation, let value, let isOnly):
            let key: [any DatabaseValueConvertible] = [user, subject, relation]
            if isOnly {
                try db.execute(
                    sql: """
                        UPDATE fact SET validUntil = ? WHERE user = ? AND subject = ?
                        AND relation = ? AND value <> ? AND validUntil IS NULL
                        """,
                    arguments: [time, user, subject, relation, value])
            }
            try db.execute(
                sql: """
                    UPDATE fact SET confidence = MIN(1, confidence + ?) WHERE user = ? AND subject = ?
                    AND relation = ? AND value = ? AND validUntil IS NULL
                    """,
                arguments: [Self.confirmation] + StatementArguments(key) + [value])
            if db.changesCount > 0 { return }
            try db.execute(
                sql: """
                    INSERT INTO fact
                    (user, subject, relation, value, confidence, turn, validFrom)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: StatementArguments(key) + [value, Self.stated, turn, time])
        case .end(let subject, let relation, let value):
            try db.execute(
                sql: """
                    UPDATE fact SET validUntil = ?1 WHERE user = ?2 AND subject = ?3
                    AND relation = ?4 AND validUntil IS NULL AND (?5 IS NULL OR value = ?5)
                    """,
                arguments: [time, user, subject, relation, value])
        }
    }
}
