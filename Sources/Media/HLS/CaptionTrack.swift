public import AvatarTypes

/// What is said and when, for whoever shows it as text beside a stream.
public struct CaptionTrack: Sendable {
    public struct Line: Equatable, Sendable {
        public var start: MediaTime
        public var end: MediaTime
        public var text: String
    }

    /// In order of their beginning.
    public private(set) var lines: [Line] = []

    public init() {}

    /// Adds a line that comes after all others; those that ended long ago are forgotten.
    public mutating func append(_ text: String, from start: MediaTime, to end: MediaTime) {
        lines.removeAll { $0.end + .seconds(30) < start }
        lines.append(Line(start: start, end: end, text: text))
    }

    /// Nothing at or after a moment will be said.
    public mutating func cut(at time: MediaTime) {
        lines.removeAll { $0.start >= time }
        for index in lines.indices { lines[index].end = min(lines[index].end, time) }
    }

    /// A WebVTT file of what is said between two moments. A line that goes on beyond has a cue here that
    /// ends with the file, and another in the next: what is cut later was never promised.
    ///
    /// - Parameter epoch: the moment that is 0 in the pictures' own files.
    /// - Source: RFC 8216 section 3.5 for the map to the pictures' clock.
    func webVTT(from start: MediaTime, to end: MediaTime, epoch: MediaTime) -> [UInt8] {
        var text = "WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n"
        for line in lines where line.start < end && line.end > start {
            let (from, to) = (max(line.start, start) - epoch, min(line.end, end) - epoch)
            text += CaptionFile.cue(from, to, line.text)
        }
        return Array(text.utf8)
    }
}
