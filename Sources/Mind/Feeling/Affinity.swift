/// How close a user and the character are: three numbers of 0…1 that words move and time wears off.
///
/// - Source: the rates, the rule of sentiment and the losses are the character documents'; they give no
///   unit of time, which is taken as an hour. What moves trust and comfort is ours.
public struct Affinity: Equatable, Sendable {
    public enum Kind: String, Sendable {
        case acquaintance, friend, closeFriend = "close_friend"
    }

    /// What one warm message adds.
    static let growthRate: Float = 0.1
    /// A sentiment beyond this counts as warm, beyond its negative as cold.
    static let threshold: Float = 0.5
    /// Lost in an hour.
    static let levelDecay: Float = 0.001
    static let trustDecay: Float = 0.0005
    static let comfortDecay: Float = 0.001

    public private(set) var level: Float = 0.1
    /// Grows when something is confided.
    public private(set) var trust: Float = 0.1
    /// Grows with every message that is not cold.
    public private(set) var comfort: Float = 0.1
    /// Seconds since 1970.
    private(set) var time: Double

    init(at time: Double) { self.time = time }

    /// Below 0.3 an acquaintance, above 0.7 a close friend.
    public var kind: Kind { level > 0.7 ? .closeFriend : level < 0.3 ? .acquaintance : .friend }

    /// What is left at a later moment if nobody says anything.
    func at(_ seconds: Double) -> Affinity {
        var later = self
        let hours = Float(max(0, seconds - time) / 3600)
        later.level = max(0, level - hours * Self.levelDecay)
        later.trust = max(0, trust - hours * Self.trustDecay)
        later.comfort = max(0, comfort - hours * Self.comfortDecay)
        later.time = max(time, seconds)
        return later
    }

    /// A message was heard.
    ///
    /// - Parameters:
    ///   - sentiment: −1…1, towards the character.
    ///   - confides: whether it tells something of the user's own.
    mutating func hear(sentiment: Float, confides: Bool, at seconds: Double) {
        self = at(seconds)
        let isCold = sentiment < -Self.threshold
        if sentiment > Self.threshold {
            level += Self.growthRate
        } else if isCold {
            level -= Self.growthRate * 0.5
            trust -= Self.growthRate * 0.5
        }
        if confides { trust += Self.growthRate * 0.5 }
        comfort += Self.growthRate * (isCold ? -0.5 : 0.1)
        level = min(1, max(0, level))
        trust = min(1, max(0, trust))
        comfort = min(1, max(0, comfort))
    }

    /// Three numbers and a time, for the archive.
    var written: String { "\(level) \(trust) \(comfort) \(time)" }

    init?(written: String) {
        let numbers = written.split(separator: " ").compactMap { Double($0) }
        guard numbers.count == 4, numbers[3].isFinite,
            numbers.prefix(3).allSatisfy({ (0...1).contains($0) })
        else { return nil }
        level = Float(numbers[0])
        trust = Float(numbers[1])
        comfort = Float(numbers[2])
        time = numbers[3]
    }
}
