import Dispatch
import Foundation
import Synchronization

/// A thread of one show's own: drawing and encoding never occupy the threads that serve sockets.
final class ShowThread: SerialExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isEnding = false
    }

    private let state = Mutex(State())
    /// Wakes the thread: raised after every change of the state.
    private let change = DispatchSemaphore(value: 0)

    init(name: String) {
        let thread = Thread { [self] in run() }
        thread.name = name
        thread.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        state.withLock { $0.jobs.append(job) }
        change.signal()
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    /// Lets the thread finish what is enqueued, and end.
    func end() {
        state.withLock { $0.isEnding = true }
        change.signal()
    }

    private func run() {
        while true {
            change.wait()
            let (jobs, isEnding) = state.withLock { state in
                defer { state.jobs = [] }
                return (state.jobs, state.isEnding)
            }
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
            // What comes while the last jobs run has a signal of its own.
            if isEnding, jobs.isEmpty { return }
        }
    }
}
