import AvatarTypes
import Documents

/// A place that can be touched, as it is written: parts, or a box that a group carries.
struct HitAreaEntry {
    var id: String
    var title: String
    var field: Field
    var parts: [NodeEntry.Reference]
    var box: Rect?
    var carrier: NodeEntry.Reference?

    init?(_ field: Field, _ complaints: inout [Complaint]) {
        let members = Members(
            of: field, allowing: ["id", "title", "parts", "box", "on"], &complaints)
        guard field.members != nil, let named = members.required("id", &complaints) else {
            return nil
        }
        guard let id = named.string else {
            complaints.append(
                named.complaint(
                    "'\(named.path)' must be a name.", remedy: "Write a name like \"head\"."))
            return nil
        }
        self.id = id
        self.field = field
        title = members.string("title", &complaints) ?? id
        parts = NodeEntry.references(members["parts"], &complaints)
        box = members["box"]?.numbers(count: 4, in: -16_384...32_768, &complaints).map(Rect.init)
        carrier = members.string("on", &complaints).flatMap { name in
            members["on"].map { NodeEntry.Reference(id: name, field: $0) }
        }
        if parts.isEmpty, box == nil {
            complaints.append(
                field.complaint(
                    "The hit area '\(id)' is nowhere.",
                    remedy: "Give it \"parts\": [ … ] or \"box\": [x, y, width, height]."))
        }
    }
}

/// A background as it is written.
struct BackgroundEntry {
    var name: String
    var title: String
    var picture: NodeEntry.Reference

    init?(_ name: String, _ field: Field, _ complaints: inout [Complaint]) {
        let members = Members(of: field, allowing: ["title", "picture"], &complaints)
        guard field.members != nil, let path = members.required("picture", &complaints),
            let picture = PictureEntry.path(path, &complaints)
        else { return nil }
        self.name = name
        title = members.string("title", &complaints) ?? name
        self.picture = picture
    }
}

extension Temperament {
    /// The five traits by their names, 0…1 each, 0.5 where none is written.
    init(_ field: Field, _ complaints: inout [Complaint]) {
        let traits: [(name: String, path: WritableKeyPath<Temperament, Float>)] = [
            ("openness", \.openness), ("conscientiousness", \.conscientiousness),
            ("extraversion", \.extraversion), ("agreeableness", \.agreeableness),
            ("neuroticism", \.neuroticism),
        ]
        let members = Members(of: field, allowing: traits.map(\.name), &complaints)
        self.init()
        for trait in traits {
            self[keyPath: trait.path] = Float(
                members.number(trait.name, in: 0...1, default: 0.5, &complaints))
        }
    }
}
