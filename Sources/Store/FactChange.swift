internal import GRDB

/// What a turn changes in what is known.
public enum FactChange: Equatable, Sendable {
    /// The user said so: it holds from now on.
    ///
    /// If `isOnly`, other values of the relation end at once and are kept with their end date; else the
    /// value joins them. A value that already holds is confirmed.
    case state(
        subject: String, relation: String, value: String, isOnly: Bool, isPrivate: Bool = false)
    /// The user may have meant so. It is confirmed by what agrees and weakened by what does not; the
    /// value that holds gives way only when it is worth too little, and every value is kept.
    case infer(subject: String, relation: String, value: String, isPrivate: Bool = false)
    /// It holds no longer: one value, or all values of the relation.
    case end(subject: String, relation: String, value: String?)

    /// What an explicit statement is worth, and what each repetition adds.
    /// - Source: the step is the character documents'; the start is ours, since the user should know.
    private static let stated = 0.9
    private static let confirmation = 0.1
    /// What inferred evidence is worth, what a conflict leaves of it, and below which worth it gives way.
    /// - Source: the character documents.
    private static let inferred = 0.5
    private static let conflict = 0.8
    private static let tooLittle = 0.3

    func apply(to db: Database, user: String, turn: Turn.ID, time: Double) throws {
        switch self {
        case .infer(let subject, let relation, let value, let isPrivate):
            try Self.infer(
                value, of: relation, subject: subject, isPrivate: isPrivate, user: user,
                turn: turn, time: time, in: db)
        case .state(let subject, let relation, let value, let isOnly, let isPrivate):
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
                    UPDATE fact SET confidence = MIN(1, confidence + ?),
                    isPrivate = MAX(isPrivate, ?) WHERE user = ? AND subject = ?
                    AND relation = ? AND value = ? AND validUntil IS NULL
                    """,
                arguments: [Self.confirmation, isPrivate] + StatementArguments(key) + [value])
            if db.changesCount > 0 { return }
            try db.execute(
                sql: """
                    INSERT INTO fact
                    (user, subject, relation, value, confidence, turn, validFrom, isPrivate)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: StatementArguments(key) + [value, Self.stated, turn, time, isPrivate])
        case .end(let subject, let relation, let value):
            try db.execute(
                sql: """
                    UPDATE fact SET validUntil = ?1 WHERE user = ?2 AND subject = ?3
                    AND relation = ?4 AND validUntil IS NULL AND (?5 IS NULL OR value = ?5)
                    """,
                arguments: [time, user, subject, relation, value])
        }
    }

    /// A value that does not hold is kept with `validUntil` at its beginning: it never held.
    private static func infer(
        _ value: String, of relation: String, subject: String, isPrivate: Bool, user: String,
        turn: Turn.ID, time: Double, in db: Database
    ) throws {
        let key: [any DatabaseValueConvertible] = [user, subject, relation]
        let present = try Row.fetchOne(
            db,
            sql: """
                SELECT id, value, confidence FROM fact WHERE user = ? AND subject = ?
                AND relation = ? AND validUntil IS NULL ORDER BY id DESC
                """, arguments: StatementArguments(key))
        var holds = true
        if let present {
            if present["value"] == value {
                try db.execute(
                    sql: "UPDATE fact SET confidence = MIN(1, confidence + ?) WHERE id = ?",
                    arguments: [confirmation, present["id"] as Int64])
                return
            }
            let left = (present["confidence"] as Double) * conflict
            holds = left < tooLittle
            try db.execute(
                sql: "UPDATE fact SET confidence = ?, validUntil = ? WHERE id = ?",
                arguments: [left, holds ? time : nil, present["id"] as Int64])
        }
        try db.execute(
            sql: """
                INSERT INTO fact
                (user, subject, relation, value, confidence, turn, validFrom, validUntil, isPrivate)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: StatementArguments(key) + [
                value, inferred, turn, time, holds ? nil : time, isPrivate,
            ])
    }
}
