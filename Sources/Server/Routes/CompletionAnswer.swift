import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Stage

/// The answer to a chat completion: whole, or piece by piece.
///
/// - Source: OpenAI API reference, "The chat completion object" and "chunk object"; `reasoning_content` is
///   what DeepSeek, vLLM and others call thoughts.
struct CompletionAnswer: Sendable {
    private let id = "chatcmpl-" + UUID().uuidString.lowercased()
    private let created = Int(Date().timeIntervalSince1970)
    private let model: String
    private let limit: Int
    private let tellsUsage: Bool
    private let promptTokens: Int

    init(_ body: ChatCompletionBody, _ completion: Completion) {
        model = body.model
        limit = body.tokenLimit
        tellsUsage = body.stream_options?.include_usage == true
        promptTokens = completion.tokens
    }

    func whole(_ pieces: AsyncStream<CompletionPiece>) async -> some Encodable {
        var (text, thought) = ("", "")
        var isCut = false
        for await piece in pieces {
            switch piece {
            case .thought(let more): thought += more
            case .text(let more):
                text += more
                isCut = Completion.tokens(of: text) > limit
            }
            if isCut { break }
        }
        if isCut { text = shortened(text) }
        return Whole(
            id: id, created: created, model: model,
            choices: [
                .init(
                    message: .init(
                        role: "assistant", content: text,
                        reasoning_content: thought.isEmpty ? nil : thought),
                    finish_reason: isCut ? "length" : "stop")
            ], usage: usage(of: text))
    }

    func streamed(_ pieces: AsyncStream<CompletionPiece>) -> Response {
        let body = ResponseBody { writer in
            func send(_ chunk: Chunk) async throws {
                try await writer.write(ByteBuffer(string: "data: \(JSONText.of(chunk))\n\n"))
            }
            try await send(chunk(.init(role: "assistant", content: "")))
            var text = ""
            var isCut = false
            for await piece in pieces {
                switch piece {
                case .thought(let more): try await send(chunk(.init(reasoning_content: more)))
                case .text(let more):
                    isCut = Completion.tokens(of: text + more) > limit
                    if !isCut {
                        text += more
                        try await send(chunk(.init(content: more)))
                    }
                }
                if isCut { break }
            }
            try await send(chunk(.init(), finish: isCut ? "length" : "stop"))
            if tellsUsage {
                var last = chunk(.init())
                last.choices = []
                last.usage = usage(of: text)
                try await send(last)
            }
            try await writer.write(ByteBuffer(string: "data: [DONE]\n\n"))
            try await writer.finish(nil)
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store",
                .xContentTypeOptions: "nosniff",
            ], body: body)
    }

    /// Whole words that are within the limit.
    private func shortened(_ text: String) -> String {
        var kept = ""
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let longer = kept.isEmpty ? String(word) : kept + " " + word
            if Completion.tokens(of: longer) > limit { break }
            kept = longer
        }
        return kept
    }

    private func usage(of text: String) -> Usage {
        let tokens = Completion.tokens(of: text)
        return Usage(
            prompt_tokens: promptTokens, completion_tokens: tokens,
            total_tokens: promptTokens + tokens)
    }

    private func chunk(_ delta: Message, finish: String? = nil) -> Chunk {
        Chunk(
            id: id, created: created, model: model,
            choices: [.init(delta: delta, finish_reason: finish)])
    }

    private struct Message: Encodable {
        var role: String?
        var content: String?
        var reasoning_content: String?
    }

    private struct Usage: Encodable {
        var prompt_tokens: Int
        var completion_tokens: Int
        var total_tokens: Int
    }

    private struct Whole: Encodable {
        struct Choice: Encodable {
            let index = 0
            var message: Message
            var finish_reason: String
        }

        var id: String
        let object = "chat.completion"
        var created: Int
        var model: String
        var choices: [Choice]
        var usage: Usage
    }

    private struct Chunk: Encodable {
        struct Choice: Encodable {
            let index = 0
            var delta: Message
            var finish_reason: String?
        }

        var id: String
        let object = "chat.completion.chunk"
        var created: Int
        var model: String
        var choices: [Choice]
        var usage: Usage?
    }
}
