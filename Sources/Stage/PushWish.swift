import Foundation
import Media

/// A push that the settings or the command line ask for: an address in which `{NAME}` stands for the
/// environment variable NAME, so that no stream key is written into a file or seen in a list of programs.
///
/// ```yaml
/// pushes:
///   - url: rtmp://a.rtmp.example.com/live/{STREAM_KEY}
///     room: main
/// ```
public struct PushWish: Sendable, Equatable {
    public var url: String
    public var room: String

    /// - Throws: when it is no address, wherever its variables lead.
    public init(url: String, room: String = "main") throws(StageError) {
        self.url = url
        self.room = room
        _ = try Self.address(of: Self.filled(url) { _ in "key" })
    }

    /// The address with its variables.
    ///
    /// - Throws: when a variable is not set.
    func address(in environment: [String: String]) throws(StageError) -> String {
        for name in Self.variables(in: url) where environment[name]?.isEmpty ?? true {
            throw StageError(
                .invalid, code: "no-such-variable",
                message: "A push needs the environment variable \(name), which is not set.",
                hint: "Set it before the server starts: export \(name)=…")
        }
        return Self.filled(url) { environment[$0] ?? "" }
    }

    static func address(of text: String) throws(StageError) -> PushAddress {
        do { return try PushAddress(text) } catch {
            throw StageError(.invalid, code: "bad-address", message: error.what, hint: error.remedy)
        }
    }

    private static func variables(in url: String) -> [String] {
        url.matches(of: variable).map { String($0.1) }
    }

    private static func filled(_ url: String, by value: (String) -> String) -> String {
        url.replacing(variable) { value(String($0.1)) }
    }

    private static var variable: Regex<(Substring, Substring)> { /\{([A-Za-z_][A-Za-z0-9_]*)\}/ }
}
