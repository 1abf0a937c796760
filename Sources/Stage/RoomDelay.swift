import AvatarTypes

/// The broadcast delay of a room, and the button that drops what must not air.
extension Room {
    /// Seconds of delay that are possible; a minute is some 10 MB.
    public static let delays = 0.0...60.0

    /// Holds picture, sound and words for so many seconds from now on; 0 ends it.
    public func hold(for seconds: Double) async throws(StageError) -> DelaySummary {
        guard Self.delays.contains(seconds) else {
            throw StageError(
                .invalid, code: "bad-delay", message: "'seconds' is \(seconds).",
                hint: "Give 0 to 60.")
        }
        await performer.hold(for: .seconds(seconds))
        announce(RoomEvent.Changed())
        return await delay()
    }

    /// Drops everything that has not been on air yet, and stops what is being said. For as long as the
    /// delay viewers see the filler.
    public func dump() async throws(StageError) -> DelaySummary {
        guard await performer.delay.length > .zero else {
            throw StageError(
                .conflict, code: "no-delay", message: "There is no delay: all of it was on air.",
                hint: "Set one first, with PUT /v1/rooms/\(id)/delay.")
        }
        await interrupt()
        await performer.dump(showing: filler)
        return await delay()
    }

    public func delay() async -> DelaySummary {
        let (length, isFilling, counters) = await performer.delay
        return DelaySummary(
            seconds: length.seconds, filling: isFilling, dumps: counters.dumps,
            secondsDumped: counters.dumped.seconds)
    }
}

/// A room's delay as the API shows it.
public struct DelaySummary: Encodable, Equatable, Sendable {
    public var seconds: Double
    /// Whether viewers see the filler.
    public var filling: Bool
    /// How often something was dropped, and how much of the show in all.
    public var dumps: Int
    public var secondsDumped: Double
}
