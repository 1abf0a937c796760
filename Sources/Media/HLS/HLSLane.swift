import AvatarTypes

/// A rendition of pictures or of one kind of sound, and what will be its next part.
struct HLSLane: Sendable {
    var rendition: HLSRendition
    var muxer: FragmentedMP4
    let codec: Codec
    /// By how much a packet's samples are heard later than its time says.
    let preSkip: MediaTime
    /// Whether pictures are left out until a key frame: every segment begins with one.
    private(set) var awaitsKeyframe: Bool
    /// When the last packet's samples end.
    private(set) var lastEnd: MediaTime?
    private var pending: [MediaPacket] = []

    init(rendition: HLSRendition, track: TrackDescription, epoch: MediaTime) {
        self.rendition = rendition
        muxer = FragmentedMP4(tracks: [track], epoch: epoch)
        codec = track.codec
        preSkip = track.preSkip
        awaitsKeyframe = track.track == .video
    }

    /// Whether the next packet is the first of a segment.
    var beginsSegment: Bool { pending.isEmpty && rendition.open.parts.isEmpty }

    /// Adds the next packet.
    ///
    /// - Returns: the lines of the grid at which a part has ended.
    mutating func add(_ packet: MediaPacket, date: Int64, kept: Int) -> [MediaTime] {
        let start = packet.pts + preSkip
        let end = start + packet.duration
        // What ends before the stream begins is not of it.
        guard end > rendition.grid.origin else { return [] }
        var lines: [MediaTime] = []
        while start + HLSRendition.Grid.tolerance >= rendition.line {
            lines.append(close(date: date, kept: kept))
        }
        if packet.track == .video {
            if beginsSegment { awaitsKeyframe = true }
            if packet.isKeyframe { awaitsKeyframe = false }
            guard !awaitsKeyframe else { return lines }
        }
        if lastEnd == nil { rendition.begin(at: start, date: date) }
        pending.append(packet)
        lastEnd = end
        if end + HLSRendition.Grid.tolerance >= rendition.line {
            lines.append(close(date: date, kept: kept))
        }
        return lines
    }

    /// What is gathered becomes a part.
    ///
    /// - Returns: the line at which it ends.
    private mutating func close(date: Int64, kept: Int) -> MediaTime {
        let line = rendition.line
        guard let first = pending.first, let lastEnd else {
            rendition.closeGap(date: date, kept: kept)
            return line
        }
        // Pictures stay until the next one; sound ends where its samples end.
        let end = codec == .h264 ? line : lastEnd
        rendition.close(
            muxer.fragment(pending), isIndependent: first.isKeyframe, at: end, date: date,
            kept: kept)
        pending = []
        return line
    }

    mutating func finish(date: Int64, kept: Int) {
        if let first = pending.first, let lastEnd {
            rendition.close(
                muxer.fragment(pending), isIndependent: first.isKeyframe, at: lastEnd, date: date,
                kept: kept)
            pending = []
        }
        rendition.finish()
    }
}
