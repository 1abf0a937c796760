import Glibc
import Synchronization

/// The random numbers of libc, from which espeak-ng and flite both draw their noise.
enum LibcRandomness {
    private static let lock = Mutex(())

    /// Runs what draws from them with the same numbers every time, and alone.
    static func repeated<Result>(_ body: () -> Result) -> Result {
        lock.withLock { _ in
            srand(1)
            return body()
        }
    }
}
