import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import Synchronization

/// OBS, as a program next to it sees it: obs-websocket 5, one request at a time.
///
/// ```swift
/// try await Remote.open(host: "127.0.0.1", port: 4455, password: nil) { remote in
///     try await remote.ask(GetSceneList())
/// }
/// ```
final class Remote: Sendable {
    private typealias Channel = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

    private struct State {
        /// Messages that came before anybody waited for them, and who waits, by what they answer.
        var arrived: [String: Data] = [:]
        var waiting: [String: CheckedContinuation<Data, any Error>] = [:]
        var end: OBSFailure?
        var asked = 0
    }

    private let outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>
    private let state = Mutex(State())

    /// How long OBS may take for one answer.
    private static let patience = Duration.seconds(15)
    /// A screenshot of 4096 × 4096 pixels fits.
    private static let largestMessage = 96 << 20

    private init(outbound: NIOAsyncChannelOutboundWriter<WebSocketFrame>) {
        self.outbound = outbound
    }

    /// Connects, identifies itself, and is closed behind `body`.
    ///
    /// - Throws: `OBSFailure` with what to click when OBS does not answer or wants another password.
    static func open<Result: Sendable>(
        host: String, port: Int, password: String?,
        body: @Sendable @escaping (Remote) async throws -> Result
    ) async throws -> Result {
        let channel = try await connect(host, port)
        return try await channel.executeThenClose { inbound, outbound in
            let remote = Remote(outbound: outbound)
            return try await withThrowingTaskGroup(of: Result?.self) { group in
                group.addTask {
                    do {
                        for try await frame in inbound { await remote.receive(frame) }
                    } catch {
                        // The end, however it comes, is told below.
                    }
                    remote.end(OBSFailure("OBS hung up.", remedy: "Start it, and try again."))
                    return nil
                }
                group.addTask {
                    try await remote.identify(password)
                    return try await body(remote)
                }
                defer { group.cancelAll() }
                while let result = try await group.next() {
                    if let result { return result }
                }
                throw OBSFailure("OBS hung up.", remedy: "Start it, and try again.")
            }
        }
    }

    /// Asks for something and waits for it.
    ///
    /// - Throws: `Refused` when OBS says no.
    func ask<Request: OBSRequest>(_ request: Request) async throws -> Request.Reply {
        let id = state.withLock { state in
            state.asked += 1
            return "\(state.asked)"
        }
        try await send(
            Asked(d: .init(requestType: Request.name, requestId: id, requestData: request)))
        let answer = try Self.decode(
            Answered<Request.Reply>.self, from: await message("request \(id)")
        ).d
        guard answer.requestStatus.result else {
            throw Refused(
                request: Request.name, code: answer.requestStatus.code,
                comment: answer.requestStatus.comment)
        }
        if let reply = answer.responseData ?? Nothing() as? Request.Reply { return reply }
        throw OBSFailure(
            "OBS answered \(Request.name) with nothing.", remedy: "Update OBS to 28 or later.")
    }

    private func identify(_ password: String?) async throws {
        let hello = try Self.decode(Hello.self, from: await message("hello")).d
        guard hello.rpcVersion >= 1 else {
            throw OBSFailure("OBS speaks another protocol.", remedy: "Update OBS to 28 or later.")
        }
        var answer: String?
        if let challenge = hello.authentication {
            guard let password else {
                throw OBSFailure(
                    "OBS asks for a password.",
                    remedy:
                        "Find it under Tools → WebSocket Server Settings → Show Connect Info, "
                        + "and set OBS_PASSWORD or --password.")
            }
            answer = challenge.answer(to: password)
        }
        try await send(Identify(d: .init(authentication: answer)))
        _ = try await message("identified")
    }

    // MARK: Messages

    private func send(_ message: some Encodable) async throws {
        let data = try JSONEncoder().encode(message)
        try await outbound.write(frame(.text, ByteBuffer(bytes: data)))
    }

    private func frame(_ opcode: WebSocketOpcode, _ data: ByteBuffer) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: data)
    }

    private func message(_ key: String) async throws -> Data {
        let watch = Task {
            try await Task.sleep(for: Self.patience)
            end(
                OBSFailure(
                    "OBS does not answer.",
                    remedy: "Look whether it shows a question, or restart it."))
        }
        defer { watch.cancel() }
        return try await withCheckedThrowingContinuation { continuation in
            let outcome: Result<Data, any Error>? = state.withLock { state in
                if let data = state.arrived.removeValue(forKey: key) { return .success(data) }
                if let end = state.end { return .failure(end) }
                state.waiting[key] = continuation
                return nil
            }
            if let outcome { continuation.resume(with: outcome) }
        }
    }

    private func receive(_ frame: WebSocketFrame) async {
        switch frame.opcode {
        case .text:
            let data = Data(frame.unmaskedData.readableBytesView)
            guard let envelope = try? JSONDecoder().decode(Envelope.self, from: data) else {
                return
            }
            let key =
                switch envelope.op {
                case Operation.hello: "hello"
                case Operation.identified: "identified"
                case Operation.response: "request \(envelope.d.requestId ?? "")"
                default: ""
                }
            let waiting = state.withLock { state in
                let waiting = state.waiting.removeValue(forKey: key)
                if waiting == nil { state.arrived[key] = data }
                return waiting
            }
            waiting?.resume(returning: data)
        case .ping: try? await outbound.write(self.frame(.pong, frame.unmaskedData))
        case .connectionClose:
            var data = frame.unmaskedData
            end(Self.farewell(code: data.readInteger(as: UInt16.self) ?? 1005))
        default: break
        }
    }

    private func end(_ failure: OBSFailure) {
        let waiting = state.withLock { state in
            if state.end == nil { state.end = failure }
            defer { state.waiting = [:] }
            return Array(state.waiting.values)
        }
        for continuation in waiting { continuation.resume(throwing: failure) }
    }

    /// - Source: obs-websocket 5 protocol, "WebSocket close codes".
    private static func farewell(code: UInt16) -> OBSFailure {
        switch code {
        case 4009:
            OBSFailure(
                "OBS refuses the password.",
                remedy: "Look under Tools → WebSocket Server Settings → Show Connect Info.")
        case 4010: OBSFailure("OBS speaks another protocol.", remedy: "Update OBS to 28 or later.")
        default: OBSFailure("OBS hung up (\(code)).", remedy: "Start it, and try again.")
        }
    }

    private static func decode<Value: Decodable>(
        _ type: Value.Type, from data: Data
    ) throws -> Value {
        do { return try JSONDecoder().decode(type, from: data) } catch {
            throw OBSFailure(
                "OBS answered something else than its protocol says.",
                remedy: "Update OBS to 28 or later.")
        }
    }

    // MARK: Connecting

    private static func connect(_ host: String, _ port: Int) async throws -> Channel {
        let off = OBSFailure(
            "No OBS answers at \(host):\(port).",
            remedy:
                "Start OBS 28 or later, tick Tools → WebSocket Server Settings → "
                + "Enable WebSocket server, and try again.")
        let upgrade: EventLoopFuture<Channel?>
        do {
            upgrade = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .connectTimeout(.seconds(5))
                .connect(host: host, port: port) { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try upgraded(channel, "\(host):\(port)")
                    }
                }
        } catch { throw off }
        do {
            if let channel = try await upgrade.get() { return channel }
        } catch { throw off }
        throw OBSFailure(
            "What answers at \(host):\(port) is not OBS.",
            remedy:
                "Give OBS's own port with --port; it is under Tools → WebSocket Server Settings.")
    }

    private static func upgraded(
        _ channel: any NIOCore.Channel, _ authority: String
    ) throws -> EventLoopFuture<Channel?> {
        let upgrader = NIOTypedWebSocketClientUpgrader<Channel?>(
            maxFrameSize: largestMessage
        ) { channel, _ in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(
                    NIOWebSocketFrameAggregator(
                        minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: 4096,
                        maxAccumulatedFrameSize: largestMessage))
                return try Channel(wrappingChannelSynchronously: channel)
            }
        }
        let request = HTTPRequestHead(
            version: .http1_1, method: .GET, uri: "/",
            headers: ["Host": authority, "Sec-WebSocket-Protocol": "obswebsocket.json"])
        var configuration = NIOUpgradableHTTPClientPipelineConfiguration(
            upgradeConfiguration: NIOTypedHTTPClientUpgradeConfiguration(
                upgradeRequestHead: request, upgraders: [upgrader]
            ) { channel in
                channel.eventLoop.makeSucceededFuture(nil)
            })
        // OBS greets at once, often in one piece with its answer to the handshake.
        configuration.leftOverBytesStrategy = .forwardBytes
        return try channel.pipeline.syncOperations.configureUpgradableHTTPClientPipeline(
            configuration: configuration)
    }
}
