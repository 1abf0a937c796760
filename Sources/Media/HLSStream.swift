public import AvatarTypes

/// A live show as HTTP Live Streaming: a playlist and segments of fragmented MP4, picture and sound
/// together.
///
/// Feed it every packet in the order the encoders return them. Segments begin at key frames, so ask
/// `wantsKeyframe(at:)` before encoding each picture; then every segment has the same length. The
/// playlist exists from the third segment on (players stall at shorter ones), and players begin three
/// segments behind: about 3 s with segments of one second.
///
/// - Source: RFC 8216. The first segment has number 1: players lose a second over number 0.
public struct HLSStream: Sendable {
    /// A finished segment.
    private struct Segment: Sendable {
        var number: Int
        var duration: MediaTime
        var bytes: [UInt8]
    }

    public static let initializationName = "init.mp4"
    /// Segments in the list before players are given it.
    private static let segmentsNeeded = 3
    /// Segments that stay readable after they left the list, for players that read an old list.
    private static let segmentsKept = 3

    public let targetSegmentDuration: MediaTime
    /// Segments in the playlist at most: how far players can go back.
    public let window: Int

    private var stream: FragmentedMP4
    private var segments: [Segment] = []
    private var pending: [MediaPacket] = []
    /// When the segment being gathered begins, once a key frame began it.
    private var start: MediaTime?
    private var nextNumber = 1
    private var isFinished = false

    /// - Parameter window: Segments in the playlist, at least 3.
    /// - Precondition: one of the tracks is video; the duration is at least 0.1 s.
    public init(
        tracks: [TrackDescription], targetSegmentDuration: MediaTime = .seconds(1),
        window: Int = 12
    ) {
        precondition(tracks.contains { $0.track == .video }, "a stream needs pictures to cut at")
        precondition(targetSegmentDuration >= .milliseconds(100), "segments must last 0.1 s")
        precondition(window >= Self.segmentsNeeded, "a window needs three segments")
        self.targetSegmentDuration = targetSegmentDuration
        self.window = window
        stream = FragmentedMP4(tracks: tracks)
    }

    /// Whether the picture shown at `time` should be a key frame, because the segment is full by then or
    /// none has begun.
    public func wantsKeyframe(at time: MediaTime) -> Bool {
        guard let start else { return true }
        // Half a millisecond covers rounded frame times, and is shorter than any frame.
        return time - start + .microseconds(500) >= targetSegmentDuration
    }

    /// Adds the next packet of a track. Before the first key frame only sound that lasts into it is kept.
    public mutating func append(_ packet: MediaPacket) {
        precondition(!isFinished, "the stream has been finished")
        if packet.track == .video, packet.isKeyframe, wantsKeyframe(at: packet.pts) {
            if let start {
                close(at: packet.pts, from: start)
            } else {
                pending.removeAll { $0.pts + $0.duration <= packet.pts }
            }
            start = packet.pts
        }
        if start != nil {
            pending.append(packet)
        } else if packet.track == .audio {
            pending.append(packet)
            pending.removeAll { $0.pts + targetSegmentDuration < packet.pts }
        }
    }

    /// Ends the stream: what is gathered becomes the last segment, and the playlist says that none follow.
    public mutating func finish() {
        if let start, let last = pending.last(where: { $0.track == .video }) {
            close(at: last.pts + last.duration, from: start)
        }
        isFinished = true
    }

    /// The media playlist, or nil while there are too few segments to play.
    public func playlist() -> String? {
        guard segments.count >= Self.segmentsNeeded || (isFinished && !segments.isEmpty) else {
            return nil
        }
        let listed = segments.suffix(window)
        var text = """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:\(wholeSeconds)
            #EXT-X-MEDIA-SEQUENCE:\(listed.first?.number ?? 1)
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MAP:URI="\(Self.initializationName)"

            """
        for segment in listed {
            text += "#EXTINF:\(seconds(segment.duration)),\n\(Self.segmentName(segment.number))\n"
        }
        if isFinished { text += "#EXT-X-ENDLIST\n" }
        return text
    }

    /// What the playlist's `EXT-X-MAP` names.
    public func initialization() -> [UInt8] { stream.initialization() }

    /// A segment's bytes, or nil when it is not there yet or no longer.
    public func segment(_ number: Int) -> [UInt8]? {
        segments.first { $0.number == number }?.bytes
    }

    /// A segment's name in the playlist.
    public static func segmentName(_ number: Int) -> String { "segment-\(number).m4s" }

    /// The number in a segment's name, or nil if it is no such name.
    public static func segmentNumber(named name: String) -> Int? {
        guard name.hasPrefix("segment-"), name.hasSuffix(".m4s"),
            let number = Int(name.dropFirst("segment-".count).dropLast(".m4s".count)),
            segmentName(number) == name
        else { return nil }
        return number
    }

    /// Everything gathered becomes a segment that lasts until `end`.
    private mutating func close(at end: MediaTime, from start: MediaTime) {
        segments.append(
            Segment(
                number: nextNumber, duration: end - start, bytes: stream.fragment(pending)))
        nextNumber += 1
        pending = []
        if segments.count > window + Self.segmentsKept { segments.removeFirst() }
    }

    /// The longest segment in whole seconds; it must never change while the stream lives.
    private var wholeSeconds: Int {
        Int((targetSegmentDuration + .seconds(1) - MediaTime(ticks: 1)).inUnits(perSecond: 1))
    }

    /// Seconds with three decimals.
    private func seconds(_ time: MediaTime) -> String {
        let milliseconds = (time + .microseconds(500)).inUnits(perSecond: 1000)
        let fraction = String(milliseconds % 1000)
        return "\(milliseconds / 1000)."
            + String(repeating: "0", count: 3 - fraction.count) + fraction
    }
}
