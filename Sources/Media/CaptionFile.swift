public import AvatarTypes

/// What is said in a film, as the text files that players show beside it.
public enum CaptionFile {
    /// A line and when it is heard, counted from the film's beginning.
    public struct Line: Equatable, Sendable {
        public var start: MediaTime
        public var end: MediaTime
        public var text: String

        public init(from start: MediaTime, to end: MediaTime, _ text: String) {
            self.start = start
            self.end = end
            self.text = text
        }
    }

    /// - Source: W3C WebVTT.
    public static func webVTT(_ lines: [Line]) -> String {
        lines.reduce("WEBVTT\n") { $0 + cue($1.start, $1.end, $1.text) }
    }

    /// A line of a WebVTT file, after an empty one.
    static func cue(_ start: MediaTime, _ end: MediaTime, _ text: String) -> String {
        "\n\(stamp(start, ".")) --> \(stamp(end, "."))\n\(plain(text))\n"
    }

    /// SubRip, for players and editors that know nothing else.
    public static func subRip(_ lines: [Line]) -> String {
        lines.enumerated().reduce("") { text, numbered in
            let (number, line) = numbered
            return text + (number > 0 ? "\n" : "")
                + "\(number + 1)\n\(stamp(line.start, ",")) --> \(stamp(line.end, ","))\n"
                + "\(line.text.split(whereSeparator: \.isNewline).joined(separator: " "))\n"
        }
    }

    private static func stamp(_ time: MediaTime, _ point: String) -> String {
        let milliseconds = max(0, time.inUnits(perSecond: 1000))
        func digits(_ number: Int64, _ count: Int) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        let seconds = milliseconds / 1000
        return "\(digits(seconds / 3600, 2)):\(digits(seconds / 60 % 60, 2)):"
            + "\(digits(seconds % 60, 2))\(point)\(digits(milliseconds % 1000, 3))"
    }

    /// Markup and arrows mean nothing in what is said, and an empty line would end the cue.
    private static func plain(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ").reduce(into: "") {
            switch $1 {
            case "&": $0 += "&amp;"
            case "<": $0 += "&lt;"
            case ">": $0 += "&gt;"
            default: $0.append($1)
            }
        }
    }
}
