/// A feeling as a point: how pleasant, how aroused, how energetic, each 0…1.
public struct Emotion: Hashable, Sendable {
    /// 0 miserable, 0.5 indifferent, 1 delighted.
    public var valence: Float
    /// 0 asleep, 1 beside oneself.
    public var arousal: Float
    /// 0 exhausted, 1 full of it.
    public var energy: Float

    public init(valence: Float, arousal: Float, energy: Float) {
        self.valence = valence
        self.arousal = arousal
        self.energy = energy
    }

    public static let neutral = Emotion(valence: 0.5, arousal: 0.35, energy: 0.5)

    /// The named points, in the order in which they are listed to users: nine states of the character's
    /// documents with their given constants, then the names that language models use.
    public static let named: [(name: String, emotion: Emotion)] = [
        ("happy", Emotion(valence: 0.9, arousal: 0.7, energy: 0.8)),
        ("sad", Emotion(valence: 0.1, arousal: 0.3, energy: 0.2)),
        ("excited", Emotion(valence: 0.8, arousal: 0.9, energy: 0.95)),
        ("calm", Emotion(valence: 0.7, arousal: 0.2, energy: 0.3)),
        ("curious", Emotion(valence: 0.6, arousal: 0.6, energy: 0.6)),
        ("affectionate", Emotion(valence: 0.9, arousal: 0.5, energy: 0.7)),
        ("playful", Emotion(valence: 0.8, arousal: 0.7, energy: 0.8)),
        ("contemplative", Emotion(valence: 0.6, arousal: 0.3, energy: 0.4)),
        ("mischievous", Emotion(valence: 0.7, arousal: 0.8, energy: 0.7)),
        ("neutral", neutral),
        ("joy", Emotion(valence: 0.9, arousal: 0.65, energy: 0.75)),
        ("anger", Emotion(valence: 0.15, arousal: 0.85, energy: 0.8)),
        ("sadness", Emotion(valence: 0.1, arousal: 0.3, energy: 0.2)),
        ("surprise", Emotion(valence: 0.6, arousal: 0.85, energy: 0.7)),
    ]

    /// The point of a name, or nil.
    public init?(name: String) {
        guard let found = Self.named.first(where: { $0.name == name }) else { return nil }
        self = found.emotion
    }

    /// The name of the point that is nearest to this feeling.
    public var nearestName: String {
        func distance(_ other: Emotion) -> Float {
            let (v, a, e) = (
                valence - other.valence, arousal - other.arousal, energy - other.energy
            )
            return v * v + a * a + e * e
        }
        return Self.named.min { distance($0.emotion) < distance($1.emotion) }?.name ?? "neutral"
    }

    /// The way from this feeling (`amount` 0) to another (`amount` 1).
    public func blended(towards other: Emotion, by amount: Float) -> Emotion {
        Emotion(
            valence: valence + (other.valence - valence) * amount,
            arousal: arousal + (other.arousal - arousal) * amount,
            energy: energy + (other.energy - energy) * amount)
    }
}
