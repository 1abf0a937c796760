import Foundation
import Glibc

/// Debian's OBS on a screen that nobody sees, with settings of its own.
final class RealOBS: Sendable {
    let port: Int
    let password = "hush-hush"
    private let folder: URL
    private let screen: ChildProcess
    private let obs: ChildProcess

    /// Starts it, and returns when it answers.
    init() async throws {
        folder = FileManager.default.temporaryDirectory.appending(
            path: "bunraku-obs-\(UUID().uuidString)")
        let settings = folder.appending(path: ".config/obs-studio")
        try FileManager.default.createDirectory(at: settings, withIntermediateDirectories: true)
        port = try freePort()
        try """
        [General]
        FirstRun=true
        EnableAutoUpdates=false
        [OBSWebSocket]
        FirstLoad=false
        ServerEnabled=true
        ServerPort=\(port)
        AlertsEnabled=false
        AuthRequired=true
        ServerPassword=\(password)

        """.write(to: settings.appending(path: "global.ini"), atomically: true, encoding: .utf8)
        let line = try SocketPair()
        screen = try ChildProcess(
            "/usr/bin/Xvfb", ["-displayfd", "3", "-screen", "0", "640x480x24", "-nolisten", "tcp"],
            descriptors: [3: line.theirs])
        close(line.theirs)
        // The screen writes the end of the line apart, and ends when nobody reads it.
        var digits: [UInt8] = []
        var byte: UInt8 = 0
        while recv(line.ours, &byte, 1, 0) == 1, byte > 32 { digits.append(byte) }
        close(line.ours)
        let display = String(decoding: digits, as: UTF8.self)
        obs = try ChildProcess(
            "/usr/bin/env",
            [
                "HOME=\(folder.path)", "XDG_CONFIG_HOME=\(folder.path)/.config",
                "XDG_RUNTIME_DIR=\(folder.path)", "DISPLAY=:\(display)",
                "LIBGL_ALWAYS_SOFTWARE=1", "obs", "--multi", "--minimize-to-tray",
            ], descriptors: [:])
        let end = ContinuousClock.now + .seconds(90)
        while !Self.answers(at: port) {
            guard ContinuousClock.now < end, !obs.hasEnded else {
                throw SupportFailure("OBS does not start.")
            }
            try await Task.sleep(for: .milliseconds(200))
        }
    }

    deinit {
        obs.kill()
        screen.kill()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func answers(at port: Int) -> Bool {
        let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        return loopback(port) { connect(socket, $0, $1) == 0 }
    }
}
