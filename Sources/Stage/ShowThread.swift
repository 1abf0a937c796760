import Foundation
import Synchronization

/// A thread of one show's own: drawing and encoding never occupy the threads that serve sockets.
final class ShowThread: SerialExecutor {
    private struct State {
        var jobs: [UnownedJob] = []
        var isEnding = false
    }

    /// Holds the jobs; `NSCondition` because a thread has to sleep until one comes.
    private let condition = NSCondition()
    private let state = Mutex(State())

    init(name: String) {
        let thread = Thread { [self] in run() }
        thread.name = name
        thread.start()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        condition.lock()
        state.withLock { $0.jobs.append(job) }
        condition.signal()
        condition.unlock()
    }

    func asUnownedSerialExecutor() -> UnownedSerialExecutor {
        UnownedSerialExecutor(ordinary: self)
    }

    /// Lets the thread finish what is enqueued, and end.
    func end() {
        condition.lock()
        state.withLock { $0.isEnding = true }
        condition.signal()
        condition.unlock()
    }

    private func run() {
        while let jobs = waitForJobs() {
            for job in jobs { job.runSynchronously(on: asUnownedSerialExecutor()) }
        }
    }

    /// The jobs that have come, in order; nil when the thread is to end.
    private func waitForJobs() -> [UnownedJob]? {
        condition.lock()
        defer { condition.unlock() }
        while true {
            let jobs = state.withLock { state in
                defer { state.jobs = [] }
                return state.jobs
            }
            if !jobs.isEmpty { return jobs }
            if state.withLock({ $0.isEnding }) { return nil }
            condition.wait()
        }
    }
}
