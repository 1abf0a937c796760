import Animation
import AvatarTypes
import Mind
import Store

/// What happens to the character and moves her, and the account of it.
extension Room {
    /// Something happens that is neither said nor a touch.
    ///
    /// - Parameters:
    ///   - event: `gift` or `news`.
    ///   - what: what was given, or the news in a sentence.
    /// - Returns: how she feels after it.
    public func happen(
        event: String, what: String, user: String? = nil
    ) async throws(StageError) -> EmotionReport.Point {
        let user = try RoomInput.user(user ?? RoomInput.guest)
        let what = try RoomInput.text(what)
        let happening: Happening
        switch event {
        case "gift": happening = .gift(what)
        case "news": happening = .news(what)
        default: throw .unknown("event", event, known: ["gift", "news"])
        }
        return EmotionReport.Point(await experience(happening, of: user))
    }

    @discardableResult
    func experience(_ happening: Happening, of user: String) async -> Emotion {
        let emotion = await conversation.feel(happening, from: user, at: calendar())
        await performer.direct { script, now in script.feel(emotion, from: now) }
        return emotion
    }

    /// Causes that are told of.
    private static let causesTold = 20

    public func whyEmotion() async -> EmotionReport {
        let now = calendar()
        return EmotionReport(
            emotion: .init(await conversation.emotion(at: now)),
            rest: .init(await conversation.rest(at: now)),
            causes: await conversation.causes(last: Self.causesTold).reversed().map(
                EmotionReport.Cause.init))
    }

    public func affinity(of user: String?) async throws(StageError) -> AffinityReport {
        let user = try RoomInput.user(user ?? RoomInput.guest)
        return AffinityReport(user, await conversation.affinity(of: user, at: calendar()))
    }
}

/// How the character feels and why: from the event over its appraisal and the emotion to the face.
public struct EmotionReport: Encodable, Sendable {
    public struct Point: Encodable, Sendable, Equatable {
        /// The nearest named emotion.
        public var name: String
        public var valence: Float
        public var arousal: Float
        public var energy: Float
    }

    public struct Cause: Encodable, Sendable {
        public struct Appraisal: Encodable, Sendable {
            public var reason: String
            /// The named feeling it pulled towards.
            public var state: String
            /// 0…1.
            public var strength: Double
        }

        /// Seconds since 1970.
        public var time: Double
        public var event: String
        public var user: String
        /// The turn that did it.
        public var turn: String?
        public var appraisal: Appraisal
        public var before: Point
        public var emotion: Point
        /// The face of that emotion: channels and how far they leave their rest, in the channel's unit.
        public var channels: [String: Float]
    }

    public var emotion: Point
    /// What it drifts back to.
    public var rest: Point
    /// Newest first.
    public var causes: [Cause]
}

extension EmotionReport.Point {
    init(_ emotion: Emotion) {
        self.init(
            name: emotion.nearestName, valence: emotion.valence, arousal: emotion.arousal,
            energy: emotion.energy)
    }
}

extension EmotionReport.Cause {
    init(_ feeling: Feeling) {
        let emotion = Emotion(feeling.after)
        self.init(
            time: feeling.time, event: feeling.event, user: feeling.user,
            turn: feeling.turn.map { "\($0)" },
            appraisal: Appraisal(
                reason: feeling.reason, state: feeling.state, strength: feeling.strength),
            before: .init(Emotion(feeling.before)), emotion: .init(emotion),
            channels: emotion.face.channelsMoved)
    }
}

extension Emotion {
    fileprivate init(_ point: Feeling.Point) {
        self.init(
            valence: Float(point.valence), arousal: Float(point.arousal),
            energy: Float(point.energy))
    }
}

extension Pose {
    /// The channels that are not at rest, by name.
    fileprivate var channelsMoved: [String: Float] {
        Channel.allCases.reduce(into: [:]) { moved, channel in
            let value = self[channel]
            if abs(value) > 0.005 { moved["\(channel)"] = value }
        }
    }
}

/// How close a user is to the character, each number 0…100.
public struct AffinityReport: Encodable, Sendable, Equatable {
    public var user: String
    public var kind: String
    /// The stage of closeness, which opens things.
    public var bond: String
    public var unlocks: [String]
    public var level: Int
    public var trust: Int
    public var comfort: Int

    init(_ user: String, _ affinity: Affinity) {
        func shown(_ number: Float) -> Int { Int((number * 100).rounded()) }
        self.user = user
        kind = affinity.kind.rawValue
        let stage = Bond(affinity)
        (bond, unlocks) = (stage.name, stage.open)
        level = shown(affinity.level)
        trust = shown(affinity.trust)
        comfort = shown(affinity.comfort)
    }
}
