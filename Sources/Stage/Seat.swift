import Synchronization

/// Something for one viewer.
public enum Signal: Sendable {
    /// JSON text.
    case event(String)
    /// A media message of the wire format, shared between all viewers.
    case media([UInt8])
}

/// One viewer's place: an endless sequence of signals. The first is the hello. Leaving the loop, or
/// cancelling its task, frees the place.
public struct Seat: AsyncSequence, Sendable {
    public typealias Element = Signal

    let queue: SeatQueue

    public func makeAsyncIterator() -> Iterator { Iterator(queue: queue) }

    public struct Iterator: AsyncIteratorProtocol {
        let queue: SeatQueue

        public mutating func next() async -> Signal? { await queue.next() }
    }

    /// Gives the place back; the sequence ends.
    public func leave() { queue.close() }
}

/// The signals a viewer has not taken yet.
///
/// A viewer who does not keep up loses pictures and sound up to the next key frame, never events, and
/// slows nobody: offering never waits.
final class SeatQueue: Sendable {
    /// Packets that may wait: about a second of picture and sound together.
    private static let packetLimit = 90
    /// Events that may wait before the viewer is taken for gone.
    private static let eventLimit = 2_000

    private struct State {
        var signals: [Signal] = []
        var head = 0
        var packets = 0
        var events = 0
        var waiting: CheckedContinuation<Signal?, Never>?
        var isClosed = false
        /// Nothing is passed on until a key frame comes.
        var awaitsKeyframe = true
        var isDiscontinuous = false

        /// - Returns: who waits for it, if anybody does.
        mutating func push(_ signal: Signal) -> CheckedContinuation<Signal?, Never>? {
            if let waiting {
                self.waiting = nil
                return waiting
            }
            if case .media = signal { packets += 1 } else { events += 1 }
            signals.append(signal)
            return nil
        }

        mutating func pop() -> Signal? {
            guard head < signals.count else { return nil }
            let signal = signals[head]
            head += 1
            if case .media = signal { packets -= 1 } else { events -= 1 }
            if head > 64, head * 2 > signals.count {
                signals.removeFirst(head)
                head = 0
            }
            return signal
        }

        mutating func dropMedia() -> Int {
            let kept = signals[head...].filter { if case .event = $0 { true } else { false } }
            let dropped = signals.count - head - kept.count
            signals = Array(kept)
            head = 0
            packets = 0
            return dropped
        }
    }

    /// Nobody is woken while it is held: a task that is being cancelled holds its own lock and waits for
    /// this one, in `close`, and waking it takes that lock.
    private let state = Mutex(State())

    /// What became of a packet.
    enum Outcome: Equatable {
        case taken
        /// It, and `dropped - 1` before it, will not be seen; a key frame is wanted.
        case skipped(dropped: Int)
        case closed
    }

    /// - Parameters:
    ///   - message: the wire message.
    ///   - restart: the same with its discontinuity bit set, made only when needed.
    func offer(
        _ message: [UInt8], isVideo: Bool, isKeyframe: Bool, restart: () -> [UInt8]
    ) -> Outcome {
        var signal = Signal.media(message)
        var waiting: CheckedContinuation<Signal?, Never>?
        let outcome: Outcome = state.withLock { state in
            if state.isClosed { return .closed }
            if state.awaitsKeyframe {
                guard isVideo, isKeyframe else { return .skipped(dropped: 1) }
                state.awaitsKeyframe = false
            }
            if state.packets >= Self.packetLimit {
                state.awaitsKeyframe = true
                state.isDiscontinuous = true
                return .skipped(dropped: state.dropMedia() + 1)
            }
            if state.isDiscontinuous, isVideo {
                state.isDiscontinuous = false
                signal = .media(restart())
            }
            waiting = state.push(signal)
            return .taken
        }
        waiting?.resume(returning: signal)
        return outcome
    }

    /// Passes on nothing until the next key frame: the tracks have changed.
    func restart() {
        state.withLock { state in
            _ = state.dropMedia()
            state.awaitsKeyframe = true
        }
    }

    /// - Returns: false when the place was given back.
    @discardableResult
    func offer(event: String) -> Bool {
        var waiting: CheckedContinuation<Signal?, Never>?
        let isOpen = state.withLock { state in
            if state.isClosed { return false }
            if state.events >= Self.eventLimit { return false }
            waiting = state.push(.event(event))
            return true
        }
        waiting?.resume(returning: .event(event))
        if !isOpen { close() }
        return isOpen
    }

    /// Signals that wait to be taken.
    var count: Int { state.withLock { $0.signals.count - $0.head } }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    func next() async -> Signal? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                var signal: Signal?
                let waits = state.withLock { state in
                    signal = state.pop()
                    if signal != nil || state.isClosed { return false }
                    state.waiting = continuation
                    return true
                }
                if !waits { continuation.resume(returning: signal) }
            }
        } onCancel: {
            close()
        }
    }

    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume(returning: nil)
    }
}
