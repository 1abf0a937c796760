import Foundation

@testable import TestSupport

/// One film at the address where the server's endless one is, behind Python's web server.
final class FilmServer {
    let port: Int
    private let folder: URL
    private var process: ChildProcess?

    init(film: URL) throws {
        port = try freePort()
        folder = FileManager.default.temporaryDirectory.appending(
            path: "bunraku-film-\(UUID().uuidString)")
        let live = folder.appending(path: "live")
        try FileManager.default.createDirectory(at: live, withIntermediateDirectories: true)
        try FileManager.default.moveItem(at: film, to: live.appending(path: "main.webm"))
        try start()
    }

    deinit {
        process?.kill()
        try? FileManager.default.removeItem(at: folder)
    }

    var url: String { "http://127.0.0.1:\(port)" }

    func start() throws {
        process = try ChildProcess(
            "/usr/bin/python3",
            ["-m", "http.server", "\(port)", "--bind", "127.0.0.1", "-d", folder.path],
            descriptors: [:])
    }

    func kill() {
        process?.kill()
        process = nil
    }
}
