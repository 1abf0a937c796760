/// How often a value has to be computed.
enum Rate: Int, Comparable, Sendable {
    /// While compiling.
    case never
    /// Once a picture: uniforms and what follows from them.
    case picture
    /// Once a row.
    case row
    case pixel

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
