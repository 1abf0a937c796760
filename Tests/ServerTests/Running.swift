import Hummingbird
import Logging
import ServiceLifecycle

@testable import Server

/// Logs nothing: tests assert instead.
let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

/// A server that runs while a test talks to it.
struct Running: Sendable {
    let port: Int
    /// Starts a graceful shutdown, as SIGTERM does.
    let stop: @Sendable () async -> Void
}

/// Runs a server on a free port around `body`, then stops it gracefully and waits for its end.
func running<Result: Sendable>(
    _ application: (@escaping @Sendable (Int) -> Void) -> some ApplicationProtocol,
    _ body: @escaping @Sendable (Running) async throws -> Result
) async throws -> Result {
    let (ports, port) = AsyncStream.makeStream(of: Int.self)
    let group = ServiceGroup(
        configuration: .init(
            services: [application { port.yield($0) }], logger: quiet))
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
        tasks.addTask {
            defer { port.finish() }
            try await group.run()
        }
        var iterator = ports.makeAsyncIterator()
        guard let port = await iterator.next() else {
            try await tasks.waitForAll()
            throw RawClient.Failure(description: "the server ended before it was ready")
        }
        let result: Result
        do {
            result = try await body(
                Running(port: port) { await group.triggerGracefulShutdown() })
        } catch {
            await group.triggerGracefulShutdown()
            throw error
        }
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        return result
    }
}
