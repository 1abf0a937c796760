import Foundation
import Synchronization

/// A program that is given a text and answers with bytes, once.
struct Program {
    var name: String
    var arguments: [String]
    var input: String
    /// Seconds, after which it is ended.
    var patience: Double

    /// Larger answers are no line of speech.
    private static let largest = 64 << 20

    /// - Throws: when it is not there, fails, says nothing, or takes too long.
    func output(_ wire: EngineWire) async throws(VoiceError) -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [name] + arguments
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let running = Running(process, patience: patience)
        do {
            try process.run()
        } catch {
            throw wire.failure("the program \(name) does not start")
        }
        let text = Data(self.input.utf8)
        let (data, status) = await withTaskCancellationHandler {
            await withCheckedContinuation { done in
                // A thread of its own keeps the time too: no work of the process makes its clock late.
                Thread.detachNewThread {
                    // A program that reads nothing closes its end: that is no reason to die of.
                    var broken = sigset_t()
                    sigemptyset(&broken)
                    sigaddset(&broken, SIGPIPE)
                    pthread_sigmask(SIG_BLOCK, &broken, nil)
                    try? input.fileHandleForWriting.write(contentsOf: text)
                    try? input.fileHandleForWriting.close()
                    let data = Self.read(output.fileHandleForReading, until: running)
                    running.wait()
                    done.resume(returning: (data, running.status))
                }
            }
        } onCancel: {
            running.end()
        }
        switch status {
        case 0: break
        case 127: throw wire.failure("there is no program \(name)")
        case nil: throw wire.failure("it took longer than \(patience) s, or was stopped")
        case .some(let status): throw wire.failure("it ended with status \(status)")
        }
        guard !data.isEmpty else { throw wire.failure("it said nothing") }
        return data
    }

    /// What comes until the program closes its output, or has been ended: its own children may hold the
    /// output open longer than it lives.
    private static func read(_ output: FileHandle, until running: Running) -> Data {
        var data = Data()
        while !running.isOver, data.count < largest {
            var ready = pollfd(fd: output.fileDescriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 50) != 0 else { continue }
            let piece = output.availableData
            if piece.isEmpty { break }
            data += piece
        }
        return data
    }

    /// The process, for the threads that wait for it and end it.
    private final class Running: @unchecked Sendable {
        private let process: Process
        private let deadline: ContinuousClock.Instant
        private let isEnded = Mutex(false)

        init(_ process: Process, patience: Double) {
            self.process = process
            self.deadline = .now + .seconds(patience)
        }

        func end() {
            isEnded.withLock { $0 = true }
            if process.isRunning { process.terminate() }
        }

        /// Whether it was ended from here; it is, when its time is over.
        var isOver: Bool {
            if !wasEnded, .now >= deadline { end() }
            return wasEnded
        }

        /// Until it has ended. One that does not go when it is asked to is not asked a second later.
        func wait() {
            while process.isRunning, !isOver { usleep(2_000) }
            let asked = ContinuousClock.now
            while process.isRunning, .now - asked < .seconds(1) { usleep(2_000) }
            if process.isRunning { kill(process.processIdentifier, SIGKILL) }
            process.waitUntilExit()
        }

        private var wasEnded: Bool { isEnded.withLock { $0 } }

        /// nil when it was ended from here.
        var status: Int32? { wasEnded ? nil : process.terminationStatus }
    }
}
