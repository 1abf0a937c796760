import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket
import Synchronization

/// A WebSocket server on a real socket that speaks a recognizer's protocol as far as its script says.
final class RecognizerServer: Sendable {
    enum Heard: Equatable, Sendable {
        case text(String)
        /// The first piece of sound is number 1.
        case sound(piece: Int)
    }

    /// What it answers to a message: texts, and nil to hang up.
    typealias Script = @Sendable (Heard) -> [String?]

    let address: URL
    private let log = Log()
    private let listener: any Channel

    private final class Log: Sendable {
        let heard = Mutex<(path: String, key: String?, texts: [String], sound: [UInt8])>(
            ("", nil, [], []))
    }

    /// What the last client asked for and sent.
    var heard: (path: String, key: String?, texts: [String], sound: [UInt8]) {
        log.heard.withLock { $0 }
    }

    private typealias Socket = NIOAsyncChannel<WebSocketFrame, WebSocketFrame>

    init(_ script: @escaping Script) async throws {
        let log = log
        listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                let upgrader = NIOWebSocketServerUpgrader(
                    shouldUpgrade: { channel, _ in
                        channel.eventLoop.makeSucceededFuture(HTTPHeaders())
                    },
                    upgradePipelineHandler: { channel, head in
                        channel.eventLoop.makeCompletedFuture {
                            let socket = try Socket(wrappingChannelSynchronously: channel)
                            log.heard.withLock {
                                $0.path = head.uri
                                $0.key = head.headers.first(name: "Authorization")
                            }
                            Task { try? await Self.serve(socket, script, log) }
                        }
                    })
                return channel.pipeline.configureHTTPServerPipeline(
                    withServerUpgrade: (upgraders: [upgrader], completionHandler: { _ in }))
            }
            .bind(host: "127.0.0.1", port: 0).get()
        address = URL(string: "ws://127.0.0.1:\(listener.localAddress?.port ?? 0)")!
    }

    deinit { listener.close(promise: nil) }

    private static func serve(_ socket: Socket, _ script: Script, _ log: Log) async throws {
        try await socket.executeThenClose { inbound, outbound in
            var pieces = 0
            for try await frame in inbound {
                let bytes = Array(frame.unmaskedData.readableBytesView)
                let heard: Heard
                switch frame.opcode {
                case .text:
                    let text = String(decoding: bytes, as: UTF8.self)
                    log.heard.withLock { $0.texts.append(text) }
                    heard = .text(text)
                case .binary:
                    pieces += 1
                    log.heard.withLock { $0.sound += bytes }
                    heard = .sound(piece: pieces)
                default: continue
                }
                for answer in script(heard) {
                    guard let answer else { return }
                    try await outbound.write(
                        WebSocketFrame(
                            fin: true, opcode: .text, data: ByteBuffer(string: answer)))
                }
            }
        }
    }
}
