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
        return address(port) { connect(socket, $0, $1) == 0 }
    }
}

/// A port of this machine that is free now.
func freePort() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    guard address(0, body: { bind(socket, $0, $1) == 0 }) else {
        throw SupportFailure("No port is free.")
    }
    var bound = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &bound) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
    }
    return Int(in_port_t(bigEndian: bound.sin_port))
}

private func address<Result>(
    _ port: Int, body: (UnsafePointer<sockaddr>, socklen_t) -> Result
) -> Result {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}
