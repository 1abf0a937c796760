import AvatarTypes
import Documents

/// A set of clothes as it is written, or a variant of the whole look.
struct LookEntry {
    var name: String
    var field: Field
    var title: String
    /// An appearance's clothes.
    var outfit: NodeEntry.Reference?
    /// What belongs to an outfit, or what an appearance shows that else is hidden.
    var shown: [NodeEntry.Reference] = []
    var hidden: [NodeEntry.Reference] = []
    var dyes: [Dye] = []
    /// Added to the pose.
    var controls: [(control: Control, amount: Float)] = []

    /// A colour for everything that bears the dye's name.
    struct Dye {
        var name: NodeEntry.Reference
        var tint: SIMD3<Float>
        var screen: SIMD3<Float>
    }

    init(outfit name: String, _ field: Field, _ complaints: inout [Complaint]) {
        let members = Members(of: field, allowing: ["title", "parts", "dyes"], &complaints)
        self.init(name, members, &complaints)
        shown = NodeEntry.references(members["parts"], &complaints)
    }

    init(appearance name: String, _ field: Field, _ complaints: inout [Complaint]) {
        let members = Members(
            of: field, allowing: ["title", "outfit", "show", "hide", "dyes", "controls"],
            &complaints)
        self.init(name, members, &complaints)
        outfit = members.string("outfit", &complaints).flatMap { name in
            members["outfit"].map { NodeEntry.Reference(id: name, field: $0) }
        }
        shown = NodeEntry.references(members["show"], &complaints)
        hidden = NodeEntry.references(members["hide"], &complaints)
        guard let amounts = members["controls"] else { return }
        for member in Members(of: amounts, &complaints).field.members ?? [] {
            guard let control = Control(name: member.key) else {
                let near = Control.all.map(\.name).nearest(to: member.key)
                complaints.append(
                    member.value.complaint(
                        "'\(member.key)' is neither a channel nor an accent.",
                        remedy: near.map { "Did you mean '\($0)'?" }
                            ?? "Write a control such as \"eyeBlinkLeft\"."))
                continue
            }
            let reach = Double(max(-control.range.lowerBound, control.range.upperBound))
            if let amount = member.value.number(in: -reach...reach, &complaints) {
                controls.append((control, Float(amount)))
            }
        }
    }

    private init(_ name: String, _ members: Members, _ complaints: inout [Complaint]) {
        self.name = name
        field = members.field
        title = members.string("title", &complaints) ?? name
        guard let dyes = members["dyes"] else { return }
        self.dyes = (Members(of: dyes, &complaints).field.members ?? []).map { member in
            let colours = Members(of: member.value, allowing: ["tint", "screen"], &complaints)
            return Dye(
                name: NodeEntry.Reference(id: member.key, field: member.value),
                tint: colours.colour("tint", fallback: 1, &complaints),
                screen: colours.colour("screen", fallback: 0, &complaints))
        }
    }
}

extension NodeEntry {
    /// The names in a list; none when it is missing.
    static func references(
        _ field: Field?, _ complaints: inout [Complaint]
    ) -> [NodeEntry.Reference] {
        guard let field else { return [] }
        guard let elements = field.elements, elements.allSatisfy({ $0.string != nil }) else {
            complaints.append(
                field.complaint(
                    "'\(field.path)' must be a list of groups and parts.",
                    remedy: "Write [\"jacket\", \"skirt\"]."))
            return []
        }
        return elements.map { NodeEntry.Reference(id: $0.string ?? "", field: $0) }
    }
}

extension Members {
    /// Red, green and blue, 0…1 each.
    func colour(
        _ key: String, fallback: Float, _ complaints: inout [Complaint]
    ) -> SIMD3<Float> {
        guard let numbers = self[key]?.numbers(count: 3, in: 0...1, &complaints) else {
            return SIMD3(repeating: fallback)
        }
        return SIMD3(Float(numbers[0]), Float(numbers[1]), Float(numbers[2]))
    }
}
