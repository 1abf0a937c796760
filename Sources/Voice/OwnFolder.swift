import Foundation

/// A folder of ours among the temporary files that shows somebody else's data by symbolic links, so that
/// files can be added to it.
struct OwnFolder {
    let path: String

    /// Makes the folder, or completes the one an earlier start left.
    ///
    /// - Parameters:
    ///   - source: whose files are linked.
    ///   - omitted: names in it that are not.
    ///   - parent: where; by default the system's folder for temporary files.
    init(
        named name: String, linking source: String, except omitted: Set<String> = [],
        in parent: String? = nil
    ) throws(VoiceError) {
        let root = Self.root(in: parent)
        path = root + "/" + name
        let files = FileManager.default
        do {
            let owned: [FileAttributeKey: Int] = [.posixPermissions: 0o700]
            try files.createDirectory(
                atPath: root, withIntermediateDirectories: true, attributes: owned)
            try Self.checkOwner(of: root)
            try files.createDirectory(atPath: path, withIntermediateDirectories: true)
            for name in try files.contentsOfDirectory(atPath: source) where !omitted.contains(name)
            {
                let link = path + "/" + name
                if (try? files.destinationOfSymbolicLink(atPath: link)) == source + "/" + name {
                    continue
                }
                _ = unlink(link)
                symlink(source + "/" + name, link)
            }
        } catch let error as VoiceError {
            throw error
        } catch {
            throw Self.failure(path, error)
        }
    }

    /// Where all of ours are.
    static func root(in parent: String? = nil) -> String {
        (parent ?? FileManager.default.temporaryDirectory.path) + "/bunraku-voice-\(getuid())"
    }

    /// - Parameter name: a path below the folder.
    func write(_ text: String, to name: String) throws(VoiceError) {
        let url = URL(filePath: path + "/" + name)
        do {
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url, options: .atomic)
        } catch {
            throw Self.failure(path, error)
        }
    }

    private static func failure(_ path: String, _ error: any Error) -> VoiceError {
        VoiceError(
            place: path, what: "cannot prepare the voice's data: \(error.localizedDescription)",
            remedy: "make the folder for temporary files writable, or set TMPDIR")
    }

    /// Another user must not be able to slip us files through the shared temporary folder.
    private static func checkOwner(of path: String) throws(VoiceError) {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_uid == getuid(),
            status.st_mode & S_IFMT == S_IFDIR, status.st_mode & 0o022 == 0
        else {
            throw VoiceError(
                place: path, what: "belongs to another user or is writable by others",
                remedy: "remove it, or set TMPDIR to a folder of your own")
        }
    }
}
