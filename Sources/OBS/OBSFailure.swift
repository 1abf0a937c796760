/// Why something could not be done in OBS: what is wrong, and what to click or type.
public struct OBSFailure: Error, Equatable, Sendable, CustomStringConvertible {
    public var what: String
    public var remedy: String

    public init(_ what: String, remedy: String) {
        self.what = what
        self.remedy = remedy
    }

    public var description: String { "\(what) \(remedy)" }
}
