public import AvatarTypes
public import Store

/// A reply as a whole.
public struct Reply: Identifiable, Equatable, Sendable {
    /// The turn under which it is remembered.
    public var id: Turn.ID
    /// As it was shown, without marks.
    public var text: String
    /// How the character feels after it.
    public var emotion: Emotion
    /// `built-in`, or the language model's name.
    public var source: String
}

/// What a reply consists of, in the order in which it happens.
public enum ReplyEvent: Equatable, Sendable {
    /// What the user said and stated is on the disk, and this is the reply's number: `heard` takes it.
    case began(Reply.ID)
    /// More display text, whole words.
    case text(String)
    /// What a model thinks before it speaks: shown to who wants it, neither spoken nor remembered.
    case thought(String)
    /// A sentence, or the first clause, ready to be spoken.
    case utterance(Utterance)
    /// One honest line to the user, not spoken: a model cannot be reached.
    case notice(String)
    case finished(Reply)
}
