import AvatarTypes

/// Why a language model gave no reply, or only the start of one.
enum ModelFailure: Error, Equatable, Sendable {
    /// Nobody answers at the address.
    case unreachable(String)
    /// No first word, or no next one, for so many seconds.
    case silent(seconds: Double)
    /// An HTTP status other than success; `retryAfter` in seconds if the server said so.
    case refused(status: Int, message: String, retryAfter: Double?)
    /// What came was not a stream of chat completions.
    case garbage(String)
    /// The connection was closed before anything came.
    case dropped(String)
    /// The stream ended before the reply did.
    case cut
    /// A reply without words.
    case empty

    /// One honest line for the user.
    func notice(model: String, in language: Language) -> String {
        language == .russian
            ? "Языковая модель \(model) \(russian), поэтому дальше я отвечаю сама по себе."
            : "The language model \(model) \(english); I am answering on my own for now."
    }

    private var english: String {
        switch self {
        case .unreachable(let reason): "cannot be reached (\(reason))"
        case .silent(let seconds): "said nothing for \(seconds.brief) s"
        case .refused(429, _, _): "is busy (429)"
        case .refused(let status, let message, _):
            "refused (\(status)\(message.isEmpty ? "" : ": " + message))"
        case .dropped(let place): "hung up (\(place))"
        case .garbage: "sent something unreadable"
        case .cut: "broke off in the middle"
        case .empty: "sent an empty reply"
        }
    }

    private var russian: String {
        switch self {
        case .unreachable(let reason): "недоступна (\(reason))"
        case .silent(let seconds): "молчит уже \(seconds.brief) с"
        case .refused(429, _, _): "перегружена (429)"
        case .refused(let status, let message, _):
            "отказала (\(status)\(message.isEmpty ? "" : ": " + message))"
        case .dropped(let place): "бросила трубку (\(place))"
        case .garbage: "прислала что-то нечитаемое"
        case .cut: "оборвала ответ"
        case .empty: "прислала пустой ответ"
        }
    }
}

extension Double {
    /// Seconds without a needless fraction.
    fileprivate var brief: String { self == rounded(.down) ? "\(Int(self))" : "\(self)" }
}
