import GRDB

@testable import Store

/// Files as earlier versions wrote them.
enum Earlier {
    /// - Parameter steps: of the schema, from the first.
    static func write(steps: Int, to path: String) throws {
        let queue = try DatabaseQueue(path: path)
        let migrator = Schema.migrator
        try migrator.migrate(queue, upTo: migrator.migrations[steps - 1])
        try queue.write { db in
            try db.execute(
                sql: """
                    INSERT INTO turn (id, room, user, speaker, text, time)
                    VALUES (1, 'main', 'anna', 'user', 'I live in Osaka', 5);
                    INSERT INTO fact (user, subject, relation, value, confidence, turn, validFrom)
                    VALUES ('anna', 'user', 'home', 'Osaka', 0.9, 1, 5);
                    """)
        }
        try queue.close()
    }
}
