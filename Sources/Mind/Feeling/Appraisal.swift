import AvatarTypes

/// What something means to the character: which feeling it pulls towards, how strongly, and why.
struct Appraisal: Equatable, Sendable {
    /// What happened, in one word: `praise`, `gift`, `silence`.
    var event: String
    /// One sentence for people. It quotes nobody: words that are to be forgotten stand in turns alone.
    var reason: String
    /// A name of `Emotion.named`.
    var state: String
    /// 0…1, before inertia.
    var strength: Float
    /// How it was meant towards the character, −1…1.
    var sentiment: Float = 0

    var target: Emotion { Emotion(name: state) ?? .neutral }

    /// A message of a user.
    ///
    /// - Parameters:
    ///   - userEmotion: how its writer seems to feel.
    ///   - lifeEvent: what it tells of the writer's life.
    ///   - exclamations: how many exclamation marks it has.
    init(
        topics: [Topic], userEmotion: UserEmotion, lifeEvent: LifeEvent?, exclamations: Int,
        user: String,
        traits: Persona.Traits,
        affinity: Affinity
    ) {
        if let found = Self.reactions.first(where: { topics.contains($0.topic) }) {
            event = found.topic.rawValue
            reason = "\(user) \(found.deed)"
            state = found.state
            strength = found.strength * Self.closeness(affinity)
            sentiment = found.sentiment
        } else if let lifeEvent {
            event = "news"
            (reason, state) =
                switch lifeEvent {
                case .glad: ("\(user) told her of something glad in their life", "joy")
                case .sad: ("\(user) told her of something sad in their life", "sad")
                case .change: ("\(user) told her of a change in their life", "curious")
                }
            strength = 0.45 * Self.closeness(affinity)
        } else if let found = Self.empathy.first(where: { $0.label == userEmotion.label }) {
            event = "mood"
            reason = "\(user) seems \(found.seems), and she feels with them"
            state = found.state
            strength =
                0.35 * max(0.5, userEmotion.confidence) * (0.4 + 0.6 * traits.agreeableness)
                * Self.closeness(affinity)
        } else {
            event = "talk"
            reason = "\(user) said something, and she wants to know more"
            state = "curious"
            strength = 0.08
        }
        strength = min(1, strength + 0.05 * Float(min(exclamations, 2)))
    }

    /// Something that happened beside the talk.
    ///
    /// - Parameter recentTouches: of this user within the last minute, without this one.
    init(_ happening: Happening, user: String, affinity: Affinity, recentTouches: Int) {
        switch happening {
        case .touch(let area):
            event = "touch"
            if recentTouches >= Self.patience {
                (reason, state) = ("\(user) will not stop touching her \(area)", "anger")
                (strength, sentiment) = (0.2, -0.3)
            } else if affinity.kind == .acquaintance, !Self.harmless.contains(area) {
                (reason, state) = (
                    "\(user), whom she hardly knows, touched her \(area)", "surprise"
                )
                strength = 0.25
            } else {
                (reason, state) = ("\(user) touched her \(area)", "affectionate")
                strength = 0.2 * Self.closeness(affinity)
            }
        case .gift(let thing):
            event = "gift"
            reason = "\(user) gave her \(thing)"
            state = "joy"
            strength = 0.6 * Self.closeness(affinity)
            sentiment = 0.8
        case .news(let text):
            event = "news"
            let valence = UserEmotion(text).valence
            (reason, state, strength) =
                valence > 0.1
                ? ("good news came", "excited", 0.4)
                : valence < -0.1 ? ("bad news came", "sad", 0.4) : ("news came", "curious", 0.2)
        }
    }

    /// A user is back after some time, or nil when it was too short to be noticed.
    ///
    /// - Parameter away: seconds.
    init?(silence away: Double, user: String, affinity: Affinity) {
        guard away >= Self.noticedAbsence else { return nil }
        event = "silence"
        let days = Int(away / 86400)
        if days >= Self.daysUntilMissed {
            reason = "\(user) was away for \(days) days, and she missed them"
            state = "sad"
            strength = 0.1 + 0.3 * affinity.level
        } else {
            reason = "\(user) is back after \(Int(away / 3600)) hours"
            state = "happy"
            strength = 0.15 + 0.2 * affinity.level
        }
    }

    /// Seconds: shorter absences are pauses of one talk.
    private static let noticedAbsence = 8.0 * 3600
    private static let daysUntilMissed = 3
    /// Touches within a minute that are still welcome.
    private static let patience = 6
    /// Where anybody may touch.
    private static let harmless: Set<String> = ["hand", "arm", "shoulder", "hair", "head"]

    /// What those who are close say weighs more.
    private static func closeness(_ affinity: Affinity) -> Float { 0.9 + 0.3 * affinity.level }

    /// In the order in which they count when a message has several.
    private static let reactions:
        [(topic: Topic, state: String, strength: Float, sentiment: Float, deed: String)] = [
            (.crisis, "sad", 0.5, 0, "is in great distress"),
            (.insult, "sad", 0.5, -0.8, "insulted her"),
            (.gift, "joy", 0.6, 0.8, "gave her something"),
            (.love, "affectionate", 0.6, 0.9, "said that she is loved"),
            (.praise, "happy", 0.55, 0.8, "praised her"),
            (.sad, "sad", 0.4, 0, "is sad"), (.lonely, "sad", 0.35, 0, "is lonely"),
            (.afraid, "contemplative", 0.3, 0, "is afraid"),
            (.sick, "contemplative", 0.3, 0, "is not well"),
            (.angry, "contemplative", 0.3, 0, "is angry"),
            (.happy, "joy", 0.45, 0, "is happy"),
            (.thanks, "happy", 0.35, 0.6, "thanked her"),
            (.joke, "playful", 0.45, 0, "wants to laugh"),
            (.riddle, "mischievous", 0.45, 0, "wants a riddle"),
            (.laugh, "playful", 0.4, 0.3, "laughed"), (.sorry, "calm", 0.4, 0.4, "apologized"),
            (.hello, "happy", 0.3, 0.2, "greeted her"),
            (.goodMorning, "happy", 0.3, 0.2, "wished her a good morning"),
            (.welcomeBack, "joy", 0.4, 0.3, "is back"),
            (.goodNight, "calm", 0.5, 0.2, "goes to sleep"), (.bye, "calm", 0.3, 0, "took leave"),
            (.tired, "calm", 0.4, 0, "is tired"), (.game, "excited", 0.4, 0, "wants to play"),
            (.meaning, "contemplative", 0.5, 0, "asked about the meaning of things"),
            (.feelings, "contemplative", 0.4, 0, "asked about her feelings"),
        ]

    /// Some of the other's feeling, never all of it: who listens to anger is not angry.
    private static let empathy: [(label: UserEmotion.Label, seems: String, state: String)] = [
        (.joy, "glad", "happy"), (.affection, "tender", "affectionate"), (.sadness, "low", "sad"),
        (.anger, "angry", "contemplative"), (.fear, "anxious", "contemplative"),
        (.surprise, "surprised", "curious"),
    ]

    /// Whether something of the user's own was confided.
    static let confidences: Set<Topic> = [.crisis, .sad, .lonely, .afraid, .sick, .angry, .happy]
}
