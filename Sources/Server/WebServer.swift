import Glibc
import HTTPTypes
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import ServiceLifecycle
public import Stage
import UnixSignals

/// The stage on the network: pages, API, HLS and the WebSocket of every room, on one port.
///
/// ```swift
/// let server = WebServer(lobby: lobby, host: "127.0.0.1", port: 0, logger: logger)
/// try await server.run { port in print("http://127.0.0.1:\(port)") }
/// ```
public struct WebServer: Sendable {
    private let lobby: Lobby
    private let host: String
    private let port: Int
    private let logger: Logger
    private let webSocket: WebSocketConfiguration

    /// - Parameters:
    ///   - host: the address to listen on. On a loopback address only loopback names are answered.
    ///   - port: 0 takes a free one.
    public init(lobby: Lobby, host: String, port: Int, logger: Logger) {
        self.init(
            lobby: lobby, host: host, port: port, logger: logger,
            webSocket: WebSocketConfiguration())
    }

    init(
        lobby: Lobby, host: String, port: Int, logger: Logger, webSocket: WebSocketConfiguration
    ) {
        self.lobby = lobby
        self.host = host
        self.port = port
        self.logger = logger
        self.webSocket = webSocket
    }

    /// Serves until SIGINT or SIGTERM, then lets requests in progress finish and says goodbye to the
    /// viewers (close code 1001).
    ///
    /// - Parameter onReady: called once, with the port, when connections are accepted.
    /// - Throws: when the address cannot be listened on.
    public func run(onReady: @escaping @Sendable (_ port: Int) -> Void) async throws {
        var configuration = ServiceGroupConfiguration(
            services: [application(onReady: onReady)],
            gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        // A chat may wait for its model far longer than whoever stopped the server wants to.
        configuration.maximumGracefulShutdownDuration = .seconds(8)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch let error as IOError {
            throw refusal(of: error)
        }
    }

    /// Why the address cannot be had, in a sentence.
    private func refusal(of error: IOError) -> any Error {
        let (message, hint) =
            switch error.errnoCode {
            case EADDRINUSE:
                (
                    "Port \(port) is in use.",
                    "Bunraku may be running already; else choose another with --port, or --port 0."
                )
            case EADDRNOTAVAIL:
                (
                    "This machine has no address \(host).",
                    "Use --host 127.0.0.1 for itself only, or --host 0.0.0.0 for all its addresses."
                )
            case EACCES:
                ("Port \(port) is not for everyone.", "Choose one above 1023 with --port.")
            default: ("", "")
            }
        return message.isEmpty
            ? error
            : StageError(.unavailable, code: "address-refused", message: message, hint: hint)
    }

    /// Everything this server answers.
    static let endpoints: [Endpoint] =
        PageEndpoints.all + RoomEndpoints.all + MemoryEndpoints.all + WatchEndpoints.all
        + SendingEndpoints.all + RecordingEndpoints.all + DelayEndpoints.all
        + ServiceEndpoints.all + ShaderEndpoints.all + OpenAIEndpoints.all
        + CharacterEndpoints.all

    /// The server as a service, for whoever runs it among others.
    func application(
        onReady: @escaping @Sendable (_ port: Int) -> Void
    ) -> some ApplicationProtocol {
        let (lobby, logger) = (lobby, logger)
        let doorman = Doorman(host: host)
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.add(
            middleware: RefusalMiddleware { path in
                Self.endpoints.filter { $0.matches(path: path) }.map(\.method)
            })
        router.add(middleware: DoormanMiddleware(doorman: doorman))
        for endpoint in Self.endpoints {
            router.on(endpoint.routerPath, method: endpoint.method) { request, context in
                try await endpoint.answer(
                    Call(request: request, parameters: context.parameters, lobby: lobby))
            }
        }
        let channel = HTTPServerBuilder.http1WebSocket(configuration: webSocket) { request in
            guard doorman.objection(to: request) == nil,
                let audience = await Audience(request: request, lobby: lobby, logger: logger)
            else { return .pass }
            return .accept(serve: audience.serve)
        }
        return Application(
            router: router, server: channel,
            configuration: .init(address: .hostname(host, port: port), serverName: "bunraku"),
            onServerRunning: { channel in onReady(channel.localAddress?.port ?? port) },
            logger: logger)
    }
}
