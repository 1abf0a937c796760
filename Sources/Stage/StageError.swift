/// Why something asked of the stage cannot be: the one error that reaches clients.
public struct StageError: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Kind: Sendable {
        /// The request is wrong.
        case invalid
        /// There is no such thing.
        case notFound
        /// It is there already, or in use.
        case conflict
        /// It could be, but not now or not on this machine.
        case unavailable
    }

    public var kind: Kind
    /// For programs: lower case words joined by `-`.
    public var code: String
    /// For people: what is wrong.
    public var message: String
    /// For people: what to do about it.
    public var hint: String
    /// Where in a text that was sent; nil when it is about no text.
    public var place: Place?

    /// Counted from 1.
    public struct Place: Equatable, Sendable {
        public var line: Int
        public var column: Int
    }

    public init(_ kind: Kind, code: String, message: String, hint: String) {
        self.kind = kind
        self.code = code
        self.message = message
        self.hint = hint
    }

    public var description: String { "\(message) \(hint)" }

    /// A name that is not among those that exist.
    static func unknown(_ what: String, _ name: String, known: [String]) -> StageError {
        StageError(
            .notFound, code: "unknown-\(what)", message: "There is no \(what) '\(name)'.",
            hint: known.isEmpty
                ? "None is installed." : "Known are \(known.joined(separator: ", ")).")
    }
}
