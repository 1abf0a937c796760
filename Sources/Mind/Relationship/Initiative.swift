/// What she would begin by herself, and why: the table that whoever lets her speak first asks.
///
/// - Source: kinds, thresholds and their order are the character documents'; when she may speak at all is
///   somebody else's question.
public struct Initiative: Equatable, Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case celebration
        case emotionalSupport = "emotional_support"
        case gentleCheckIn = "gentle_check_in"
        case informationSharing = "information_sharing"
        case morningGreeting = "morning_greeting"
        case eveningReflection = "evening_reflection"
        case casualConversation = "casual_conversation"
    }

    public var kind: Kind
    /// 0…1: what waits for a better moment, and what does not.
    public var priority: Float

    /// - Parameters:
    ///   - meanMood: the user's of the last days, 0…1.
    ///   - chance: 0…1, drawn by the caller.
    /// - Returns: nil when there is no reason to speak.
    public init?(
        isSpecialDate: Bool, meanMood: Float, hasNews: Bool, affinity: Affinity,
        extraversion: Float, chance: Float, at now: Moment
    ) {
        if isSpecialDate {
            (kind, priority) = (.celebration, 0.9)
        } else if meanMood < 0.3 {
            (kind, priority) = (affinity.trust > 0.6 ? .emotionalSupport : .gentleCheckIn, 0.8)
        } else if hasNews {
            (kind, priority) = (.informationSharing, 0.5)
        } else if now.partOfDay == .morning, affinity.level > 0.5 {
            (kind, priority) = (.morningGreeting, 0.6)
        } else if now.partOfDay == .evening, affinity.level > 0.7 {
            (kind, priority) = (.eveningReflection, 0.6)
        } else if affinity.level > 0.8, chance < extraversion {
            (kind, priority) = (.casualConversation, 0.3)
        } else {
            return nil
        }
    }
}
