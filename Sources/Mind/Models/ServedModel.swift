public import Foundation

/// Where a language model is served, and how patient to be with it.
public struct ModelServer: Sendable {
    /// Up to and with `/v1`.
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

    func client(_ dialect: Dialect) -> ChatClient {
        ChatClient(
            dialect: dialect, baseURL: baseURL, firstTokenTimeout: firstTokenTimeout,
            stallTimeout: stallTimeout, retryBase: retryBase)
    }
}

/// A language model that a server answers for.
public protocol ServedModel: LanguageModel {
    var server: ModelServer { get set }

    init(_ server: ModelServer)
}

extension ServedModel {
    /// - Parameter baseURL: Up to and with `/v1`.
    public init(
        baseURL: URL, model: String, key: String? = nil, temperature: Double = 0.7,
        firstTokenTimeout: Double = 15, stallTimeout: Double = 6
    ) {
        self.init(
            ModelServer(
                baseURL: baseURL, model: model, key: key, temperature: temperature,
                firstTokenTimeout: firstTokenTimeout, stallTimeout: stallTimeout))
    }

    public var name: String { server.model }
    public var destination: String? { server.baseURL.absoluteString }
}
