/// Something in a shader that is not in the language: where, what, and the way out.
public struct ShaderError: Error, Hashable, Sendable, CustomStringConvertible {
    /// As the author knows the file, for example `shaders/hologram.frag`.
    public var file = ""
    /// Counted from 1, as `column` is.
    public var line: Int
    public var column: Int
    /// One sentence.
    public var what: String
    /// One sentence that mends it, or empty.
    public var remedy: String

    init(at place: Place, _ what: String, _ remedy: String = "") {
        line = place.line
        column = place.column
        self.what = what
        self.remedy = remedy
    }

    /// `file:line:column: what remedy`, the form that editors jump to.
    public var description: String {
        let sentence = remedy.isEmpty ? what : "\(what) \(remedy)"
        return "\(file.isEmpty ? "shader" : file):\(line):\(column): \(sentence)"
    }
}

/// A place in a source text, counted from 1.
struct Place: Hashable, Sendable {
    var line: Int
    var column: Int
}
