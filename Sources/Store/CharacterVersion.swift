internal import GRDB

/// A character as it was made or changed at some moment, as its file would have it.
public struct CharacterVersion: Equatable, Sendable {
    /// Counted from 1.
    public var version: Int
    /// Seconds since 1970.
    public var time: Double
    public var text: String
}

extension Archive {
    /// Versions of a character that are kept.
    public static let versionsKept = 100

    /// Keeps another version of a character.
    ///
    /// - Returns: its number.
    @discardableResult
    public func keep(character name: String, text: String, at time: Double) throws(ArchiveError)
        -> Int
    {
        try ArchiveError.catching("keep the character \(name)") {
            try database.write { db in
                let last =
                    try Int.fetchOne(
                        db, sql: "SELECT MAX(version) FROM character WHERE name = ?",
                        arguments: [name]) ?? 0
                try db.execute(
                    sql: "INSERT INTO character (name, version, time, text) VALUES (?, ?, ?, ?)",
                    arguments: [name, last + 1, time, text])
                try db.execute(
                    sql: "DELETE FROM character WHERE name = ? AND version <= ?",
                    arguments: [name, last + 1 - Self.versionsKept])
                return last + 1
            }
        }
    }

    /// The last version of every character that was made or changed, by name.
    public func characters() throws(ArchiveError) -> [String: CharacterVersion] {
        try ArchiveError.catching("read the characters") {
            try database.read { db in
                let rows = try Row.fetchAll(db, sql: "SELECT * FROM character ORDER BY version")
                return Dictionary(
                    rows.map { ($0["name"], CharacterVersion(row: $0)) }, uniquingKeysWith: { $1 })
            }
        }
    }

    /// Every version of a character, oldest first.
    public func versions(of name: String) throws(ArchiveError) -> [CharacterVersion] {
        try ArchiveError.catching("read the character \(name)") {
            try database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM character WHERE name = ? ORDER BY version",
                    arguments: [name]
                ).map(CharacterVersion.init(row:))
            }
        }
    }

    /// Forgets every version of a character; its file, if there is one, counts again.
    public func forget(character name: String) throws(ArchiveError) {
        try ArchiveError.catching("forget the character \(name)") {
            try database.write { db in
                try db.execute(sql: "DELETE FROM character WHERE name = ?", arguments: [name])
            }
        }
    }
}

extension CharacterVersion {
    fileprivate init(row: Row) {
        self.init(version: row["version"], time: row["time"], text: row["text"])
    }
}
