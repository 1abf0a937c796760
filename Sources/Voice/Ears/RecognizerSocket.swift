import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// A WebSocket to a recognizer: text and bytes go out, text comes in.
struct RecognizerSocket: Sendable {
    typealias Channel = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

    private let outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>

    /// No transcript of half a minute is longer.
    private static let largestMessage = 1 << 20

    /// Why there is no conversation, in words for a `VoiceError`.
    struct Failure: Error {
        var what: String
    }

    /// Connects, and is closed behind `talk`.
    ///
    /// - Parameters:
    ///   - address: `ws://`, with path and query.
    ///   - talk: what goes out. It runs beside `listen`.
    ///   - listen: is given every text that comes, in order, and nil when the other side hangs up; true when
    ///     that was all.
    static func open(
        _ address: URL, headers: [(String, String)],
        talk: @escaping @Sendable (RecognizerSocket) async throws -> Void,
        listen: @escaping @Sendable (Data?) throws -> Bool
    ) async throws {
        let channel = try await connect(address, headers)
        try await channel.executeThenClose { inbound, outbound in
            let socket = RecognizerSocket(outbound: outbound)
            try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask {
                    do {
                        try await talk(socket)
                    } catch  where !(error is CancellationError || error is Failure) {
                        // It has hung up; what it said before that is still to be read.
                    }
                    return false
                }
                group.addTask {
                    reading: for try await frame in inbound {
                        switch frame.opcode {
                        case .text:
                            let text = Data(frame.unmaskedData.readableBytesView)
                            if try listen(text) { return true }
                        case .ping: try await socket.send(.pong, frame.unmaskedData)
                        case .connectionClose: break reading
                        default: break
                        }
                    }
                    guard try listen(nil) else { throw Failure(what: "it hung up") }
                    return true
                }
                defer { group.cancelAll() }
                while let isOver = try await group.next() {
                    if isOver { return }
                }
            }
        }
    }

    func send(_ text: String) async throws { try await send(.text, ByteBuffer(string: text)) }

    func send(_ bytes: [UInt8]) async throws { try await send(.binary, ByteBuffer(bytes: bytes)) }

    private func send(_ opcode: WebSocketOpcode, _ data: ByteBuffer) async throws {
        try await outbound.write(
            WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data))
    }

    private static func connect(
        _ address: URL, _ headers: [(String, String)]
    ) async throws -> Channel {
        let (host, port) = (address.host() ?? "", address.port ?? 80)
        let upgrade: EventLoopFuture<Channel?>
        do {
            upgrade = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.seconds(5))
                .connect(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try upgraded(channel, address, "\(host):\(port)", headers)
                    }
                }
        } catch { throw Failure(what: "nothing listens there") }
        guard let channel = try? await upgrade.get() else {
            throw Failure(what: "it speaks no WebSocket there, or refuses the key")
        }
        return channel
    }

    private static func upgraded(
        _ channel: any NIOCore.Channel, _ address: URL, _ authority: String,
        _ headers: [(String, String)]
    ) throws -> EventLoopFuture<Channel?> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Channel?>(
            maxFrameSize: largestMessage
        ) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(
                    NIOWebSocketFrameAggregator(
                        minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: 1024,
                        maxAccumulatedFrameSize: largestMessage))
                return try Channel(wrappingChannelSynchronously: channel)
            }
        }
        var path = address.path(percentEncoded: true)
        if path.isEmpty { path = "/" }
        if let query = address.query(percentEncoded: true) { path += "?" + query }
        let request = HTTPRequestHead(
            version: .http1_1, method: .GET, uri: path,
            headers: HTTPHeaders([("Host", authority)] + headers))
        var configuration = NIOUpgradableHTTPClientPipelineConfiguration(
            upgradeConfiguration: NIOTypedHTTPClientUpgradeConfiguration(
                upgradeRequestHead: request, upgraders: [upgrader]
            ) { channel in
                channel.eventLoop.makeSucceededFuture(nil)
            })
        configuration.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(
            configuration: configuration)
    }
}
