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

    /// The version of the format that this reads.
    static let version = 1.0

    static let keys = [
        "format", "title", "canvas", "view", "drivers", "groups", "parts", "bindings",
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
        if !nodes.contains(where: { $0.picture != nil }) {
            complaints.append(
                (members["parts"] ?? root).complaint(
                    "The rig has no parts.", remedy: "Add \"parts\": [{ \"id\": …, … }]."))
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
