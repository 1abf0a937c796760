import AvatarTypes

/// What closeness opens: stages, and what becomes possible with each.
///
/// - Source: the stages' bounds are the character documents'; what they open is ours.
public enum Bond: Int, CaseIterable, Comparable, Sendable {
    case acquaintance, friend, goodFriend, closeFriend, confidant

    public init(_ affinity: Affinity) {
        switch affinity.level {
        case ..<0.3: self = .acquaintance
        case ..<0.5: self = .friend
        case ...0.7: self = .goodFriend
        case ..<0.9: self = .closeFriend
        default: self = .confidant
        }
    }

    public static func < (a: Bond, b: Bond) -> Bool { a.rawValue < b.rawValue }

    /// The least closeness, 0…1.
    public var threshold: Float { [0, 0.3, 0.5, 0.7, 0.9][rawValue] }

    public var name: String {
        ["acquaintance", "friend", "good_friend", "close_friend", "confidant"][rawValue]
    }

    /// What this stage adds to those below.
    public var unlocks: [String] {
        switch self {
        case .acquaintance: ["talk"]
        case .friend: ["her everyday look", "follow-up questions"]
        case .goodFriend: ["morning greeting", "inside jokes"]
        case .closeFriend: ["her look at home", "evening reflection", "her diary"]
        case .confidant: ["her whole diary"]
        }
    }

    /// All that is open now.
    public var open: [String] { Bond.allCases.filter { $0 <= self }.flatMap(\.unlocks) }

    /// Days since the first talk that are worth a word.
    static let anniversaries = [7, 30, 100]

    /// A round number of days, or of years, since the first talk; nil on other days.
    ///
    /// - Parameters: seconds since 1970.
    public static func anniversary(since first: Double, at now: Double) -> Int? {
        let days = Int((now - first) / 86400)
        return anniversaries.contains(days) || (days > 0 && days % 365 == 0) ? days : nil
    }
}
