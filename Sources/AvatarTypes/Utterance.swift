/// The languages the character speaks.
public enum Language: String, CaseIterable, Codable, Sendable {
    case english = "en"
    case russian = "ru"
    case japanese = "ja"
}

/// Something that happens while a text is spoken, at a place in it.
public struct Direction: Hashable, Sendable {
    public enum Act: Hashable, Sendable {
        /// Show an expression, `weight` 0…1.
        case expression(name: String, weight: Float)
        case gesture(name: String)
        /// Let a short sound be heard.
        case sound(name: String)
    }

    /// Characters of the text before this happens.
    public var offset: Int
    public var act: Act

    public init(offset: Int, act: Act) {
        self.offset = offset
        self.act = act
    }
}

/// What to say, and how: plain text without marks, the feeling behind it, and what the face and body
/// do at which word.
public struct Utterance: Equatable, Sendable {
    /// Words as they are shown and spoken.
    public var text: String
    public var language: Language
    public var emotion: Emotion
    /// In order of offset.
    public var directions: [Direction]
    /// A voice's name, or nil for the character's own.
    public var voice: String?
    /// Silence after it.
    public var pause: MediaTime
    public var manner: Manner

    public init(
        text: String, language: Language, emotion: Emotion = .neutral,
        directions: [Direction] = [], voice: String? = nil, pause: MediaTime = .zero,
        manner: Manner = .plain
    ) {
        self.text = text
        self.language = language
        self.emotion = emotion
        self.directions = directions
        self.voice = voice
        self.pause = pause
        self.manner = manner
    }
}

/// A word of a spoken line, and which characters of the text it is.
public struct SpokenWord: Equatable, Sendable {
    public var text: String
    /// Character offsets into the utterance's text.
    public var range: Range<Int>

    public init(text: String, range: Range<Int>) {
        self.text = text
        self.range = range
    }
}

/// An utterance with its sound, and when the mouth takes which shape and which word is heard.
///
/// Times count from the first sample. Gaps in `visemes` are silence.
public struct SpokenLine: Equatable, Sendable {
    public var utterance: Utterance
    public var audio: AudioClip
    public var visemes: Timeline<Viseme>
    public var words: Timeline<SpokenWord>

    public init(
        utterance: Utterance, audio: AudioClip, visemes: Timeline<Viseme>,
        words: Timeline<SpokenWord>
    ) {
        self.utterance = utterance
        self.audio = audio
        self.visemes = visemes
        self.words = words
    }

    /// How many characters of the text have been heard by a moment: up to the end of the last word
    /// that was finished.
    public func charactersHeard(by time: MediaTime) -> Int {
        if time >= audio.duration { return utterance.text.count }
        let next = words.firstIndex(endingAfter: time)
        return next == 0 ? 0 : words.spans[next - 1].value.range.upperBound
    }

    /// When the word at a character of the text begins, or the end of the sound if none follows it.
    public func time(ofCharacter offset: Int) -> MediaTime {
        words.spans.first { $0.value.range.upperBound > offset }?.start ?? audio.duration
    }
}
