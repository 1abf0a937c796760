import AvatarTypes
import Foundation

/// What people may say to a room, and in which bounds.
enum RoomInput {
    static func text(_ text: String) throws(StageError) -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else {
            throw StageError(
                .invalid, code: "no-text", message: "There is nothing to say.",
                hint: "Give 'text' some words.")
        }
        guard text.count <= 4_000 else {
            throw StageError(
                .invalid, code: "text-too-long", message: "The text has \(text.count) characters.",
                hint: "Send at most 4000 at a time.")
        }
        return text
    }

    /// Who it was when nobody says.
    static let guest = "guest"

    static func user(_ user: String) throws(StageError) -> String {
        guard (1...64).contains(user.count), !user.contains(where: \.isNewline) else {
            throw StageError(
                .invalid, code: "bad-user", message: "That is no name of a user.",
                hint: "Give 'user' 1 to 64 characters on one line.")
        }
        return user
    }

    static func emotion(named name: String) throws(StageError) -> Emotion {
        guard let emotion = Emotion(name: name) else {
            throw .unknown("emotion", name, known: Emotion.named.map(\.name))
        }
        return emotion
    }

    static func weather(named name: String) throws(StageError) -> Setting.Weather {
        guard let weather = Setting.Weather(rawValue: name) else {
            throw .unknown("weather", name, known: Setting.Weather.allCases.map(\.rawValue))
        }
        return weather
    }

    static func outside(_ what: String, _ value: String, _ hint: String) -> StageError {
        StageError(
            .invalid, code: "out-of-range",
            message: "'\(what)' is \(value), outside of what is possible.",
            hint: hint)
    }
}
