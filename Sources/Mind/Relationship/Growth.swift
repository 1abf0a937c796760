/// How a personality changes by those who talk to it: slowly, never far, and never for good.
///
/// - Source: rate, limit and the threshold of satisfaction are the character documents'; which signal
///   moves which trait is ours.
public struct Growth: Equatable, Sendable, Codable {
    /// The part of the way that one good talk goes.
    public static let rate: Float = 0.05
    /// No trait leaves its base by more.
    public static let limit: Float = 0.3
    /// Only talks that were better than this teach anything.
    public static let satisfaction: Float = 0.7
    static let stepsKept = 500

    /// One change.
    public struct Step: Equatable, Sendable, Codable {
        /// Seconds since 1970.
        public var time: Double
        public var trait: String
        /// How far it was from its base before and after.
        public var from: Float
        public var to: Float
    }

    /// How far each trait is from its base.
    public private(set) var offsets: [String: Float] = [:]
    /// Oldest first.
    public private(set) var history: [Step] = []

    public init() {}

    /// Somebody liked a talk of a kind.
    ///
    /// - Parameters:
    ///   - wanted: which traits it spoke for, each as a value of 0…1 to move towards.
    ///   - satisfaction: 0…1.
    public mutating func learn(
        _ wanted: [String: Float], of base: Persona.Traits, satisfaction: Float, at time: Double
    ) {
        guard satisfaction > Self.satisfaction else { return }
        for trait in Persona.Traits.all {
            guard let goal = wanted[trait.name] else { continue }
            let home = base[keyPath: trait.path]
            let from = offsets[trait.name] ?? 0
            let moved = from + (goal - (home + from)) * Self.rate
            let to = Self.within(moved, of: home)
            guard to != from else { continue }
            offsets[trait.name] = to
            history.append(Step(time: time, trait: trait.name, from: from, to: to))
        }
        if history.count > Self.stepsKept { history.removeFirst(history.count - Self.stepsKept) }
    }

    /// Takes back every change since a moment.
    public mutating func rollBack(to time: Double) {
        while let last = history.last, last.time > time {
            offsets[last.trait] = last.from
            history.removeLast()
        }
    }

    /// The traits as they are now. Whatever was kept, no trait is further from its base than the limit.
    public func applied(to base: Persona.Traits) -> Persona.Traits {
        var traits = base
        for trait in Persona.Traits.all {
            let home = base[keyPath: trait.path]
            traits[keyPath: trait.path] = home + Self.within(offsets[trait.name] ?? 0, of: home)
        }
        return traits
    }

    private static func within(_ offset: Float, of home: Float) -> Float {
        guard offset.isFinite else { return 0 }
        return min(1 - home, max(-home, min(limit, max(-limit, offset))))
    }

    /// What a message speaks for.
    static func wishes(_ hearing: Hearing) -> [String: Float] {
        var wishes: [String: Float] = [:]
        let topics = Set(hearing.topics)
        if !topics.isDisjoint(with: [.joke, .laugh, .riddle, .game]) { wishes["playfulness"] = 1 }
        if !topics.isDisjoint(with: [.meaning, .fact, .why, .story]) {
            wishes["intellectual_curiosity"] = 1
            wishes["openness"] = 1
        }
        if !topics.isDisjoint(with: [.sad, .lonely, .afraid, .stressed, .sick]) {
            wishes["supportiveness"] = 1
        }
        if !topics.isDisjoint(with: [.feelings, .love]) { wishes["emotional_intelligence"] = 1 }
        if topics.contains(.advice) { wishes["conscientiousness"] = 1 }
        return wishes
    }
}
