import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Decides whether the first request of a connection becomes a WebSocket, before NIO's upgrade handler
/// sees it.
///
/// NIO's typed upgrader swallows a request whose upgrade it refuses: the client waits for ever. The gate
/// takes the decision itself and strips the `Upgrade` field from everything it refuses (`h2c` too), so
/// the router answers it like any other request. As NIO's decoder parses nothing after a message that
/// asked for an upgrade, a refused connection is also told to close after its answer.
///
/// - Source: the loss is apple/swift-nio#2632.
final class UpgradeGate: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias Decide = @Sendable (HTTPRequest) async -> WebSocketDecision

    private let decide: Decide
    /// What arrived while the decision is being taken.
    private var held: [HTTPServerRequestPart]?
    private var isGone = false
    /// The life of the WebSocket, once accepted.
    private(set) var serve: (@Sendable (WebSocket) async throws -> Void)?

    init(decide: @escaping Decide) {
        self.decide = decide
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        isGone = true
        held = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = Self.unwrapInboundIn(data)
        guard held == nil else {
            held?.append(part)
            return
        }
        guard case .head(let head) = part, head.headers.contains(name: "upgrade") else {
            context.fireChannelRead(data)
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
            return
        }
        guard Self.isHandshake(head),
            let request = try? HTTPRequest(head, secure: false, splitCookie: false)
        else {
            context.fireChannelRead(Self.wrapInboundOut(.head(Self.refused(head))))
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
            return
        }
        held = []
        let decide = decide
        context.eventLoop.makeFutureWithTask { await decide(request) }.assumeIsolated()
            .whenSuccess { [self] decision in
                guard !isGone else { return }
                release(head, after: decision, context: context)
            }
    }

    private func release(
        _ head: HTTPRequestHead, after decision: WebSocketDecision, context: ChannelHandlerContext
    ) {
        var head = head
        switch decision {
        case .pass:
            head = Self.refused(head)
        case .accept(let serve):
            self.serve = serve
            head.headers.replaceOrAdd(name: "upgrade", value: "websocket")
        }
        let rest = held ?? []
        held = nil
        context.fireChannelRead(Self.wrapInboundOut(.head(head)))
        for part in rest {
            context.fireChannelRead(Self.wrapInboundOut(part))
        }
        context.fireChannelReadComplete()
        guard !isGone else { return }
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }

    /// - Source: RFC 6455 section 4.2.1.
    private static func isHandshake(_ head: HTTPRequestHead) -> Bool {
        let key = head.headers["sec-websocket-key"]
        return head.method == .GET && head.version == .http1_1
            && lists("websocket", in: head.headers["upgrade"])
            && lists("upgrade", in: head.headers["connection"])
            && head.headers["sec-websocket-version"] == ["13"]
            && key.count == 1 && key[0].utf8.count == 24
            && !head.headers.contains(name: "transfer-encoding")
            && head.headers["content-length"].allSatisfy { $0 == "0" }
    }

    private static func lists(_ token: String, in fields: [String]) -> Bool {
        fields.contains { field in
            field.split(separator: ",").contains { entry in
                entry.filter { $0 != " " && $0 != "\t" }.lowercased() == token
            }
        }
    }

    private static func refused(_ head: HTTPRequestHead) -> HTTPRequestHead {
        var head = head
        head.headers.remove(name: "upgrade")
        head.headers.replaceOrAdd(name: "connection", value: "close")
        return head
    }
}
