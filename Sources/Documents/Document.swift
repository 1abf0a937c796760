public import Foundation
import Yams

/// A JSON or YAML text whose every value remembers the line it stands on.
///
/// A `.json` file is held to JSON's quoting, so that other tools read it too, but may carry `#`
/// comments. Reading never stops at the first mistake: `Field` and `Members` collect complaints.
public struct Document {
    public let root: Field

    /// - Parameter name: the file as its author knows it; every complaint bears it.
    /// - Throws: the first place where the text is not JSON or YAML at all.
    public init(text: String, name: String) throws(Complaint) {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            var complaint = Complaint(syntaxError: error, name: name)
            let lineCount = text.trimmingCharacters(in: .newlines)
                .split(separator: "\n", omittingEmptySubsequences: false).count
            // A file that ends too early is complained of in its last line, not in one after it.
            complaint.line = complaint.line.map { min($0, lineCount) }
            throw complaint
        } catch {
            throw Complaint(file: name, what: "The file cannot be read: \(error).")
        }
        guard let node else {
            throw Complaint(
                file: name, what: "The file is empty.", remedy: "Begin with '{' and '}'.")
        }
        root = Field(node: node, file: name, path: "")
        guard name.hasSuffix(".json") else { return }
        // Inside brackets YAML is as strict about lists and objects as JSON, so the first is enough.
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { line in
            line.first { !$0.isWhitespace }.map { $0 != "#" } ?? false
        }
        if let start, !lines[start].contains(/^\s*[\[{]/) {
            throw Complaint(
                file: name, line: start + 1, what: "A JSON file begins with '{' or '['.",
                remedy: "Put the whole in brackets, or name the file .yaml.")
        }
        if let strict = root.firstDeparture(fromJSON: node) { throw strict }
    }

    /// Reads a file.
    public init(contentsOf url: URL, name: String) throws(Complaint) {
        let text: String
        do {
            text = try String(contentsOf: url, encoding: .utf8)
        } catch {
            throw Complaint(
                file: name, what: "The file cannot be read.",
                remedy: "Check that it exists, is readable, and is UTF-8 text.")
        }
        try self.init(text: text, name: name)
    }
}

extension Complaint {
    fileprivate init(syntaxError: YamlError, name: String) {
        switch syntaxError {
        case .scanner(let context, let problem, let mark, _),
            .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let within = context.map { " (\($0.text.trimmingCharacters(in: .whitespaces)))" } ?? ""
            self.init(
                file: name, line: mark.line, what: "This is not well formed: \(problem)\(within).",
                remedy: "Look for a missing comma, quote or bracket here or just before.")
        case .reader(let problem, _, _, _):
            self.init(
                file: name, what: "This is not text: \(problem).", remedy: "Save it as UTF-8.")
        case .duplicatedKeysInMapping(let duplicates, let context):
            let keys = duplicates.sorted().map { "'\($0)'" }.joined(separator: ", ")
            self.init(
                file: name, line: context.mark.line,
                what: "\(keys) is written twice.",
                remedy: "Remove one of them.")
        default:
            self.init(file: name, what: "This is not well formed: \(syntaxError).")
        }
    }
}
