/// A viewer's wish to go on where its connection broke.
public struct Resumption: Sendable {
    /// What the hello named `session`.
    public var token: String
    /// The `seq` of the last event that was heard.
    public var after: Int

    public init(token: String, after: Int) {
        self.token = token
        self.after = after
    }
}

/// What the hello says of a viewer's session.
struct Attendance: Equatable {
    var token: String
    /// The number of the last event before those that follow.
    var seq: Int
    /// Whether everything follows that was missed.
    var isResumed: Bool
}

/// The viewers of a room by the token that lets them come back, and what each has said.
struct Sessions {
    /// Beyond these the one that was longest away is forgotten.
    static let limit = 4_096
    /// Chats of one viewer that are known when they come again.
    static let chatLimit = 64

    private struct Session {
        var chats: [String] = []
        var used: Int
    }

    private var sessions: [String: Session] = [:]
    private var clock = 0

    /// - Returns: a token that nobody can guess.
    mutating func begin() -> String {
        if sessions.count >= Self.limit,
            let oldest = sessions.min(by: { $0.value.used < $1.value.used })
        {
            sessions[oldest.key] = nil
        }
        var random = SystemRandomNumberGenerator()
        let token = (0..<2).map { _ in
            let digits = String(random.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
        clock += 1
        sessions[token] = Session(used: clock)
        return token
    }

    /// - Returns: whether there is such a session.
    mutating func use(_ token: String) -> Bool {
        clock += 1
        guard sessions[token] != nil else { return false }
        sessions[token]?.used = clock
        return true
    }

    /// - Returns: whether it is the first time that the viewer says this.
    mutating func take(chat: String, of token: String) -> Bool {
        guard var session = sessions[token] else { return true }
        guard !session.chats.contains(chat) else { return false }
        session.chats.append(chat)
        if session.chats.count > Self.chatLimit { session.chats.removeFirst() }
        sessions[token] = session
        return true
    }

    /// What was refused may be said again.
    mutating func forget(chat: String, of token: String) {
        sessions[token]?.chats.removeAll { $0 == chat }
    }
}
