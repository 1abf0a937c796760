import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

extension OpenAIModel {
    /// Asks Ollama to load the model and keep it in memory for so long; other servers refuse, and no harm
    /// is done.
    ///
    /// - Parameter seconds: −1 for ever, 0 unloads it at once.
    /// - Returns: whether the server agreed.
    /// - Source: Ollama API, "Load a model" and "Unload a model".
    @discardableResult
    public func keepLoaded(seconds: Int, patience: Double = 60) async -> Bool {
        struct Body: Encodable {
            var model: String
            var keep_alive: Int
        }
        let root =
            server.baseURL.lastPathComponent == "v1"
            ? server.baseURL.deletingLastPathComponent() : server.baseURL
        var request = URLRequest(url: root.appending(path: "api/generate"))
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.httpBody = try? JSONEncoder().encode(Body(model: server.model, keep_alive: seconds))
        let exchange = Exchange(request, patience: patience)
        defer { exchange.close() }
        do {
            for try await event in exchange.events {
                if case .head(let status, _, _) = event { return status == 200 }
            }
        } catch { return false }
        return false
    }
}
