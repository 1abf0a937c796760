import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1
import NIOWebSocket

/// One connection of the server: HTTP/1.1 until its first request asks to become a WebSocket and is
/// allowed to.
///
/// ```
/// HTTPResponseEncoder, HTTPRequestDecoder, HTTPServerProtocolErrorHandler, HandshakeGuard, UpgradeGate,
/// NIOTypedHTTPServerUpgradeHandler
///    stays HTTP         → HTTP1ToHTTPServerCodec, HTTPConnectionStateHandler → Hummingbird's router
///    becomes WebSocket  → WebSocketFrameEncoder, -Decoder, WebSocketMessageHandler → `serve`
/// ```
struct WebChannel: HTTPChannelHandler {
    typealias HTTPSide = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>
    typealias WebSocketSide = NIOAsyncChannel<WebSocketMessage, WebSocketAct>

    enum Outcome: Sendable {
        case http(HTTPSide)
        case webSocket(WebSocketSide, serve: @Sendable (WebSocket) async throws -> Void)
    }

    /// A connection that has not said what it is.
    struct Value: ServerChildChannelValue {
        let channel: any Channel
        let outcome: EventLoopFuture<Outcome>
    }

    let responder: HTTPChannelHandler.Responder
    let configuration: WebSocketConfiguration
    let decide: UpgradeGate.Decide
    private let rounds = DeliveryRounds()

    init(
        responder: @escaping HTTPChannelHandler.Responder, configuration: WebSocketConfiguration,
        decide: @escaping UpgradeGate.Decide
    ) {
        self.responder = responder
        self.configuration = configuration
        self.decide = decide
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let encoder = HTTPResponseEncoder()
            let decoder = ByteToMessageHandler(
                HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes))
            let errors = HTTPServerProtocolErrorHandler()
            let handshake = HandshakeGuard(timeout: configuration.handshakeTimeout)
            let gate = UpgradeGate(decide: decide)
            let firstRequest = NIOLoopBound((errors, handshake, gate), eventLoop: channel.eventLoop)
            let upgrade = NIOTypedHTTPServerUpgradeHandler<Outcome>(
                httpEncoder: encoder, extraHTTPHandlers: [decoder, errors, handshake],
                upgradeConfiguration: .init(
                    upgraders: [upgrader(gate: { firstRequest.value.2 })],
                    notUpgradingCompletionHandler: { channel in
                        channel.eventLoop.makeCompletedFuture {
                            // Hummingbird answers the parser's errors itself from here on.
                            let pipeline = channel.pipeline.syncOperations
                            pipeline.removeHandler(firstRequest.value.0, promise: nil)
                            pipeline.removeHandler(firstRequest.value.1, promise: nil)
                            return .http(try Self.httpSide(channel, logger: logger))
                        }
                    }))
            try channel.pipeline.syncOperations.addHandlers(
                encoder, decoder, errors, handshake, gate, upgrade)
            return Value(channel: channel, outcome: upgrade.upgradeResultFuture)
        }
    }

    func handle(value: Value, logger: Logger) async {
        do {
            switch try await value.outcome.get() {
            case .http(let side):
                await handleHTTP(asyncChannel: side, logger: logger)
            case .webSocket(let side, let serve):
                try await side.executeThenClose { inbound, outbound in
                    let socket = WebSocket(
                        inbound: inbound, outbound: outbound, channel: side.channel)
                    do {
                        try await serve(socket)
                        await socket.close(.done)
                    } catch {
                        logger.debug("A WebSocket ended early", metadata: ["why": "\(error)"])
                        await socket.close(.failed)
                    }
                    // The handler hangs up after its time limit at the latest.
                    try await side.channel.closeFuture.get()
                }
            }
        } catch {
            logger.debug("A connection ended early", metadata: ["why": "\(error)"])
            value.channel.close(promise: nil)
        }
    }

    private func upgrader(
        gate: @escaping @Sendable () -> UpgradeGate
    ) -> NIOTypedWebSocketServerUpgrader<Outcome> {
        let (configuration, rounds) = (configuration, rounds)
        return NIOTypedWebSocketServerUpgrader(
            maxFrameSize: configuration.maxFrameSize, enableAutomaticErrorHandling: false,
            shouldUpgrade: { channel, _ in
                channel.eventLoop.makeSucceededFuture(gate().serve == nil ? nil : HTTPHeaders())
            },
            upgradePipelineHandler: { channel, _ in
                channel.eventLoop.makeCompletedFuture {
                    guard let serve = gate().serve else {
                        preconditionFailure("The gate lets only accepted requests through.")
                    }
                    return .webSocket(
                        try Self.webSocketSide(
                            channel, configuration: configuration,
                            round: rounds.round(on: channel.eventLoop)), serve: serve)
                }
            })
    }

    private static func httpSide(_ channel: any Channel, logger: Logger) throws -> HTTPSide {
        // A player of the endless film that stalls loses what is to be dropped on our side.
        try keepUnsentShort(channel)
        try channel.pipeline.syncOperations.addHandlers(
            HTTP1ToHTTPServerCodec(secure: false),
            HTTPConnectionStateHandler(idleTimeout: .seconds(60), logger: logger))
        return try HTTPSide(
            wrappingChannelSynchronously: channel,
            configuration: .init(isOutboundHalfClosureEnabled: true))
    }

    private static func webSocketSide(
        _ channel: any Channel, configuration: WebSocketConfiguration, round: DeliveryRound
    ) throws -> WebSocketSide {
        // With the kernel's default buffers a viewer that stalls for 8 s gets all 8 s late. These keep
        // at most about 80 KB on the way, and the choice of what to drop on our side.
        try channel.syncOptions?.setOption(.socketOption(.so_sndbuf), value: 64 * 1024)
        try channel.syncOptions?.setOption(
            .writeBufferWaterMark, value: .init(low: 4 * 1024, high: 16 * 1024))
        try keepUnsentShort(channel)
        try channel.pipeline.syncOperations.addHandler(
            WebSocketMessageHandler(configuration: configuration, round: round))
        return try WebSocketSide(wrappingChannelSynchronously: channel, configuration: .init())
    }
}

/// At most 16 KB wait in the kernel for a place in the network.
private func keepUnsentShort(_ channel: any Channel) throws {
    #if os(Linux)
        let notSentLowWater = NIOBSDSocket.Option(rawValue: 25)  // TCP_NOTSENT_LOWAT
        try channel.syncOptions?.setOption(.tcpOption(notSentLowWater), value: 16 * 1024)
    #endif
}

extension HTTPServerBuilder {
    /// HTTP/1.1 and WebSocket on one port.
    ///
    /// - Parameter decide: sees the head of every well-formed handshake, and may wait.
    static func http1WebSocket(
        configuration: WebSocketConfiguration = WebSocketConfiguration(),
        decide: @escaping UpgradeGate.Decide
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            WebChannel(responder: responder, configuration: configuration, decide: decide)
        }
    }
}
