/// Reads a stream of server-sent events from bytes that may be cut anywhere.
///
/// - Source: WHATWG HTML, section 9.2.6. Only `data` matters here: comments, `event`, `id` and `retry` are
///   read over.
struct ServerSentEvents {
    /// A line or event longer than this is no chat completion.
    static let longestEvent = 1 << 20

    private var line: [UInt8] = []
    private var lines: [String] = []
    private var size = 0
    private var endedWithReturn = false

    /// Whether the stream cannot be one of events.
    private(set) var isOverflowing = false

    /// The payloads that these bytes complete.
    mutating func read(_ bytes: some Sequence<UInt8>) -> [String] {
        var events: [String] = []
        for byte in bytes {
            if byte == 0x0A, endedWithReturn {
                endedWithReturn = false
                continue
            }
            endedWithReturn = byte == 0x0D
            if byte == 0x0A || byte == 0x0D {
                endLine(into: &events)
            } else if size < Self.longestEvent {
                line.append(byte)
                size += 1
            } else {
                isOverflowing = true
            }
        }
        return events
    }

    /// The connection closed: a last event without an empty line behind it still counts.
    mutating func finish() -> [String] {
        var events: [String] = []
        endLine(into: &events)
        endLine(into: &events)
        return events
    }

    private mutating func endLine(into events: inout [String]) {
        if line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        let text = String(decoding: line, as: UTF8.self)
        line.removeAll(keepingCapacity: true)
        if text.isEmpty {
            if !lines.isEmpty { events.append(lines.joined(separator: "\n")) }
            lines = []
            size = 0
        } else if text.hasPrefix("data:") {
            let value = text.dropFirst(5)
            lines.append(String(value.first == " " ? value.dropFirst() : value))
        }
    }
}
