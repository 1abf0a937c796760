public import Foundation
public import Store

/// Where the character's memory lies on the disk.
public enum Memory {
    /// - Parameter folder: nil takes `$XDG_DATA_HOME/bunraku`, or `~/.local/share/bunraku`. It is made
    ///   when it is missing, for its owner only.
    public static func open(in folder: String?) throws -> Archive {
        try Archive(path: file(in: folder).path)
    }

    /// Where films are written, beside her memory.
    public static func recordings(in folder: String?) throws -> URL {
        try file(in: folder).deletingLastPathComponent().appending(path: "recordings")
    }

    static func file(in folder: String?) throws -> URL {
        let environment = ProcessInfo.processInfo.environment
        let url =
            if let folder {
                URL(filePath: folder, directoryHint: .isDirectory)
            } else if let base = environment["XDG_DATA_HOME"], !base.isEmpty {
                URL(filePath: base, directoryHint: .isDirectory).appending(path: "bunraku")
            } else {
                FileManager.default.homeDirectoryForCurrentUser
                    .appending(path: ".local/share/bunraku")
            }
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw StageError(
                .unavailable, code: "no-data-folder",
                message: "The folder \(url.path) for her memory cannot be made.",
                hint: "Name another with --data DIR.")
        }
        return url.appending(path: "memory.sqlite")
    }
}
