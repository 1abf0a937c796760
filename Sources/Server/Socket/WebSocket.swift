import NIOCore
import Stage

/// A whole message, whatever frames it came in.
enum WebSocketMessage: Hashable, Sendable {
    case text(String)
    case binary(ByteBuffer)
}

/// What our side asks of the connection.
enum WebSocketAct: Sendable {
    case message(WebSocketMessage)
    case close(Closure)
}

/// One open WebSocket as plain asynchronous code sees it.
///
/// Pings, fragments, limits and the closing handshake happen underneath, on the event loop.
struct WebSocket: Sendable {
    /// Messages in their order. Ends when either side closes.
    ///
    /// Who stops taking messages also stops the reading of pongs and is taken for dead: answer slow
    /// requests in a task of their own.
    let inbound: NIOAsyncChannelInboundStream<WebSocketMessage>
    private let outbound: NIOAsyncChannelOutboundWriter<WebSocketAct>
    private let channel: any Channel

    init(
        inbound: NIOAsyncChannelInboundStream<WebSocketMessage>,
        outbound: NIOAsyncChannelOutboundWriter<WebSocketAct>, channel: any Channel
    ) {
        self.inbound = inbound
        self.outbound = outbound
        self.channel = channel
    }

    /// Sends what comes to a seat, until the room closes it, the task is cancelled (which gives the place
    /// back) or the connection ends.
    ///
    /// - Throws: when the connection is closing or gone.
    func show(_ seat: Seat) async throws {
        let channel = channel
        try await withTaskCancellationHandler {
            try await channel.eventLoop.flatSubmit {
                do {
                    return try channel.pipeline.syncOperations
                        .handler(type: WebSocketMessageHandler.self).show(seat)
                } catch {
                    return channel.eventLoop.makeFailedFuture(error)
                }
            }.get()
        } onCancel: {
            seat.leave()
        }
    }

    /// Sends text. Waits while the socket cannot take more, which is how a slow peer is felt.
    ///
    /// - Throws: when the connection is closing or gone.
    func send(_ text: String) async throws {
        try await outbound.write(.message(.text(text)))
    }

    /// Sends bytes, with the same wait.
    ///
    /// - Throws: when the connection is closing or gone.
    func send(_ bytes: [UInt8]) async throws {
        try await outbound.write(.message(.binary(ByteBuffer(bytes: bytes))))
    }

    /// Starts the closing handshake. On a connection that is already closing it does nothing.
    func close(_ closure: Closure) async {
        try? await outbound.write(.close(closure))
    }
}
