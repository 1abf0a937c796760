internal import Foundation
internal import GRDB

/// What makes a turn findable: its stems, concepts and names for the lexical search, its signature for
/// what is merely like it.
enum Index {
    /// What a reply of the character is worth beside what users said.
    private static let replyImportance = 0.1

    /// Makes a turn findable, or findable as it reads now.
    static func add(
        _ id: Turn.ID, user: String, speaker: Turn.Speaker, text: String, time: Double,
        importance: Double, to db: Database
    ) throws -> Shelf.Item? {
        try remove([id], from: db)
        let terms = Terms(text)
        guard !terms.stems.isEmpty else { return nil }
        let signature = Signature(terms)
        let importance = speaker == .user ? importance : replyImportance
        try db.execute(
            sql: """
                INSERT INTO memory (turn, user, time, importance, signature)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [id, user, time, importance, Data(signature.bytes)])
        try db.execute(
            sql: "INSERT INTO memory_terms (rowid, stems, concepts, names) VALUES (?, ?, ?, ?)",
            arguments: [
                id, terms.stems.joined(separator: " "), terms.concepts.joined(separator: " "),
                terms.entities.sorted().joined(separator: " "),
            ])
        return Shelf.Item(turn: id, time: time, importance: importance, signature: signature)
    }

    static func remove(_ turns: [Turn.ID], from db: Database) throws {
        for turn in turns {
            try db.execute(sql: "DELETE FROM memory WHERE turn = ?", arguments: [turn])
            try db.execute(sql: "DELETE FROM memory_terms WHERE rowid = ?", arguments: [turn])
        }
    }

    /// Merges the whole lexical index: until then it still holds the words of what was removed.
    static func sweep(_ db: Database) throws {
        try db.execute(sql: "INSERT INTO memory_terms (memory_terms) VALUES ('optimize')")
    }

    /// Indexes what an earlier version wrote down.
    static func addAll(to db: Database) throws {
        let rows = try Row.fetchAll(db, sql: "SELECT * FROM turn WHERE COALESCE(heard, text) <> ''")
        for row in rows {
            _ = try add(
                row["id"], user: row["user"],
                speaker: Turn.Speaker(rawValue: row["speaker"]) ?? .user,
                text: row["heard"] ?? row["text"], time: row["time"],
                importance: Turn.ordinaryImportance, to: db)
        }
    }
}
