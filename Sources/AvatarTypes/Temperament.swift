/// A personality as five numbers, 0…1 each, 0.5 in the middle: it colours how a character moves.
///
/// - Source: the Big Five (OCEAN) traits.
public struct Temperament: Hashable, Sendable {
    public var openness: Float
    public var conscientiousness: Float
    public var extraversion: Float
    public var agreeableness: Float
    public var neuroticism: Float

    public static let even = Temperament()

    public init(
        openness: Float = 0.5, conscientiousness: Float = 0.5, extraversion: Float = 0.5,
        agreeableness: Float = 0.5, neuroticism: Float = 0.5
    ) {
        self.openness = openness
        self.conscientiousness = conscientiousness
        self.extraversion = extraversion
        self.agreeableness = agreeableness
        self.neuroticism = neuroticism
    }
}
