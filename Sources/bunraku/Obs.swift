import ArgumentParser
import Foundation
import FoundationNetworking
import OBS
import Stage

struct Obs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put her into OBS Studio.", subcommands: [ObsSetup.self])
}

struct ObsSetup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup",
        abstract:
            "Make or mend the source in a running OBS, and look whether she can be seen in it.",
        discussion:
            "Needs a running server, and OBS 28 or later with Tools → WebSocket Server Settings → "
            + "Enable WebSocket server. Doing it again changes nothing that is right.")

    @Option(help: "Where OBS runs.")
    var host = "127.0.0.1"

    @Option(help: "Its WebSocket server's port. (default: as OBS's settings say, else 4455)")
    var port: Int?

    @Option(
        help:
            "Its password; better in the environment variable OBS_PASSWORD. (default: as OBS's settings say)"
    )
    var password: String?

    @Option(help: "Where Bunraku runs, as OBS's machine sees it.")
    var server = "http://127.0.0.1:12393"

    @Option(help: "Which room is shown.")
    var room = "main"

    @Option(help: "In which scene; a new one is made. (default: the scene on air)")
    var scene: String?

    @Option(help: "The source's name in OBS.")
    var source = "Bunraku"

    @Flag(help: "Use a media source even where OBS has browser sources.")
    var media = false

    @Flag(help: "Let her voice be heard at the desk, too.")
    var monitor = false

    @Flag(help: "Take the source away again.")
    var remove = false

    @Option(help: "Keep OBS's picture of the source in this .png file.")
    var screenshot: String?

    func validate() throws {
        if let port, !(1...65_535).contains(port) {
            throw ValidationError("--port is \(port), and must be 1 to 65535.")
        }
        if URL(string: server)?.host() == nil || !server.hasPrefix("http") {
            throw ValidationError(
                "--server is '\(server)'; write it as in http://127.0.0.1:12393.")
        }
    }

    func run() async throws {
        let isHere = ["127.0.0.1", "localhost", "::1"].contains(host)
        let installation = isHere ? Installation.find() : nil
        var base = server
        while base.hasSuffix("/") { base.removeLast() }
        let size = remove ? PixelSize(width: 16, height: 16) : try await pictureSize(at: base)
        var setup = Setup(server: base, width: size.width, height: size.height)
        setup.host = host
        setup.port = port ?? installation?.port ?? Installation.standardPort
        setup.password =
            password ?? ProcessInfo.processInfo.environment["OBS_PASSWORD"]
            ?? installation?.password
        setup.room = room
        setup.scene = scene
        setup.source = source
        setup.prefersMedia = media
        setup.isMonitored = monitor
        if remove {
            print(
                try await setup.remove()
                    ? "✓ '\(source)' is gone from OBS." : "✓ OBS has no '\(source)'.")
            return
        }
        let report = try await setup.run { picture in
            ScreenshotReport(png: picture)?.showsHer ?? false
        }
        for step in report.steps { print("✓ \(step)") }
        if let seen = ScreenshotReport(png: report.picture) {
            print(
                "✓ She is there: \(seen.opaquePercent) % of the picture is hers, "
                    + "\(seen.transparentPercent) % lets through what is behind.")
        }
        if !report.hasChanged { print("✓ Nothing had to be changed.") }
        if let screenshot {
            try Data(report.picture).write(to: URL(filePath: screenshot), options: .atomic)
        }
    }

    /// The size of the room's picture, as the server says; so it is known to run.
    private func pictureSize(at base: String) async throws -> PixelSize {
        struct Room: Decodable { var size: PixelSize }
        guard let url = URL(string: "\(base)/v1/rooms/\(room)") else {
            throw OBSFailure("'\(base)' is no address.", remedy: "Give Bunraku's with --server.")
        }
        let answer: (Data, URLResponse)
        do {
            answer = try await URLSession.shared.data(from: url)
        } catch {
            throw OBSFailure(
                "Bunraku does not answer at \(base).",
                remedy: "Start it with 'bunraku serve', or say with --server where it is.")
        }
        guard let room = try? JSONDecoder().decode(Room.self, from: answer.0) else {
            throw OBSFailure(
                "Bunraku has no room '\(room)'.", remedy: "GET \(base)/v1/rooms lists them.")
        }
        return room.size
    }
}
