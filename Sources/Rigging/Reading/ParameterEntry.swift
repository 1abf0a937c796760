import AvatarTypes
import Documents

/// A number of the rig's own, as it is written: a name, a range, and the role that moves it.
struct ParameterEntry {
    var id: String
    var field: Field
    var range: ClosedRange<Float>
    var fallback: Float
    /// A channel, an accent, or the name of another format for one.
    var role: NodeEntry.Reference?

    init?(_ field: Field, _ complaints: inout [Complaint]) {
        let members = Members(of: field, allowing: ["id", "range", "default", "role"], &complaints)
        guard field.members != nil, let named = members.required("id", &complaints) else {
            return nil
        }
        guard let id = named.string, !id.isEmpty else {
            complaints.append(
                named.complaint("'id' must be a name.", remedy: "Write \"id\": \"mouth-form\"."))
            return nil
        }
        self.id = id
        self.field = field
        range = 0...1
        if let ends = members["range"],
            let numbers = ends.numbers(count: 2, in: -1000...1000, &complaints)
        {
            if numbers[0] < numbers[1] {
                range = Float(numbers[0])...Float(numbers[1])
            } else {
                complaints.append(
                    ends.complaint("The range is empty.", remedy: "Write the lower end first."))
            }
        }
        fallback = Float(
            members.number(
                "default", in: Double(range.lowerBound)...Double(range.upperBound),
                default: Double(min(max(0, range.lowerBound), range.upperBound)), &complaints))
        role = members.string("role", &complaints).flatMap { name in
            members["role"].map { NodeEntry.Reference(id: name, field: $0) }
        }
    }
}

extension RigFile {
    /// The parameters, whose names join the inputs.
    func joinedParameters(_ inputs: inout Inputs, _ complaints: inout [Complaint]) -> [Driver] {
        parameters.compactMap { entry in
            var sum = Sum()
            sum.constant = entry.fallback
            if let role = entry.role {
                let isOurs = Control(name: role.id) != nil
                guard let text = isOurs ? role.id : Role.sums[role.id] else {
                    complaints.append(
                        role.field.unknown(
                            "role", role.id,
                            among: Control.all.map(\.name) + Role.sums.keys.sorted()))
                    return nil
                }
                sum = Sum(text, role.field, inputs, &complaints) ?? Sum()
            }
            guard inputs.append(entry.id) else {
                complaints.append(
                    entry.field.complaint(
                        "'\(entry.id)' is the name of a channel or of another parameter.",
                        remedy: "Choose another name."))
                return nil
            }
            return .parameter(sum, entry.range)
        }
    }
}
