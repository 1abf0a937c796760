import AvatarTypes
import Documents

/// What a part shows, as it is written.
struct PictureEntry {
    /// Its own picture, then those it can be swapped for; paths inside of the rig's folder.
    var paths: [NodeEntry.Reference]
    /// Where the top left corner of the picture is on the canvas.
    var at: SIMD2<Float>
    var tint: SIMD3<Float>
    var screen: SIMD3<Float>
    var layering: LayeringEntry
    var weld: WeldEntry?
    /// The longest side of a mesh's cell, when the author chooses it.
    var cell: Float?

    static let keys =
        [
            "picture", "swap", "at", "tint", "screen", "mesh", "weld",
        ] + LayeringEntry.keys

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
        tint = members.colour("tint", fallback: 1, &complaints)
        screen = members.colour("screen", fallback: 0, &complaints)
        layering = LayeringEntry(members, &complaints)
        weld = members["weld"].flatMap { WeldEntry($0, &complaints) }
        cell = members["mesh"]?.number(in: 4...4096, &complaints).map { Float($0) }
    }

    /// A path that stays inside of the rig's folder.
    static func path(
        _ field: Field, _ complaints: inout [Complaint]
    ) -> NodeEntry.Reference? {
        path(field, to: "PNG", like: "parts/face.png", &complaints)
    }

    /// - Parameter kind: of the file; in small letters it is the ending.
    static func path(
        _ field: Field, to kind: String, like example: String, _ complaints: inout [Complaint]
    ) -> NodeEntry.Reference? {
        guard let path = field.string, path.hasSuffix(".\(kind.lowercased())") else {
            complaints.append(
                field.complaint(
                    "'\(field.path)' must name a \(kind) file.",
                    remedy: "Write a path like \"\(example)\"."))
            return nil
        }
        let steps = path.split(separator: "/", omittingEmptySubsequences: false)
        guard !steps.contains(where: { ["", ".", ".."].contains($0) }), !path.contains("\\") else {
            complaints.append(
                field.complaint(
                    "'\(path)' leads out of the rig's folder.",
                    remedy: "Put the file beside the rig, as in \"\(example)\"."))
            return nil
        }
        return NodeEntry.Reference(id: path, field: field)
    }
}

/// How a picture, or an isolated group, is laid over what is below it, as it is written.
struct LayeringEntry {
    var blend: BlendMode
    var mask: [NodeEntry.Reference] = []
    var isMaskInverted: Bool

    static let keys = ["blend", "inside", "outside"]

    init(_ members: Members, _ complaints: inout [Complaint]) {
        blend =
            BlendMode(
                rawValue: members.choice(
                    "blend", of: BlendMode.allCases.map(\.rawValue), default: "normal",
                    &complaints)) ?? .normal
        if let outside = members["outside"], members["inside"] != nil {
            complaints.append(
                outside.complaint(
                    "A part is kept inside of others or outside of them, not both.",
                    remedy: "Remove 'inside' or 'outside'."))
        }
        isMaskInverted = members["outside"] != nil
        guard let sources = members["outside"] ?? members["inside"] else { return }
        guard let elements = sources.elements, !elements.isEmpty,
            elements.allSatisfy({ $0.string != nil })
        else {
            complaints.append(PictureEntry.listExpected(sources, of: "parts", "\"eye-white-l\""))
            return
        }
        mask = elements.map { NodeEntry.Reference(id: $0.string ?? "", field: $0) }
    }
}

/// What a part is held to, as it is written.
struct WeldEntry {
    var other: NodeEntry.Reference
    /// How far from the other part's rim the hold reaches, in rig units.
    var reach: Float

    init?(_ field: Field, _ complaints: inout [Complaint]) {
        let members = Members(of: field, allowing: ["to", "within"], &complaints)
        guard let to = members.required("to", &complaints) else { return nil }
        guard let id = to.string else {
            complaints.append(
                to.complaint("'to' must be the id of a part.", remedy: "Write \"to\": \"neck\"."))
            return nil
        }
        other = NodeEntry.Reference(id: id, field: to)
        reach = Float(members.number("within", in: 1...4096, default: 60, &complaints))
    }
}

extension PictureEntry {
    static func listExpected(
        _ field: Field, of what: String, _ example: String
    ) -> Complaint {
        field.complaint(
            "'\(field.path)' must be a list of \(what).", remedy: "Write [\(example)].")
    }
}
