import AvatarTypes

/// One media playlist of a live show: the pictures, one kind of sound, or the captions, cut into parts
/// and segments on a grid of time that all renditions share.
///
/// A part ends with the first sample that reaches the grid's next line, so it is whole as soon as that
/// sample is: nothing waits for the sample after it. What begins later than it should leaves a part
/// without bytes, which the playlist calls a gap.
struct HLSRendition: Sendable {
    /// A stretch that can be fetched by itself before its segment is whole.
    struct Part: Sendable {
        var duration: MediaTime
        /// Of the segment's bytes; empty for a gap.
        var range: Range<Int>
        /// Decoding can begin here.
        var isIndependent: Bool
    }

    struct Segment: Sendable {
        var number: Int
        var start: MediaTime
        /// When it was on air: milliseconds since 1970.
        var date: Int64
        var parts: [Part] = []
        var bytes: [UInt8] = []
        var duration: MediaTime

        /// Whether there is nothing to fetch.
        var isGap: Bool { bytes.isEmpty }
    }

    /// Where the grid's lines are.
    struct Grid: Sendable {
        /// The first segment's beginning.
        var origin: MediaTime
        var part: MediaTime
        var segment: MediaTime

        /// Half a millisecond covers rounded frame times, and is shorter than any sample.
        static let tolerance = MediaTime.microseconds(500)

        /// The end of the part that begins at or after `time` less the tolerance.
        func line(after time: MediaTime) -> MediaTime {
            let since = time - origin + Self.tolerance
            let segments = since.ticks / segment.ticks
            let within = since.ticks % segment.ticks
            let next = min((within / part.ticks + 1) * part.ticks, segment.ticks)
            return origin + MediaTime(ticks: segments * segment.ticks + next)
        }

        /// Whether a line is between two segments.
        func isSegmentEnd(_ line: MediaTime) -> Bool {
            (line - origin).ticks % segment.ticks == 0
        }
    }

    let name: String
    let fileType: HLSFile.Kind
    let grid: Grid
    /// The longest that a part can be: the grid's, in whole samples.
    let partTarget: MediaTime
    /// Whole segments, oldest first; those before the window stay readable for a while.
    private(set) var segments: [Segment] = []
    /// The segment that grows.
    private(set) var open: Segment
    /// The line at which the next part ends.
    private(set) var line: MediaTime
    /// Where the last part ended: the sum of all durations.
    private var end: MediaTime

    /// - Parameters:
    ///   - sample: the length of one sample.
    ///   - gaps: segments without bytes that stand before the first: a player that wants several segments
    ///     before it begins finds them.
    ///   - date: of the origin, in milliseconds since 1970.
    init(
        _ name: String, _ fileType: HLSFile.Kind, grid: Grid, sample: MediaTime, gaps: Int,
        date: Int64
    ) {
        self.name = name
        self.fileType = fileType
        self.grid = grid
        let samples = (grid.part.ticks + sample.ticks - 1) / sample.ticks
        partTarget = MediaTime(ticks: samples * sample.ticks)
        end = grid.origin
        line = grid.line(after: grid.origin)
        let length = grid.segment.inUnits(perSecond: 1000)
        for number in 0..<gaps {
            let before = gaps - number
            segments.append(
                Segment(
                    number: number + 1, start: grid.origin - grid.segment * before,
                    date: date - length * Int64(before), duration: grid.segment))
        }
        open = Segment(number: gaps + 1, start: grid.origin, date: date, duration: .zero)
    }

    /// Moves the beginning of the first segment to its first sample, which may begin up to a sample later
    /// than the grid: counted from the grid its first part would be longer than a part can be.
    ///
    /// - Parameter date: of the media clock's zero, in milliseconds since 1970.
    mutating func begin(at start: MediaTime, date: Int64) {
        guard open.parts.isEmpty, open.start == grid.origin, start > grid.origin else { return }
        end = start
        open.start = start
        open.date = date + start.inUnits(perSecond: 1000)
    }

    /// Ends the part that is being gathered, and the segment with it where the grid says so.
    ///
    /// - Parameters:
    ///   - bytes: of the part; none make it a gap.
    ///   - end: of its last sample.
    ///   - date: of the media clock's zero, in milliseconds since 1970.
    ///   - kept: segments that stay readable.
    mutating func close(
        _ bytes: [UInt8], isIndependent: Bool, at end: MediaTime, date: Int64, kept: Int
    ) {
        let from = open.bytes.count
        open.bytes += bytes
        open.parts.append(
            Part(
                duration: end - self.end, range: from..<open.bytes.count,
                isIndependent: isIndependent))
        open.duration = end - open.start
        self.end = end
        if grid.isSegmentEnd(line) {
            segments.append(open)
            open = Segment(
                number: open.number + 1, start: end,
                date: date + end.inUnits(perSecond: 1000), duration: .zero)
            if segments.count > kept { segments.removeFirst(segments.count - kept) }
        }
        line = grid.line(after: line)
    }

    /// Ends the open segment where it is: nothing follows.
    mutating func finish() {
        guard !open.parts.isEmpty else { return }
        segments.append(open)
        open = Segment(number: open.number + 1, start: end, date: open.date, duration: .zero)
    }

    /// Ends a part that has no samples, at the grid's line.
    mutating func closeGap(date: Int64, kept: Int) {
        close([], isIndependent: false, at: max(line, end), date: date, kept: kept)
    }

    /// The last part there is, which others' playlists report.
    var newest: HLSPosition {
        if !open.parts.isEmpty {
            return HLSPosition(segment: open.number, part: open.parts.count - 1)
        }
        return HLSPosition(
            segment: open.number - 1, part: segments.last.map { max(0, $0.parts.count - 1) } ?? 0)
    }

    /// Whether the playlist already has what a request waits for.
    func has(_ position: HLSPosition) -> Bool {
        if position.segment > open.number { return false }
        if position.segment == open.number {
            return position.part.map { $0 < open.parts.count } ?? false
        }
        guard let part = position.part, position.segment == open.number - 1,
            let parts = segments.last?.parts, part >= parts.count, !parts.isEmpty
        else { return true }
        // A part beyond the segment's last is the next segment's first.
        return !open.parts.isEmpty
    }

    /// A segment by its number.
    func segment(_ number: Int) -> Segment? {
        guard let first = segments.first?.number, number >= first,
            number - first < segments.count
        else { return nil }
        return segments[number - first]
    }
}

/// A place in a playlist that a player waits for: a segment, or a part of it.
public struct HLSPosition: Hashable, Sendable {
    public var segment: Int
    /// Nil for the whole segment.
    public var part: Int?

    public init(segment: Int, part: Int? = nil) {
        self.segment = segment
        self.part = part
    }
}
