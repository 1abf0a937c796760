public import Foundation
import Glibc
import Synchronization

/// The built `bunraku serve` with a data folder of its own, as a person starts it.
///
/// A shell stands between: it ends the server when its own standard input closes, which happens however
/// the test process ends.
public final class ServerProcess: Sendable {
    private struct Run {
        var process: ChildProcess
        /// Our end of the line; the server lives as long as it is open.
        var line: Int32
        var port: Int
    }

    /// How long the server may take to be ready. A debug build reads the art in some seconds.
    private static let patience = Duration.seconds(120)

    private let folder: URL
    private let assets: URL
    private let hasSettings: Bool
    private let run: Mutex<Run?>

    /// Starts it, and returns when it takes requests.
    ///
    /// - Parameters:
    ///   - assets: the content folder; nil takes the repository's.
    ///   - settings: what its settings file says.
    public init(assets: URL? = nil, settings: String? = nil) async throws {
        self.assets = assets ?? Repository.root
        hasSettings = settings != nil
        folder = FileManager.default.temporaryDirectory
            .appending(path: "bunraku-server-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try settings?.write(
            to: folder.appending(path: "settings.yaml"), atomically: true, encoding: .utf8)
        run = Mutex(nil)
        try await start(port: 0)
    }

    deinit {
        kill()
        try? FileManager.default.removeItem(at: folder)
    }

    /// `http://127.0.0.1:PORT`; the same after a restart.
    public var url: String { "http://127.0.0.1:\(run.withLock { $0?.port ?? 0 })" }

    /// What it logged, for a test that fails.
    public var log: String {
        (try? String(contentsOf: folder.appending(path: "log"), encoding: .utf8)) ?? ""
    }

    /// `kill -9`, without a word of warning.
    public func kill() {
        run.withLock { run in
            guard let line = run?.line else { return }
            run?.process.kill()
            close(line)
            run?.line = -1
        }
    }

    /// Starts again on the same data and the same port.
    public func restart() async throws {
        kill()
        try await start(port: run.withLock { $0?.port ?? 0 })
    }

    private func start(port: Int) async throws {
        let line = try SocketPair()
        let log = open(
            folder.appending(path: "log").path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        defer {
            close(line.theirs)
            close(log)
        }
        let process = try ChildProcess(
            "/bin/sh",
            [
                "-c", #""$@" & read -r end; kill -9 $!"#, "sh", Repository.program.path, "serve",
                "--port", "\(port)", "--data", folder.path, "--assets", assets.path,
            ] + (hasSettings ? ["--config", folder.appending(path: "settings.yaml").path] : []),
            descriptors: [0: line.theirs, 1: line.theirs, 2: log])
        let clock = ContinuousClock()
        let end = clock.now + Self.patience
        var said = Data()
        while said.last != UInt8(ascii: "\n") {
            var chunk = [UInt8](repeating: 0, count: 512)
            let count = recv(line.ours, &chunk, chunk.count, Int32(MSG_DONTWAIT))
            if count > 0 {
                said.append(contentsOf: chunk[..<count])
                continue
            }
            // Asked only now: on a busy machine this test may have waited longer than the server.
            guard count != 0, !process.hasEnded, clock.now < end else {
                process.kill()
                close(line.ours)
                throw SupportFailure("The server is not ready. It said: \(self.log.suffix(2_000))")
            }
            try await Task.sleep(for: .milliseconds(10))
        }
        let ready = try JSONDecoder().decode(JSON.self, from: said)
        guard let url = ready["url"].text.flatMap(URL.init(string:)), let port = url.port else {
            process.kill()
            close(line.ours)
            throw SupportFailure("The server's first line is no ready line: \(ready).")
        }
        run.withLock { $0 = Run(process: process, line: line.ours, port: port) }
    }
}
