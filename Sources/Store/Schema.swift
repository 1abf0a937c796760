internal import GRDB

/// The tables, and every step that led to them. Steps are only ever added: a file of any earlier
/// version opens, a file of a later one is refused.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 turns, facts, values") { db in
            try db.execute(
                sql: """
                    CREATE TABLE turn (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        room TEXT NOT NULL,
                        user TEXT NOT NULL,
                        speaker TEXT NOT NULL,
                        text TEXT NOT NULL,
                        heard TEXT,
                        time REAL NOT NULL
                    );
                    CREATE INDEX turn_by_room ON turn (room, user, id);
                    CREATE TABLE fact (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        user TEXT NOT NULL,
                        subject TEXT NOT NULL,
                        relation TEXT NOT NULL,
                        value TEXT NOT NULL,
                        confidence REAL NOT NULL,
                        turn INTEGER REFERENCES turn (id) ON DELETE SET NULL,
                        validFrom REAL NOT NULL,
                        validUntil REAL
                    );
                    CREATE INDEX fact_by_user ON fact (user, subject, relation);
                    CREATE TABLE entry (
                        user TEXT NOT NULL,
                        key TEXT NOT NULL,
                        value TEXT NOT NULL,
                        PRIMARY KEY (user, key)
                    ) WITHOUT ROWID;
                    """)
        }
        migrator.registerMigration("2 feelings") { db in
            try db.execute(
                sql: """
                    CREATE TABLE feeling (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        room TEXT NOT NULL,
                        user TEXT NOT NULL,
                        turn INTEGER REFERENCES turn (id) ON DELETE SET NULL,
                        time REAL NOT NULL,
                        event TEXT NOT NULL,
                        reason TEXT NOT NULL,
                        state TEXT NOT NULL,
                        strength REAL NOT NULL,
                        valenceBefore REAL NOT NULL,
                        arousalBefore REAL NOT NULL,
                        energyBefore REAL NOT NULL,
                        valence REAL NOT NULL,
                        arousal REAL NOT NULL,
                        energy REAL NOT NULL
                    );
                    CREATE INDEX feeling_by_room ON feeling (room, id);
                    DELETE FROM entry WHERE user = '' AND key LIKE 'mood:%';
                    """)
        }
        migrator.registerMigration("3 recall, episodes, egress, private facts") { db in
            try db.execute(
                sql: """
                    ALTER TABLE fact ADD COLUMN isPrivate INTEGER NOT NULL DEFAULT 0;
                    CREATE TABLE memory (
                        turn INTEGER PRIMARY KEY REFERENCES turn (id) ON DELETE CASCADE,
                        user TEXT NOT NULL,
                        time REAL NOT NULL,
                        importance REAL NOT NULL,
                        signature BLOB NOT NULL
                    );
                    CREATE INDEX memory_by_user ON memory (user, turn);
                    CREATE VIRTUAL TABLE memory_terms USING fts5 (
                        stems, concepts, names, tokenize = 'unicode61 remove_diacritics 0'
                    );
                    CREATE VIRTUAL TABLE memory_vocabulary USING fts5vocab (memory_terms, 'row');
                    CREATE TABLE episode (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        user TEXT NOT NULL,
                        turn INTEGER REFERENCES turn (id) ON DELETE SET NULL,
                        time REAL NOT NULL,
                        text TEXT NOT NULL,
                        importance REAL NOT NULL,
                        state TEXT NOT NULL
                    );
                    CREATE INDEX episode_by_user ON episode (user, id);
                    CREATE TABLE egress (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        time REAL NOT NULL,
                        room TEXT NOT NULL,
                        user TEXT NOT NULL,
                        destination TEXT NOT NULL,
                        text TEXT NOT NULL
                    );
                    CREATE INDEX egress_by_user ON egress (user, id);
                    """)
        }
        migrator.registerMigration("4 characters, diary, ratings") { db in
            try db.execute(
                sql: """
                    CREATE TABLE character (
                        name TEXT NOT NULL,
                        version INTEGER NOT NULL,
                        time REAL NOT NULL,
                        text TEXT NOT NULL,
                        PRIMARY KEY (name, version)
                    ) WITHOUT ROWID;
                    CREATE TABLE diary (
                        id INTEGER PRIMARY KEY AUTOINCREMENT,
                        character TEXT NOT NULL,
                        user TEXT NOT NULL,
                        day TEXT NOT NULL,
                        kind TEXT NOT NULL,
                        time REAL NOT NULL,
                        text TEXT NOT NULL,
                        UNIQUE (character, user, day, kind)
                    );
                    CREATE TABLE rating (
                        turn INTEGER PRIMARY KEY REFERENCES turn (id) ON DELETE CASCADE,
                        user TEXT NOT NULL,
                        value REAL NOT NULL,
                        time REAL NOT NULL
                    );
                    CREATE INDEX rating_by_user ON rating (user, turn);
                    """)
        }
        migrator.registerMigration("5 meanings of turns") { db in
            try db.execute(
                sql: "ALTER TABLE memory ADD COLUMN meanings BLOB NOT NULL DEFAULT x''")
        }
        return migrator
    }
}
