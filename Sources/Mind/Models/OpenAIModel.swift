public import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A language model behind an OpenAI-compatible address: Ollama, llama.cpp, vLLM, LM Studio, OpenAI, …
///
/// Survives what servers do: chunks cut anywhere, empty `choices`, reasoning fields, a missing `[DONE]`,
/// an answer that is not streamed at all. What it cannot use becomes a `ModelFailure`.
public struct OpenAIModel: LanguageModel {
    public var baseURL: URL
    public var model: String
    public var key: String?
    /// 0 focused … 2 wild.
    public var temperature: Double
    /// Seconds to the first word; a model that has to be loaded takes its time.
    public var firstTokenTimeout: Double
    /// Seconds between two words.
    public var stallTimeout: Double
    /// Seconds before a request that failed at once is tried again.
    public var retryBase = 0.3

    public var name: String { model }
    public var destination: String? { baseURL.absoluteString }

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
        client.stream(prompt, request)
    }

    private var client: ChatClient {
        ChatClient(
            dialect: .openAI, baseURL: baseURL, firstTokenTimeout: firstTokenTimeout,
            stallTimeout: stallTimeout, retryBase: retryBase)
    }

    private func request(_ prompt: Prompt) throws -> URLRequest {
        var request = URLRequest(url: baseURL.appending(path: "chat/completions"))
        if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
        request.httpBody = try JSONEncoder().encode(
            ChatCompletion.Request(
                model: model, messages: prompt.messages, temperature: temperature))
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
