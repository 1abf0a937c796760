/// Why a browser or a server could not do what a test asked: one sentence, and what to do.
public struct SupportFailure: Error, CustomStringConvertible {
    public var description: String

    public init(_ description: String) { self.description = description }
}
