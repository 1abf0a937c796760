import Foundation

/// How a server words the events of a streamed reply.
enum Dialect: Sendable {
    case openAI
    case anthropic

    /// What one event says.
    struct Piece: Equatable {
        var text = ""
        /// What the model thinks before it speaks.
        var thought = ""
        /// Something came that belongs to the reply: a tool call, the start of a message.
        var isAlive = false
        var isDone = false
        var problem: String?
    }

    /// Reads one payload; nil when it is nothing of this dialect.
    func read(_ payload: String) -> Piece? {
        switch self {
        case .openAI: Self.openAI(payload)
        case .anthropic: Self.anthropic(payload)
        }
    }

    private static func openAI(_ payload: String) -> Piece? {
        if payload.hasPrefix("[DONE]") { return Piece(isDone: true) }
        guard
            let chunk = try? JSONDecoder().decode(
                ChatCompletion.Chunk.self, from: Data(payload.utf8))
        else { return nil }
        if let problem = chunk.error { return Piece(problem: problem.message) }
        guard let choice = chunk.choices?.first else { return Piece() }
        let message = choice.delta ?? choice.message
        let text = message?.content?.text ?? ""
        let thought = message?.reasoning_content ?? message?.reasoning ?? ""
        return Piece(
            text: text, thought: thought,
            isAlive: !text.isEmpty || !thought.isEmpty || message?.tool_calls != nil,
            isDone: choice.finish_reason != nil)
    }

    private static func anthropic(_ payload: String) -> Piece? {
        guard
            let event = try? JSONDecoder().decode(AnthropicEvent.self, from: Data(payload.utf8))
        else { return nil }
        switch event.type {
        case "content_block_delta", "content_block_start":
            let block = event.delta ?? event.content_block
            return Piece(
                text: block?.text ?? "", thought: block?.thinking ?? "", isAlive: true)
        case "message":
            // An answer that is not streamed.
            let text = event.content?.compactMap(\.text).joined() ?? ""
            return Piece(text: text, isAlive: true, isDone: true)
        case "message_stop": return Piece(isDone: true)
        case "error": return Piece(problem: event.error?.message ?? "")
        default: return Piece()
        }
    }
}

/// An event of the Messages API, and its whole answer.
///
/// - Source: Anthropic API reference, "Streaming messages".
private struct AnthropicEvent: Decodable {
    struct Block: Decodable {
        var text: String?
        var thinking: String?
    }

    var type: String
    var delta: Block?
    var content_block: Block?
    var content: [Block]?
    var error: ChatCompletion.Problem?
}
