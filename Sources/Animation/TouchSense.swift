import AvatarTypes

/// What a touch does to a face: a hand on the head is enjoyed, a finger in the cheek is borne for a while.
struct TouchSense: Sendable {
    /// When the touches of the last seconds began, with their places.
    private var recent: [(start: MediaTime, area: String)] = []
    private var reaction: [ExpressionCue] = []
    private var until = MediaTime.zero

    /// Touches further apart are forgiven.
    private static let patience = MediaTime.seconds(10)
    /// A reaction outlives its touch by this.
    private static let afterglow = MediaTime.milliseconds(1400)

    /// What she shows at the first touch of a place, and what at the third and the fifth within ten
    /// seconds; the last goes on.
    private static let reactions: [String: [[(name: String, weight: Float)]]] = [
        "head": [[("pat", 1)], [("pat", 1)], [("love", 1)]],
        "hair": [[("shy", 0.7)], [("happy", 0.8)], [("annoyance", 0.8)]],
        "cheek": [[("surprise", 0.6)], [("pout", 1)], [("annoyance", 1)]],
        "nose": [[("surprise", 0.9)], [("pout", 1)], [("anger", 0.8)]],
        "mouth": [[("embarrassed", 0.8)], [("shy", 1)], [("annoyance", 1)]],
        "ear": [[("embarrassed", 1)], [("shy", 1)], [("annoyance", 0.8)]],
        "hand": [[("happy", 0.9)], [("shy", 0.8)], [("love", 0.9)]],
        "arm": [[("curious", 0.8)], [("playful", 0.8)], [("annoyance", 0.8)]],
        "shoulder": [[("curious", 0.8)], [("happy", 0.8)], [("annoyance", 0.8)]],
        "body": [[("surprise", 0.9)], [("embarrassed", 1)], [("anger", 1)]],
    ]
    private static let elsewhere: [[(name: String, weight: Float)]] = [
        [("surprise", 0.7)], [("pout", 0.9)], [("annoyance", 1)],
    ]

    /// The expressions that a touch asks for at a moment.
    mutating func feel(_ touch: Timeline<Touch>.Span?, at time: MediaTime) -> [ExpressionCue] {
        if let touch, recent.last?.start != touch.start {
            recent.removeAll { touch.start - $0.start > Self.patience }
            recent.append((touch.start, touch.value.area))
            let times = recent.count { $0.area == touch.value.area }
            let stages = Self.reactions[touch.value.area] ?? Self.elsewhere
            let stage = times >= 5 ? 2 : times >= 3 ? 1 : 0
            reaction = stages[stage].map { ExpressionCue(name: $0.name, weight: $0.weight) }
        }
        if let touch { until = touch.end + Self.afterglow }
        return time < until ? reaction : []
    }

    /// Forgets, as after a jump in time.
    mutating func settle() { self = TouchSense() }
}
