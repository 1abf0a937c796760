import AvatarTypes
import Foundation
import Media
import Synchronization

/// What HLS players may take of a room, and who waits for what comes next.
///
/// The show's thread puts packets in and requests take files out, both under a lock held for
/// microseconds: a thousand players cost the show nothing. A stream begins when somebody asks, and ends
/// half a minute after nobody does.
public final class HLSShelf: Sendable {
    /// How long the show goes on for HLS after it was last asked for.
    private static let patience = MediaTime.seconds(30)
    /// The longest that a request waits for what comes next: a little over three target durations.
    private static let patienceOfPlayers = Duration.seconds(4)
    /// How long the first who asks waits for the first parts.
    private static let patienceAtFirst = Duration.seconds(8)

    /// What a request waits for.
    fileprivate enum Need {
        case beginning
        case position(HLSPosition, in: String)
        case file(String)
    }

    fileprivate struct Waiter {
        var id: Int
        var need: Need
        var deadline: ContinuousClock.Instant
        var continuation: CheckedContinuation<Void, Never>
    }

    fileprivate struct State {
        var stream: HLSStream?
        /// Kept without a stream, too: one that begins in mid-sentence has its caption.
        var captions = CaptionTrack()
        var isAskedFor = false
        var wantedUntil = MediaTime.zero
        var waiters: [Waiter] = []
        var nextWaiter = 0
        var isClosed = false
        /// Playlists as they are until the next part.
        var texts: [String: String] = [:]
    }

    private let state = Mutex(State())
    /// Segments of a second that players can go back.
    private let window: Int

    init(window: Int = 60) {
        self.window = window
    }

    // MARK: The show's side

    /// Whether somebody watches at a moment. Who waits too long is let go.
    func isWanted(at time: MediaTime) -> Bool {
        let (isWanted, late) = state.withLock { state in
            if state.isAskedFor {
                state.isAskedFor = false
                state.wantedUntil = time + Self.patience
            }
            let isWanted = state.wantedUntil > time
            if !isWanted {
                state.stream = nil
                state.texts = [:]
            }
            return (isWanted, state.takeWaiters { $0.deadline < .now })
        }
        for waiter in late { waiter.continuation.resume() }
        return isWanted
    }

    /// Whether a stream has begun; it ends by itself.
    var isStreaming: Bool { state.withLock { $0.stream != nil } }

    /// - Parameter dateOfZero: of the media clock's zero, in milliseconds since 1970.
    func begin(_ tracks: [TrackDescription], framesPerSecond: Int, dateOfZero: Int64) {
        let now = Int64(Date().timeIntervalSince1970 * 1000)
        state.withLock { state in
            guard !state.isClosed else { return }
            state.stream = HLSStream(
                tracks: tracks, framesPerSecond: framesPerSecond,
                session: String(now, radix: 36), window: window, dateOfZero: dateOfZero,
                captions: state.captions)
        }
    }

    /// Tells the stream what time it is; a halted media clock begins to be dated anew.
    func tell(dateOfZero: Int64) {
        state.withLock { state in
            state.stream?.dateOfZero = dateOfZero
        }
    }

    func wantsKeyframe(at time: MediaTime) -> Bool {
        state.withLock { $0.stream?.wantsKeyframe(at: time) ?? false }
    }

    func append(_ packet: MediaPacket, codec: Codec) {
        let served = state.withLock { state -> [Waiter] in
            // The show may be in the middle of a step when its room closes.
            guard !state.isClosed, state.stream?.append(packet, codec: codec) == true else {
                return []
            }
            state.texts = [:]
            return state.takeServed()
        }
        for waiter in served { waiter.continuation.resume() }
    }

    func caption(_ text: String, from start: MediaTime, to end: MediaTime) {
        state.withLock { state in
            state.captions.append(text, from: start, to: end)
            state.stream?.captions = state.captions
        }
    }

    func cutCaptions(at time: MediaTime) {
        state.withLock { state in
            state.captions.cut(at: time)
            state.stream?.captions = state.captions
        }
    }

    /// The show is over: playlists end, and nobody waits any more.
    func close() {
        let waiters = state.withLock { state in
            state.isClosed = true
            state.stream?.finish()
            state.texts = [:]
            return state.takeWaiters { _ in true }
        }
        for waiter in waiters { waiter.continuation.resume() }
    }

    // MARK: The players' side

    /// The playlist that names the others. The first who asks waits for the first parts.
    public func multivariant() async throws(StageError) -> String {
        try await untilBegun()
        return state.withLock { $0.stream?.multivariant() } ?? ""
    }

    /// A media playlist, when it has what the player waits for.
    ///
    /// - Parameters:
    ///   - name: as the multivariant playlist says it, without `.m3u8`.
    ///   - segment: `_HLS_msn`.
    ///   - part: `_HLS_part`.
    ///   - isDelta: whether old segments may be left out.
    public func playlist(
        _ name: String, segment: Int? = nil, part: Int? = nil, isDelta: Bool = false
    ) async throws(StageError) -> String {
        try await untilBegun()
        if let segment {
            let position = HLSPosition(segment: segment, part: part)
            await wait(for: .position(position, in: name), Self.patienceOfPlayers)
            switch state.withLock({ $0.stream?.has(position, in: name) }) {
            case true?: break
            case false?: throw Self.notReady
            case nil:
                guard state.withLock({ $0.stream?.playlist(name) }) != nil else { break }
                throw StageError(
                    .invalid, code: "too-far-ahead",
                    message: "Segment \(segment) lies too far ahead.",
                    hint: "Ask for at most the second after the newest: read the playlist again.")
            }
        }
        let key = isDelta ? "\(name) delta" : name
        let text = state.withLock { state -> String? in
            if let text = state.texts[key] { return text }
            let text = state.stream?.playlist(name, isDelta: isDelta)
            state.texts[key] = text
            return text
        }
        guard let text else {
            throw StageError(
                .notFound, code: "no-such-playlist", message: "The stream has no '\(name).m3u8'.",
                hint: "index.m3u8 names those that there are.")
        }
        return text
    }

    /// A file that a playlist names; the one that it hints at comes when it is there.
    ///
    /// - Returns: its bytes, and whether they are captions.
    public func file(_ name: String) async throws(StageError) -> (bytes: [UInt8], isText: Bool) {
        await wait(for: .file(name), Self.patienceOfPlayers)
        switch state.withLock({ $0.stream?.file(named: name) }) {
        case .bytes(let bytes, let isText)?: return (bytes, isText)
        case .awaited?: throw Self.notReady
        case .unknown?, nil:
            throw StageError(
                .notFound, code: "no-such-segment", message: "The stream has no '\(name)'.",
                hint: "Segments go after a while: read the playlist again.")
        }
    }

    private func untilBegun() async throws(StageError) {
        await wait(for: .beginning, Self.patienceAtFirst)
        guard state.withLock({ $0.stream?.hasBegun == true }) else { throw Self.notReady }
    }

    private static let notReady = StageError(
        .unavailable, code: "stream-not-ready", message: "The stream is not so far yet.",
        hint: "Ask again in a second.")

    /// Waits until the stream has it, never will, or the time is over.
    private func wait(for need: Need, _ patience: Duration) async {
        let id = state.withLock { state in
            state.nextWaiter += 1
            return state.nextWaiter
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let waits = state.withLock { state in
                    state.isAskedFor = true
                    guard !state.isClosed, !Task.isCancelled, state.isOpen(need) else {
                        return false
                    }
                    state.waiters.append(
                        Waiter(
                            id: id, need: need, deadline: .now + patience,
                            continuation: continuation))
                    return true
                }
                if !waits { continuation.resume() }
            }
        } onCancel: {
            let mine = state.withLock { $0.takeWaiters { $0.id == id } }
            for waiter in mine { waiter.continuation.resume() }
        }
    }
}

extension HLSShelf.State {
    /// Whether waiting makes sense: it may still come.
    fileprivate func isOpen(_ need: HLSShelf.Need) -> Bool {
        switch need {
        case .beginning: stream?.hasBegun != true
        case .position(let position, let name): stream?.has(position, in: name) == false
        case .file(let name): stream?.file(named: name) == .awaited
        }
    }

    fileprivate mutating func takeServed() -> [HLSShelf.Waiter] {
        var served: [HLSShelf.Waiter] = []
        waiters = waiters.filter { waiter in
            if isOpen(waiter.need) { return true }
            served.append(waiter)
            return false
        }
        return served
    }

    fileprivate mutating func takeWaiters(where isTaken: (HLSShelf.Waiter) -> Bool)
        -> [HLSShelf.Waiter]
    {
        if waiters.isEmpty { return [] }
        let taken = waiters.filter(isTaken)
        waiters.removeAll(where: isTaken)
        return taken
    }
}
