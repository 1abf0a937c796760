import Foundation
import Glibc

/// A client that speaks in bytes, so that tests can be as rude as a real network.
///
/// It blocks; use it through ``talking(to:_:)``, which gives it a thread.
final class RawClient {
    struct Failure: Error, CustomStringConvertible {
        var description: String
    }

    struct Answer {
        var status: Int
        /// Lower-case names.
        var headers: [String: String]
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
        /// `error.code`, when the body is an error.
        var code: String? {
            struct Body: Decodable {
                struct Inner: Decodable {
                    var code: String
                    var message: String
                    var hint: String
                }
                var error: Inner
            }
            return try? JSONDecoder().decode(Body.self, from: Data(body)).error.code
        }
    }

    struct Frame: Equatable {
        var opcode: UInt8
        var payload: [UInt8]

        var text: String { String(decoding: payload, as: UTF8.self) }
        /// Of a close frame.
        var code: Int { payload.count < 2 ? 0 : Int(payload[0]) << 8 | Int(payload[1]) }

        static let text: UInt8 = 1
        static let binary: UInt8 = 2
        static let close: UInt8 = 8
        static let ping: UInt8 = 9
        static let pong: UInt8 = 10
    }

    private let descriptor: Int32
    private let port: Int
    private var buffer: [UInt8] = []

    init(port: Int) throws {
        self.port = port
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        // Long enough for a loaded machine; only a defect waits so long.
        var patience = timeval(tv_sec: 20, tv_usec: 0)
        setsockopt(
            descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(description: "connect: errno \(errno)") }
    }

    deinit { close(descriptor) }

    // MARK: Bytes

    func send(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure(description: "send: errno \(errno)") }
            sent += count
        }
    }

    func closeOutput() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// False at the end of the stream.
    private func receive() throws -> Bool {
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = recv(descriptor, &chunk, chunk.count, 0)
        guard count >= 0 else { throw Failure(description: "recv: errno \(errno)") }
        buffer += chunk[..<count]
        return count > 0
    }

    private func take(_ count: Int) throws -> [UInt8] {
        while buffer.count < count {
            guard try receive() else { throw Failure(description: "the stream ended early") }
        }
        defer { buffer.removeFirst(count) }
        return Array(buffer[..<count])
    }

    /// What comes until the server hangs up.
    func rest() throws -> [UInt8] {
        while try receive() {}
        defer { buffer = [] }
        return buffer
    }

    // MARK: HTTP

    func send(
        _ method: String, _ path: String, headers: [(String, String)] = [], body: String? = nil
    ) throws {
        var head = "\(method) \(path) HTTP/1.1\r\n"
        if !headers.contains(where: { $0.0.lowercased() == "host" }) {
            head += "Host: 127.0.0.1:\(port)\r\n"
        }
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        if let body { head += "Content-Length: \(body.utf8.count)\r\n" }
        try send(Array((head + "\r\n" + (body ?? "")).utf8))
    }

    func answer(to method: String = "GET") throws -> Answer {
        let head = String(decoding: try line(endingWith: "\r\n\r\n"), as: UTF8.self)
        let lines = head.split(separator: "\r\n")
        guard let first = lines.first, let status = Int(first.split(separator: " ")[1]) else {
            throw Failure(description: "no status line in \(head)")
        }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        let hasBody = method != "HEAD" && status != 304 && status != 101 && status != 204
        return Answer(status: status, headers: headers, body: hasBody ? try take(length) : [])
    }

    func request(
        _ method: String, _ path: String, headers: [(String, String)] = [], body: String? = nil
    ) throws -> Answer {
        try send(method, path, headers: headers, body: body)
        return try answer(to: method)
    }

    /// A request whose body is no text.
    func request(_ method: String, _ path: String, bytes: [UInt8]) throws -> Answer {
        let head =
            "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
            + "Content-Length: \(bytes.count)\r\n\r\n"
        try send(Array(head.utf8) + bytes)
        return try answer(to: method)
    }

    func line(endingWith end: String) throws -> [UInt8] {
        let end = Array(end.utf8)
        while true {
            if let found = buffer.indices.first(where: { buffer[$0...].starts(with: end) }) {
                return try take(found + end.count)
            }
            guard try receive() else { throw Failure(description: "the stream ended early") }
        }
    }

    // MARK: WebSocket

    @discardableResult
    func upgrade(_ path: String, headers: [(String, String)] = []) throws -> Answer {
        try request(
            "GET", path,
            headers: [
                ("Upgrade", "websocket"), ("Connection", "keep-alive, Upgrade"),
                ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="), ("Sec-WebSocket-Version", "13"),
            ].filter { mine in !headers.contains { $0.0 == mine.0 } } + headers)
    }

    /// Sends a frame as it is asked for, right or wrong.
    func sendFrame(
        _ opcode: UInt8, _ payload: [UInt8], isLast: Bool = true, isMasked: Bool = true,
        reserved: UInt8 = 0, claiming length: Int? = nil
    ) throws {
        let count = length ?? payload.count
        let maskBit: UInt8 = isMasked ? 0x80 : 0
        var frame: [UInt8] = [(isLast ? 0x80 : 0) | reserved << 4 | opcode]
        switch count {
        case ..<126: frame.append(maskBit | UInt8(count))
        case ..<65_536: frame += [maskBit | 126, UInt8(count >> 8), UInt8(count & 255)]
        default:
            frame.append(maskBit | 127)
            frame += (0..<8).map { UInt8(truncatingIfNeeded: count >> (56 - 8 * $0)) }
        }
        let mask: [UInt8] = [0x37, 0xFA, 0x21, 0x3D]
        if isMasked { frame += mask }
        frame += payload.enumerated().map { isMasked ? $1 ^ mask[$0 % 4] : $1 }
        try send(frame)
    }

    func sendText(_ text: String) throws { try sendFrame(Frame.text, Array(text.utf8)) }

    func frame() throws -> Frame {
        let head = try take(2)
        var count = Int(head[1] & 0x7F)
        if count == 126 { count = try take(2).reduce(0) { $0 << 8 | Int($1) } }
        if count == 127 { count = try take(8).reduce(0) { $0 << 8 | Int($1) } }
        return Frame(opcode: head[0] & 0x0F, payload: try take(count))
    }

    /// The next frame that is not of these opcodes.
    func frame(skipping opcodes: Set<UInt8>) throws -> Frame {
        while true {
            let next = try frame()
            if !opcodes.contains(next.opcode) { return next }
        }
    }
}

/// Runs a conversation on a thread of its own: blocking in a task would starve the server under test.
func talking<Result: Sendable>(
    to port: Int, _ body: @escaping @Sendable (RawClient) throws -> Result
) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread {
            continuation.resume(with: Swift.Result { try body(RawClient(port: port)) })
        }
    }
}
