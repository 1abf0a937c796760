import Synchronization

/// A clock that stands until a test moves it.
///
/// `advance(by:)` wakes sleepers in the order of their deadlines, and returns when whoever was woken sleeps
/// again: what was due has then been done.
final class ManualClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration

        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
    }

    private struct State {
        var now = Instant(offset: .zero)
        var sleeper: (deadline: Instant, wake: CheckedContinuation<Void, any Error>)?
        var watcher: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    var now: Instant { state.withLock { $0.now } }
    var minimumResolution: Duration { .zero }

    /// One sleeper at a time: a show has one loop.
    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation {
                (continuation: CheckedContinuation<Void, any Error>) in
                state.withLock { state in
                    if Task.isCancelled {
                        continuation.resume(throwing: CancellationError())
                    } else if deadline <= state.now {
                        continuation.resume()
                    } else {
                        state.sleeper = (deadline, continuation)
                        state.watcher?.resume()
                        state.watcher = nil
                    }
                }
            }
        } onCancel: {
            state.withLock { state in
                state.sleeper?.wake.resume(throwing: CancellationError())
                state.sleeper = nil
                state.watcher?.resume()
                state.watcher = nil
            }
        }
    }

    func advance(by duration: Duration) async {
        let end = now.advanced(by: duration)
        while true {
            await untilSomeoneSleeps()
            let isDone = state.withLock { state in
                guard let sleeper = state.sleeper, sleeper.deadline <= end else {
                    state.now = end
                    return true
                }
                state.now = sleeper.deadline
                state.sleeper = nil
                sleeper.wake.resume()
                return false
            }
            if isDone { return }
        }
    }

    private func untilSomeoneSleeps() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            state.withLock { state in
                if state.sleeper != nil {
                    continuation.resume()
                } else {
                    state.watcher = continuation
                }
            }
        }
    }
}
