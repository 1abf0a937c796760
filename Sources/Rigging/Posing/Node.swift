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
    var flexion: Flexion?
    /// What is inside is drawn together first, and then laid over what is below as one.
    var isolation: Isolation?
    var shader: Shader?

    /// A chain that bends the node, and what makes it hang.
    struct Flexion: Sendable {
        var chain: Chain
        /// Where its joints begin in a frame's angles.
        var first: Int
        var hanging: Hanging?
        /// Of its state among the puppet's hanging things.
        var state: Int

        var joints: Range<Int> { first..<first + chain.joints }
    }

    /// How an isolated group is laid over what is below it.
    struct Isolation: Sendable {
        var blend: BlendMode
        var mask: [Int] = []
        var isMaskInverted: Bool
    }

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
    /// Where its vertices begin among those that forms move; nil when it has none.
    var firstForm: Int?
    /// Vertices that are held to another part's.
    var welds: [Weld] = []
}

/// A vertex that follows another part.
struct Weld: Sendable {
    /// Into the rig's vertices.
    var vertex: Int
    /// Three vertices of the other part, and where between them it is held.
    var corners: SIMD3<Int32>
    var weights: SIMD3<Float>
    /// 1 wholly held, 0 free.
    var hold: Float
    /// The other part.
    var part: Int
}
