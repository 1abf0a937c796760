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
        let running = Running(process)
        do {
            try process.run()
        } catch {
            throw wire.failure("the program \(name) does not start")
        }
        let text = Data(self.input.utf8)
        let patience = patience
        let (data, status) = await withTaskCancellationHandler {
            let clock = Task {
                try await Task.sleep(for: .seconds(patience))
                running.end()
            }
            defer { clock.cancel() }
            return await withCheckedContinuation { done in
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
        while !running.wasEnded, data.count < largest {
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
        private let isEnded = Mutex(false)

        init(_ process: Process) { self.process = process }

        func end() {
            isEnded.withLock { $0 = true }
            if process.isRunning { process.terminate() }
        }

        func wait() { process.waitUntilExit() }

        var wasEnded: Bool { isEnded.withLock { $0 } }

        /// nil when it was ended from here.
        var status: Int32? { wasEnded ? nil : process.terminationStatus }
    }
}
