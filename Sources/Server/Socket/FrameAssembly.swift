import NIOCore
import NIOWebSocket

/// Makes messages out of frames, and notices every frame that RFC 6455 forbids.
///
/// NIO's decoder checks lengths and control-frame fragmentation only: it lets unmasked client frames
/// and reserved bits through, for extensions. We negotiate none, so here they are violations.
struct FrameAssembly {
    enum Step: Equatable {
        /// A fragment was kept.
        case waiting
        case message(WebSocketMessage)
        /// The peer asks; the payload must go back.
        case ping(ByteBuffer)
        case pong
        /// The peer says goodbye: answer this, then hang up.
        case goodbye(Closure)
        /// The peer broke the protocol: say this, then hang up.
        case violation(Closure)
    }

    /// In bytes, over all fragments.
    let maxMessageSize: Int
    private var fragments: ByteBuffer?
    private var isText = false

    init(maxMessageSize: Int) {
        self.maxMessageSize = maxMessageSize
    }

    /// Takes the next frame from a client, as the decoder gave it (still masked).
    mutating func take(_ frame: WebSocketFrame) -> Step {
        guard frame.maskKey != nil else {
            return .violation(.violation("client frames must be masked"))
        }
        guard !frame.rsv1, !frame.rsv2, !frame.rsv3 else {
            return .violation(.violation("reserved bits without an extension"))
        }
        let payload = frame.unmaskedData
        switch frame.opcode {
        case .text, .binary:
            guard fragments == nil else {
                return .violation(.violation("a new message inside a fragmented one"))
            }
            isText = frame.opcode == .text
            return append(payload, isLast: frame.fin)
        case .continuation:
            guard fragments != nil else {
                return .violation(.violation("a continuation of nothing"))
            }
            return append(payload, isLast: frame.fin)
        case .ping:
            return .ping(payload)
        case .pong:
            return .pong
        case .connectionClose:
            return goodbye(payload)
        default:
            return .violation(.violation("unknown opcode"))
        }
    }

    private mutating func append(_ payload: ByteBuffer, isLast: Bool) -> Step {
        let total = (fragments?.readableBytes ?? 0) + payload.readableBytes
        guard total <= maxMessageSize else {
            return .violation(.tooBig("messages are limited to \(maxMessageSize) bytes"))
        }
        var whole = payload
        if var before = fragments.take() {
            before.writeImmutableBuffer(payload)
            whole = before
        }
        guard isLast else {
            fragments = whole
            return .waiting
        }
        guard isText else { return .message(.binary(whole)) }
        guard let text = String(validating: whole.readableBytesView, as: UTF8.self) else {
            return .violation(.badText("text must be UTF-8"))
        }
        return .message(.text(text))
    }

    private func goodbye(_ payload: ByteBuffer) -> Step {
        var payload = payload
        guard payload.readableBytes > 0 else { return .goodbye(.done) }
        guard let code = payload.readInteger(as: UInt16.self), Closure.isSendable(code: code) else {
            return .violation(.violation("a close code that nobody may send"))
        }
        guard String(validating: payload.readableBytesView, as: UTF8.self) != nil else {
            return .violation(.badText("a close reason must be UTF-8"))
        }
        return .goodbye(Closure(code: code, reason: ""))
    }
}
