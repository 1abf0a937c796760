extension Rig {
    /// How finely a rig is loaded: whole for a stage, less for a small picture or for many at once.
    ///
    /// A quarter takes a sixteenth of the memory for pictures and a fourth of the vertices; what moves and
    /// what is seen is the same.
    public enum Detail: Int, CaseIterable, Sendable {
        case full, half, quarter

        /// How often the sides of pictures are halved.
        var halvings: Int { rawValue }

        /// How many times longer the cells of meshes are.
        var coarseness: Float { [1, 1.5, 2][rawValue] }

        /// How many joints are left of a chain's.
        func joints(of count: Int) -> Int { (count + rawValue) / (rawValue + 1) }
    }
}
