public import AvatarTypes

/// A live stream for a browser's Media Source Extensions, one fragment of MP4 for each packet: nothing
/// waits until there is more. Each track is a stream of its own, for a source buffer of its own.
public struct LiveFragments: Sendable {
    /// What the fragments count as 0: they are as much later than the media clock.
    public static let epoch = MediaTime.milliseconds(-20)

    private var muxers: [MediaPacket.Track: FragmentedMP4]

    /// - Precondition: no two tracks are of a kind.
    public init(tracks: [TrackDescription]) {
        muxers = Dictionary(
            uniqueKeysWithValues: tracks.map {
                ($0.track, FragmentedMP4(tracks: [$0], epoch: Self.epoch))
            })
    }

    /// What a player needs before the first fragment of a track.
    public static func initialization(of track: TrackDescription) -> [UInt8] {
        FragmentedMP4(tracks: [track], epoch: epoch).initialization()
    }

    /// How a browser calls a track: RFC 6381, `video/mp4; codecs="avc1.42C01F"`.
    public static func type(of track: TrackDescription) -> String {
        "\(track.track == .audio ? "audio" : "video")/mp4; codecs=\"\(track.codecString)\""
    }

    /// The packet as a fragment of MP4.
    ///
    /// - Precondition: it is of one of the tracks, and not more than 20 ms before the show begins.
    public mutating func fragment(_ packet: MediaPacket) -> [UInt8] {
        var packet = packet
        if packet.track == .video { packet.duration = packet.longestStay }
        guard let fragment = muxers[packet.track]?.fragment([packet]) else {
            preconditionFailure("a packet belongs to none of the stream's tracks")
        }
        return fragment
    }
}

extension MediaPacket {
    /// How long a live picture may stay, which nobody knows before the next one is there: a machine that
    /// is too slow draws only each third.
    ///
    /// Browsers' buffers take what is more than twice as far from the last picture as that was to last for
    /// a gap, and drop everything up to the next key frame. A picture that is followed sooner is only
    /// shorter.
    ///
    /// - Source: Media Source Extensions, coded frame processing.
    var longestStay: MediaTime { duration * 3 }
}
