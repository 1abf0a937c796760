/// What a pose says beside its 64 channels: the shapes of hands, and the drawn signs of feeling.
///
/// Trackers know nothing of these and the wire does not carry them; expressions, gestures and rigs do.
/// A rig without a part for one of them simply does not show it. Shapes of one hand are alternatives:
/// the strongest shows, and when all are 0 the hand is relaxed. Left and right are the character's own.
///
/// - Source: ours; the signs are those of manga, by the names that artists give them.
public enum Accent: Int, CaseIterable, Sendable {
    /// Fingers spread; a fist; the index finger out; index and middle finger up; the thumb up; half a
    /// heart for the other hand to complete.
    case handOpenLeft, handFistLeft, handPointLeft, handPeaceLeft, handThumbLeft, handHeartLeft
    case handOpenRight, handFistRight, handPointRight, handPeaceRight, handThumbRight,
        handHeartRight
    /// The hand turns about its wrist: −1 inwards, to the body; 1 outwards.
    case wristLeft, wristRight
    /// The arm comes forward, before chest and face, and the upper arm looks shorter: 0 beside the body.
    case armForwardLeft, armForwardRight

    /// Beside the head: hearts, sparkles, notes, a drop of sweat, the crossed veins of anger, a question
    /// mark, an exclamation mark, the letters of sleep, a puff of breath.
    case signHearts, signSparkles, signNotes, signSweat, signAnger, signQuestion, signExclamation
    case signSleep, signPuff
    /// On the face: tears, more blush than cheeks alone have, the vertical lines of gloom.
    case signTears, signBlush, signGloom
    /// In place of the pupils: stars, hearts, spirals; or eyes without light.
    case eyeStars, eyeHearts, eyeSpirals, eyeDull

    /// The name used in files and on the command line.
    public var name: String { String(describing: self) }

    /// The accent of a name.
    public init?(name: String) {
        guard let accent = Self.byName[name] else { return nil }
        self = accent
    }

    /// The values it may take; 0 is rest.
    public var range: ClosedRange<Float> {
        switch self {
        case .wristLeft, .wristRight: -1...1
        default: 0...1
        }
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}

/// Anything of a pose that can be moved by name: a channel or an accent.
public enum Control: Hashable, Sendable {
    case channel(Channel)
    case accent(Accent)

    /// Channels, then accents, in the order in which a rig counts its inputs.
    public static let all =
        Channel.allCases.map(Control.channel) + Accent.allCases.map(Control.accent)

    /// The channel or accent of a name.
    public init?(name: String) {
        if let channel = Channel(name: name) {
            self = .channel(channel)
        } else if let accent = Accent(name: name) {
            self = .accent(accent)
        } else {
            return nil
        }
    }

    public var name: String {
        switch self {
        case .channel(let channel): channel.name
        case .accent(let accent): accent.name
        }
    }

    public var range: ClosedRange<Float> {
        switch self {
        case .channel(let channel): channel.range
        case .accent(let accent): accent.range
        }
    }
}
