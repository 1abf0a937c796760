import AvatarTypes
import Documents

/// A number that the rig derives from a pose, as it is written: a sum, or a strand that follows one.
struct DriverEntry {
    var name: String
    var line: Int
    var sum: Field
    /// Period in seconds and damping.
    var swing: (period: Float, damping: Float)?

    init?(name: String, line: Int, _ field: Field, _ complaints: inout [Complaint]) {
        self.name = name
        self.line = line
        sum = field
        if field.members == nil { return }
        let members = Members(of: field, allowing: ["follow", "period", "damping"], &complaints)
        guard let follow = members.required("follow", &complaints) else { return nil }
        sum = follow
        swing = (
            Float(members.number("period", in: 0.05...10, default: 0.8, &complaints)),
            Float(members.number("damping", in: 0.05...0.95, default: 0.25, &complaints))
        )
    }
}

/// What a driver computes.
enum Driver: Sendable {
    case sum(Sum)
    /// A parameter of the rig: a sum kept in a range.
    case parameter(Sum, ClosedRange<Float>)
    /// With the place of its state among the puppet's strands.
    case strand(Strand, state: Int)
}

extension RigFile {
    /// The drivers in order, each of which may use those above it; their names join the inputs.
    func joinedDrivers(_ inputs: inout Inputs, _ complaints: inout [Complaint]) -> [Driver] {
        var joined: [Driver] = []
        var strands = 0
        for entry in drivers {
            let sum = Sum(entry.sum, inputs, &complaints)
            guard inputs.append(entry.name) else {
                complaints.append(
                    Complaint(
                        file: entry.sum.file, line: entry.line,
                        what: "'\(entry.name)' is the name of a channel or of another driver.",
                        remedy: "Choose another name."))
                continue
            }
            let known = sum ?? Sum()
            if let swing = entry.swing {
                joined.append(
                    .strand(
                        Strand(anchor: known, period: swing.period, damping: swing.damping),
                        state: strands))
                strands += 1
            } else {
                joined.append(.sum(known))
            }
        }
        return joined
    }
}
