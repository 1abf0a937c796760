internal import GRDB

/// The SQLite file that remembers: turns, facts and small per-user values.
///
/// Every method that writes returns after the change is on the disk (WAL, `synchronous = FULL`), so what
/// was acknowledged survives `kill -9` and a power cut. Deleted bytes are overwritten
/// (`secure_delete`).
///
/// ```swift
/// let archive = try Archive(path: ":memory:")
/// let turn = try archive.record(Turn(room: "main", user: "anna", speaker: .user, text: "…", time: 0))
/// ```
public final class Archive: Sendable {
    let database: any DatabaseWriter
    let shelf = Shelf()

    /// Opens the file, making it if it is not there, and brings its tables up to date.
    ///
    /// - Parameter path: A file, whose folder exists, or `:memory:` for an archive that ends with the object.
    /// - Throws: `ArchiveError` when the file cannot be opened, is not a database, or was written by a
    ///   newer version.
    public init(path: String) throws(ArchiveError) {
        database = try ArchiveError.catching("open \(path)") {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA secure_delete = ON") }
            let database: any DatabaseWriter =
                path == ":memory:"
                ? try DatabaseQueue(configuration: configuration)
                : try DatabasePool(path: path, configuration: configuration)
            // GRDB turns to NORMAL when it opens a pool, which may lose the last commits with the power.
            try database.writeWithoutTransaction {
                try $0.execute(sql: "PRAGMA synchronous = FULL")
            }
            let schema = Schema.migrator
            if try database.read({ try schema.hasBeenSuperseded($0) }) { throw Newer() }
            try schema.migrate(database)
            if try !database.read(Index.isCurrent) { try database.write(Index.addAll) }
            return database
        }
    }

    private struct Newer: Error, CustomStringConvertible {
        var description: String {
            "a newer version wrote this file; run that version, or choose another --data folder"
        }
    }
}
