public import AvatarTypes
import CFFmpeg

/// Pictures in, H.264 access units out: one for one, at once, without B-frames.
///
/// x264 through libavcodec, one thread, zero latency. Every picture may be a key frame
/// (`forceKeyframe`), and each is at most `keyframeInterval` after the last; groups of pictures are
/// closed, so decoding can begin at any of them. The same frames give the same bytes.
public final class VideoEncoder {
    /// How much work x264 puts into a picture: each step is slower and smaller. `Media.md` has the
    /// milliseconds and kilobits of each.
    public enum Preset: String, CaseIterable, Sendable {
        case ultrafast, superfast, veryfast
    }

    /// What decoders must know before the first packet.
    public let description: TrackDescription
    /// One over the frame rate.
    public let frameDuration: MediaTime

    private let picture: YUVPicture
    private let codec: CodecContext
    private var framesIn: Int64 = 0
    /// When the pictures that the encoder still holds are shown, in order.
    private var held: [MediaTime] = []

    /// - Parameters:
    ///   - width: Of the shown picture, even.
    ///   - height: Of the shown picture, even; the coded one is twice as high with packed alpha.
    ///   - quality: x264's constant rate factor: 0 is lossless, 51 the worst, 6 more is half the size.
    ///   - maximumBitrate: Bits per second that a second may not exceed, or nil for no limit.
    ///   - keyframeInterval: The longest time from one key frame to the next.
    /// - Throws: when a size is odd or out of range, the backdrop has another size, or libavcodec has no
    ///   x264.
    public init(
        width: Int, height: Int, framesPerSecond: Int, alpha: AlphaLayout,
        preset: Preset = .superfast, quality: Int = 23, maximumBitrate: Int? = nil,
        keyframeInterval: MediaTime = .seconds(2)
    ) throws(MediaError) {
        guard width % 2 == 0, height % 2 == 0, (2...8192).contains(width),
            (2...8192).contains(height)
        else {
            throw MediaError(
                place, "A video of \(width)x\(height) pixels cannot be encoded.",
                remedy: "Choose an even width and height of 2 to 8192.")
        }
        guard (1...240).contains(framesPerSecond), (0...51).contains(quality) else {
            throw MediaError(
                place,
                "\(framesPerSecond) frames per second at quality \(quality) is out of range.",
                remedy: "Choose 1 to 240 frames per second and a quality of 0 to 51.")
        }
        listenToLibraries()
        codec = try CodecContext(encoder: "libx264")
        let context = codec.context
        picture = try YUVPicture(width: width, height: height, alpha: alpha)
        frameDuration = .frames(1, perSecond: framesPerSecond)

        context.pointee.width = Int32(width)
        context.pointee.height = Int32(picture.codedHeight)
        context.pointee.pix_fmt = AV_PIX_FMT_YUV420P
        context.pointee.time_base = AVRational(num: 1, den: Int32(framesPerSecond))
        context.pointee.framerate = AVRational(num: Int32(framesPerSecond), den: 1)
        context.pointee.gop_size = Int32(
            max(1, keyframeInterval.inUnits(perSecond: Int64(framesPerSecond))))
        context.pointee.max_b_frames = 0
        context.pointee.thread_count = 1
        context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER
        context.pointee.color_range = AVCOL_RANGE_MPEG
        context.pointee.colorspace = AVCOL_SPC_BT709
        context.pointee.color_primaries = AVCOL_PRI_BT709
        context.pointee.color_trc = AVCOL_TRC_BT709
        context.pointee.chroma_sample_location = AVCHROMA_LOC_CENTER
        if let maximumBitrate {
            context.pointee.rc_max_rate = Int64(maximumBitrate)
            context.pointee.rc_buffer_size = Int32(clamping: maximumBitrate)
        }
        let options = [
            ("preset", preset.rawValue), ("tune", "zerolatency"), ("crf", String(quality)),
            ("forced-idr", "1"), ("sc_threshold", "0"),
        ]
        for (name, value) in options {
            try succeed(
                av_opt_set(context.pointee.priv_data, name, value, 0), place,
                "x264 refuses \(name)=\(value)", remedy: "Use FFmpeg 5.1 or later.")
        }
        try succeed(
            avcodec_open2(context, nil, nil), place,
            "x264 refuses \(width)x\(picture.codedHeight) pixels",
            remedy: "Choose a smaller size, or another preset.")

        let header = UnsafeBufferPointer(
            start: context.pointee.extradata, count: Int(context.pointee.extradata_size))
        guard let sets = ParameterSets(annexB: header) else {
            throw MediaError(
                place, "x264 wrote no parameter sets.", remedy: "Use FFmpeg 5.1 or later.")
        }
        description = TrackDescription(
            track: .video, codec: .h264, codecString: sets.codecString, width: width,
            height: picture.codedHeight, description: sets.avcC, alpha: picture.alpha)
    }

    /// Compresses the next picture.
    ///
    /// - Parameters:
    ///   - background: What is behind this picture instead of the backdrop; ignored with packed alpha.
    ///   - forceKeyframe: Whether decoding must be able to begin here, as when a viewer joins.
    /// - Returns: One packet, whose time is the frame's.
    /// - Precondition: picture and background have the encoder's size.
    public func encode(
        _ frame: Frame, over background: Image? = nil, forceKeyframe: Bool = false
    ) throws(MediaError) -> [MediaPacket] {
        let planes = try picture.fill(with: frame.image, over: background)
        planes.pointee.pts = framesIn
        planes.pointee.pict_type = forceKeyframe ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE
        framesIn += 1
        held.append(frame.time)
        return try packets(after: planes)
    }

    /// Gives back what the encoder still holds; nothing can be encoded afterwards.
    public func finish() throws(MediaError) -> [MediaPacket] { try packets(after: nil) }

    private func packets(after frame: UnsafeMutablePointer<AVFrame>?) throws(MediaError)
        -> [MediaPacket]
    {
        var packets: [MediaPacket] = []
        try codec.encode(frame) { bytes, isKeyframe in
            let time = held.removeFirst()
            packets.append(
                MediaPacket(
                    track: .video, pts: time, dts: time, duration: frameDuration,
                    isKeyframe: isKeyframe, bytes: lengthPrefixed(annexB: bytes)))
        }
        return packets
    }
}

private let place = "video encoder"
