import AvatarTypes

/// When a request that failed before its first word is worth another try.
struct Persistence: Sendable {
    /// Tries after the first.
    static let retries = 2
    /// Who asks for more time than this is taken at their word, and the built-in mind answers meanwhile:
    /// a listener waits no longer than that for a first word.
    static let longestWait = 2.0

    /// Seconds before the first retry; each further waits twice as long.
    var base: Double
    private var tried = 0
    private var generator: SeededGenerator

    init(base: Double, seed: UInt64) {
        self.base = base
        generator = SeededGenerator(seed: seed)
    }

    /// Seconds to wait before trying again, or nil when it is not worth it.
    ///
    /// Full jitter: anything from half of the back-off to all of it, so that many rooms do not knock at once.
    mutating func wait(after failure: ModelFailure) -> Double? {
        guard tried < Self.retries else { return nil }
        tried += 1
        switch failure {
        case .refused(_, _, let asked?):
            return asked <= Self.longestWait ? asked : nil
        case .refused(let status, _, nil):
            guard [408, 409, 500, 502, 503, 504, 529].contains(status) else { return nil }
        case .dropped: break
        case .unreachable, .silent, .garbage, .cut, .empty: return nil
        }
        let backOff = base * Double(1 << (tried - 1))
        let jitter = Double(generator.next() >> 11) / Double(1 << 53)
        return backOff * (0.5 + jitter / 2)
    }
}
