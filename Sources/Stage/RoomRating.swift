import Foundation
import Mind
import Store

/// What a user's judgement and the night do to a room's character.
extension Room {
    /// Rates a reply; 0 takes the rating back.
    ///
    /// - Parameters:
    ///   - turn: the reply's number, as in events and answers.
    ///   - value: −1 (down) to 1 (up).
    public func rate(_ turn: String, by user: String, _ value: Double) async throws {
        let user = try RoomInput.user(user)
        guard let number = Turn.ID(turn),
            try await conversation.rate(number, by: user, value, at: calendar())
        else {
            throw StageError(
                .notFound, code: "unknown-reply",
                message: "'\(user)' was given no reply '\(turn)' in room '\(id)'.",
                hint:
                    "Take the id of a reply from the chat's answer, and the user that it answered.")
        }
    }

    /// Writes of the last day that is over.
    ///
    /// - Returns: how many pages and dreams are new.
    func writeDiary(at now: Moment) async -> Int { await conversation.writeDiary(at: now).count }
}
