import Documents

/// A driver that is read off a pendulum, as it is written.
struct PendulumEntry {
    var position: Field?
    var angle: Field?
    var weights: [Pendulum.Weight]
    var reading: ReadingEntry

    init?(_ field: Field, _ complaints: inout [Complaint]) {
        let members = Members(
            of: field, allowing: ["pendulum", "position", "angle"] + ReadingEntry.keys, &complaints)
        position = members["position"]
        angle = members["angle"]
        reading = ReadingEntry(members, &complaints)
        weights = []
        guard let written = members.required("pendulum", &complaints) else { return nil }
        guard let elements = written.elements, (1...16).contains(elements.count) else {
            complaints.append(
                written.complaint(
                    "'\(written.path)' must be a list of 1 to 16 weights.",
                    remedy: "Write [{ \"length\": 10, \"mobility\": 0.9 }]."))
            return nil
        }
        weights = elements.map { element in
            let weight = Members(
                of: element, allowing: ["length", "mobility", "delay", "acceleration", "spring"],
                &complaints)
            return Pendulum.Weight(
                length: Float(weight.number("length", in: 0.01...1000, default: 10, &complaints)),
                mobility: Float(weight.number("mobility", in: 0...1, default: 0.9, &complaints)),
                delay: Float(weight.number("delay", in: 0...10, default: 1, &complaints)),
                acceleration: Float(
                    weight.number("acceleration", in: 0...100, default: 1, &complaints)),
                spring: Float(weight.number("spring", in: 0...10, default: 0, &complaints)))
        }
        if position == nil, angle == nil {
            complaints.append(
                field.complaint(
                    "Nothing moves the pendulum.",
                    remedy: "Add \"position\": \"0.3 headYaw\" or \"angle\": \"headRoll\"."))
        }
    }

    func joined(
        _ inputs: Inputs, gravity: Float, wind: SIMD2<Float>, _ complaints: inout [Complaint]
    ) -> Pendulum {
        Pendulum(
            position: position.flatMap { Sum($0, inputs, &complaints) } ?? Sum(),
            angle: angle.flatMap { Sum($0, inputs, &complaints) } ?? Sum(), weights: weights,
            gravity: gravity, wind: wind)
    }
}

/// Which weight of a pendulum is read, and what of it, as it is written.
struct ReadingEntry {
    var field: Field
    /// From 1; the last, if nil.
    var point: Int?
    var output: Pendulum.Output

    static let keys = ["point", "output"]

    init(_ members: Members, _ complaints: inout [Complaint]) {
        field = members["point"] ?? members.field
        point =
            members["point"] == nil
            ? nil : Int(members.number("point", in: 1...16, default: 1, &complaints))
        output =
            Pendulum.Output(
                rawValue: members.choice(
                    "output", of: Pendulum.Output.allCases.map(\.rawValue), default: "angle",
                    &complaints)) ?? .angle
    }

    func joined(_ pendulum: Pendulum, _ complaints: inout [Complaint]) -> Driver.Reading {
        let count = pendulum.weights.count
        if let point, point > count {
            complaints.append(
                field.complaint(
                    "The pendulum has \(count) weights, and none with the number \(point).",
                    remedy: "Count them from 1."))
        }
        return Driver.Reading(weight: min(point ?? count, count) - 1, output: output)
    }
}
