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
                INSERT INTO memory (turn, user, time, importance, signature, meanings)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                id, user, time, importance, Data(signature.bytes), bytes(of: terms.meanings),
            ])
        try db.execute(
            sql: "INSERT INTO memory_terms (rowid, stems, concepts, names) VALUES (?, ?, ?, ?)",
            arguments: [
                id, terms.stems.joined(separator: " "), terms.concepts.joined(separator: " "),
                terms.entities.sorted().joined(separator: " "),
            ])
        return Shelf.Item(
            turn: id, time: time, importance: importance, signature: signature,
            meanings: terms.meanings)
    }

    static func bytes(of words: [Meanings.Word]) -> Data {
        Data(words.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } })
    }

    static func words(in bytes: Data) -> [Meanings.Word] {
        let bytes = [UInt8](bytes)
        return stride(from: 0, to: bytes.count - 3, by: 4).map { start in
            (0..<4).reduce(0) { $0 | Meanings.Word(bytes[start + $1]) << ($1 * 8) }
        }
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

    /// Indexes what an earlier version wrote down, or read with other tables.
    ///
    /// What turns are worth stays.
    static func addAll(to db: Database) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT turn.*, memory.importance FROM turn LEFT JOIN memory ON memory.turn = turn.id
                WHERE COALESCE(heard, text) <> ''
                """)
        for row in rows {
            _ = try add(
                row["id"], user: row["user"],
                speaker: Turn.Speaker(rawValue: row["speaker"]) ?? .user,
                text: row["heard"] ?? row["text"], time: row["time"],
                importance: row["importance"] ?? Turn.ordinaryImportance, to: db)
        }
        try Archive.keep([fingerprint: "\(Meanings.fingerprint)"], for: "", in: db)
    }

    private static let fingerprint = "meanings"

    /// Whether the index was made with these tables.
    static func isCurrent(_ db: Database) throws -> Bool {
        try String.fetchOne(
            db, sql: "SELECT value FROM entry WHERE user = '' AND key = ?", arguments: [fingerprint]
        )
            == "\(Meanings.fingerprint)"
    }
}
