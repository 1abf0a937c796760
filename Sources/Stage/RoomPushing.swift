import AvatarTypes
import Media

/// A room's show at receivers elsewhere.
extension Room {
    /// Pushes of one room at once; each costs upload, and all share one encoder.
    private static let pushLimit = 8

    /// Begins to push, and goes on by itself until it is told to stop or the room closes.
    ///
    /// - Parameter address: of RTMP, SRT, RTSP or RTP, with its key. It is neither logged nor returned.
    public func push(to address: String) async throws(StageError) -> PushSummary {
        guard pushes.count < Self.pushLimit else {
            throw StageError(
                .unavailable, code: "too-many-pushes",
                message: "The room is pushed to \(Self.pushLimit) receivers.",
                hint: "End one first.")
        }
        let target = try PushWish.address(of: address)
        let tracks: [TrackDescription]
        do {
            tracks = try await performer.tracks(with: target.transport.soundCodec)
        } catch { throw .media(error) }
        pushNumber += 1
        let push = Push(id: "push-\(pushNumber)", to: target, tracks: tracks, logger: logger)
        pushes.append(push)
        await performer.add(push)
        return push.summary
    }

    /// In the order they were begun.
    public func pushSummaries() -> [PushSummary] { pushes.map(\.summary) }

    public func endPush(_ id: String) async throws(StageError) {
        guard let push = pushes.first(where: { $0.id == id }) else {
            throw .unknown("push", id, known: pushes.map(\.id))
        }
        pushes.removeAll { $0 === push }
        endedPushes.add(push.summary)
        await performer.remove(push)
    }

    /// What all pushes did since the room opened, ended ones too.
    func pushCounts() -> PushCounts {
        pushes.reduce(into: endedPushes) { $0.add($1.summary) }
    }
}

/// What a room's pushes did together.
struct PushCounts: Sendable {
    var packetsSent = 0
    var bytesSent = 0
    var packetsDropped = 0
    var failures = 0

    mutating func add(_ summary: PushSummary) {
        packetsSent += summary.packetsSent
        bytesSent += summary.bytesSent
        packetsDropped += summary.packetsDropped
        failures += summary.failures
    }
}
