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

    // MARK: Without a task

    /// Takes what waits, if anything does. When nothing does, `wake` is called once as soon as something
    /// comes, or the sequence ends. A place is taken from in one way only: by this or as a sequence.
    public func take() -> Signal? { queue.take() }

    /// - Parameter wake: called on any thread; it must not wait.
    public func wake(_ wake: @escaping @Sendable () -> Void) { queue.wake(wake) }

    /// Whether all has been taken that will ever come.
    public var isOver: Bool { queue.isOver }
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
        /// Wakes who takes without a task, and whether that one found nothing.
        var wake: (@Sendable () -> Void)?
        var isAsleep = false
        var isClosed = false
        /// Nothing is passed on until a key frame comes.
        var awaitsKeyframe = true
        var isDiscontinuous = false

        /// - Returns: who waits for it, if anybody does.
        mutating func push(_ signal: Signal) -> Sleeper? {
            if let waiting {
                self.waiting = nil
                return .task(waiting, signal)
            }
            if case .media = signal { packets += 1 } else { events += 1 }
            signals.append(signal)
            return sleeper()
        }

        /// Who takes without a task, when that one must be woken.
        mutating func sleeper() -> Sleeper? {
            guard isAsleep, let wake else { return nil }
            isAsleep = false
            return .taker(wake)
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

    private enum Sleeper {
        case task(CheckedContinuation<Signal?, Never>, Signal?)
        case taker(@Sendable () -> Void)

        func wake() {
            switch self {
            case .task(let continuation, let signal): continuation.resume(returning: signal)
            case .taker(let wake): wake()
            }
        }
    }

    /// Whether the viewer is told when each packet was handed out.
    let isTimed: Bool

    init(isTimed: Bool = false) {
        self.isTimed = isTimed
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
        var sleeper: Sleeper?
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
            sleeper = state.push(signal)
            return .taken
        }
        sleeper?.wake()
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
        var sleeper: Sleeper?
        let isOpen = state.withLock { state in
            if state.isClosed { return false }
            if state.events >= Self.eventLimit { return false }
            sleeper = state.push(.event(event))
            return true
        }
        sleeper?.wake()
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

    func take() -> Signal? {
        state.withLock { state in
            let signal = state.pop()
            state.isAsleep = signal == nil && !state.isClosed
            return signal
        }
    }

    func wake(_ wake: @escaping @Sendable () -> Void) {
        state.withLock { $0.wake = wake }
    }

    var isOver: Bool { state.withLock { $0.isClosed && $0.head == $0.signals.count } }

    /// Whether the viewer has taken all it could, and gets nothing more before a key frame: one that does
    /// not take anything needs none yet.
    var needsKeyframe: Bool {
        state.withLock { $0.awaitsKeyframe && ($0.waiting != nil || $0.isAsleep) }
    }

    func close() {
        let sleeper: Sleeper? = state.withLock { state in
            state.isClosed = true
            defer {
                state.waiting = nil
                state.wake = nil
            }
            return state.waiting.map { .task($0, nil) } ?? state.sleeper()
        }
        sleeper?.wake()
    }
}
