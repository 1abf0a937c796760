public import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A language model behind Anthropic's own Messages API.
///
/// - Source: Anthropic API reference, "Create a message", version 2023-06-01.
public struct AnthropicModel: LanguageModel {
    public var baseURL: URL
    public var model: String
    public var key: String?
    /// 0 focused … 1 wild; more than that is cut, the API refuses it.
    public var temperature: Double
    /// Seconds to the first word.
    public var firstTokenTimeout: Double
    /// Seconds between two words.
    public var stallTimeout: Double
    /// Seconds before a request that failed at once is tried again.
    public var retryBase = 0.3

    public var name: String { model }
    public var destination: String? { baseURL.absoluteString }

    /// The API wants a limit; a reply of one to three sentences never comes near it.
    private static let longestReply = 1024

    /// - Parameter baseURL: Up to and with `/v1`.
    public init(
        baseURL: URL, model: String, key: String? = nil, temperature: Double = 0.7,
        firstTokenTimeout: Double = 15, stallTimeout: Double = 6
    ) {
        self.baseURL = baseURL
        self.model = model
        self.key = key
        self.temperature = temperature
        self.firstTokenTimeout = firstTokenTimeout
        self.stallTimeout = stallTimeout
    }

    public func stream(_ prompt: Prompt) -> AsyncThrowingStream<String, any Error> {
        ChatClient(
            dialect: .anthropic, baseURL: baseURL, firstTokenTimeout: firstTokenTimeout,
            stallTimeout: stallTimeout, retryBase: retryBase
        ).stream(prompt, request)
    }

    private struct Body: Encodable {
        var model: String
        var max_tokens: Int
        var system: String
        var messages: [ChatCompletion.Request.Message]
        var temperature: Double
        var stream = true
    }

    private func request(_ prompt: Prompt) throws -> URLRequest {
        var request = URLRequest(url: baseURL.appending(path: "messages"))
        if let key { request.setValue(key, forHTTPHeaderField: "x-api-key") }
        request.setValue("2023-06-01", forHTTPHeaderField: "anthropic-version")
        let messages = prompt.messages
        request.httpBody = try JSONEncoder().encode(
            Body(
                model: model, max_tokens: Self.longestReply,
                system: messages.first { $0.role == "system" }?.content ?? "",
                messages: Self.alternating(messages.filter { $0.role != "system" }),
                temperature: min(1, max(0, temperature))))
        return request
    }

    /// The API wants the user first, and then one after the other.
    private static func alternating(_ messages: [ChatCompletion.Request.Message])
        -> [ChatCompletion.Request.Message]
    {
        messages.drop { $0.role != "user" }.reduce(into: []) { turns, message in
            if let last = turns.indices.last, turns[last].role == message.role {
                turns[last].content += "\n" + message.content
            } else {
                turns.append(message)
            }
        }
    }
}
