import AvatarTypes
import Documents

/// A line that binds a node to inputs, as it is written.
struct BindingEntry {
    var field: Field
    var node: NodeEntry.Reference
    var axes: [Axis]
    /// What it moves and the values for it.
    var targets: [(key: String, values: Field)]
    var curve: Binding.Curve

    /// `headYaw -30 0 30`.
    struct Axis {
        var input: String
        var keys: [Float]
        var field: Field
    }

    static let targetKeys = [
        "translate", "rotate", "scale", "opacity", "order", "swap", "warp", "bend", "form",
        "tint", "screen", "shader",
    ]
    /// More inputs in one binding would be a table that nobody reads.
    private static let mostAxes = 4

    init?(_ field: Field, _ complaints: inout [Complaint]) {
        self.field = field
        let members = Members(
            of: field, allowing: ["on", "by", "curve"] + Self.targetKeys, &complaints)
        guard field.members != nil, let on = members.required("on", &complaints),
            let by = members.required("by", &complaints)
        else { return nil }
        guard let id = on.string else {
            complaints.append(
                on.complaint("'on' must be the id of a group or part.", remedy: "Write \"on\": …"))
            return nil
        }
        node = NodeEntry.Reference(id: id, field: on)
        let written = by.elements ?? [by]
        axes = written.compactMap { Axis($0, &complaints) }
        guard axes.count == written.count else { return nil }
        guard (1...Self.mostAxes).contains(axes.count) else {
            complaints.append(
                by.complaint(
                    "A binding has one to four inputs.", remedy: "Split it into several lines."))
            return nil
        }
        curve =
            Binding.Curve(
                rawValue: members.choice(
                    "curve", of: Binding.Curve.allCases.map(\.rawValue), default: "linear",
                    &complaints)) ?? .linear
        targets = Self.targetKeys.compactMap { key in members[key].map { (key, $0) } }
        if targets.isEmpty {
            complaints.append(
                field.complaint(
                    "The binding moves nothing.",
                    remedy: "Add one of \(Self.targetKeys.joined(separator: ", "))."))
        }
    }

    /// The values for all combinations of keys, from lists nested once per input.
    func leaves(_ values: Field, _ complaints: inout [Complaint]) -> [Field]? {
        var level = [values]
        for axis in axes {
            var next: [Field] = []
            for field in level {
                guard let elements = field.elements, elements.count == axis.keys.count else {
                    complaints.append(
                        field.complaint(
                            "'\(field.path)' needs \(axis.keys.count) values, one for each key of "
                                + "'\(axis.input)'.",
                            remedy: "Write them in [ and ], one list inside another per input."))
                    return nil
                }
                next += elements
            }
            level = next
        }
        return level
    }
}

extension BindingEntry.Axis {
    fileprivate init?(_ field: Field, _ complaints: inout [Complaint]) {
        let tokens = (field.string ?? "").split(separator: " ").map(String.init)
        keys = tokens.dropFirst().compactMap(Float.init).filter(\.isFinite)
        guard let name = tokens.first, keys.count >= 2, keys.count == tokens.count - 1,
            zip(keys, keys.dropFirst()).allSatisfy({ $0 < $1 })
        else {
            complaints.append(
                field.complaint(
                    "'\(field.path)' must be an input and two or more rising keys.",
                    remedy: "Write \"headYaw -30 0 30\"."))
            return nil
        }
        input = name
        self.field = field
        guard let range = Control(name: name)?.range else { return }
        if let key = keys.first(where: { !range.contains($0) }) {
            complaints.append(
                field.complaint(
                    "'\(name)' never is \(key).",
                    remedy: "Its keys lie from \(range.lowerBound) to \(range.upperBound)."))
        }
    }
}
