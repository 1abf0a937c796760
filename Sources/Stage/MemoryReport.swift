import Foundation
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

    public var user: String
    public var facts: [Fact]
    public var episodes: [Episode]
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

extension MemoryReport.Prompt {
    init(_ egress: Egress) {
        self.init(
            time: egress.time, room: egress.room, destination: egress.destination,
            text: egress.text)
    }
}
