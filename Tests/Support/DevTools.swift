import Foundation
import Glibc
import Synchronization

/// The Chrome DevTools Protocol over one socket: JSON messages, each ended by a zero byte.
///
/// - Source: https://chromedevtools.github.io/devtools-protocol/, `--remote-debugging-pipe`.
final class DevTools: Sendable {
    /// What the browser says by itself.
    struct Event: Sendable {
        var method: String
        var parameters: JSON
    }

    private struct Command: Encodable {
        var id: Int
        var method: String
        var params: JSON
        var sessionId: String?
    }

    private struct Message: Decodable {
        var id: Int?
        var method: String?
        var params: JSON?
        var result: JSON?
        var error: JSON?
        var sessionId: String?
    }

    private struct State {
        var nextID = 1
        var waiting: [Int: CheckedContinuation<JSON, any Error>] = [:]
        var listeners: [String: @Sendable (Event) -> Void] = [:]
        var hasEnded = false
    }

    /// How long the browser may take to answer anything.
    private static let patience = Duration.seconds(60)

    private let socket: Int32
    private let state = Mutex(State())

    /// - Parameter socket: connected to the browser; closed when the browser closes its end.
    init(socket: Int32) {
        self.socket = socket
        Thread.detachNewThread { [self] in read() }
    }

    /// Ends the conversation; the browser takes it for the end of its work.
    func hangUp() { shutdown(socket, Int32(SHUT_RDWR)) }

    /// - Parameter session: nil for the browser itself, else a page's.
    /// - Throws: when the browser refuses, does not answer, or is gone.
    @discardableResult
    func call(
        _ method: String, _ parameters: JSON = [:], session: String? = nil
    ) async throws -> JSON {
        let id = state.withLock { state in
            defer { state.nextID += 1 }
            return state.nextID
        }
        let command = Command(id: id, method: method, params: parameters, sessionId: session)
        let bytes = Array(try JSONEncoder().encode(command)) + [0]
        let limit = Task {
            try await Task.sleep(for: Self.patience)
            answer(id, with: .failure(SupportFailure("The browser does not answer \(method).")))
        }
        defer { limit.cancel() }
        return try await withCheckedThrowingContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.hasEnded { state.waiting[id] = continuation }
                return !state.hasEnded
            }
            guard isOpen else {
                return continuation.resume(throwing: SupportFailure("The browser is gone."))
            }
            write(bytes)
        }
    }

    /// Hears everything that is said about a page. It is called on the reading thread.
    func listen(session: String, _ listener: @escaping @Sendable (Event) -> Void) {
        state.withLock { $0.listeners[session] = listener }
    }

    private func answer(_ id: Int, with result: Result<JSON, any Error>) {
        state.withLock { $0.waiting.removeValue(forKey: id) }?.resume(with: result)
    }

    private func write(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            // The reading thread sees the same end and says so to whoever waits.
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    private func read() {
        var message = Data()
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { break }
            var rest = chunk[..<count]
            while let end = rest.firstIndex(of: 0) {
                message.append(contentsOf: rest[..<end])
                take(message)
                message = Data()
                rest = rest[(end + 1)...]
            }
            message.append(contentsOf: rest)
        }
        close(socket)
        let waiting = state.withLock { state in
            state.hasEnded = true
            defer { state.waiting = [:] }
            return state.waiting
        }
        for continuation in waiting.values {
            continuation.resume(throwing: SupportFailure("The browser ended in the middle."))
        }
    }

    private func take(_ bytes: Data) {
        guard let message = try? JSONDecoder().decode(Message.self, from: bytes) else { return }
        if let id = message.id {
            if let error = message.error {
                answer(
                    id,
                    with: .failure(
                        SupportFailure("The browser: \(error["message"].text ?? "no reason")")))
            } else {
                answer(id, with: .success(message.result ?? .null))
            }
        } else if let method = message.method, let session = message.sessionId {
            let listener = state.withLock { $0.listeners[session] }
            listener?(Event(method: method, parameters: message.params ?? .null))
        }
    }
}
