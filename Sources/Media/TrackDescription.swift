public import AvatarTypes

/// How a packet's bytes are compressed; the raw values are the wire header's codec byte.
public enum Codec: UInt8, CaseIterable, Sendable {
    /// Access units with 4-byte NAL lengths; parameter sets only in the track's description.
    case h264 = 1
    case opus = 2
    case vp8 = 3
    case aac = 4
    /// Not compressed: the 64 channels as little-endian floats.
    case pose = 5
}

/// What a decoder must be told before the first packet of a track.
public struct TrackDescription: Equatable, Sendable {
    /// Where the picture's transparency is.
    public enum Alpha: String, Sendable {
        /// Nowhere: the picture is opaque.
        case none
        /// In the lower half of a picture of double height, as luma 16…235.
        case packed
        /// In the luma of the track `alpha`.
        case pair
    }

    public var track: MediaPacket.Track
    public var codec: Codec
    /// As RFC 6381 and WebCodecs spell it: `avc1.42C01F`, `opus`.
    public var codecString: String
    /// Pixels of the coded picture, 0 for sound. With packed alpha the shown picture is half as high.
    public var width: Int
    public var height: Int
    /// Hz, 0 for pictures.
    public var sampleRate: Int
    /// 0 for pictures.
    public var channels: Int
    /// WebCodecs' `description`: avcC for H.264, OpusHead for Opus.
    public var description: [UInt8]
    public var alpha: Alpha

    public init(
        track: MediaPacket.Track, codec: Codec, codecString: String, width: Int = 0,
        height: Int = 0, sampleRate: Int = 0, channels: Int = 0, description: [UInt8],
        alpha: Alpha = .none
    ) {
        self.track = track
        self.codec = codec
        self.codecString = codecString
        self.width = width
        self.height = height
        self.sampleRate = sampleRate
        self.channels = channels
        self.description = description
        self.alpha = alpha
    }
}
