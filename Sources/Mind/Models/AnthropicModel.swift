import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A language model behind Anthropic's own Messages API.
///
/// - Source: Anthropic API reference, "Create a message", version 2023-06-01.
public struct AnthropicModel: ServedModel {
    public var server: ModelServer

    /// The API wants a limit; a reply of one to three sentences never comes near it.
    private static let longestReply = 1024

    public init(_ server: ModelServer) { self.server = server }

    public func stream(_ prompt: Prompt) -> AsyncThrowingStream<String, any Error> {
        server.client(.anthropic).stream(prompt, request)
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
        var request = URLRequest(url: server.baseURL.appending(path: "messages"))
        if let key = server.key { request.setValue(key, forHTTPHeaderField: "x-api-key") }
        request.setValue("2023-06-01", forHTTPHeaderField: "anthropic-version")
        let messages = prompt.messages
        request.httpBody = try JSONEncoder().encode(
            Body(
                model: server.model, max_tokens: Self.longestReply,
                system: messages.first { $0.role == "system" }?.content ?? "",
                messages: Self.alternating(messages.filter { $0.role != "system" }),
                // More than 1 is refused.
                temperature: min(1, max(0, server.temperature))))
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
