/// The members of an object, read by key. Every mistake becomes a complaint and reading goes on with
/// the default, so that one look at a file reports all that is wrong with it.
///
/// ```swift
/// var complaints: [Complaint] = []
/// let part = Members(of: field, allowing: ["id", "opacity"], &complaints)
/// let id = part.name("id", &complaints) ?? ""
/// let opacity = part.number("opacity", in: 0...1, default: 1, &complaints)
/// ```
public struct Members {
    public let field: Field
    private let values: [String: Field]

    /// Complains when the field is no object, and of every key that is not `allowing`, with the nearest
    /// one that is.
    public init(of field: Field, allowing keys: [String], _ complaints: inout [Complaint]) {
        self.init(of: field, &complaints)
        for member in field.members ?? [] where !keys.contains(member.key) {
            let near = keys.nearest(to: member.key).map { "Did you mean '\($0)'?" }
            complaints.append(
                Complaint(
                    file: field.file, line: member.keyLine,
                    what: "'\(member.key)' is not known here.",
                    remedy: near ?? "Known are \(keys.joined(separator: ", "))."))
        }
    }

    /// The members of an object whose keys are free.
    public init(of field: Field, _ complaints: inout [Complaint]) {
        self.field = field
        guard let members = field.members else {
            complaints.append(
                field.complaint(
                    "\(Self.called(field)) is \(field.kind), and must be an object.",
                    remedy: "Write { … }."))
            values = [:]
            return
        }
        values = Dictionary(
            members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    public subscript(key: String) -> Field? { values[key] }

    /// A value that must be there.
    public func required(_ key: String, _ complaints: inout [Complaint]) -> Field? {
        if let value = values[key] { return value }
        complaints.append(
            field.complaint("\(Self.called(field)) has no '\(key)'.", remedy: "Add \"\(key)\": …"))
        return nil
    }

    public func number(
        _ key: String, in range: ClosedRange<Double>, default fallback: Double,
        _ complaints: inout [Complaint]
    ) -> Double {
        guard let value = values[key] else { return fallback }
        return value.number(in: range, &complaints) ?? fallback
    }

    public func bool(
        _ key: String, default fallback: Bool, _ complaints: inout [Complaint]
    ) -> Bool {
        guard let value = values[key] else { return fallback }
        if let bool = value.bool { return bool }
        complaints.append(
            value.complaint(
                "'\(value.path)' is \(value.kind), and must be true or false.",
                remedy: "Write true or false, without quotes."))
        return fallback
    }

    public func string(_ key: String, _ complaints: inout [Complaint]) -> String? {
        guard let value = values[key] else { return nil }
        if let string = value.string { return string }
        complaints.append(
            value.complaint(
                "'\(value.path)' is \(value.kind), and must be a string.",
                remedy: "Write it in double quotes."))
        return nil
    }

    /// One of some words.
    public func choice(
        _ key: String, of words: [String], default fallback: String,
        _ complaints: inout [Complaint]
    ) -> String {
        guard let value = values[key] else { return fallback }
        if let word = value.string, words.contains(word) { return word }
        let near = value.string.flatMap { words.nearest(to: $0) }
        complaints.append(
            value.complaint(
                "'\(value.path)' is '\(value.string ?? value.kind)', and that is not a choice.",
                remedy: near.map { "Did you mean '\($0)'?" }
                    ?? "Choose \(words.joined(separator: ", "))."))
        return fallback
    }

    private static func called(_ field: Field) -> String {
        field.path.isEmpty ? "The file" : "'\(field.path)'"
    }
}

extension Field {
    /// The number this is, or a complaint that it is none, or not in range.
    public func number(
        in range: ClosedRange<Double>, _ complaints: inout [Complaint]
    ) -> Double? {
        guard let number else {
            complaints.append(
                complaint(
                    "'\(path)' is \(kind), and must be a number.",
                    remedy: "Write a number without quotes."))
            return nil
        }
        guard range.contains(number) else {
            complaints.append(
                complaint(
                    "'\(path)' is \(number.plain), outside of what is possible.",
                    remedy: "Write a number from \(range.lowerBound.plain) to "
                        + "\(range.upperBound.plain)."))
            return nil
        }
        return number
    }

    /// The list of numbers this is, or a complaint; `count` nil allows any length.
    public func numbers(
        count: Int?, in range: ClosedRange<Double>, _ complaints: inout [Complaint]
    ) -> [Double]? {
        guard let elements, count == nil || elements.count == count else {
            let wanted = count.map { "a list of \($0) numbers" } ?? "a list of numbers"
            complaints.append(
                complaint("'\(path)' must be \(wanted).", remedy: "Write them in [ and ]."))
            return nil
        }
        let numbers = elements.compactMap { $0.number(in: range, &complaints) }
        return numbers.count == elements.count ? numbers : nil
    }
}

extension Double {
    /// Without the ".0" that no one writes.
    fileprivate var plain: String {
        self == rounded() && magnitude < 1e15 ? String(Int64(self)) : String(self)
    }
}
