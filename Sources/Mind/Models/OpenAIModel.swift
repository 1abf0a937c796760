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
        AsyncThrowingStream { continuation in
            let work = Task {
                do {
                    try await run(prompt) { continuation.yield($0) }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in work.cancel() }
        }
    }

    private func run(_ prompt: Prompt, yield: (String) -> Void) async throws {
        var request = URLRequest(url: baseURL.appending(path: "chat/completions"))
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("text/event-stream", forHTTPHeaderField: "Accept")
        if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
        request.httpBody = try JSONEncoder().encode(
            ChatCompletion.Request(
                model: model, messages: prompt.messages, temperature: temperature))

        let exchange = Exchange(request, patience: firstTokenTimeout)
        defer { exchange.close() }
        var reader = CompletionReader()
        do {
            for try await event in exchange.events {
                // A cancelled task still gets all that waits in the stream.
                try Task.checkCancellation()
                let pieces = try reader.read(event)
                if reader.isAlive { exchange.touch(patience: stallTimeout) }
                pieces.forEach(yield)
                if reader.isDone { break }
                // A server that floods us must not keep everybody else's work from its thread.
                await Task.yield()
            }
        } catch let error as URLError {
            throw reader.hasText ? .cut : ModelFailure.unreachable(error.summary(for: baseURL))
        }
        try Task.checkCancellation()
        try reader.finish().forEach(yield)
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

extension URLError {
    fileprivate func summary(for address: URL) -> String {
        let place = "\(address.host() ?? "?")\(address.port.map { ":\($0)" } ?? "")"
        return switch code {
        case .cannotConnectToHost: "nothing listens at \(place)"
        case .cannotFindHost: "no host named \(address.host() ?? "?")"
        default: "\(place), network error \(code.rawValue)"
        }
    }
}
