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
            var content: String?
            var reasoning_content: String?
            var reasoning: String?
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
