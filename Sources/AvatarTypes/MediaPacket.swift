/// One compressed picture or 20 ms of compressed sound: an access unit.
public struct MediaPacket: Equatable, Sendable {
    /// The raw values are those of the wire.
    public enum Track: UInt8, Sendable {
        case video = 0
        case audio = 1
        /// A second video track whose luma is the first one's alpha.
        case alpha = 2
        /// The numbers that the picture is drawn from, for who draws it elsewhere.
        case pose = 3
    }

    public var track: Track
    /// When it is shown or heard.
    public var pts: MediaTime
    /// When it is decoded: not after `pts`.
    public var dts: MediaTime
    public var duration: MediaTime
    /// Decoding can begin here.
    public var isKeyframe: Bool
    /// The packet does not continue the one before it.
    public var isDiscontinuity: Bool
    public var bytes: [UInt8]

    public init(
        track: Track, pts: MediaTime, dts: MediaTime, duration: MediaTime, isKeyframe: Bool,
        isDiscontinuity: Bool = false, bytes: [UInt8]
    ) {
        self.track = track
        self.pts = pts
        self.dts = dts
        self.duration = duration
        self.isKeyframe = isKeyframe
        self.isDiscontinuity = isDiscontinuity
        self.bytes = bytes
    }
}
