import NIOCore
import NIOWebSocket
import Stage

/// Everything of a WebSocket that is protocol and not conversation.
///
/// It answers pings, asks silent peers whether they live, runs the closing handshake with a time limit,
/// and turns frames into messages through ``FrameAssembly``. It runs on the event loop only.
final class WebSocketMessageHandler: ChannelDuplexHandler {
    typealias InboundIn = WebSocketFrame
    typealias InboundOut = WebSocketMessage
    typealias OutboundIn = WebSocketAct
    typealias OutboundOut = WebSocketFrame

    private let configuration: WebSocketConfiguration
    private var assembly: FrameAssembly
    private var isClosing = false
    private var heardSincePing = true
    /// The newest ping that could not be answered because the peer does not read. RFC 6455 allows us to
    /// answer only the newest, so a flood of pings costs one buffer.
    private var owedPong: ByteBuffer?
    /// The next ping; after the goodbye, the moment we stop waiting.
    private var timer: Scheduled<Void>?
    private let round: DeliveryRound
    private var context: ChannelHandlerContext?
    private var delivery: Delivery?

    init(configuration: WebSocketConfiguration, round: DeliveryRound) {
        self.configuration = configuration
        self.round = round
        assembly = FrameAssembly(maxMessageSize: configuration.maxMessageSize)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        schedulePing(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        endDelivery()
        self.context = nil
        timer?.cancel()
        timer = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        heardSincePing = true
        let step = assembly.take(Self.unwrapInboundIn(data))
        if isClosing {
            if case .goodbye = step { context.close(promise: nil) }
            return
        }
        switch step {
        case .waiting, .pong:
            break
        case .message(let message):
            context.fireChannelRead(Self.wrapInboundOut(message))
        case .ping(let payload):
            owedPong = payload
            payPong(context)
        case .goodbye(let closure):
            leave(context, saying: closure) { context.close(promise: nil) }
        case .violation(let closure):
            fail(context, saying: closure)
        }
    }

    func write(
        context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?
    ) {
        guard !isClosing else {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        switch Self.unwrapOutboundIn(data) {
        case .message(.text(let text)):
            let frame = WebSocketFrame(fin: true, opcode: .text, data: ByteBuffer(string: text))
            context.write(Self.wrapOutboundOut(frame), promise: promise)
        case .message(.binary(let bytes)):
            let frame = WebSocketFrame(fin: true, opcode: .binary, data: bytes)
            context.write(Self.wrapOutboundOut(frame), promise: promise)
        case .close(let closure):
            leave(context, saying: closure)
            promise?.succeed()
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        endDelivery()
        context.fireChannelInactive()
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        payPong(context)
        if context.channel.isWritable { delivery?.deliver() }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent:
            leave(context, saying: .shuttingDown)
        case ChannelEvent.inputClosed:
            // Hummingbird lets peers close one half; a WebSocket cannot live on the other.
            context.close(promise: nil)
        default:
            context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch error {
        case NIOWebSocketError.invalidFrameLength:
            fail(
                context,
                saying: .tooBig("frames are limited to \(configuration.maxFrameSize) bytes"))
        case is NIOWebSocketError:
            fail(context, saying: .violation("a broken control frame"))
        default:
            context.fireErrorCaught(error)
            context.close(promise: nil)
        }
    }

    // MARK: Media

    /// Sends what comes to a seat.
    ///
    /// - Returns: what is fulfilled when nothing more will be sent.
    func show(_ seat: Seat) -> EventLoopFuture<Void> {
        guard let context, !isClosing, context.channel.isActive else {
            return round.loop.makeFailedFuture(ChannelError.outputClosed)
        }
        do {
            let delivery = Delivery(
                of: seat,
                to: try context.pipeline.syncOperations.context(
                    handlerType: WebSocketFrameEncoder.self),
                in: round)
            self.delivery = delivery
            return delivery.begin()
        } catch {
            return round.loop.makeFailedFuture(error)
        }
    }

    private func endDelivery() {
        delivery?.end()
        delivery = nil
    }

    // MARK: The closing handshake

    /// Sends the close frame and ends the asynchronous side; the peer's own close, `then`, or the time
    /// limit ends the connection.
    private func leave(
        _ context: ChannelHandlerContext, saying closure: Closure,
        then: (() -> Void)? = nil
    ) {
        guard !isClosing else { return }
        isClosing = true
        owedPong = nil
        endDelivery()
        var payload = context.channel.allocator.buffer(capacity: 2 + closure.reason.utf8.count)
        payload.writeInteger(closure.code)
        payload.writeBytes(closure.reason.utf8.prefix(123))
        let frame = WebSocketFrame(fin: true, opcode: .connectionClose, data: payload)
        let sent = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(Self.wrapOutboundOut(frame), promise: sent)
        if let then {
            sent.futureResult.assumeIsolated().whenComplete { _ in then() }
        }
        timer?.cancel()
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: configuration.closeTimeout) {
            context.close(promise: nil)
        }
        context.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        context.fireUserInboundEventTriggered(ChannelEvent.outputClosed)
    }

    /// Leaves a peer that we no longer understand. Only our half is closed at first: closing both with
    /// its bytes unread would reset the connection and lose the close frame.
    private func fail(_ context: ChannelHandlerContext, saying closure: Closure) {
        leave(context, saying: closure) { context.close(mode: .output, promise: nil) }
    }

    // MARK: Keep-alive

    private func schedulePing(_ context: ChannelHandlerContext) {
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: configuration.pingInterval) {
            [self] in
            guard heardSincePing else {
                context.close(promise: nil)
                return
            }
            heardSincePing = false
            let ping = WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer())
            context.writeAndFlush(Self.wrapOutboundOut(ping), promise: nil)
            schedulePing(context)
        }
    }

    private func payPong(_ context: ChannelHandlerContext) {
        guard context.channel.isWritable, let payload = owedPong else { return }
        owedPong = nil
        let pong = WebSocketFrame(fin: true, opcode: .pong, data: payload)
        context.writeAndFlush(Self.wrapOutboundOut(pong), promise: nil)
    }
}
