import ArgumentParser
import Foundation
import Logging
import Server
import Stage

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Open the show: a page, an overlay for OBS, an API, and a character in it.")

    @Option(help: "The address to listen on. Anything but loopback lets others in.")
    var host: String?

    @Option(help: "The port; 0 takes a free one. (default: 12393)")
    var port: Int?

    @Option(help: "The folder for what she remembers. (default: ~/.local/share/bunraku)")
    var data: String?

    @OptionGroup var assets: AssetOptions

    @Option(help: "A settings file, YAML or JSON.")
    var config: String?

    @Option(help: "Who is on stage. (default: mirai)")
    var character: String?

    @Option(
        help:
            "Send the show to an rtmp://, srt://, rtsp:// or rtp:// address; {NAME} in it is the environment variable NAME. May be repeated."
    )
    var push: [String] = []

    func validate() throws {
        for (number, address) in push.enumerated() {
            do { _ = try PushWish(url: address) } catch {
                throw ValidationError("--push number \(number + 1): \(error)")
            }
        }
        if let port, !(0...65_535).contains(port) {
            throw ValidationError("--port is \(port), and must be 0 to 65535.")
        }
    }

    func run() async throws {
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        var logger = Logger(label: "bunraku")
        logger.logLevel = .info
        var settings = try config.map { try Settings(contentsOf: URL(filePath: $0)) } ?? Settings()
        settings.host = host ?? settings.host
        settings.port = port ?? settings.port
        settings.character = character ?? settings.character
        settings.pushes += try push.map { try PushWish(url: $0) }

        let lobby = try await Lobby(
            library: AssetLibrary(explicit: assets.assets), settings: settings,
            archive: Memory.open(in: data), recordings: Memory.recordings(in: data),
            logger: logger)
        let server = WebServer(
            lobby: lobby, host: settings.host, port: settings.port, logger: logger)
        let address = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        try await server.run { port in
            let url = "http://\(address):\(port)"
            print(#"{"ready":true,"url":"\#(url)"}"#)
            fflush(nil)
            if isatty(STDERR_FILENO) == 1 {
                Bunraku.write("\n  She is waiting for you at \(url)\n  For OBS: \(url)/overlay\n")
            }
        }
        await lobby.close()
    }
}
