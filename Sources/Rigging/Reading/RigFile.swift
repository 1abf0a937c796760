import AvatarTypes
import Documents
import Foundation

/// A rig as it is written: `rig.json`, decoded but not yet joined together.
///
/// Specification: `rigs/README.md`.
struct RigFile {
    var title: String
    /// Width and height of the drawing, in rig units.
    var canvas: SIMD2<Float>
    var view: Rect
    var drivers: [DriverEntry]
    /// Groups, then parts, each in the file's order.
    var nodes: [NodeEntry]
    var bindings: [BindingEntry]
    /// Sets of clothes; the first is worn when none is asked for.
    var outfits: [LookEntry]
    var appearances: [LookEntry]
    /// The front-most first.
    var hitAreas: [HitAreaEntry]
    var backgrounds: [BackgroundEntry]
    var temperament: Temperament
    /// Degrees, to the right and down.
    var wind: SIMD2<Float>
    /// 1 is the earth's: less swings slower.
    var gravity: Float
    var parameters: [ParameterEntry]
    /// The side file with meshes of other programs.
    var forms: NodeEntry.Reference?

    /// The version of the format that this reads.
    static let version = 1.0

    static let keys = [
        "format", "title", "canvas", "view", "drivers", "groups", "parts", "bindings",
        "outfits", "appearances", "hitAreas", "backgrounds", "temperament", "wind", "gravity",
        "parameters", "forms",
    ]

    init?(_ document: Document, _ complaints: inout [Complaint]) {
        let root = document.root
        guard root.members != nil else {
            complaints.append(
                root.complaint("The file must be an object.", remedy: "Write { \"format\": 1, … }.")
            )
            return nil
        }
        let members = Members(of: root, allowing: Self.keys, &complaints)
        if let format = members.required("format", &complaints), format.number != Self.version {
            complaints.append(
                format.complaint(
                    "This reads format 1 of rigs only.", remedy: "Write \"format\": 1."))
        }
        title = members.string("title", &complaints) ?? ""
        let size = members.required("canvas", &complaints)?
            .numbers(count: 2, in: 1...16_384, &complaints)
        canvas = SIMD2(Float(size?[0] ?? 16_384), Float(size?[1] ?? 16_384))
        view = Rect(x: 0, y: 0, width: canvas.x, height: canvas.y)
        if let field = members["view"],
            let box = field.numbers(count: 4, in: -16_384...32_768, &complaints)
        {
            if box[2] <= 0 || box[3] <= 0 {
                complaints.append(
                    field.complaint(
                        "The view is empty.", remedy: "Write [x, y, width, height]."))
            } else {
                view = Rect(box)
            }
        }
        drivers =
            (members["drivers"].map { Members(of: $0, &complaints).field.members ?? [] } ?? [])
            .compactMap { DriverEntry(name: $0.key, line: $0.keyLine, $0.value, &complaints) }
        nodes = Self.list("groups", members, &complaints) { field, complaints in
            NodeEntry(group: field, &complaints)
        }
        nodes += Self.list("parts", members, &complaints) { field, complaints in
            NodeEntry(part: field, &complaints)
        }
        bindings = Self.list("bindings", members, &complaints) { field, complaints in
            BindingEntry(field, &complaints)
        }
        outfits = Self.named("outfits", members, &complaints) { name, field, complaints in
            LookEntry(outfit: name, field, &complaints)
        }
        appearances = Self.named("appearances", members, &complaints) { name, field, complaints in
            LookEntry(appearance: name, field, &complaints)
        }
        hitAreas = Self.list("hitAreas", members, &complaints) { field, complaints in
            HitAreaEntry(field, &complaints)
        }
        backgrounds = Self.named("backgrounds", members, &complaints) { name, field, complaints in
            BackgroundEntry(name, field, &complaints)
        }
        temperament = members["temperament"].map { Temperament($0, &complaints) } ?? .even
        wind =
            members["wind"]?.numbers(count: 2, in: -60...60, &complaints)
            .map { SIMD2(Float($0[0]), Float($0[1])) } ?? .zero
        gravity = Float(members.number("gravity", in: 0.05...20, default: 1, &complaints))
        forms = members["forms"].flatMap {
            PictureEntry.path($0, to: "JSON", like: "forms.json", &complaints)
        }
        parameters = Self.list("parameters", members, &complaints) { field, complaints in
            ParameterEntry(field, &complaints)
        }
        if !nodes.contains(where: { $0.picture != nil }) {
            complaints.append(
                (members["parts"] ?? root).complaint(
                    "The rig has no parts.", remedy: "Add \"parts\": [{ \"id\": …, … }]."))
        }
    }

    /// An object whose keys are names.
    private static func named<Entry>(
        _ key: String, _ members: Members, _ complaints: inout [Complaint],
        _ read: (String, Field, inout [Complaint]) -> Entry?
    ) -> [Entry] {
        guard let field = members[key] else { return [] }
        return (Members(of: field, &complaints).field.members ?? []).compactMap { member in
            guard member.key.utf8.allSatisfy(\.isIdLetter), !member.key.isEmpty else {
                complaints.append(
                    Complaint(
                        file: field.file, line: member.keyLine,
                        what: "'\(member.key)' is no name.",
                        remedy: "Use small letters, digits and '-', as in \"winter-coat\"."))
                return nil
            }
            return read(member.key, member.value, &complaints)
        }
    }

    private static func list<Entry>(
        _ key: String, _ members: Members, _ complaints: inout [Complaint],
        _ read: (Field, inout [Complaint]) -> Entry?
    ) -> [Entry] {
        guard let field = members[key] else { return [] }
        guard let elements = field.elements else {
            complaints.append(
                field.complaint(
                    "'\(key)' is \(field.kind), and must be a list.", remedy: "Write [ … ]."))
            return []
        }
        return elements.compactMap { read($0, &complaints) }
    }
}

extension Rect {
    /// Of x, y, width and height.
    init(_ numbers: [Double]) {
        self.init(
            x: Float(numbers[0]), y: Float(numbers[1]), width: Float(numbers[2]),
            height: Float(numbers[3]))
    }
}
