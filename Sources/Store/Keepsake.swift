internal import GRDB

/// All that is kept of a user, to be taken into an archive: what an export holds.
///
/// Turns have the numbers of the archive that they come from; they get others here, and what refers to them
/// follows.
public struct Keepsake: Equatable, Sendable {
    public var turns: [Turn] = []
    /// What a turn is worth, 0…1, by its number; an ordinary turn when it is not said.
    public var importances: [Turn.ID: Double] = [:]
    public var facts: [Fact] = []
    public var episodes: [Episode] = []
    public var diary: [DiaryEntry] = []
    /// By the number of the reply, −1…1.
    public var ratings: [Turn.ID: Double] = [:]

    public init() {}

    /// How much of it was new.
    public struct Count: Equatable, Sendable {
        public var turns = 0
        public var facts = 0
        public var episodes = 0
        public var diary = 0
        public var ratings = 0
    }
}

extension Archive {
    /// Takes in what was exported of a user, all or nothing. What is here already is not doubled, so the
    /// same may be taken in twice.
    ///
    /// - Parameter time: seconds since 1970, for ratings.
    public func take(_ keepsake: Keepsake, of user: String, at time: Double) throws(ArchiveError)
        -> Keepsake.Count
    {
        try ArchiveError.catching("take in what was exported") {
            let count = try database.write { db in
                var count = Keepsake.Count()
                var numbers: [Turn.ID: Turn.ID] = [:]
                for turn in keepsake.turns {
                    let (number, isNew) = try turn.take(
                        of: user, worth: keepsake.importances[turn.id], into: db)
                    numbers[turn.id] = number
                    if isNew { count.turns += 1 }
                }
                for var fact in keepsake.facts {
                    fact.turn = fact.turn.flatMap { numbers[$0] }
                    if try fact.take(of: user, into: db) { count.facts += 1 }
                }
                for var episode in keepsake.episodes {
                    (episode.user, episode.turn) = (user, episode.turn.flatMap { numbers[$0] })
                    let isThere = try Bool.fetchOne(
                        db,
                        sql: """
                            SELECT EXISTS (SELECT 1 FROM episode
                            WHERE user = ? AND time = ? AND text = ?)
                            """, arguments: [user, episode.time, episode.text])
                    guard isThere != true else { continue }
                    try episode.insert(into: db)
                    count.episodes += 1
                }
                for var entry in keepsake.diary {
                    entry.user = user
                    try entry.insert(into: db)
                    count.diary += db.changesCount
                }
                for (turn, value) in keepsake.ratings.sorted(by: { $0.key < $1.key }) {
                    guard let number = numbers[turn] else { continue }
                    try db.execute(
                        sql: """
                            INSERT OR IGNORE INTO rating (turn, user, value, time)
                            VALUES (?, ?, ?, ?)
                            """, arguments: [number, user, value, time])
                    count.ratings += db.changesCount
                }
                return count
            }
            shelf.clear(user)
            return count
        }
    }
}

extension Turn {
    /// - Returns: the number that it has here, and whether it was not here before.
    fileprivate func take(of user: String, worth importance: Double?, into db: Database) throws
        -> (Turn.ID, isNew: Bool)
    {
        let present = try Turn.ID.fetchOne(
            db,
            sql: """
                SELECT id FROM turn WHERE user = ? AND room = ? AND speaker = ? AND time = ?
                AND COALESCE(heard, text) = ?
                """, arguments: [user, room, speaker.rawValue, time, known])
        if let present { return (present, false) }
        try db.execute(
            sql: """
                INSERT INTO turn (room, user, speaker, text, heard, time) VALUES (?, ?, ?, ?, ?, ?)
                """, arguments: [room, user, speaker.rawValue, text, heard, time])
        let number = db.lastInsertedRowID
        _ = try Index.add(
            number, user: user, speaker: speaker, text: known, time: time,
            importance: importance ?? Turn.ordinaryImportance, to: db)
        return (number, true)
    }
}

extension Fact {
    /// - Returns: whether it was not here before.
    fileprivate func take(of user: String, into db: Database) throws -> Bool {
        let isThere = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM fact WHERE user = ? AND subject = ? AND relation = ?
                AND value = ? AND validFrom = ?)
                """, arguments: [user, subject, relation, value, validFrom])
        guard isThere != true else { return false }
        try db.execute(
            sql: """
                INSERT INTO fact (user, subject, relation, value, confidence, turn, validFrom,
                validUntil, isPrivate) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                user, subject, relation, value, confidence, turn, validFrom, validUntil, isPrivate,
            ])
        return true
    }
}
