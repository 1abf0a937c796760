import AvatarTypes
import Documents
import Foundation

/// A rig while it is being built from its file: names become places in arrays, pictures become meshes.
struct Assembly {
    let file: RigFile
    let directory: URL
    let detail: Rig.Detail
    let shelf: PictureShelf
    var forms = FormsFile()

    var nodes: [Node] = []
    var parts: [Part] = []
    var controlPointCount = 0
    var formedVertexCount = 0
    var jointCount = 0
    var hangingCount = 0
    var positions: [SIMD2<Float>] = []
    var uvs: [SIMD2<Float>] = []
    var indices: [UInt32] = []
    /// The entries of `nodes`, in their order.
    var entries: [NodeEntry] = []
    var places: [String: Int] = [:]

    init(_ file: RigFile, _ directory: URL, _ detail: Rig.Detail, _ shelf: PictureShelf) {
        self.file = file
        self.directory = directory
        self.detail = detail
        self.shelf = shelf
    }

    /// First: brings groups before what they carry, and complains of ids and groups that do not fit.
    mutating func joinNodes(_ inputs: Inputs, _ complaints: inout [Complaint]) {
        var known: [String: NodeEntry] = [:]
        for entry in file.nodes {
            if let first = known.updateValue(entry, forKey: entry.id) {
                known[entry.id] = first
                complaints.append(
                    entry.field.complaint(
                        "The id '\(entry.id)' is already that of line \(first.field.line).",
                        remedy: "Give every group and part an id of its own."))
            } else {
                append(entry, known: &known, inputs, &complaints)
            }
        }
    }

    private mutating func append(
        _ entry: NodeEntry, known: inout [String: NodeEntry], _ inputs: Inputs,
        _ complaints: inout [Complaint]
    ) {
        guard places[entry.id] == nil else { return }
        let parent = carrier(of: entry, &complaints)
        if let parent, places[parent.id] == nil {
            known[parent.id] = parent
            append(parent, known: &known, inputs, &complaints)
        }
        let pivot = entry.pivot ?? parent?.pivot ?? file.canvas / 2
        places[entry.id] = nodes.count
        entries.append(entry)
        nodes.append(
            Node(
                id: entry.id, parent: parent.flatMap { places[$0.id] }, pivot: pivot,
                opacity: entry.opacity, order: entry.order,
                turn: entry.turn.flatMap { turn in
                    guard let yaw = inputs.index(of: turn.by[0].id, turn.by[0].field, &complaints),
                        let pitch = inputs.index(of: turn.by[1].id, turn.by[1].field, &complaints)
                    else { return nil }
                    return Turn(yaw: yaw, pitch: pitch, center: turn.center, radius: turn.radius)
                }, shader: entry.shader.map { Node.Shader(name: $0.name, uniforms: $0.uniforms) }))
    }

    /// The group that an entry names; nil, after a complaint, when there is none or it carries itself.
    private func carrier(of entry: NodeEntry, _ complaints: inout [Complaint]) -> NodeEntry? {
        guard let reference = entry.parent else { return nil }
        let groups = file.nodes.filter { $0.picture == nil }
        guard let parent = groups.first(where: { $0.id == reference.id }) else {
            complaints.append(
                reference.field.complaint(
                    "There is no group '\(reference.id)'.",
                    remedy: groups.map(\.id).nearest(to: reference.id)
                        .map { "Did you mean '\($0)'?" } ?? "Add it to \"groups\"."))
            return nil
        }
        var above: NodeEntry? = parent
        for _ in groups {
            guard let step = above else { return parent }
            if step.id == entry.id {
                complaints.append(
                    reference.field.complaint(
                        "The group '\(entry.id)' carries itself.",
                        remedy: "Put '\(entry.id)' or '\(parent.id)' into another group."))
                return nil
            }
            above = step.parent.flatMap { next in groups.first { $0.id == next.id } }
        }
        return above == nil ? parent : nil
    }

    func chain(from node: Int) -> [Int] {
        Array(sequence(first: node) { nodes[$0].parent })
    }
}
