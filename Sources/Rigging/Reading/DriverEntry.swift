import AvatarTypes
import Documents

/// A number that the rig derives from a pose, as it is written.
struct DriverEntry {
    var name: String
    var line: Int
    var field: Field
    var kind: Kind

    enum Kind {
        case sum(Field)
        /// Period in seconds and damping.
        case strand(follow: Field, period: Float, damping: Float)
        case pendulum(PendulumEntry)
        /// Another reading of a pendulum written above.
        case reading(NodeEntry.Reference, ReadingEntry)
    }

    init?(name: String, line: Int, _ field: Field, _ complaints: inout [Complaint]) {
        self.name = name
        self.line = line
        self.field = field
        guard let members = field.members else {
            kind = .sum(field)
            return
        }
        if members.contains(where: { $0.key == "pendulum" }) {
            guard let entry = PendulumEntry(field, &complaints) else { return nil }
            kind = .pendulum(entry)
        } else if members.contains(where: { $0.key == "of" }) {
            let members = Members(of: field, allowing: ["of"] + ReadingEntry.keys, &complaints)
            guard let of = members["of"], let name = members.string("of", &complaints) else {
                return nil
            }
            kind = .reading(
                NodeEntry.Reference(id: name, field: of), ReadingEntry(members, &complaints))
        } else {
            let members = Members(
                of: field, allowing: ["follow", "period", "damping"], &complaints)
            guard let follow = members.required("follow", &complaints) else { return nil }
            kind = .strand(
                follow: follow,
                period: Float(members.number("period", in: 0.05...10, default: 0.8, &complaints)),
                damping: Float(
                    members.number("damping", in: 0.05...0.95, default: 0.25, &complaints)))
        }
    }
}

/// What a driver computes.
enum Driver: Sendable {
    case sum(Sum)
    /// A parameter of the rig: a sum kept in a range.
    case parameter(Sum, ClosedRange<Float>)
    /// With the place of its state among the puppet's strands.
    case strand(Strand, state: Int)
    /// With the place of its state among the puppet's pendulums.
    case pendulum(Pendulum, state: Int, Reading)
    case reading(Pendulum, state: Int, Reading)

    struct Reading: Sendable {
        var weight: Int
        var output: Pendulum.Output
    }
}

extension RigFile {
    /// The drivers in order, each of which may use those above it; their names join the inputs.
    func joinedDrivers(_ inputs: inout Inputs, _ complaints: inout [Complaint]) -> [Driver] {
        var joined: [Driver] = []
        var strands = 0
        var pendulums: [String: (pendulum: Pendulum, state: Int)] = [:]
        for entry in drivers {
            let driver: Driver
            switch entry.kind {
            case .sum(let field):
                driver = .sum(Sum(field, inputs, &complaints) ?? Sum())
            case .strand(let follow, let period, let damping):
                let anchor = Sum(follow, inputs, &complaints) ?? Sum()
                driver = .strand(
                    Strand(anchor: anchor, period: period, damping: damping), state: strands)
                strands += 1
            case .pendulum(let written):
                let pendulum = written.joined(
                    inputs, gravity: gravity, wind: wind / 90, &complaints)
                let state = pendulums.count
                // A second one of the name is complained of below.
                pendulums[pendulums[entry.name] == nil ? entry.name : "\(state)"] = (
                    pendulum, state
                )
                let reading = written.reading.joined(pendulum, &complaints)
                driver = .pendulum(pendulum, state: state, reading)
            case .reading(let name, let written):
                guard let (pendulum, state) = pendulums[name.id] else {
                    complaints.append(
                        name.field.unknown(
                            "pendulum above", name.id, among: pendulums.keys.sorted()))
                    driver = .sum(Sum())
                    break
                }
                driver = .reading(pendulum, state: state, written.joined(pendulum, &complaints))
            }
            guard inputs.append(entry.name) else {
                complaints.append(
                    Complaint(
                        file: entry.field.file, line: entry.line,
                        what: "'\(entry.name)' is the name of a channel or of another driver.",
                        remedy: "Choose another name."))
                continue
            }
            joined.append(driver)
        }
        return joined
    }
}
