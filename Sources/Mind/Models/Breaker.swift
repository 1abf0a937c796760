/// Decides whether a model that failed is worth asking again yet.
///
/// After two failures in a row it is left alone for half a minute, then twice as long each time, up to ten
/// minutes; one success closes the case. A server that names a time is believed at once.
struct Breaker: Equatable, Sendable {
    static let tolerated = 2
    static let firstRest = 30.0
    static let longestRest = 600.0

    private(set) var failures = 0
    /// Seconds since 1970.
    private(set) var restsUntil = -Double.infinity

    func allows(at seconds: Double) -> Bool { seconds >= restsUntil }

    mutating func succeed() { self = Breaker() }

    mutating func fail(_ failure: ModelFailure, at seconds: Double) {
        failures += 1
        if case .refused(_, _, let wait?) = failure {
            restsUntil = seconds + min(wait, Self.longestRest)
        } else if failures >= Self.tolerated {
            var rest = Self.firstRest
            for _ in Self.tolerated..<min(failures, 12) { rest *= 2 }
            restsUntil = seconds + min(rest, Self.longestRest)
        }
    }
}
