public import AvatarTypes
import CFFmpeg

/// A moving picture with transparency on disk: WebM (VP8 with alpha, and sound), animated WebP, PNG or GIF.
///
/// Encoded and written by libavcodec and libavformat. Frames must come at the constant rate that was
/// given; the first one is the beginning of the file, and sound before it is cut.
public final class AnimationFile {
    public enum Format: String, CaseIterable, Sendable {
        /// VP8, a second stream of alpha beside it, and Opus. Browsers and OBS play it.
        case webm
        /// Lossy colour, 8-bit alpha, without sound.
        case webp
        /// Exact, 8-bit alpha, without sound; large.
        case apng
        /// 255 colours of each frame's own and one transparent, without sound.
        case gif
    }

    private let format: Format
    private let framesPerSecond: Int
    private let codec: CodecContext
    private let picture: AnimationPicture
    private let muxer: Muxer
    private var framesIn: Int64 = 0
    private var start: MediaTime?
    /// Sound that came before the first picture, or between the last one and now.
    private var sound: [MediaPacket] = []

    /// - Parameters:
    ///   - path: Where to write; an old file is replaced.
    ///   - sound: The sound encoder's description, for WebM; the other formats have no sound.
    ///   - isLive: Whether frames come in real time: they are compressed faster then, and less well.
    /// - Throws: when a size is odd or out of range, the encoder is missing, or the file cannot be made.
    public init(
        path: String, format: Format, width: Int, height: Int, framesPerSecond: Int,
        sound: TrackDescription? = nil, isLive: Bool = false
    ) throws(MediaError) {
        try CodecContext.check(
            width: width, height: height, framesPerSecond: framesPerSecond, of: path)
        self.format = format
        self.framesPerSecond = framesPerSecond
        codec = try CodecContext(encoder: format.encoder)
        muxer = try Muxer(path: path, format: format.rawValue)
        picture = AnimationPicture(width: width, height: height, format: format)

        let context = codec.context
        codec.describe(
            width: width, height: height, framesPerSecond: framesPerSecond,
            pixelFormat: picture.pixelFormat)
        if format == .webm { codec.keepQuality() }
        if format == .gif || format == .apng {
            context.pointee.color_range = AVCOL_RANGE_JPEG
        }
        for (name, value) in format.options(isLive: isLive) {
            try succeed(
                av_opt_set(context.pointee.priv_data, name, value, 0), path,
                "The encoder refuses \(name)=\(value)", remedy: "Use FFmpeg 5.1 or later.")
        }
        if muxer.wantsGlobalHeader { context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER }
        context.pointee.flags |= AV_CODEC_FLAG_BITEXACT
        try succeed(
            avcodec_open2(context, nil, nil), path, "The encoder refuses \(width)x\(height) pixels",
            remedy: "Choose a smaller size.")
        try muxer.addPictures(context, hasAlpha: format == .webm)
        if format == .webm, let sound { try muxer.addSound(sound) }
        try muxer.begin(options: format.endless)
    }

    /// Adds the next picture.
    public func append(_ frame: Frame) throws(MediaError) {
        if start == nil { start = frame.time }
        let planes = picture.fill(with: frame.image)
        planes.pointee.pts = framesIn
        framesIn += 1
        try encode(planes)
        try writeSound(before: frame.time)
    }

    /// Adds the next packet of sound; formats without sound ignore it.
    public func append(_ packet: MediaPacket) throws(MediaError) {
        precondition(packet.track == .audio, "an animation compresses its pictures itself")
        if muxer.hasSound { sound.append(packet) }
    }

    /// Writes what is left and closes the file.
    public func finish() throws(MediaError) {
        try encode(nil)
        try writeSound(before: .distantFuture)
        try muxer.end()
    }

    private func encode(_ frame: UnsafeMutablePointer<AVFrame>?) throws(MediaError) {
        try codec.encodePackets(frame) { (packet) throws(MediaError) in
            if packet.pointee.duration == 0 { packet.pointee.duration = 1 }
            try muxer.writePicture(
                packet, timeBase: AVRational(num: 1, den: Int32(framesPerSecond)))
        }
    }

    private func writeSound(before time: MediaTime) throws(MediaError) {
        guard let start else { return }
        while let packet = sound.first, packet.pts < time {
            sound.removeFirst()
            // Only what is heard after the beginning; pre-skip may reach before it.
            if packet.pts + packet.duration > start { try muxer.writeSound(packet, from: start) }
        }
    }
}

extension AnimationFile.Format {
    fileprivate var encoder: String {
        switch self {
        case .webm: "libvpx"
        case .webp: "libwebp_anim"
        case .apng: "apng"
        case .gif: "gif"
        }
    }

    fileprivate func options(isLive: Bool) -> [(String, String)] {
        switch self {
        // Alternate reference frames are not allowed beside alpha.
        case .webm where isLive:
            [("deadline", "realtime"), ("cpu-used", "8"), ("crf", "8"), ("auto-alt-ref", "0")]
        case .webm:
            [("deadline", "good"), ("cpu-used", "4"), ("crf", "8"), ("auto-alt-ref", "0")]
        case .webp: [("quality", "85")]
        case .apng: [("pred", isLive ? "sub" : "mixed")]
        case .gif: []
        }
    }

    /// How the format says that it begins again.
    fileprivate var endless: [(String, String)] {
        switch self {
        case .webm: []
        case .webp, .gif: [("loop", "0")]
        case .apng: [("plays", "0")]
        }
    }
}
