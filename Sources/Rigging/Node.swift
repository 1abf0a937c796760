import AvatarTypes

/// A group or a part: something with a pivot that can be moved, bent, turned and shown.
///
/// Groups stand before everything inside of them, so a frame is evaluated in one pass.
struct Node: Sendable {
    var id: String
    /// The group that carries it.
    var parent: Int?
    var pivot: SIMD2<Float>
    /// At rest; multiplied by what is bound and by its groups' own.
    var opacity: Float
    /// At rest; what has more is drawn later.
    var order: Float
    var warp: Warp?
    var turn: Turn?

    struct Warp: Sendable {
        var lattice: Lattice
        /// Where its control points begin in a frame's offsets.
        var first: Int
    }
}

/// A picture on a mesh.
struct Part: Sendable {
    var node: Int
    /// From the part itself to its outermost group.
    var chain: [Int]
    /// For each node of the chain, how deep the part lies in it, for when it turns.
    var depths: [Turn.Depth]
    /// Into the rig's shared vertices and indices.
    var vertices: Range<Int>
    var triangles: Range<Int>
    /// Its own picture, then those it can be swapped for.
    var textures: [Texture]
    var blend: BlendMode
    var tint: SIMD3<Float>
    var screen: SIMD3<Float>
    /// Parts whose alpha it is kept inside, or outside of.
    var mask: [Int]
    var isMaskInverted: Bool
}
