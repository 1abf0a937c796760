import Foundation
import NIOCore
import Stage
import Store

@testable import Server

/// The real stage with the repository's own content, small pictures and a memory that forgets.
func lobby(ears: Settings.Ears? = nil) async throws -> Lobby {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../..").standardizedFileURL
    var settings = Settings()
    settings.size = .init(width: 64, height: 80)
    settings.framesPerSecond = 10
    settings.ears = ears
    return try await Lobby(
        library: AssetLibrary(explicit: root.path), settings: settings,
        archive: Archive(path: ":memory:"), logger: quiet)
}

/// Runs the whole server on a free port around `body`.
func serving<Result: Sendable>(
    host: String = "127.0.0.1", ears: Settings.Ears? = nil,
    _ body: @escaping @Sendable (Running) async throws -> Result
) async throws -> Result {
    let lobby = try await lobby(ears: ears)
    var limits = WebSocketConfiguration()
    limits.closeTimeout = .milliseconds(500)
    let server = WebServer(lobby: lobby, host: host, port: 0, logger: quiet, webSocket: limits)
    let result = try await running({ server.application(onReady: $0) }, body)
    await lobby.close()
    return result
}
