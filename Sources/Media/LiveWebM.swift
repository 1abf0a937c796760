public import AvatarTypes

/// A live stream as one endless WebM: VP8, its alpha beside each picture, and Opus.
///
/// Nobody knows how long it will be, so neither the file nor its clusters have a length. A cluster begins
/// with every key frame: who comes then reads on from there, and who loses something reads on at the next
/// one. Times are those of the media clock in milliseconds, in a stream that was joined late as well.
///
/// - Source: RFC 9559; "WebM container guidelines", alpha channel. Ours instead of libavformat's, which
///   holds packets back until it can interleave them.
public struct LiveWebM: Sendable {
    /// What begins everybody's copy.
    public let opening: [UInt8]
    private let soundDelay: MediaTime
    /// Milliseconds of the cluster that is being written; none before the first key frame.
    private var cluster: Int64?
    private var lastPicture: Int64 = 0
    /// Colour that waits for its alpha.
    private var colour: MediaPacket?

    /// Some bytes of the stream that belong together.
    public struct Piece: Equatable, Sendable {
        public var bytes: [UInt8]
        public var isPicture: Bool
        /// Whether a copy of the stream can begin here.
        public var isKeyframe: Bool
    }

    /// - Parameters:
    ///   - tracks: Of a ``PairEncoder`` and a ``SoundEncoder``.
    ///   - frameDuration: One over the frame rate.
    /// - Precondition: there are pictures in VP8, and sound in Opus.
    public init(tracks: [TrackDescription], frameDuration: MediaTime) {
        guard let video = tracks.first(where: { $0.track == .video && $0.codec == .vp8 }),
            let audio = tracks.first(where: { $0.codec == .opus }),
            let head = OpusHead(audio.description)
        else { preconditionFailure("a live WebM has VP8 and Opus") }
        soundDelay = .samples(head.preSkip, rate: 48_000)
        opening = Self.opening(video, audio, soundDelay, frameDuration)
    }

    /// Writes the next packet.
    ///
    /// - Returns: nothing for colour, which waits for its alpha, and nothing before the first key frame.
    public mutating func append(_ packet: MediaPacket) -> Piece? {
        switch packet.track {
        case .video:
            colour = packet
            return nil
        case .alpha:
            guard let colour, colour.pts == packet.pts else { return nil }
            self.colour = nil
            return picture(colour, alpha: packet)
        case .audio:
            // Players take the codec's delay off again.
            return cluster == nil ? nil : sound(packet, at: packet.pts + soundDelay)
        case .pose: return nil
        }
    }

    private mutating func picture(_ colour: MediaPacket, alpha: MediaPacket) -> Piece? {
        guard colour.isKeyframe || cluster != nil else { return nil }
        let time = Self.milliseconds(colour.pts)
        var writer = ByteWriter()
        if colour.isKeyframe || isFull(at: time) { begin(at: time, &writer) }
        writer.element(blockGroup) {
            $0.element(block) {
                $0.blockHeader(track: 1, at: time - (cluster ?? time), flags: 0, colour)
            }
            $0.element(blockAdditions) {
                $0.element(blockMore) {
                    $0.element(blockAddID, unsigned: 1)
                    $0.element(blockAdditional) { $0.raw(alpha.bytes) }
                }
            }
            $0.element(blockDuration, unsigned: Int(Self.milliseconds(colour.longestStay)))
            if !colour.isKeyframe {
                $0.element(referenceBlock) { $0.u16(Int(max(-30_000, lastPicture - time))) }
            }
        }
        lastPicture = time
        return Piece(bytes: writer.bytes, isPicture: true, isKeyframe: colour.isKeyframe)
    }

    private mutating func sound(_ packet: MediaPacket, at time: MediaTime) -> Piece {
        let time = Self.milliseconds(time)
        var writer = ByteWriter()
        if isFull(at: time) { begin(at: time, &writer) }
        writer.element(simpleBlock) {
            $0.blockHeader(track: 2, at: time - (cluster ?? time), flags: 0x80, packet)
        }
        return Piece(bytes: writer.bytes, isPicture: false, isKeyframe: false)
    }

    /// A block's time is 16 bits from its cluster's.
    private func isFull(at time: Int64) -> Bool { cluster.map { time - $0 > 30_000 } ?? true }

    private mutating func begin(at time: Int64, _ writer: inout ByteWriter) {
        cluster = time
        writer.endlessElement(0x1F43_B675)
        writer.element(0xE7, unsigned: Int(time))
    }

    /// Whole milliseconds, rounded to the nearest.
    private static func milliseconds(_ time: MediaTime) -> Int64 {
        max(0, (time + .microseconds(500)).inUnits(perSecond: 1000))
    }

    private static func opening(
        _ video: TrackDescription, _ audio: TrackDescription, _ soundDelay: MediaTime,
        _ frameDuration: MediaTime
    ) -> [UInt8] {
        var writer = ByteWriter()
        writer.element(0x1A45_DFA3) {  // EBML
            for (id, value) in [(0x4286, 1), (0x42F7, 1), (0x42F2, 4), (0x42F3, 8)] {
                $0.element(id, unsigned: value)  // versions; longest identifier and length
            }
            $0.element(0x4282, text: "webm")
            $0.element(0x4287, unsigned: 4)  // version, and the one a reader must know
            $0.element(0x4285, unsigned: 2)
        }
        writer.endlessElement(0x1853_8067)  // Segment
        writer.element(0x1549_A966) {  // Info
            $0.element(0x2A_D7B1, unsigned: 1_000_000)  // nanoseconds of a unit of time
            for id in [0x4D80, 0x5741] { $0.element(id, text: "bunraku") }
        }
        writer.element(0x1654_AE6B) {  // Tracks
            $0.trackEntry(1, kind: 1, codec: "V_VP8") {
                $0.element(0x23_E383, unsigned: nanoseconds(frameDuration))
                $0.element(0x55EE, unsigned: 1)  // additions to a block: alpha
                $0.element(0xE0) {
                    $0.element(0xB0, unsigned: video.width)
                    $0.element(0xBA, unsigned: video.height)
                    $0.element(0x53C0, unsigned: 1)  // has alpha
                    $0.element(0x55B0) {  // BT.709, limited range
                        for id in [0x55B1, 0x55B9, 0x55BA, 0x55BB] { $0.element(id, unsigned: 1) }
                    }
                }
            }
            $0.trackEntry(2, kind: 2, codec: "A_OPUS") {
                $0.element(0x56AA, unsigned: nanoseconds(soundDelay))
                $0.element(0x56BB, unsigned: 80_000_000)  // what a decoder needs to settle
                $0.element(0x63A2) { $0.raw(audio.description) }
                $0.element(0xE1) {
                    $0.element(0xB5, float: Double(audio.sampleRate))
                    $0.element(0x9F, unsigned: audio.channels)
                }
            }
        }
        return writer.bytes
    }

    private static func nanoseconds(_ time: MediaTime) -> Int {
        Int(time.inUnits(perSecond: 1_000_000_000))
    }
}

private let simpleBlock = 0xA3
private let blockGroup = 0xA0
private let block = 0xA1
private let blockDuration = 0x9B
private let blockAdditions = 0x75A1
private let blockMore = 0xA6
private let blockAddID = 0xEE
private let blockAdditional = 0xA5
private let referenceBlock = 0xFB

extension ByteWriter {
    /// - Parameter kind: 1 is pictures, 2 is sound.
    fileprivate mutating func trackEntry(
        _ number: Int, kind: Int, codec: String, _ body: (inout ByteWriter) -> Void
    ) {
        element(0xAE) {
            $0.element(0xD7, unsigned: number)
            $0.element(0x73C5, unsigned: number)
            $0.element(0x83, unsigned: kind)
            $0.element(0x9C, unsigned: 0)  // one access unit in a block
            $0.element(0x86, text: codec)
            body(&$0)
        }
    }

    /// - Parameter time: In milliseconds from the cluster's.
    fileprivate mutating func blockHeader(
        track: Int, at time: Int64, flags: Int, _ packet: MediaPacket
    ) {
        u8(0x80 | track)
        u16(Int(time))
        u8(flags)
        raw(packet.bytes)
    }
}
