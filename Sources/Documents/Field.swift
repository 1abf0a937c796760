import Yams

/// A value in a document: what it is, where it stands, and how it is called.
public struct Field {
    let node: Node
    public let file: String
    /// The way to it from the root, for people: `parts[3].opacity`.
    public let path: String

    /// Counted from 1.
    public var line: Int { node.mark?.line ?? 1 }

    public func complaint(_ what: String, remedy: String = "") -> Complaint {
        Complaint(file: file, line: line, what: what, remedy: remedy)
    }

    /// The text of a string; nil for anything else.
    public var string: String? {
        guard case .scalar(let scalar) = node, !isPlainLiteral else { return nil }
        return scalar.string
    }

    public var number: Double? {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
        return Double(scalar.string).flatMap { $0.isFinite ? $0 : nil }
    }

    public var bool: Bool? {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return nil }
        return scalar.string == "true" ? true : scalar.string == "false" ? false : nil
    }

    var isNull: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
        return ["null", "~", ""].contains(scalar.string)
    }

    /// The elements of a list; nil for anything else.
    public var elements: [Field]? {
        guard case .sequence(let sequence) = node else { return nil }
        return sequence.enumerated().map { index, node in
            Field(node: node, file: file, path: "\(path)[\(index)]")
        }
    }

    /// The keys and values of an object in the file's order; nil for anything else.
    public var members: [(key: String, keyLine: Int, value: Field)]? {
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.map { key, value in
            let name = key.scalar?.string ?? "?"
            let path = path.isEmpty ? name : "\(path).\(name)"
            return (name, key.mark?.line ?? line, Field(node: value, file: file, path: path))
        }
    }

    /// What kind of value this is, in a reader's words.
    public var kind: String {
        if elements != nil { return "a list" }
        if members != nil { return "an object" }
        if isNull { return "null" }
        if bool != nil { return "true or false" }
        return number != nil ? "a number" : "a string"
    }

    private var isPlainLiteral: Bool { number != nil || bool != nil || isNull }

    /// The first value under `node` that a JSON reader would refuse.
    func firstDeparture(fromJSON node: Node) -> Complaint? {
        func refuse(_ what: String, _ node: Node) -> Complaint {
            Complaint(
                file: file, line: node.mark?.line, what: what,
                remedy: "Write it in double quotes, or name the file .yaml.")
        }
        switch node {
        case .scalar(let scalar):
            let literal = Field(node: node, file: file, path: "").isPlainLiteral
            if scalar.style == .doubleQuoted || (scalar.style == .plain && literal) { return nil }
            return refuse("'\(scalar.string)' is not JSON.", node)
        case .sequence(let sequence):
            return sequence.lazy.compactMap { firstDeparture(fromJSON: $0) }.first
        case .mapping(let mapping):
            for (key, value) in mapping {
                if key.scalar?.style != .doubleQuoted {
                    return refuse("The key '\(key.scalar?.string ?? "?")' is not quoted.", key)
                }
                if let complaint = firstDeparture(fromJSON: value) { return complaint }
            }
            return nil
        case .alias:
            return refuse("JSON has no aliases.", node)
        }
    }
}
