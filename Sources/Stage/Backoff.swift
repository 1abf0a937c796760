/// How long to wait before trying again: half a second, then twice as long each time, half a minute at most.
struct Backoff {
    private var failures = 0

    static let first = 0.5
    static let longest = 30.0

    /// Seconds until the next attempt, after one more failure.
    mutating func next() -> Double {
        defer { failures += 1 }
        return failures > 6 ? Self.longest : min(Self.longest, Self.first * Double(1 << failures))
    }

    /// After something that lasted: the next failure is the first again.
    mutating func reset() { failures = 0 }
}
