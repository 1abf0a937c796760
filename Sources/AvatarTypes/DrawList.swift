/// An axis-aligned rectangle; y grows downwards.
public struct Rect: Hashable, Sendable {
    public var x: Float
    public var y: Float
    public var width: Float
    public var height: Float

    public init(x: Float, y: Float, width: Float, height: Float) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }
}

/// A picture to draw with, and smaller copies of it for drawing it small.
public final class Texture: Sendable {
    /// The picture, then smaller copies, premultiplied: level k is 2^(k/2) times less wide and high,
    /// rounded up, so that each has half as many pixels as the one before, and lies over the same
    /// place: a copy's last column and row may reach beyond the picture.
    public let levels: [Image]
    /// Where each level is opaque.
    public let solid: [SolidTexels]

    /// - Precondition: there is at least the picture itself.
    public init(levels: [Image]) {
        precondition(!levels.isEmpty, "a texture needs a picture")
        var levels = levels
        for i in levels.indices { levels[i].clearMargin() }
        self.levels = levels
        solid = levels.map { SolidTexels($0) }
    }

    /// A picture that is drawn once, in about its own size or larger: there are no copies of it, and it hides
    /// nothing, for finding out where it is opaque costs more than drawing it.
    public init(once picture: Image) {
        var picture = picture
        picture.clearMargin()
        levels = [picture]
        solid = [.none]
    }

    public var width: Int { levels[0].width }
    public var height: Int { levels[0].height }
}

/// How a layer's colour combines with what is below it.
///
/// - Source: W3C Compositing and Blending Level 1; `add`, `addGlow`, `subtract`, `linearBurn` and
///   `linearLight` as Live2D and Inochi2D use them; the last three combine coverage only.
public enum BlendMode: String, CaseIterable, Sendable {
    case normal, multiply, screen, overlay, darken, lighten
    case colorDodge, colorBurn, hardLight, softLight, difference, exclusion
    case add, addGlow, subtract, linearBurn, linearLight
    case hue, color
    case destinationIn, clipToLower, sliceFromLower
}

/// What one frame looks like: textured triangle meshes and groups of them, back to front.
///
/// Vertices of all meshes lie in shared arrays, so a frame is five buffers however many layers it has.
public struct DrawList: Sendable {
    /// The part of the rig's space that is fitted, whole and centred, into the picture.
    public var view: Rect
    /// Where each vertex is, in the rig's units, y down.
    public var positions: [SIMD2<Float>] = []
    /// Where each vertex looks in its texture: 0…1, from the top left corner.
    public var uvs: [SIMD2<Float>] = []
    /// Triangles, three indices into `positions` each, either winding.
    public var indices: [UInt32] = []
    /// Back to front.
    public var commands: [Command] = []
    /// Meshes that are drawn into masks only; `Mask.sources` counts them.
    public var maskMeshes: [Mesh] = []

    public init(view: Rect) {
        self.view = view
    }

    public enum Command: Sendable {
        case mesh(Mesh)
        /// What follows, up to its `endGroup`, is drawn on an own transparent picture first.
        case beginGroup(Layer)
        case endGroup
    }

    /// How something is laid over what is below it.
    public struct Layer: Sendable {
        public var blend = BlendMode.normal
        /// 0…1.
        public var opacity: Float = 1
        /// Colour is multiplied by this, 0…1 each.
        public var tint = SIMD3<Float>(1, 1, 1)
        /// Colour is then lightened by this: c + s − c·s, 0…1 each.
        public var screen = SIMD3<Float>(0, 0, 0)
        public var mask: Mask?
        public var shader: ShaderUse?

        public init() {}
    }

    public struct Mesh: Sendable {
        /// Into `positions` and `uvs`.
        public var vertices: Range<Int>
        /// Into `indices`; the count is a multiple of three.
        public var triangles: Range<Int>
        public var texture: Texture
        public var layer: Layer

        public init(
            vertices: Range<Int>, triangles: Range<Int>, texture: Texture, layer: Layer = Layer()
        ) {
            self.vertices = vertices
            self.triangles = triangles
            self.texture = texture
            self.layer = layer
        }
    }

    /// Keeps a layer where the sources have alpha, or, inverted, where they have none.
    public struct Mask: Sendable {
        /// Into `maskMeshes`; their alphas are united.
        public var sources: Range<Int>
        public var isInverted: Bool

        public init(sources: Range<Int>, isInverted: Bool = false) {
            self.sources = sources
            self.isInverted = isInverted
        }
    }

    /// A fragment shader by name, with the numbers it is given.
    public struct ShaderUse: Sendable {
        public var name: String
        /// In the order of the rig file; one to four numbers each, the rest of the lanes zero.
        public var uniforms: [(name: String, value: SIMD4<Float>)]

        public init(name: String, uniforms: [(name: String, value: SIMD4<Float>)] = []) {
            self.name = name
            self.uniforms = uniforms
        }
    }
}
