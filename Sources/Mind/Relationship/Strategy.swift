/// How a reply is meant, chosen by what the user feels, what they ask, and how close they are.
///
/// - Source: the table and its thresholds are the character documents'.
enum Strategy: String, CaseIterable, Sendable {
    case supportiveIntimate = "supportive_intimate"
    case supportiveGentle = "supportive_gentle"
    case advisoryPersonal = "advisory_personal"
    case advisoryProfessional = "advisory_professional"
    case intimateCasual = "intimate_casual"
    case friendlyWarm = "friendly_warm"
    case politeHelpful = "polite_helpful"

    init(feeling: UserEmotion.Label, topics: [Topic], affinity: Affinity) {
        let troubles: Set<Topic> = [.crisis, .sad, .angry, .afraid, .lonely, .stressed, .sick]
        if [.sadness, .anger].contains(feeling) || topics.contains(where: troubles.contains) {
            self = affinity.trust > 0.6 ? .supportiveIntimate : .supportiveGentle
        } else if topics.contains(.advice) {
            self = affinity.level > 0.7 ? .advisoryPersonal : .advisoryProfessional
        } else if affinity.level > 0.8 {
            self = .intimateCasual
        } else {
            self = affinity.level > 0.5 ? .friendlyWarm : .politeHelpful
        }
    }

    /// For a language model.
    var instruction: String {
        switch self {
        case .supportiveIntimate:
            "The user is troubled and trusts you: be close, name what they feel, offer no quick fix."
        case .supportiveGentle:
            "The user is troubled: be gentle, listen first, do not press."
        case .advisoryPersonal: "They want advice, and you know them: make it personal."
        case .advisoryProfessional: "They want advice: give it clearly, with a reason."
        case .intimateCasual: "You are close friends: be casual, allude to what you share."
        case .friendlyWarm: "You are friends: be warm."
        case .politeHelpful:
            "You hardly know each other: be polite and helpful, and not too familiar."
        }
    }
}
