/// Where a personality rests in the space of pleasure, arousal and dominance, each −1…1.
///
/// - Source: Mehrabian 1996, Australian Journal of Psychology 48(2), 86–92. The formulas are in emotional
///   *stability*, which is the opposite of neuroticism; copies that put neuroticism in its place have the
///   anxious calm and pleased.
struct Disposition: Equatable, Sendable {
    var pleasure: Float
    /// How easily somebody is aroused.
    var arousability: Float
    var dominance: Float
}

extension Disposition {
    init(_ traits: Persona.Traits) {
        /// From 0…1 to −1…1.
        func signed(_ trait: Float) -> Float { trait * 2 - 1 }
        let openness = signed(traits.openness)
        let conscientiousness = signed(traits.conscientiousness)
        let extraversion = signed(traits.extraversion)
        let agreeableness = signed(traits.agreeableness)
        let stability = -signed(traits.neuroticism)
        pleasure = 0.21 * extraversion + 0.59 * agreeableness + 0.19 * stability
        arousability = 0.15 * openness + 0.30 * agreeableness - 0.57 * stability
        dominance =
            0.25 * openness + 0.17 * conscientiousness + 0.60 * extraversion
            - 0.32 * agreeableness
    }
}
