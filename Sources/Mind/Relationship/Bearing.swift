public import AvatarTypes

/// How closeness, the hour and her mood show in what she wears and how she sounds.
///
/// - Source: the rules and their order are the character documents'.
public struct Bearing: Equatable, Sendable {
    /// An occasion of ``CharacterSheet/looks``; nil is the character's everyday look.
    public var occasion: String?
    public var manner: Manner

    public init(affinity: Affinity, emotion: Emotion, at now: Moment) {
        let isLate = now.hour >= 22 || now.hour < 5
        let isEarly = (5..<7).contains(now.hour)
        occasion =
            isLate || isEarly
            ? "night"
            : emotion.nearestName == "excited"
                ? "excited"
                : affinity.level > 0.7 ? "close" : affinity.level < 0.3 ? "stranger" : nil
        manner = Manner(
            volume: isLate || isEarly ? 0.8 : 1, warmth: affinity.level > 0.8 ? 1.2 : 1)
    }
}
