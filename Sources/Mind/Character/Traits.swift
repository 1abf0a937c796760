extension Persona {
    /// The five factors, and four traits of a friend, each 0…1.
    public struct Traits: Equatable, Sendable {
        public var openness: Float
        public var conscientiousness: Float
        public var extraversion: Float
        public var agreeableness: Float
        public var neuroticism: Float
        public var playfulness: Float
        public var supportiveness: Float
        public var intellectualCuriosity: Float
        public var emotionalIntelligence: Float

        public init(
            openness: Float, conscientiousness: Float, extraversion: Float, agreeableness: Float,
            neuroticism: Float, playfulness: Float = 0.6, supportiveness: Float = 0.7,
            intellectualCuriosity: Float = 0.7, emotionalIntelligence: Float = 0.7
        ) {
            self.openness = openness
            self.conscientiousness = conscientiousness
            self.extraversion = extraversion
            self.agreeableness = agreeableness
            self.neuroticism = neuroticism
            self.playfulness = playfulness
            self.supportiveness = supportiveness
            self.intellectualCuriosity = intellectualCuriosity
            self.emotionalIntelligence = emotionalIntelligence
        }

        /// All of them in the order of the files, by the name that files and requests use.
        ///
        /// - Source: the names are the character documents'.
        public static var all: [(name: String, path: WritableKeyPath<Traits, Float>)] {
            [
                ("openness", \.openness), ("conscientiousness", \.conscientiousness),
                ("extraversion", \.extraversion), ("agreeableness", \.agreeableness),
                ("neuroticism", \.neuroticism), ("playfulness", \.playfulness),
                ("supportiveness", \.supportiveness),
                ("intellectual_curiosity", \.intellectualCuriosity),
                ("emotional_intelligence", \.emotionalIntelligence),
            ]
        }

        /// How somebody of these traits speaks, for a language model.
        ///
        /// - Source: the thresholds are the character documents'.
        var style: [String] {
            var style: [String] = []
            if extraversion > 0.7 { style.append("You are enthusiastic and quick to start.") }
            if extraversion < 0.3 { style.append("You are reserved; few words, and quiet ones.") }
            if agreeableness > 0.7 { style.append("You are supportive.") }
            if agreeableness < 0.3 { style.append("You are blunt, and do not flatter.") }
            if conscientiousness > 0.7 { style.append("You like to suggest a next step.") }
            if neuroticism > 0.6 { style.append("Your feelings show in your words.") }
            if openness > 0.7 { style.append("You are creative, and fond of odd images.") }
            if playfulness > 0.7 { style.append("You tease a little.") }
            if intellectualCuriosity > 0.7 { style.append("You want to know how things work.") }
            if emotionalIntelligence > 0.7 { style.append("You name feelings with care.") }
            return style
        }

        /// Whether marks for the face are put into replies at all.
        /// - Source: the character documents: tags when extraverted or agreeable beyond .6.
        var showsFeelings: Bool { extraversion > 0.6 || agreeableness > 0.6 }
    }
}
