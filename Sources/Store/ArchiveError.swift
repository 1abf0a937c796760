/// Why the archive could not do what it was asked.
public struct ArchiveError: Error, CustomStringConvertible, Sendable {
    /// What was tried, as in "cannot …".
    public var attempt: String
    /// What SQLite said.
    public var reason: String

    public var description: String {
        "memory: cannot \(attempt): \(reason)"
    }

    static func catching<Value>(_ attempt: String, _ body: () throws -> Value)
        throws(ArchiveError) -> Value
    {
        do {
            return try body()
        } catch {
            throw ArchiveError(attempt: attempt, reason: "\(error)")
        }
    }
}
