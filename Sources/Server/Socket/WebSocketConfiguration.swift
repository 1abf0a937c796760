import NIOCore

/// The limits and clocks of every WebSocket connection.
struct WebSocketConfiguration: Sendable {
    /// The longest frame a client may send, in bytes. A longer one closes the connection with 1009
    /// as soon as its header is read, before any of it is kept.
    var maxFrameSize = 64 * 1024
    /// The longest message over all its fragments, in bytes.
    var maxMessageSize = 256 * 1024
    /// How often a silent peer is asked whether it lives. One that has said nothing at all between two
    /// questions is dropped.
    var pingInterval = TimeAmount.seconds(20)
    /// How long a peer may take to answer our close; shutdown waits at most this long for the deaf.
    var closeTimeout = TimeAmount.seconds(3)
    /// How long a connection may stay without a first request.
    var handshakeTimeout = TimeAmount.seconds(10)
}

/// What is done with a request to become a WebSocket.
enum WebSocketDecision: Sendable {
    /// An ordinary route answers, usually with why not.
    case pass
    /// The connection becomes a WebSocket, and `serve` is its whole life: when it returns the peer gets
    /// 1000, when it throws 1011.
    case accept(serve: @Sendable (WebSocket) async throws -> Void)
}

/// Why a connection ends: what a close frame says.
struct Closure: Hashable, Sendable {
    /// 1000…4999.
    var code: UInt16
    /// For people who debug. At most 123 bytes.
    var reason: String

    static let done = Closure(code: 1000, reason: "")
    static let shuttingDown = Closure(code: 1001, reason: "server shutting down")
    static let failed = Closure(code: 1011, reason: "internal error")

    static func violation(_ reason: String) -> Closure { Closure(code: 1002, reason: reason) }
    static func badText(_ reason: String) -> Closure { Closure(code: 1007, reason: reason) }
    static func tooBig(_ reason: String) -> Closure { Closure(code: 1009, reason: reason) }

    /// Whether a peer may send this code.
    ///
    /// - Source: RFC 6455 section 7.4 and the IANA registry of close codes.
    static func isSendable(code: UInt16) -> Bool {
        switch code {
        case 1000...1003, 1007...1014, 3000...4999: true
        default: false
        }
    }
}
