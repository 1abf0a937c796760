import Foundation
import Glibc
import Synchronization

/// A real HTTP server on a real socket that answers every request by a script, for as long as it is kept.
final class ChatServer: Sendable {
    enum Step: Sendable {
        case send(String)
        case bytes([UInt8])
        /// Says nothing until the client goes away, ten seconds at most.
        case stall
        /// Waits a moment, so that what was sent leaves as its own packet.
        case flush
    }

    let url: URL
    private let listener: Int32
    private let log = Log()

    private final class Log: Sendable {
        let requests = Mutex<[String]>([])
        let departures = Mutex(0)
    }

    /// What clients sent, head and body.
    var requests: [String] { log.requests.withLock { $0 } }
    /// Without a path.
    var root: URL { url.deletingLastPathComponent() }
    /// Clients that left while the server stalled.
    var departures: Int { log.departures.withLock { $0 } }

    convenience init(_ steps: [Step]) { self.init(inTurn: [steps]) }

    /// - Parameter scripts: for the first request, the second, and so on; the last serves all others.
    init(inTurn scripts: [[Step]]) {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        precondition(listener >= 0, "no socket")
        let made = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(made, $0, length) == 0 && listen(made, 16) == 0
                    && getsockname(made, $0, &length) == 0
            }
        }
        precondition(bound, "no port")
        url = URL(string: "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/v1")!
        let (door, log) = (listener, log)
        Thread.detachNewThread {
            while true {
                let client = accept(door, nil, nil)
                guard client >= 0 else {
                    close(door)
                    return
                }
                Thread.detachNewThread { Self.serve(client, scripts, log) }
            }
        }
    }

    /// The thread that accepts closes the door: its number must not be another's before that.
    deinit { shutdown(listener, Int32(SHUT_RDWR)) }

    private static func serve(_ client: Int32, _ scripts: [[Step]], _ log: Log) {
        defer { close(client) }
        var request: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while !isComplete(request) {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            request += buffer[..<count]
        }
        let text = String(decoding: request, as: UTF8.self)
        let number = log.requests.withLock { requests in
            requests.append(text)
            return requests.count - 1
        }
        for step in scripts[min(number, scripts.count - 1)] {
            switch step {
            case .send(let text): write(Array(text.utf8), to: client)
            case .bytes(let bytes): write(bytes, to: client)
            case .flush: usleep(20_000)
            case .stall:
                var ready = pollfd(fd: client, events: Int16(POLLIN), revents: 0)
                if poll(&ready, 1, 10_000) > 0, recv(client, &buffer, buffer.count, 0) <= 0 {
                    log.departures.withLock { $0 += 1 }
                }
            }
        }
    }

    private static func write(_ bytes: [UInt8], to client: Int32) {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return }
            sent += count
        }
    }

    private static func isComplete(_ request: [UInt8]) -> Bool {
        let text = String(decoding: request, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n") else { return false }
        let head = text[..<end.lowerBound].lowercased()
        guard let mark = head.range(of: "content-length: ") else { return true }
        let length = Int(head[mark.upperBound...].prefix(while: \.isNumber)) ?? 0
        return text[end.upperBound...].utf8.count >= length
    }

    static let head = Step.send(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n")

    /// One event with a piece of the reply.
    static func piece(_ text: String) -> Step { .send(event(text)) }

    static func event(_ text: String) -> String {
        let quoted = String(decoding: (try? JSONEncoder().encode(text)) ?? Data(), as: UTF8.self)
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\(quoted)}}]}\n\n"
    }

    static let done = Step.send("data: [DONE]\n\n")
}
