import AvatarTypes

/// Small things that someone does who has nothing to do: a stretch, a sigh, a tilt of the head.
struct IdleActs: Sendable {
    private var chance: SeededGenerator
    /// Seconds until the next.
    private var until: Float
    private(set) var act: Timeline<String>.Span?
    private var last = ""

    /// Names of gestures, and how often each is chosen; sleepy people yawn.
    private static let acts: [(name: String, share: Float, whenDrowsy: Float)] = [
        ("tilt", 3, 1), ("sigh", 2, 2), ("look-around", 3, 1), ("stretch", 1, 1.5),
        ("yawn", 0.2, 5),
        ("hum", 2, 0),
    ]

    init(seed: UInt64) {
        chance = SeededGenerator(seed: seed)
        until = chance.uniform(9...20)
    }

    /// - Parameters:
    ///   - isFree: nothing else is going on.
    ///   - liveliness: 1 is usual; more is sooner.
    mutating func live(
        at time: MediaTime, isFree: Bool, liveliness: Float, drowsiness: Float, for seconds: Float
    ) {
        if let act, time >= act.end { self.act = nil }
        guard isFree else {
            act = nil
            until = max(until, 4)
            return
        }
        until -= seconds * liveliness
        guard until <= 0, act == nil else { return }
        until = chance.uniform(14...34)
        let name = choose(drowsiness)
        last = name
        guard let length = GestureTable.named(name)?.duration else { return }
        act = Timeline<String>.Span(start: time, end: time + length, value: name)
    }

    /// Never the same twice in a row.
    private mutating func choose(_ drowsiness: Float) -> String {
        let shares = Self.acts.map { act in
            act.name == last ? 0 : act.share.mixed(with: act.whenDrowsy, drowsiness)
        }
        var mark = chance.nextUnit() * shares.reduce(0, +)
        for (act, share) in zip(Self.acts, shares) {
            mark -= share
            if mark < 0 { return act.name }
        }
        return Self.acts[0].name
    }
}
