public import AvatarTypes
import CFFmpeg

/// Pictures in, VP8 out with a second VP8 beside it whose luma is the alpha: what WebM holds, and what
/// browsers without H.264 decode.
///
/// libvpx through libavcodec, one thread, nothing held back. Colour is straight (not multiplied by alpha)
/// and goes on where nothing is seen; alpha is luma of full range, 0…255. Both have their key frames
/// together, where they are asked for or after two seconds.
public final class PairEncoder: PictureEncoder {
    public let tracks: [TrackDescription]

    private let frameDuration: MediaTime
    private let picture: AnimationPicture
    private let codec: CodecContext
    private var framesIn: Int64 = 0

    /// - Parameters:
    ///   - width: Even, 2 to 8192, as is the height.
    ///   - framesPerSecond: 1 to 240.
    /// - Throws: when a size is odd or out of range, or libavcodec has no libvpx.
    public init(width: Int, height: Int, framesPerSecond: Int) throws(MediaError) {
        try CodecContext.check(
            width: width, height: height, framesPerSecond: framesPerSecond, of: place)
        codec = try CodecContext(encoder: "libvpx")
        picture = AnimationPicture(width: width, height: height, format: .webm)
        frameDuration = .frames(1, perSecond: framesPerSecond)
        let context = codec.context
        codec.describe(
            width: width, height: height, framesPerSecond: framesPerSecond,
            pixelFormat: picture.pixelFormat)
        // With both alike libvpx looks for no changes of scene, which colour and alpha would see at
        // different moments.
        context.pointee.keyint_min = context.pointee.gop_size
        context.pointee.flags |= AV_CODEC_FLAG_BITEXACT
        codec.keepQuality()
        let options = [
            // A negative number is a speed that stays: with others libvpx goes by how long it took, and
            // the same frames would not give the same bytes. −8 saves a tenth of the time for 70 % more
            // bits.
            ("deadline", "realtime"), ("cpu-used", "-5"), ("crf", "8"), ("auto-alt-ref", "0"),
            ("lag-in-frames", "0"),
        ]
        for (name, value) in options {
            try succeed(
                av_opt_set(context.pointee.priv_data, name, value, 0), place,
                "libvpx refuses \(name)=\(value)", remedy: "Use FFmpeg 5.1 or later.")
        }
        try succeed(
            avcodec_open2(context, nil, nil), place, "libvpx refuses \(width)x\(height) pixels",
            remedy: "Choose a smaller size.")
        tracks = [
            TrackDescription(
                track: .video, codec: .vp8, codecString: "vp8", width: width, height: height,
                description: [], alpha: .pair),
            TrackDescription(
                track: .alpha, codec: .vp8, codecString: "vp8", width: width, height: height,
                description: []),
        ]
    }

    /// Compresses the next picture; a background would never be seen.
    ///
    /// - Returns: The packet of colour, then that of alpha, both at the frame's time.
    /// - Precondition: the picture has the encoder's size.
    public func encode(
        _ frame: Frame, over background: Image? = nil, forceKeyframe: Bool = false
    ) throws(MediaError) -> [MediaPacket] {
        let planes = picture.fill(with: frame.image)
        planes.pointee.pts = framesIn
        planes.pointee.pict_type = forceKeyframe ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE
        framesIn += 1
        var packets: [MediaPacket] = []
        try codec.encodePackets(planes) { packet throws(MediaError) in
            guard let alpha = Self.alpha(of: packet) else {
                throw MediaError(
                    place, "libvpx wrote a picture without its alpha.",
                    remedy: "Use FFmpeg 5.1 or later.")
            }
            let colour = Array(
                UnsafeBufferPointer(start: packet.pointee.data, count: Int(packet.pointee.size)))
            let isKeyframe = Self.isKeyframe(colour) && Self.isKeyframe(alpha)
            for (track, bytes) in [(MediaPacket.Track.video, colour), (.alpha, alpha)] {
                packets.append(
                    MediaPacket(
                        track: track, pts: frame.time, dts: frame.time, duration: frameDuration,
                        isKeyframe: isKeyframe, bytes: bytes))
            }
        }
        return packets
    }

    /// What libavcodec lays beside the packet: the number 1 in eight bytes, then the access unit.
    private static func alpha(of packet: UnsafeMutablePointer<AVPacket>) -> [UInt8]? {
        var size = 0
        guard
            let data = av_packet_get_side_data(
                packet, AV_PKT_DATA_MATROSKA_BLOCKADDITIONAL, &size), size > 8
        else { return nil }
        return Array(UnsafeBufferPointer(start: data + 8, count: size - 8))
    }

    /// - Source: RFC 6386, 9.1: the first bit of a key frame is 0.
    private static func isKeyframe(_ unit: [UInt8]) -> Bool {
        unit.first.map { $0 & 1 == 0 } ?? false
    }
}

private let place = "pair encoder"
