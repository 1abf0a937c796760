public import AvatarTypes

/// A live show as low-latency HTTP Live Streaming: pictures, sound as Opus and as AAC, and captions, each
/// a media playlist of its own, under one that names them all.
///
/// Feed it every packet in the order the encoders return them, and ask `wantsKeyframe(at:)` before
/// encoding each picture. Players that know parts are some three parts behind; for all others the same
/// playlists are ordinary ones, three segments behind.
///
/// - Source: draft-pantos-hls-rfc8216bis. The first segment has number 1: hls.js loses a second over
///   number 0. Gaps stand before the first segment, as in gohlslib, since players want three to begin.
public struct HLSStream: Sendable {
    /// The moment that the files count as 0: they have no negative times, and sound begins before its
    /// first sample.
    public static let epoch = MediaTime.milliseconds(-100)
    /// Segments without bytes before the first.
    private static let gaps = 3

    public let segmentDuration: MediaTime
    /// Segments in a playlist: how far players can go back.
    public let window: Int
    /// What the media clock's zero is in milliseconds since 1970. Set it when the clock has been halted:
    /// segments that come are dated anew.
    public var dateOfZero: Int64
    public var captions: CaptionTrack

    private let session: String
    private let tracks: [TrackDescription]
    private let framesPerSecond: Int
    private let partDuration: MediaTime
    /// None until the first key frame; then pictures first.
    private var lanes: [HLSLane] = []
    /// The captions; nil until the first key frame.
    private var words: HLSRendition?
    /// Sound that came before the first picture.
    private var early: [(packet: MediaPacket, codec: Codec)] = []
    private var isFinished = false

    /// - Parameters:
    ///   - tracks: one of H.264, and any of Opus and AAC.
    ///   - session: lower-case letters and digits, others for each stream.
    ///   - partDuration: becomes a whole number of frames.
    ///   - window: segments in the playlist, at least 6.
    ///   - dateOfZero: of the media clock's zero, in milliseconds since 1970.
    /// - Precondition: there are pictures; a segment has at least two parts.
    public init(
        tracks: [TrackDescription], framesPerSecond: Int, session: String,
        segmentDuration: MediaTime = .seconds(1), partDuration: MediaTime = .milliseconds(200),
        window: Int = 60, dateOfZero: Int64, captions: CaptionTrack = CaptionTrack()
    ) {
        precondition(tracks.contains { $0.track == .video }, "a stream needs pictures to cut at")
        precondition(segmentDuration >= partDuration * 2, "a segment needs two parts")
        precondition(window >= 6, "a window needs six segments")
        self.tracks = tracks
        self.framesPerSecond = framesPerSecond
        self.session = session
        self.segmentDuration = segmentDuration
        self.window = window
        self.dateOfZero = dateOfZero
        self.captions = captions
        let frame = MediaTime.frames(1, perSecond: framesPerSecond)
        let frames = max(1, (partDuration + HLSRendition.Grid.tolerance).ticks / frame.ticks)
        self.partDuration = MediaTime(ticks: frame.ticks * frames)
    }

    /// Whether the picture shown at `time` should be a key frame: because it begins a segment, or follows
    /// pictures that were left out, since players drop what follows a hole up to one.
    public func wantsKeyframe(at time: MediaTime) -> Bool {
        guard let video = lanes.first else { return true }
        let frame = MediaTime.frames(1, perSecond: framesPerSecond)
        let followsHole = video.lastEnd.map { time - $0 > frame } ?? false
        return video.awaitsKeyframe || video.beginsSegment || followsHole
            || time + HLSRendition.Grid.tolerance >= video.rendition.line
                && video.rendition.grid.isSegmentEnd(video.rendition.line)
    }

    /// Adds the next packet of a track. Before the first key frame only sound that lasts into it is kept.
    ///
    /// - Returns: whether a playlist has changed.
    @discardableResult
    public mutating func append(_ packet: MediaPacket, codec: Codec) -> Bool {
        precondition(!isFinished, "the stream has been finished")
        guard !lanes.isEmpty else {
            guard packet.track == .video, packet.isKeyframe else {
                if packet.track == .audio { early.append((packet, codec)) }
                early.removeAll { $0.packet.pts + segmentDuration < packet.pts }
                return false
            }
            begin(at: packet.pts)
            let waiting = early
            early = []
            append(packet, codec: codec)
            for one in waiting { append(one.packet, codec: one.codec) }
            return false
        }
        guard let index = lanes.firstIndex(where: { $0.codec == codec }) else {
            preconditionFailure("a packet belongs to none of the stream's tracks")
        }
        return add(packet, to: index)
    }

    private mutating func begin(at origin: MediaTime) {
        let grid = HLSRendition.Grid(
            origin: origin, part: partDuration, segment: segmentDuration)
        let date = dateOfZero + origin.inUnits(perSecond: 1000)
        func rendition(_ name: String, _ kind: HLSFile.Kind, _ sample: MediaTime) -> HLSRendition {
            HLSRendition(name, kind, grid: grid, sample: sample, gaps: Self.gaps, date: date)
        }
        let frame = MediaTime.frames(1, perSecond: framesPerSecond)
        lanes = Self.order.compactMap { name, codec -> HLSLane? in
            guard let track = tracks.first(where: { $0.codec == codec }) else { return nil }
            let sample: MediaTime =
                switch codec {
                case .opus: SoundEncoder.packetDuration
                case .aac: .samples(AACEncoder.packetSamples, rate: SoundEncoder.sampleRate)
                case .h264, .vp8, .pose: frame
                }
            return HLSLane(
                rendition: rendition(name, .media, sample), track: track, epoch: Self.epoch)
        }
        words = rendition("captions", .captions, frame)
    }

    private static let order: [(String, Codec)] = [
        ("video", .h264), ("opus", .opus), ("aac", .aac),
    ]

    private mutating func add(_ packet: MediaPacket, to index: Int) -> Bool {
        let (date, kept) = (dateOfZero, kept)
        let lines = lanes[index].add(packet, date: date, kept: kept)
        // Captions are cut with the pictures.
        for line in packet.track == .video ? lines : [] {
            guard let open = words?.open else { break }
            let text = captions.webVTT(
                from: open.start + open.duration, to: line, epoch: Self.epoch)
            words?.close(text, isIndependent: true, at: line, date: date, kept: kept)
        }
        return !lines.isEmpty
    }

    /// Segments stay for as long after they left the list as a player may hold an old list.
    private var kept: Int { window * 2 + 1 }

    /// Ends the stream: what is gathered becomes its last parts, and the playlists say that none follow.
    public mutating func finish() {
        let (date, kept) = (dateOfZero, kept)
        for index in lanes.indices { lanes[index].finish(date: date, kept: kept) }
        words?.finish()
        isFinished = true
    }

    // MARK: What players read

    private var renditions: [HLSRendition] {
        guard let words else { return [] }
        return lanes.map(\.rendition) + [words]
    }

    private func rendition(_ name: some StringProtocol) -> HLSRendition? {
        name == "captions" ? words : lanes.first { $0.rendition.name == name }?.rendition
    }

    /// Whether every rendition has something to play.
    public var hasBegun: Bool {
        !renditions.isEmpty
            && renditions.allSatisfy { $0.has(HLSPosition(segment: Self.gaps + 1, part: 0)) }
    }

    /// A media playlist, or nil when there is none of that name.
    public func playlist(_ name: String, isDelta: Bool = false) -> String? {
        rendition(name)?.playlist(
            session: session, window: window, isDelta: isDelta,
            others: renditions.filter { $0.name != name }, isFinished: isFinished)
    }

    /// Whether a playlist has what a player waits for; nil when it never will: there is no such playlist,
    /// or the place lies more than two segments ahead.
    public func has(_ position: HLSPosition, in name: String) -> Bool? {
        guard let rendition = rendition(name),
            position.segment <= rendition.open.number + 1
        else { return nil }
        return isFinished || rendition.has(position)
    }

    /// What there is under a name that a playlist names.
    public enum File: Equatable, Sendable {
        case bytes([UInt8], isText: Bool)
        /// It is what comes next.
        case awaited
        case unknown
    }

    public func file(named name: String) -> File {
        guard let file = HLSFile(name), file.session == session,
            let rendition = rendition(file.rendition)
        else { return .unknown }
        let isText = rendition.fileType == .captions
        if case .initialization = file.piece {
            let muxer = lanes.first { $0.rendition.name == file.rendition }?.muxer
            return muxer.map { .bytes($0.initialization(), isText: false) } ?? .unknown
        }
        guard file.kind == rendition.fileType else { return .unknown }
        switch file.piece {
        case .initialization: return .unknown
        case .segment(let number):
            guard let segment = rendition.segment(number), !segment.isGap else { return .unknown }
            return .bytes(segment.bytes, isText: isText)
        case .part(let number, let part):
            let isOpen = number == rendition.open.number
            guard let segment = isOpen ? rendition.open : rendition.segment(number) else {
                return .unknown
            }
            if isOpen, !isFinished, part == segment.parts.count { return .awaited }
            // Who asked for a part ahead of time gets nothing where it became a gap, and no error.
            guard segment.parts.indices.contains(part) else { return .unknown }
            return .bytes(Array(segment.bytes[segment.parts[part].range]), isText: isText)
        }
    }

    // MARK: All of them

    /// The multivariant playlist: the pictures with either sound, AAC first because everything plays it.
    public func multivariant() -> String {
        guard let picture = tracks.first(where: { $0.codec == .h264 }) else { return "" }
        var text = "#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-INDEPENDENT-SEGMENTS\n"
        let sounds = tracks.filter { $0.track == .audio }.sorted {
            $0.codec == .aac && $1.codec != .aac
        }
        for sound in sounds {
            let name = sound.codec == .aac ? "aac" : "opus"
            text += """
                #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="\(name)",NAME="Voice",DEFAULT=YES,AUTOSELECT=YES,\
                CHANNELS="\(sound.channels)",URI="\(name).m3u8"

                """
        }
        text += """
            #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="captions",NAME="Captions",DEFAULT=NO,\
            AUTOSELECT=YES,FORCED=NO,URI="captions.m3u8"

            """
        let (peak, mean) = bitrate
        for sound in sounds {
            let name = sound.codec == .aac ? "aac" : "opus"
            text += """
                #EXT-X-STREAM-INF:BANDWIDTH=\(peak),AVERAGE-BANDWIDTH=\(mean),\
                CODECS="\(picture.codecString),\(sound.codecString)",\
                RESOLUTION=\(picture.width)x\(picture.height),\
                FRAME-RATE=\(MediaTime.seconds(Double(framesPerSecond)).decimals()),\
                AUDIO="\(name)",SUBTITLES="captions",CLOSED-CAPTIONS=NONE
                video.m3u8

                """
        }
        return text
    }

    /// Bits per second of pictures and sound: of the largest segment, and on average. Before there is a
    /// segment, a tenth of a bit for each pixel is a guess above most shows.
    private var bitrate: (peak: Int, mean: Int) {
        let sound = 130_000
        let sizes = lanes.first?.rendition.segments.filter { !$0.isGap }.map { segment in
            Int(Double(segment.bytes.count * 8) / segment.duration.seconds)
        }
        guard let sizes, let largest = sizes.max() else {
            let picture = tracks.first { $0.codec == .h264 }
            let guess = (picture?.width ?? 0) * (picture?.height ?? 0) * framesPerSecond / 10
            return (guess + sound, guess / 2 + sound)
        }
        return (largest * 5 / 4 + sound, sizes.reduce(0, +) / sizes.count + sound)
    }
}

extension TrackDescription {
    /// By how much what a decoder returns is later than its packets' times.
    var preSkip: MediaTime {
        switch codec {
        case .opus: .samples(OpusHead(description)?.preSkip ?? 0, rate: 48_000)
        case .aac: .samples(1024, rate: sampleRate)
        case .h264, .vp8, .pose: .zero
        }
    }
}
