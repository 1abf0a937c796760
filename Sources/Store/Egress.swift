internal import GRDB

/// A prompt that left this machine, or at least this process.
public struct Egress: Identifiable, Equatable, Sendable {
    public var id: Int64 = 0
    /// Seconds since 1970.
    public var time: Double
    public var room: String
    /// Whose talk it was.
    public var user: String
    /// Where it went.
    public var destination: String
    /// All that was sent of the talk and of memory.
    public var text: String

    public init(time: Double, room: String, user: String, destination: String, text: String) {
        self.time = time
        self.room = room
        self.user = user
        self.destination = destination
        self.text = text
    }
}

extension Archive {
    /// Prompts that are kept, of all users together.
    public static let egressKept = 1000

    /// Notes that a prompt is about to leave.
    public func record(_ egress: Egress) throws(ArchiveError) {
        try ArchiveError.catching("note a prompt that leaves") {
            try database.write { db in
                try db.execute(
                    sql: """
                        INSERT INTO egress (time, room, user, destination, text)
                        VALUES (?, ?, ?, ?, ?)
                        """,
                    arguments: [
                        egress.time, egress.room, egress.user, egress.destination, egress.text,
                    ])
                try db.execute(
                    sql: "DELETE FROM egress WHERE id <= ?",
                    arguments: [db.lastInsertedRowID - Int64(Self.egressKept)])
            }
        }
    }

    /// The last prompts that left for a user, oldest first.
    public func egress(of user: String, last count: Int) throws(ArchiveError) -> [Egress] {
        try ArchiveError.catching("read what left") {
            try database.read { db in
                try Row.fetchAll(
                    db, sql: "SELECT * FROM egress WHERE user = ? ORDER BY id DESC LIMIT ?",
                    arguments: [user, count]
                ).reversed().map { row in
                    var egress = Egress(
                        time: row["time"], room: row["room"], user: row["user"],
                        destination: row["destination"], text: row["text"])
                    egress.id = row["id"]
                    return egress
                }
            }
        }
    }
}
