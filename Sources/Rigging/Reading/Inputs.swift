import AvatarTypes
import Documents

/// What a rig can be moved by: the channels and accents of a pose, then the rig's own drivers.
struct Inputs {
    private(set) var names = Control.all.map(\.name)
    private var indices: [String: Int]

    init() {
        indices = Dictionary(uniqueKeysWithValues: zip(names, names.indices))
    }

    /// - Returns: false when the name is taken.
    mutating func append(_ name: String) -> Bool {
        guard indices[name] == nil else { return false }
        indices[name] = names.count
        names.append(name)
        return true
    }

    /// The input of a name, or a complaint that there is none.
    func index(of name: String, _ field: Field, _ complaints: inout [Complaint]) -> Int? {
        if let index = indices[name] { return index }
        let near = names.nearest(to: name).map { "Did you mean '\($0)'?" }
        complaints.append(
            field.complaint(
                "'\(name)' is neither a channel nor a driver written above.",
                remedy: near ?? "Channels are those of a pose, such as 'jawOpen' or 'headYaw'."))
        return nil
    }
}

/// A sum of inputs, each with a weight: `0.5 mouthSmileLeft + 0.5 mouthSmileRight - 0.2`.
struct Sum: Sendable {
    var constant: Float = 0
    var terms: [(weight: Float, input: Int)] = []

    func value(of inputs: [Float]) -> Float {
        var sum = constant
        for term in terms { sum += term.weight * inputs[term.input] }
        return sum
    }

    init() {}

    /// Reads the written form; nil after a complaint.
    init?(_ field: Field, _ inputs: Inputs, _ complaints: inout [Complaint]) {
        guard let text = field.string else {
            complaints.append(
                field.complaint(
                    "'\(field.path)' is \(field.kind), and must be a sum.",
                    remedy: "Write \"0.5 mouthSmileLeft + 0.5 mouthSmileRight\"."))
            return nil
        }
        self.init(text, field, inputs, &complaints)
    }

    /// - Parameter field: where the text stands.
    init?(_ text: String, _ field: Field, _ inputs: Inputs, _ complaints: inout [Complaint]) {
        var tokens = text.split(separator: " ").map(String.init)[...]
        var sign: Float = 1
        if tokens.first == "-" {
            sign = -1
            tokens.removeFirst()
        }
        while let token = tokens.popFirst() {
            if let number = Float(token), number.isFinite {
                if let name = tokens.first, name != "+", name != "-" {
                    tokens.removeFirst()
                    guard let input = inputs.index(of: name, field, &complaints) else { return nil }
                    terms.append((sign * number, input))
                } else {
                    constant += sign * number
                }
            } else {
                guard let input = inputs.index(of: token, field, &complaints) else { return nil }
                terms.append((sign, input))
            }
            guard let joint = tokens.popFirst() else { return }
            guard joint == "+" || joint == "-", !tokens.isEmpty else { break }
            sign = joint == "-" ? -1 : 1
        }
        complaints.append(
            field.complaint(
                "'\(text)' is not a sum.",
                remedy: "Join the terms by ' + ' or ' - ', as in \"jawOpen - 0.5 mouthClose\"."))
        return nil
    }
}
