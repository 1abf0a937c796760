import AvatarTypes
import Documents

/// Meshes and keyforms that another program made, as a side file has them: nobody types them.
struct FormsFile {
    var parts: [(id: NodeEntry.Reference, shape: Shape)] = []

    /// The mesh of one part, and where its vertices go.
    struct Shape {
        /// On the canvas.
        var vertices: [SIMD2<Float>]
        /// 0…1 in the picture; where the vertices lie over it, if nil.
        var uvs: [SIMD2<Float>]?
        var triangles: [UInt32]
        /// An offset for each vertex, by the name of the form.
        var forms: [String: [SIMD2<Float>]] = [:]
    }

    init() {}

    init(_ document: Document, _ complaints: inout [Complaint]) {
        let root = Members(of: document.root, allowing: ["parts"], &complaints)
        guard let written = root.required("parts", &complaints) else { return }
        for member in Members(of: written, &complaints).field.members ?? [] {
            guard let shape = Shape(member.value, &complaints) else { continue }
            parts.append((NodeEntry.Reference(id: member.key, field: member.value), shape))
        }
    }

    func shape(of part: String) -> Shape? { parts.first { $0.id.id == part }?.shape }
}

extension FormsFile.Shape {
    init?(_ field: Field, _ complaints: inout [Complaint]) {
        let members = Members(
            of: field, allowing: ["vertices", "uvs", "triangles", "forms"], &complaints)
        guard let corners = members.required("vertices", &complaints),
            let vertices = Self.pairs(corners, count: nil, in: -16_384...32_768, &complaints),
            let written = members.required("triangles", &complaints),
            let indices = written.numbers(
                count: nil, in: 0...Double(max(vertices.count - 1, 0)), &complaints)
        else { return nil }
        guard !indices.isEmpty, indices.count % 3 == 0 else {
            complaints.append(
                written.complaint(
                    "'\(written.path)' has \(indices.count) numbers; a triangle has three.",
                    remedy: "Write three places in \"vertices\" for each triangle."))
            return nil
        }
        self.vertices = vertices
        triangles = indices.map { UInt32($0) }
        uvs = members["uvs"].flatMap {
            Self.pairs($0, count: vertices.count, in: 0...1, &complaints)
        }
        guard let forms = members["forms"] else { return }
        for form in Members(of: forms, &complaints).field.members ?? [] {
            self.forms[form.key] = Self.pairs(
                form.value, count: vertices.count, in: -16_384...16_384, &complaints)
        }
    }

    /// Numbers two by two.
    private static func pairs(
        _ field: Field, count: Int?, in range: ClosedRange<Double>, _ complaints: inout [Complaint]
    ) -> [SIMD2<Float>]? {
        guard let numbers = field.numbers(count: nil, in: range, &complaints) else { return nil }
        let wanted = count.map { $0 * 2 } ?? max(numbers.count / 2 * 2, 6)
        guard numbers.count == wanted else {
            complaints.append(
                field.complaint(
                    "'\(field.path)' has \(numbers.count) numbers, and needs \(wanted).",
                    remedy: "Write x and y of each vertex, one after another."))
            return nil
        }
        return stride(from: 0, to: numbers.count, by: 2).map {
            SIMD2(Float(numbers[$0]), Float(numbers[$0 + 1]))
        }
    }
}
