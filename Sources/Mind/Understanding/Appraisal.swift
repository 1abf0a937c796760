import AvatarTypes

/// What a message does to the character's feeling, and how its writer seems to feel.
struct Appraisal: Equatable, Sendable {
    /// Where the feeling is pulled, and how strongly: 0…1.
    var target: Emotion
    var strength: Float
    /// −1 miserable … 1 delighted.
    var userValence: Float

    init(topics: [Topic], clauses: [Clause], exclamations: Int) {
        userValence = Self.valence(of: clauses)
        let found = Self.reactions.first { topics.contains($0.topic) }
        if let found {
            target = Emotion(name: found.state) ?? .neutral
            strength = found.strength
        } else if userValence != 0 {
            // Empathy: some of the other's feeling, never all of it.
            target = Emotion(name: userValence > 0 ? "happy" : "sad") ?? .neutral
            strength = 0.25 * min(1, abs(userValence))
        } else {
            target = Emotion(name: "curious") ?? .neutral
            strength = 0.08
        }
        strength = min(1, strength + 0.05 * Float(min(exclamations, 2)))
    }

    private static let reactions: [(topic: Topic, state: String, strength: Float)] = [
        (.crisis, "sad", 0.5), (.insult, "sad", 0.5), (.love, "affectionate", 0.6),
        (.praise, "happy", 0.55), (.sad, "sad", 0.4), (.lonely, "sad", 0.35),
        (.afraid, "contemplative", 0.3), (.sick, "contemplative", 0.3),
        (.angry, "contemplative", 0.3),
        (.happy, "joy", 0.45), (.thanks, "happy", 0.35), (.joke, "playful", 0.45),
        (.riddle, "mischievous", 0.45), (.laugh, "playful", 0.4), (.sorry, "calm", 0.4),
        (.hello, "happy", 0.3), (.goodMorning, "happy", 0.3), (.welcomeBack, "joy", 0.4),
        (.goodNight, "calm", 0.5), (.bye, "calm", 0.3), (.tired, "calm", 0.4),
        (.game, "excited", 0.4), (.meaning, "contemplative", 0.5),
        (.feelings, "contemplative", 0.4),
    ]

    /// The mean of the words' signs, turned round by "not".
    static func valence(of clauses: [Clause]) -> Float {
        var sum: Float = 0
        for clause in clauses {
            var negation: Float = 1
            for key in clause.keys {
                if negations.contains(key) { negation = -0.7 }
                if good.contains(where: key.hasPrefix) { sum += negation }
                if bad.contains(where: key.hasPrefix) { sum -= negation }
            }
        }
        return max(-1, min(1, sum / 2))
    }

    private static let negations: Set<String> = ["not", "never", "no", "не", "ни", "нет", "без"]

    private static let good = [
        "good", "great", "happ", "love", "lovely", "nice", "wonderful", "amazing", "excellent",
        "fun", "glad", "joy",
        "beautiful", "best", "awesome", "cool", "thank", "sweet", "excit", "enjoy", "proud", "win",
        "won", "delicious",
        "хорош", "отличн", "прекрасн", "счаст", "любл", "рад", "весел", "чудесн", "замечательн",
        "классн", "супер",
        "красив", "спасиб", "добр", "мил", "приятн", "вкусн", "обожа", "горж", "ура", "лучш",
        "восторг",
    ]
    private static let bad = [
        "bad", "sad", "terrib", "awful", "hate", "horribl", "angry", "cry", "cried", "pain", "hurt",
        "lonely", "tired",
        "sick", "worst", "fail", "lost", "afraid", "scared", "stupid", "ugly", "boring", "upset",
        "die", "dead", "wors",
        "плох", "груст", "ужасн", "ненави", "зл", "плач", "плака", "боль", "одинок", "устал",
        "боле", "умер", "страш",
        "боюсь", "скучн", "тяжел", "обид", "печал", "провал", "потеря", "дур", "туп", "бес", "хуже",
        "депресс",
    ]
}
