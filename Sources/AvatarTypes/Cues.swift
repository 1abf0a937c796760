/// What the character is busy with; it decides where the eyes rest and how often they blink.
public enum Activity: String, Sendable {
    case idle, listening, thinking, speaking
}

/// Where the character is asked to look, as seen from the eyes.
public struct Gaze: Hashable, Sendable {
    /// Degrees, positive to the character's left (the right of the picture); 0 is the viewer.
    public var yaw: Float
    /// Degrees, positive is up.
    public var pitch: Float

    public static let viewer = Gaze(yaw: 0, pitch: 0)

    public init(yaw: Float, pitch: Float) {
        self.yaw = yaw
        self.pitch = pitch
    }
}

/// An expression asked for by name, `weight` 0…1.
public struct ExpressionCue: Hashable, Sendable {
    public var name: String
    public var weight: Float

    public init(name: String, weight: Float = 1) {
        self.name = name
        self.weight = weight
    }
}

/// The character is touched: where, by the name that the rig gives the place.
public struct Touch: Hashable, Sendable {
    /// A hit area of the rig, such as `head` or `cheek`.
    public var area: String

    public init(area: String) {
        self.area = area
    }
}

/// What the script says of one moment: everything that may influence the picture.
public struct Cues: Sendable {
    /// The whole timeline, not only the present shape: a mouth gets ready for what comes.
    public var visemes: Timeline<Viseme>
    /// How loud the voice is around now; 1 is a voice without feeling, as lines are levelled.
    public var loudness: Float
    public var emotion: Emotion
    /// Expressions that hold now, the strongest wish last.
    public var expressions: [ExpressionCue]
    /// The gesture under way by name, and when it began.
    public var gesture: Timeline<String>.Span?
    /// Where to look, or nil to let the eyes wander.
    public var gaze: Gaze?
    public var activity: Activity
    /// The touch that is felt now, and when it began.
    public var touch: Timeline<Touch>.Span?
    public var attire: Attire
    public var setting: Setting

    public init(
        visemes: Timeline<Viseme> = Timeline(), emotion: Emotion = .neutral,
        expressions: [ExpressionCue] = [], gesture: Timeline<String>.Span? = nil,
        gaze: Gaze? = nil, activity: Activity = .idle, touch: Timeline<Touch>.Span? = nil,
        attire: Attire = Attire(), setting: Setting = Setting(), loudness: Float = 1
    ) {
        self.visemes = visemes
        self.emotion = emotion
        self.expressions = expressions
        self.gesture = gesture
        self.gaze = gaze
        self.activity = activity
        self.touch = touch
        self.attire = attire
        self.setting = setting
        self.loudness = loudness
    }
}
