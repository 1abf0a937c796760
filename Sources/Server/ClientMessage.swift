import Foundation
import HTTPTypes
import NIOCore

/// What a viewer says over the socket.
enum ClientMessage: Sendable {
    case chat(ChatBody)
    case interrupt
    case look(LookBody)
    case touch(TouchBody)
    case typing
    case subscribe(SubscribeBody)
    case listen(ListenBody)
    case ping

    /// The sender's own number or name for a message; errors and pongs bring it back.
    enum Identifier: Codable, Equatable, Sendable {
        case number(Int)
        case text(String)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .number(let number): try container.encode(number)
            case .text(let text): try container.encode(text)
            }
        }
    }

    struct Kind: Sendable {
        var type: String
        var fields: [Endpoint.Field]
        var help: String
        var read: @Sendable (JSONDecoder, Data) throws -> ClientMessage

        init<Body: RequestBody>(
            _ type: String, _ body: Body.Type, _ help: String,
            _ message: @escaping @Sendable (Body) -> ClientMessage
        ) {
            self.type = type
            self.help = help
            fields = Body.fields
            read = { decoder, data in
                message(try decoder.decode(Checked<Body>.self, from: data).value)
            }
        }
    }

    static let kinds: [Kind] = [
        Kind("chat", ChatBody.self, "Talks to the character.") { .chat($0) },
        Kind("interrupt", NoBody.self, "Stops in mid-word.") { _ in .interrupt },
        Kind("look", LookBody.self, "Looks there for three seconds.") { .look($0) },
        Kind("touch", TouchBody.self, "Touches the picture.") { .touch($0) },
        Kind("typing", NoBody.self, "Somebody writes: she listens.") { _ in .typing },
        Kind("subscribe", SubscribeBody.self, "Changes what is sent; a hello follows.") {
            .subscribe($0)
        },
        Kind(
            "listen", ListenBody.self,
            "Opens a microphone: binary messages that follow are its sound, 16-bit little-endian mono "
                + "at 16 kHz. Answered with ear events."
        ) { .listen($0) },
        Kind("ping", NoBody.self, "Answered with a pong.") { _ in .ping },
    ]

    /// - Parameter id: set as soon as it is known, so that errors can name it.
    /// - Throws: what is wrong with the message; never a reason to close the connection.
    init(_ message: WebSocketMessage, id: inout Identifier?) throws {
        struct Envelope: Decodable {
            var type: String
            var id: Identifier?
        }
        guard case .text(let text) = message else {
            throw Refusal(
                .badRequest, code: "binary-message", message: "No microphone is open.",
                hint: "Send {\"type\":\"listen\"} before sound.")
        }
        let data = Data(text.utf8)
        let decoder = JSONDecoder()
        decoder.userInfo[Checked<NoBody>.messageFlag] = true
        let envelope = try decoder.decode(Envelope.self, from: data)
        id = envelope.id
        guard let kind = Self.kinds.first(where: { $0.type == envelope.type }) else {
            throw Refusal(
                .badRequest, code: "unknown-message",
                message: "There is no message '\(envelope.type)'.",
                hint: "Known are \(Self.kinds.map(\.type).joined(separator: ", ")).")
        }
        self = try kind.read(decoder, data)
    }
}
