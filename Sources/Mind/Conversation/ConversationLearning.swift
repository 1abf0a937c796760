import AvatarTypes
import Store

/// What is learnt of a user beside facts: habits, and how her replies are liked.
extension Conversation {
    /// What a user does again and again.
    public func habits(of user: String) -> Habits {
        kept("habits", of: user).flatMap { Habits(written: $0) } ?? Habits()
    }

    func ratings(of user: String) -> [Rating] { (try? archive.ratings(of: user)) ?? [] }

    /// Rates a reply that a user was given here; 0 takes the rating back, and all that it taught.
    ///
    /// - Parameter value: −1 (down) to 1 (up).
    /// - Returns: false when the user was given no such reply.
    public func rate(_ reply: Reply.ID, by user: String, _ value: Double, at now: Moment) throws
        -> Bool
    {
        try archive.rate(reply, in: room, by: user, value, at: now.seconds)
    }
}

extension Prompt {
    /// Talks as it is liked, and says nothing again that was rated down.
    mutating func take(_ preferences: Preferences, ratings: [Rating]) {
        let rated = preferences.rated(
            ratings.map { ($0.turn.known, $0.value) }, formality: persona.speech.formality)
        preference = rated.sentence
        wantsFewWords = rated.wantsFewWords
        disliked = ratings.filter { $0.value < 0 }.map(\.turn.known)
    }
}
