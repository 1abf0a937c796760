public import AvatarTypes
public import Documents
public import Foundation

/// A character ready to be moved: parts on meshes, what carries and bends them, and what moves that.
///
/// It is read from a folder with a `rig.json` (specified in `rigs/README.md`) and its pictures, and never
/// changes afterwards; what persists between frames is in `Puppet`.
public struct Rig: Sendable {
    /// The name of its folder.
    public let name: String
    /// What people call it.
    public let title: String
    /// How the character moves by nature.
    public let temperament: Temperament
    /// Places that the character may be shown in.
    public let backgrounds: [Background]

    /// Something that can be chosen: the name that files and the API use, and what people call it.
    public struct Choice: Equatable, Sendable {
        public let name: String
        public let title: String
    }

    /// A picture to stand before.
    public struct Background: Equatable, Sendable {
        public let name: String
        public let title: String
        /// A PNG.
        public let picture: URL
    }

    /// Sets of clothes; the first is worn when none is asked for.
    public var outfits: [Choice] {
        wardrobe.outfits.map { Choice(name: $0.name, title: $0.title) }
    }

    /// Variants of the whole look.
    public var appearances: [Choice] {
        wardrobe.appearances.map { Choice(name: $0.name, title: $0.title) }
    }

    /// Places that can be touched.
    public var hitAreas: [Choice] { areas.map { Choice(name: $0.name, title: $0.title) } }

    /// What is fitted into a picture, in rig units.
    let view: Rect
    /// Groups before what is inside of them.
    let nodes: [Node]
    /// Back to front.
    let parts: [Part]
    let drivers: [Driver]
    let bindings: [Binding]
    let wardrobe: Wardrobe
    /// The front-most first.
    let areas: [HitArea]
    /// Control points of all lattices.
    let controlPointCount: Int
    /// Vertices of all parts that have forms.
    let formedVertexCount: Int
    /// Joints of all chains, and how many chains hang.
    let jointCount: Int
    let hangingCount: Int
    /// What moves the root of each hanging chain, from its own node outwards.
    let hangingPaths: [(chain: [Int], depths: [Turn.Depth])]
    let hasIsolation: Bool
    /// Where the wind blows: degrees that it turns the tip of what hangs freely, to the right and down.
    let wind: SIMD2<Float>

    /// All meshes at rest, one after another.
    let positions: [SIMD2<Float>]
    let uvs: [SIMD2<Float>]
    let indices: [UInt32]

    /// Reads a rig's folder.
    ///
    /// - Parameters:
    ///   - name: the folder's name, as complaints bear it: `rigs/<name>/rig.json`.
    ///   - shelf: where pictures are looked for before they are decoded.
    /// - Throws: the first complaint.
    public init(
        contentsOf directory: URL, name: String, detail: Detail = .full,
        shelf: PictureShelf = PictureShelf()
    ) throws(Complaint) {
        var complaints: [Complaint] = []
        let loaded = Self.load(directory, name, detail, shelf, &complaints)
        guard let loaded, complaints.isEmpty else {
            throw complaints.sortedByLine().first
                ?? Complaint(file: Self.file(name), what: "The rig cannot be read.")
        }
        self = loaded
    }

    /// Everything that is wrong with a rig's folder, in the order of the lines.
    public static func complaints(
        in directory: URL, name: String, shelf: PictureShelf = PictureShelf()
    ) -> [Complaint] {
        var complaints: [Complaint] = []
        _ = load(directory, name, .full, shelf, &complaints)
        return complaints.sortedByLine()
    }

    private static func file(_ name: String) -> String { "rigs/\(name)/rig.json" }

    /// Decode, check, build; nil when too much is wrong to build anything.
    private static func load(
        _ directory: URL, _ name: String, _ detail: Detail, _ shelf: PictureShelf,
        _ complaints: inout [Complaint]
    ) -> Rig? {
        do {
            let url = directory.appendingPathComponent("rig.json")
            let document = try Document(contentsOf: url, name: Self.file(name))
            guard let file = RigFile(document, &complaints) else { return nil }
            var assembly = Assembly(file, directory, detail, shelf)
            if let forms = file.forms {
                assembly.forms = FormsFile(
                    try Document(
                        contentsOf: directory.appendingPathComponent(forms.id),
                        name: "rigs/\(name)/\(forms.id)"), &complaints)
            }
            return Rig(joining: file, assembly, name: name, &complaints)
        } catch {
            complaints.append(error)
            return nil
        }
    }

    private init(
        joining file: RigFile, _ assembly: Assembly, name: String,
        _ complaints: inout [Complaint]
    ) {
        var assembly = assembly
        var inputs = Inputs()
        let parameters = file.joinedParameters(&inputs, &complaints)
        drivers = parameters + file.joinedDrivers(&inputs, &complaints)
        assembly.joinNodes(inputs, &complaints)
        assembly.joinParts(&complaints)
        assembly.joinWarps()
        assembly.joinChains(&complaints)
        assembly.joinWelds(&complaints)
        self.name = name
        title = file.title.isEmpty ? name : file.title
        view = file.view
        nodes = assembly.nodes
        parts = assembly.parts
        controlPointCount = assembly.controlPointCount
        formedVertexCount = assembly.formedVertexCount
        jointCount = assembly.jointCount
        hangingCount = assembly.hangingCount
        hangingPaths = assembly.nodes.indices.filter { assembly.nodes[$0].flexion?.hanging != nil }
            .map { node in
                let chain = assembly.chain(from: node)
                return (chain, assembly.depths(along: chain))
            }
        hasIsolation = assembly.nodes.contains { $0.isolation != nil }
        wind = file.wind
        positions = assembly.positions
        uvs = assembly.uvs
        indices = assembly.indices
        bindings = assembly.joinedBindings(inputs, &complaints)
        wardrobe = assembly.joinedWardrobe(&complaints)
        areas = assembly.joinedHitAreas(&complaints)
        backgrounds = assembly.joinedBackgrounds(&complaints)
        temperament = file.temperament
    }
}

extension [Complaint] {
    fileprivate func sortedByLine() -> [Complaint] {
        enumerated().sorted {
            ($0.element.line ?? 0, $0.offset) < ($1.element.line ?? 0, $1.offset)
        }.map(\.element)
    }
}
