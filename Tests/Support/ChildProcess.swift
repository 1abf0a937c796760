import Glibc
import Synchronization

/// A program started by a test, in a process group of its own so that nothing it starts outlives it.
final class ChildProcess: Sendable {
    let id: pid_t
    private let isReaped = Mutex(false)

    /// - Parameters:
    ///   - executable: an absolute path.
    ///   - descriptors: which of our file descriptors it gets under which number. 0, 1 and 2 are
    ///     `/dev/null` unless named here; all others of ours stay ours.
    init(
        _ executable: String, _ arguments: [String], descriptors: [Int32: Int32]
    ) throws(SupportFailure) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for standard: Int32 in 0...2 where descriptors[standard] == nil {
            posix_spawn_file_actions_addopen(&actions, standard, "/dev/null", O_RDWR, 0)
        }
        for (target, source) in descriptors.sorted(by: { $0.key < $1.key }) {
            posix_spawn_file_actions_adddup2(&actions, source, target)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))

        var words = ([executable] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var id = pid_t()
        let failure = posix_spawn(&id, executable, &actions, &attributes, &words, environ)
        guard failure == 0 else {
            throw SupportFailure(
                "\(executable) did not start: \(String(cString: strerror(failure))).")
        }
        self.id = id
    }

    deinit { kill() }

    /// Whether it has ended by itself; then it is reaped.
    var hasEnded: Bool {
        isReaped.withLock { isReaped in
            var status: Int32 = 0
            if !isReaped, waitpid(id, &status, WNOHANG) == id { isReaped = true }
            return isReaped
        }
    }

    /// Ends the whole group at once, and waits until it is gone.
    func kill() {
        isReaped.withLock { isReaped in
            _ = Glibc.kill(-id, SIGKILL)
            var status: Int32 = 0
            if !isReaped { waitpid(id, &status, 0) }
            isReaped = true
        }
    }
}

/// Two connected sockets, neither inherited by children; the numbers lie above those children expect.
struct SocketPair {
    let ours: Int32
    let theirs: Int32

    init() throws(SupportFailure) {
        var pair: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else {
            throw SupportFailure("No sockets are left: \(String(cString: strerror(errno))).")
        }
        ours = pair[0]
        theirs = fcntl(pair[1], F_DUPFD_CLOEXEC, 64)
        close(pair[1])
    }
}
