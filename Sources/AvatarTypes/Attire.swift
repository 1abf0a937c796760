/// What the character wears and how she is made up, by the names that her rig gives them.
///
/// Names that a rig does not know change nothing.
public struct Attire: Hashable, Sendable {
    /// A set of clothes, such as `uniform`; nil is the appearance's own, else the rig's first.
    public var outfit: String?
    /// A variant of the whole look, such as `winter` or `sleepy`; nil is `default`.
    public var appearance: String?

    public init(outfit: String? = nil, appearance: String? = nil) {
        self.outfit = outfit
        self.appearance = appearance
    }
}
