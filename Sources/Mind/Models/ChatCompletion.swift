/// The parts of the chat completions format that we write and read.
///
/// Everything that is read is optional: servers leave out, add and misspell.
///
/// - Source: OpenAI API reference, "Create chat completion"; vendors' `reasoning_content`.
enum ChatCompletion {
    struct Request: Encodable {
        struct Message: Encodable, Equatable {
            var role: String
            var content: String
        }

        var model: String
        var messages: [Message]
        var temperature: Double
        var stream = true
    }

    struct Chunk: Decodable {
        struct Choice: Decodable {
            var delta: Message?
            /// A server that does not stream answers with the whole message.
            var message: Message?
            var finish_reason: String?
        }

        struct Message: Decodable {
            var content: Content?
            var reasoning_content: String?
            var reasoning: String?
            /// In pieces, to be joined by index; we offer no tools, so that they come is all that counts.
            var tool_calls: [ToolCall]?
        }

        struct ToolCall: Decodable {}

        /// A text, or a list of parts of which some are texts.
        struct Content: Decodable {
            var text: String

            private struct Part: Decodable {
                var text: String?
            }

            init(from decoder: any Decoder) throws {
                let container = try decoder.singleValueContainer()
                if let parts = try? container.decode([Part].self) {
                    text = parts.compactMap(\.text).joined()
                } else {
                    text = try container.decode(String.self)
                }
            }
        }

        var choices: [Choice]?
        var error: Problem?
    }

    /// `{"error":{"message":…}}` or `{"error":"…"}`.
    struct Problem: Decodable {
        var message: String

        private enum Key: CodingKey {
            case message
        }

        init(from decoder: any Decoder) throws {
            if let text = try? decoder.singleValueContainer().decode(String.self) {
                message = text
            } else {
                let members = try decoder.container(keyedBy: Key.self)
                message = (try? members.decode(String.self, forKey: .message)) ?? ""
            }
        }
    }

    struct Failure: Decodable {
        var error: Problem?
    }

    struct ModelList: Decodable {
        struct Model: Decodable {
            var id: String
        }

        var data: [Model]
    }
}
