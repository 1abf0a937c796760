/// Something wrong in a file that a person wrote: where, what, and what to do about it.
public struct Complaint: Error, Hashable, Sendable, CustomStringConvertible {
    /// As the author knows the file, for example `rigs/mirai/rig.json`.
    public var file: String
    /// Counted from 1; nil when the whole file is meant.
    public var line: Int?
    /// One sentence.
    public var what: String
    /// One sentence that mends it, or empty.
    public var remedy: String

    public init(file: String, line: Int? = nil, what: String, remedy: String = "") {
        self.file = file
        self.line = line
        self.what = what
        self.remedy = remedy
    }

    /// `file:line: what remedy`, the form that editors jump to.
    public var description: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return remedy.isEmpty ? "\(place): \(what)" : "\(place): \(what) \(remedy)"
    }
}
