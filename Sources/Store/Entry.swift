internal import GRDB

extension Archive {
    /// A small value kept for a user under a key; nil if there is none.
    public func value(of key: String, user: String) throws(ArchiveError) -> String? {
        try ArchiveError.catching("read \(key)") {
            try database.read { db in
                try String.fetchOne(
                    db, sql: "SELECT value FROM entry WHERE user = ? AND key = ?",
                    arguments: [user, key])
            }
        }
    }

    /// Keeps a small value for a user under a key.
    public func keep(_ value: String, as key: String, user: String) throws(ArchiveError) {
        try ArchiveError.catching("keep \(key)") {
            try database.write { db in try Self.keep([key: value], for: user, in: db) }
        }
    }

    static func keep(_ entries: [String: String], for user: String, in db: Database) throws {
        for (key, value) in entries.sorted(by: { $0.key < $1.key }) {
            try db.execute(
                sql: "INSERT OR REPLACE INTO entry (user, key, value) VALUES (?, ?, ?)",
                arguments: [user, key, value])
        }
    }
}
