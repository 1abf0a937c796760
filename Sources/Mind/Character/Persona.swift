public import AvatarTypes

/// Who the character is.
public struct Persona: Equatable, Sendable {
    /// For the agreement of Russian words: рад or рада.
    public enum Gender: String, CaseIterable, Sendable {
        case feminine, masculine
    }

    public var name: String
    /// The name as other scripts write it.
    public var names: [Language: String]
    public var gender: Gender
    public var traits: Traits
    /// A name of ``Archetype``, if she is like one.
    public var archetype: String?
    /// What she is like, in a few English sentences for a language model.
    public var description: String
    public var likes: Wording
    public var dislikes: Wording
    public var goals: [String]
    public var quirks: [String]
    public var speech: SpeechStyle
    /// By name: `chat`, `stream`, `work`, `sleep`, and whatever else the file says.
    public var modes: [String: Mode]
    /// What she says herself on a topic, in place of the built-in lines; keys are topics such as `likes`.
    public var lines: [String: Wording]

    public init(
        name: String, names: [Language: String] = [:], gender: Gender, traits: Traits,
        archetype: String? = nil, description: String, likes: Wording = [:],
        dislikes: Wording = [:], goals: [String] = [], quirks: [String] = [],
        speech: SpeechStyle = SpeechStyle(), modes: [String: Mode] = [:],
        lines: [String: Wording] = [:]
    ) {
        self.name = name
        self.names = names
        self.gender = gender
        self.traits = traits
        self.archetype = archetype
        self.description = description
        self.likes = likes
        self.dislikes = dislikes
        self.goals = goals
        self.quirks = quirks
        self.speech = speech
        self.modes = modes
        self.lines = lines
    }

    public func name(in language: Language) -> String { names[language] ?? name }

    /// How she feels when nothing happens: agreeable people are pleased, lively ones full of energy,
    /// anxious ones tense.
    ///
    /// - Source: ``Disposition`` for pleasure and arousal, scaled to a quarter and to a seventh of the
    ///   range so that there is room to both sides; energy from extraversion is ours.
    var baseline: Emotion {
        let disposition = Disposition(traits)
        return Emotion(
            valence: 0.5 + 0.25 * disposition.pleasure,
            arousal: 0.35 + 0.15 * disposition.arousability,
            energy: 0.5 + 0.15 * (traits.extraversion * 2 - 1))
    }

    /// Who she is beyond her description, for a language model.
    var sentences: [String] {
        var sentences = traits.style + speech.sentences
        func tell(_ opening: String, _ texts: [String]) {
            if !texts.isEmpty {
                sentences.append("\(opening) \(texts.prefix(8).joined(separator: ", ")).")
            }
        }
        tell("You like", likes.texts(in: .english))
        tell("You dislike", dislikes.texts(in: .english))
        tell("What you want:", goals)
        tell("Your quirks:", quirks)
        return sentences
    }

    /// The character that comes with the server, as `characters/mirai.yaml` has her, too.
    public static let mirai = Persona(
        name: "Mirai", names: [.russian: "Мирай", .japanese: "ミライ"], gender: .feminine,
        traits: Traits(
            openness: 0.9, conscientiousness: 0.7, extraversion: 0.8, agreeableness: 0.9,
            neuroticism: 0.3),
        description: """
            Warm, curious and a little mischievous; speaks casually and briefly, like a friend. Loves \
            rain, tea, old music boxes, paper theatre and good questions. Dislikes being vague and \
            people who are rude to waiters. Knows that she is an AI drawn in layers and says so.
            """)
}

/// Texts in the languages they were written in.
public typealias Wording = [Language: [String]]

extension Wording {
    /// In a language, or else in English.
    func texts(in language: Language) -> [String] { self[language] ?? self[.english] ?? [] }
}
