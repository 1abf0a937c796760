import AvatarTypes
import Documents

/// What a part shows, as it is written.
struct PictureEntry {
    /// Its own picture, then those it can be swapped for; paths inside of the rig's folder.
    var paths: [NodeEntry.Reference]
    /// Where the top left corner of the picture is on the canvas.
    var at: SIMD2<Float>
    var blend: BlendMode
    var tint: SIMD3<Float>
    var screen: SIMD3<Float>
    var mask: [NodeEntry.Reference]
    var isMaskInverted: Bool
    /// The longest side of a mesh's cell, when the author chooses it.
    var cell: Float?

    static let keys = [
        "picture", "swap", "at", "blend", "tint", "screen", "inside", "outside", "mesh",
    ]

    init?(_ members: Members, _ complaints: inout [Complaint]) {
        guard let picture = members.required("picture", &complaints),
            let own = Self.path(picture, &complaints)
        else { return nil }
        paths = [own]
        paths += (members["swap"]?.elements ?? []).compactMap { Self.path($0, &complaints) }
        if let swap = members["swap"], swap.elements == nil {
            complaints.append(Self.listExpected(swap, of: "pictures", "\"parts/other.png\""))
        }
        let place = members["at"]?.numbers(count: 2, in: -16_384...16_384, &complaints)
        at = SIMD2(Float(place?[0] ?? 0), Float(place?[1] ?? 0))
        blend =
            BlendMode(
                rawValue: members.choice(
                    "blend", of: BlendMode.allCases.map(\.rawValue), default: "normal",
                    &complaints)) ?? .normal
        tint = Self.colour("tint", members, fallback: 1, &complaints)
        screen = Self.colour("screen", members, fallback: 0, &complaints)
        if let outside = members["outside"], members["inside"] != nil {
            complaints.append(
                outside.complaint(
                    "A part is kept inside of others or outside of them, not both.",
                    remedy: "Remove 'inside' or 'outside'."))
        }
        isMaskInverted = members["outside"] != nil
        mask = []
        if let sources = members["outside"] ?? members["inside"] {
            guard let elements = sources.elements, !elements.isEmpty,
                elements.allSatisfy({ $0.string != nil })
            else {
                complaints.append(Self.listExpected(sources, of: "parts", "\"eye-white-l\""))
                return
            }
            mask = elements.map { NodeEntry.Reference(id: $0.string ?? "", field: $0) }
        }
        cell = members["mesh"]?.number(in: 4...4096, &complaints).map { Float($0) }
    }

    /// A path that stays inside of the rig's folder.
    private static func path(
        _ field: Field, _ complaints: inout [Complaint]
    ) -> NodeEntry.Reference? {
        guard let path = field.string, path.hasSuffix(".png") else {
            complaints.append(
                field.complaint(
                    "'\(field.path)' must name a PNG file.",
                    remedy: "Write a path like \"parts/face.png\"."))
            return nil
        }
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !steps.contains(where: { ["", ".", ".."].contains($0) }), !path.contains("\\") else {
            complaints.append(
                field.complaint(
                    "'\(path)' leads out of the rig's folder.",
                    remedy: "Put the picture beside the rig, as in \"parts/face.png\"."))
            return nil
        }
        return NodeEntry.Reference(id: path, field: field)
    }

    private static func colour(
        _ key: String, _ members: Members, fallback: Float, _ complaints: inout [Complaint]
    ) -> SIMD3<Float> {
        guard let numbers = members[key]?.numbers(count: 3, in: 0...1, &complaints) else {
            return SIMD3(repeating: fallback)
        }
        return SIMD3(Float(numbers[0]), Float(numbers[1]), Float(numbers[2]))
    }

    private static func listExpected(
        _ field: Field, of what: String, _ example: String
    ) -> Complaint {
        field.complaint(
            "'\(field.path)' must be a list of \(what).", remedy: "Write [\(example)].")
    }
}
