import Foundation
public import Mind
import Store

/// What is remembered of a user, as the API shows it. Times are seconds since 1970.
public struct MemoryReport: Encodable, Sendable {
    public struct Fact: Encodable, Sendable, Equatable {
        public var id: String
        public var subject: String
        public var relation: String
        public var value: String
        public var confidence: Double
        /// The turn that stated it.
        public var turn: String?
        public var validFrom: Double
        /// Null while it holds.
        public var validUntil: Double?
        /// Whether it is kept out of every prompt.
        public var isPrivate: Bool

        enum CodingKeys: String, CodingKey {
            case id, subject, relation, value, confidence, turn, validFrom, validUntil
            case isPrivate = "private"
        }
    }

    public struct Episode: Encodable, Sendable {
        public var time: Double
        public var text: String
        public var importance: Double
        public var state: String
        public var milestone: Bool
        public var turn: String?
    }

    public struct Turn: Encodable, Sendable, Equatable {
        public var id: String
        public var room: String
        public var speaker: String
        /// As it was heard.
        public var text: String
        public var time: Double
        /// What it is worth, 0 to 1; only in an export.
        public var importance: Double?
        /// How the user liked it, −1 to 1; absent when it was not rated.
        public var rating: Double?
    }

    /// A page of a diary, or a dream.
    public struct Page: Encodable, Sendable, Equatable {
        public var id: String
        public var character: String
        /// As `2026-05-17`.
        public var day: String
        /// `diary` or `dream`.
        public var kind: String
        public var time: Double
        public var text: String
    }

    public struct Found: Encodable, Sendable {
        public var turn: Turn
        /// Comparable within one search only.
        public var score: Double
    }

    public struct Prompt: Encodable, Sendable {
        public var time: Double
        public var room: String
        public var destination: String
        public var text: String
    }

    /// How much of what was taken in was new.
    public struct Taken: Encodable, Sendable, Equatable {
        public var turns: Int
        public var facts: Int
        public var episodes: Int
        public var diary: Int
        public var ratings: Int
    }

    public var user: String
    public var facts: [Fact]
    public var episodes: [Episode]
    public var diary: [Page]
    /// What the user does again and again, the surest first.
    public var habits: [Habits.Habit]
    /// Only in an export.
    public var turns: [Turn]?
    public var prompts: [Prompt]?
}

extension MemoryReport.Fact {
    init(_ fact: Store.Fact) {
        self.init(
            id: "\(fact.id)", subject: fact.subject, relation: fact.relation, value: fact.value,
            confidence: fact.confidence, turn: fact.turn.map { "\($0)" },
            validFrom: fact.validFrom, validUntil: fact.validUntil, isPrivate: fact.isPrivate)
    }
}

extension MemoryReport.Turn {
    init(_ turn: Store.Turn) {
        self.init(
            id: "\(turn.id)", room: turn.room, speaker: turn.speaker.rawValue, text: turn.known,
            time: turn.time)
    }
}

extension MemoryReport.Episode {
    init(_ episode: Store.Episode) {
        self.init(
            time: episode.time, text: episode.text, importance: episode.importance,
            state: episode.state, milestone: episode.isMilestone,
            turn: episode.turn.map { "\($0)" })
    }
}

extension MemoryReport.Taken {
    init(_ count: Keepsake.Count) {
        self.init(
            turns: count.turns, facts: count.facts, episodes: count.episodes, diary: count.diary,
            ratings: count.ratings)
    }
}

extension MemoryReport.Page {
    init(_ entry: DiaryEntry) {
        self.init(
            id: "\(entry.id)", character: entry.character, day: entry.day,
            kind: entry.kind.rawValue, time: entry.time, text: entry.text)
    }
}

extension MemoryReport.Prompt {
    init(_ egress: Egress) {
        self.init(
            time: egress.time, room: egress.room, destination: egress.destination,
            text: egress.text)
    }
}
