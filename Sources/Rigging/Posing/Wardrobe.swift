import AvatarTypes

/// What a rig can wear, and how it can be made up.
///
/// A node that any outfit lists shows only while an outfit that lists it is worn; one that any
/// appearance shows, only in such an appearance.
struct Wardrobe: Sendable {
    struct Variant: Sendable {
        var name: String
        var title: String
        /// An appearance's clothes, into `outfits`.
        var outfit: Int?
        var shown: [Int] = []
        var hidden: [Int] = []
        var dyes: [Dye] = []
        var controls: [(control: Control, amount: Float)] = []
    }

    /// A colour for the nodes that bear its name.
    struct Dye: Sendable {
        var nodes: [Int]
        var tint: SIMD3<Float>
        var screen: SIMD3<Float>
    }

    var outfits: [Variant] = []
    var appearances: [Variant] = []

    /// How the nodes of a rig look in an attire.
    struct Look: Sendable, Equatable {
        /// 1 worn, 0 not, for each node.
        var presence: [Float]
        var tint: [SIMD3<Float>]
        var screen: [SIMD3<Float>]
        /// What is added to the pose.
        var pose: Pose
    }

    /// The look of an attire; names that are not known choose what is worn without them.
    func look(_ attire: Attire, nodeCount: Int) -> Look {
        var look = Look(
            presence: Array(repeating: 1, count: nodeCount),
            tint: Array(repeating: SIMD3(1, 1, 1), count: nodeCount),
            screen: Array(repeating: .zero, count: nodeCount), pose: .rest)
        let appearance =
            appearances.first { $0.name == attire.appearance }
            ?? appearances.first { $0.name == "default" }
        let worn =
            outfits.firstIndex { $0.name == attire.outfit } ?? appearance?.outfit
            ?? (outfits.isEmpty ? nil : 0)
        for node in outfits.flatMap(\.shown) + appearances.flatMap(\.shown) {
            look.presence[node] = 0
        }
        let layers = [worn.map { outfits[$0] }, appearance].compactMap { $0 }
        for layer in layers {
            for node in layer.shown { look.presence[node] = 1 }
            for node in layer.hidden { look.presence[node] = 0 }
            for dye in layer.dyes {
                for node in dye.nodes {
                    look.tint[node] = dye.tint
                    look.screen[node] = dye.screen
                }
            }
            for (control, amount) in layer.controls { look.pose[control] += amount }
        }
        return look
    }
}

/// The change from one look to another.
///
/// What is put on appears first, over what was worn, and only then does that go: nothing is ever seen
/// through.
struct Changing: Sendable {
    private(set) var attire: Attire
    private var from: Wardrobe.Look
    private var to: Wardrobe.Look
    private var began: MediaTime
    /// What shows now.
    private(set) var look: Wardrobe.Look

    private static let length: Float = 0.4

    /// Wears it already.
    init(_ attire: Attire, _ look: Wardrobe.Look) {
        self.attire = attire
        from = look
        to = look
        began = .zero - .seconds(10)
        self.look = look
    }

    /// Begins to change clothes.
    mutating func change(to attire: Attire, _ look: Wardrobe.Look, at time: MediaTime) {
        self.attire = attire
        from = self.look
        to = look
        began = time
    }

    /// Is in the middle of it, or done, at a moment.
    mutating func move(to time: MediaTime) {
        let way = min(max(Float((time - began).seconds) / Self.length, 0), 1)
        if way == 1 {
            if look != to { look = to }
            return
        }
        let (coming, going) = (Self.eased(2 * way), Self.eased(2 * way - 1))
        for node in look.presence.indices {
            let (old, new) = (from.presence[node], to.presence[node])
            look.presence[node] = old + (new - old) * (new > old ? coming : going)
            let amount = Self.eased(way)
            look.tint[node] = from.tint[node] + (to.tint[node] - from.tint[node]) * amount
            look.screen[node] = from.screen[node] + (to.screen[node] - from.screen[node]) * amount
        }
        look.pose = from.pose.blended(towards: to.pose, by: Self.eased(way))
    }

    private static func eased(_ way: Float) -> Float {
        let x = min(max(way, 0), 1)
        return x * x * (3 - 2 * x)
    }
}
