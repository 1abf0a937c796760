public import AvatarTypes
public import Store

/// Everything a reply may depend on.
public struct Prompt: Sendable {
    public enum Occasion: Equatable, Sendable {
        /// The user said this.
        case message(String)
        /// The user has come.
        case arrival
    }

    public var persona: Persona
    public var user: String
    public var occasion: Occasion
    /// What the user speaks.
    public var language: Language
    /// What is known of the user, oldest first; already includes what the message states.
    public var facts: [Fact]
    /// Values that the message replaced.
    public var formerFacts: [Fact]
    /// Earlier turns as they were heard, oldest first, without the message.
    public var turns: [Turn]
    public var now: Moment
    /// When the user last said something, seconds since 1970; nil on a first visit.
    public var lastSeen: Double?
    public var emotion: Emotion
    /// Same seed, same choices.
    public var seed: UInt64
    /// Whether what the message asked to forget has been erased.
    public var hasForgotten: Bool = false
    /// What is understood of the message; the built-in mind looks itself if it is nil.
    var hearing: Hearing?
    /// Earlier turns that have to do with the message, best first.
    public var recollections: [Recollection] = []
    /// What was shared, oldest first.
    public var episodes: [Episode] = []
    /// What the program in which she is spoken to asks of her; only a language model can follow it.
    public var direction: String?
    /// Private values, of now and of before; none of them may leave.
    public var secrets: [String] = []
}
