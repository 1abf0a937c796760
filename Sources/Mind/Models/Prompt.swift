public import AvatarTypes
public import Store

/// Everything a reply may depend on.
public struct Prompt: Sendable {
    public enum Occasion: Equatable, Sendable {
        /// The user said this.
        case message(String)
        /// The user has come.
        case arrival
        /// Something to be written, which is no talk.
        case task(instruction: String, text: String)
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
    /// How the reply is meant.
    var strategy = Strategy.politeHelpful
    /// What she says beside her answer for the user's own good.
    var advice: Boundaries.Advice?
    /// How lines sound to who is that close, at that hour.
    var manner = Manner.plain
    /// How she is on this occasion.
    var mode = Mode()
    /// The mode that the message asks for; it holds already.
    var enteredMode: String?
    /// Whether the user has said that they are too young for romance.
    var isMinor = false
    /// Days since the first talk, when they are a round number.
    var anniversary: Int?
    /// What way of talking the user likes, for a language model; empty when that is not known.
    var preference = ""
    /// Whether replies should end where the answer does.
    var wantsFewWords = false
    /// Replies that the user rated down.
    var disliked: [String] = []
    var bond = Bond.acquaintance
    /// Her last pages about the user, and dreams, oldest first.
    public var diary: [DiaryEntry] = []
    var habits: [Habits.Habit] = []
    /// Private values, of now and of before; none of them may leave.
    public var secrets: [String] = []
}

extension Prompt {
    /// A task for a language model that needs nothing of memory.
    init(task instruction: String, text: String) {
        self.init(
            persona: .mirai, user: "", occasion: .task(instruction: instruction, text: text),
            language: .english, facts: [], formerFacts: [], turns: [],
            now: Moment(
                seconds: 0, year: 1970, month: 1, day: 1, weekday: 4, hour: 0, minute: 0),
            emotion: .neutral, seed: 0)
    }
}
