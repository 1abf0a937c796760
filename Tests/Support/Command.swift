public import Foundation

/// A command run to its end in a folder of its own, which goes with it.
public final class Command {
    public struct Result {
        public var status: Int32
        public var output: String
        public var errors: String
    }

    /// Where it runs, and where its files are.
    public let folder: URL

    public init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "bunraku-command-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs `bunraku`, with the repository's content, and waits for it.
    public func bunraku(_ arguments: String...) throws -> Result {
        try run(Repository.program.path, arguments)
    }

    /// Runs a line of shell, `bunraku` on its path.
    public func shell(_ line: String) throws -> Result {
        try run("/bin/sh", ["-c", line])
    }

    public func bytes(_ name: String) throws -> Data {
        try Data(contentsOf: folder.appending(path: name))
    }

    private func run(_ executable: String, _ arguments: [String]) throws -> Result {
        let process = Process()
        process.executableURL = URL(filePath: executable)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        var environment = ProcessInfo.processInfo.environment
        environment["BUNRAKU_ASSETS"] = environment["BUNRAKU_ASSETS"] ?? Repository.root.path
        environment["XDG_DATA_HOME"] = folder.path
        let folder = Repository.program.deletingLastPathComponent().path
        environment["PATH"] = "\(folder):\(environment["PATH"] ?? "")"
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        // Files, because a pipe that nobody empties would stop a talkative command.
        let output = self.folder.appending(path: ".output")
        let errors = self.folder.appending(path: ".errors")
        for file in [output, errors] {
            try Data().write(to: file)
        }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
            errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
    }
}
