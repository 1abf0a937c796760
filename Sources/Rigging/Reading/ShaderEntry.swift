import AvatarTypes
import Documents

/// A shader on a part or group, as it is written: its name, or that with what its uniforms are to be.
struct ShaderEntry {
    var name: String
    var uniforms: [Node.Uniform]

    init?(_ field: Field, _ complaints: inout [Complaint]) {
        if let name = field.string {
            self.name = name
            uniforms = []
            return
        }
        let members = Members(of: field, allowing: ["name", "uniforms"], &complaints)
        guard let name = members.required("name", &complaints)?.string else { return nil }
        self.name = name
        uniforms =
            members["uniforms"].map { Node.Uniform.all(of: $0, &complaints) } ?? []
    }
}

extension Node.Uniform {
    /// Those of `{ "u_amount": 0.5, "u_colour": [1, 0, 0] }`, by name.
    static func all(of field: Field, _ complaints: inout [Complaint]) -> [Node.Uniform] {
        guard let members = field.members else {
            complaints.append(
                field.complaint(
                    "Uniforms are given by name.", remedy: "Write { \"u_amount\": 0.5 }."))
            return []
        }
        let range = -1e6...1e6
        return members.compactMap { name, _, value in
            guard value.elements != nil else {
                return value.number(in: range, &complaints).map {
                    Node.Uniform(name: name, numbers: [Float($0)])
                }
            }
            guard let numbers = value.numbers(count: nil, in: range, &complaints) else {
                return nil
            }
            guard (1...4).contains(numbers.count) else {
                complaints.append(
                    value.complaint(
                        "'\(name)' has \(numbers.count) numbers.", remedy: "Give one to four."))
                return nil
            }
            return Node.Uniform(name: name, numbers: numbers.map { Float($0) })
        }.sorted { $0.name < $1.name }
    }
}
