import Foundation
import HTTPTypes
import Stage

/// What OpenAI's clients send. Members that a character has no use for are read over, as clients send more
/// than they mean.
///
/// - Source: OpenAI API reference: "Create chat completion", "Create speech", "Create embeddings".
struct ChatCompletionBody: RequestBody {
    struct Message: Decodable, Sendable {
        var role: String
        var content: Content?
    }

    /// A text, or a list of parts.
    struct Content: Decodable, Sendable {
        var text: String
        var hasOther: Bool

        private struct Part: Decodable {
            var type: String
            var text: String?
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self.text = text
                hasOther = false
            } else {
                let parts = try container.decode([Part].self)
                text = parts.compactMap(\.text).joined(separator: "\n")
                hasOther = parts.contains { $0.type != "text" }
            }
        }
    }

    struct StreamOptions: Decodable, Sendable {
        var include_usage: Bool?
    }

    var model: String
    var messages: [Message]
    var stream: Bool?
    var stream_options: StreamOptions?
    var user: String?
    var n: Int?
    var max_tokens: Int?
    var max_completion_tokens: Int?

    static let fields: [Endpoint.Field] = [
        .init("model", .string, required: true, "A character's name, as in /v1/models."),
        .init(
            "messages", .array, required: true, "Each with role and content; the user's is last."),
        .init("stream", .boolean, "Whether the answer comes in pieces, as server-sent events."),
        .init("stream_options", .object, "include_usage: a last piece tells the tokens."),
        .init(
            "user", .string,
            "Whose talk it is: then it is remembered, and only the last message is new."),
        .init("n", .integer, "1, if it is there."),
        .init("max_tokens", .integer, "Where the answer is cut."),
        .init("max_completion_tokens", .integer, "The same."),
    ]

    /// - Throws: a ``Refusal`` for what a character cannot do.
    func completion() throws -> Completion {
        guard n ?? 1 == 1 else {
            throw Refusal(
                .badRequest, code: "one-answer", message: "'n' is \(n ?? 1), and she answers once.",
                hint: "Leave 'n' out.")
        }
        let messages: [(role: Completion.Role, text: String)] = try messages.compactMap {
            message in
            if message.content?.hasOther == true {
                throw Refusal(
                    .badRequest, code: "only-text", message: "A message holds more than text.",
                    hint: "Send parts of type 'text' alone.")
            }
            let text = message.content?.text ?? ""
            switch message.role {
            case "user": return (.user, text)
            case "assistant": return text.isEmpty ? nil : (.character, text)
            case "system", "developer": return (.direction, text)
            case "tool", "function": return nil
            default:
                throw Refusal(
                    .badRequest, code: "bad-role", message: "There is no role '\(message.role)'.",
                    hint: "Use system, user or assistant.")
            }
        }
        return Completion(character: model, user: user, messages: messages)
    }

    var tokenLimit: Int { max(1, max_completion_tokens ?? max_tokens ?? .max) }
}

struct SpeechBody: RequestBody {
    var model: String
    var input: String
    var voice: String?
    var response_format: String?
    var speed: Float?

    static let fields: [Endpoint.Field] = [
        .init("model", .string, required: true, "A character's name; tts-1 is who is on stage."),
        .init("input", .string, required: true, "What is said; [joy]-style tags colour the voice."),
        .init("voice", .string, "One of /v1/voices; OpenAI's own names are the character's voice."),
        .init("response_format", .string, "mp3, opus, aac, flac, wav or pcm (24 kHz)."),
        .init("speed", .number, "0.25 to 4."),
    ]

    /// Names that clients send because they must send one.
    static let openAIVoices: Set<String> = [
        "alloy", "ash", "ballad", "coral", "echo", "fable", "nova", "onyx", "sage", "shimmer",
        "verse", "marin", "cedar",
    ]
    static let openAIModels: Set<String> = ["tts-1", "tts-1-hd", "gpt-4o-mini-tts"]
}

struct EmbeddingsBody: RequestBody {
    struct Input: Decodable, Sendable {
        var texts: [String]

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                texts = [text]
            } else {
                texts = try container.decode([String].self)
            }
        }
    }

    var model: String
    var input: Input
    var encoding_format: String?
    var dimensions: Int?

    static let fields: [Endpoint.Field] = [
        .init("model", .string, required: true, "bunraku-embedder."),
        .init("input", .string, required: true, "A text, or a list of at most 2048."),
        .init("encoding_format", .string, "float, or base64 of little-endian floats."),
        .init("dimensions", .integer, "1024, if it is there."),
    ]
}
