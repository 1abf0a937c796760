public import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A language model behind an OpenAI-compatible address: Ollama, llama.cpp, vLLM, LM Studio, OpenAI, …
///
/// Survives what servers do: chunks cut anywhere, empty `choices`, reasoning fields, a missing `[DONE]`,
/// an answer that is not streamed at all. What it cannot use becomes a `ModelFailure`.
public struct OpenAIModel: ServedModel {
    public var server: ModelServer

    public init(_ server: ModelServer) { self.server = server }

    public func stream(_ prompt: Prompt) -> AsyncThrowingStream<String, any Error> {
        server.client(.openAI).stream(prompt, request)
    }

    private func request(_ prompt: Prompt) throws -> URLRequest {
        var request = URLRequest(url: server.baseURL.appending(path: "chat/completions"))
        if let key = server.key {
            request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization")
        }
        request.httpBody = try JSONEncoder().encode(
            ChatCompletion.Request(
                model: server.model, messages: prompt.messages, temperature: server.temperature))
        return request
    }

    /// The first chat model at an address, if a server answers there quickly.
    ///
    /// - Parameter patience: Seconds.
    public static func discover(
        at baseURL: URL = URL(string: "http://localhost:11434/v1") ?? URL(filePath: "/"),
        key: String? = nil, patience: Double = 0.7
    ) async -> OpenAIModel? {
        var request = URLRequest(url: baseURL.appending(path: "models"))
        if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
        let exchange = Exchange(request, patience: patience)
        defer { exchange.close() }
        var body = Data()
        do {
            for try await event in exchange.events {
                switch event {
                case .head(let status, _, _): guard status == 200 else { return nil }
                case .bytes(let data):
                    body.append(data)
                    guard body.count < 1 << 22 else { return nil }
                }
            }
            let list = try JSONDecoder().decode(ChatCompletion.ModelList.self, from: body)
            let deaf = ["embed", "whisper", "tts", "rerank", "bge-", "clip", "moderation"]
            let chat = list.data.first { model in
                !deaf.contains { model.id.lowercased().contains($0) }
            }
            return chat.map { OpenAIModel(baseURL: baseURL, model: $0.id, key: key) }
        } catch {
            return nil
        }
    }
}
