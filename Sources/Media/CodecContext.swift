import CFFmpeg

/// An encoder of libavcodec and the packet it writes to, freed together.
final class CodecContext {
    let context: UnsafeMutablePointer<AVCodecContext>
    private let packet: UnsafeMutablePointer<AVPacket>
    private let place: String

    /// - Parameter name: As libavcodec calls it, for example `libx264`.
    /// - Throws: when this libavcodec was built without it.
    init(encoder name: String) throws(MediaError) {
        listenToLibraries()
        place = "encoder \(name)"
        guard let codec = avcodec_find_encoder_by_name(name) else {
            throw MediaError(
                place, "This libavcodec was built without it.",
                remedy: "Install Debian's: apt-get install libavcodec-dev.")
        }
        guard let context = avcodec_alloc_context3(codec) else { fatalError("out of memory") }
        guard let packet = av_packet_alloc() else { fatalError("out of memory") }
        self.context = context
        self.packet = packet
    }

    deinit {
        var packet: UnsafeMutablePointer<AVPacket>? = packet
        var context: UnsafeMutablePointer<AVCodecContext>? = context
        av_packet_free(&packet)
        avcodec_free_context(&context)
    }

    /// - Parameter place: Who asks, for the complaint.
    /// - Throws: when a size is odd or out of range, or there are too many pictures a second.
    static func check(
        width: Int, height: Int, framesPerSecond: Int, of place: String
    ) throws(MediaError) {
        guard width % 2 == 0, height % 2 == 0, (2...8192).contains(width),
            (2...8192).contains(height), (1...240).contains(framesPerSecond)
        else {
            throw MediaError(
                place, "\(width)x\(height) pixels at \(framesPerSecond) per second do not fit.",
                remedy: "Choose an even width and height of 2 to 8192, and 1 to 240 frames.")
        }
    }

    /// Says what pictures will come: BT.709 in limited range, compressed on one thread, with a key frame every
    /// two seconds.
    func describe(
        width: Int, height: Int, framesPerSecond: Int, pixelFormat: AVPixelFormat
    ) {
        context.pointee.width = Int32(width)
        context.pointee.height = Int32(height)
        context.pointee.pix_fmt = pixelFormat
        context.pointee.time_base = AVRational(num: 1, den: Int32(framesPerSecond))
        context.pointee.framerate = AVRational(num: Int32(framesPerSecond), den: 1)
        context.pointee.thread_count = 1
        context.pointee.gop_size = Int32(2 * framesPerSecond)
        context.pointee.color_range = AVCOL_RANGE_MPEG
        context.pointee.colorspace = AVCOL_SPC_BT709
        context.pointee.color_primaries = AVCOL_PRI_BT709
        context.pointee.color_trc = AVCOL_TRC_BT709
    }

    /// Constant quality, below a roof of twelve bits per pixel and second. Once the size is known.
    func keepQuality() {
        context.pointee.bit_rate = Int64(context.pointee.width) * Int64(context.pointee.height) * 12
        context.pointee.qmin = 4
        context.pointee.qmax = 32
    }

    /// Hands over a frame, or nil at the end, and passes on each packet's bytes.
    func encode(
        _ frame: UnsafeMutablePointer<AVFrame>?,
        to packets: (UnsafeBufferPointer<UInt8>, _ isKeyframe: Bool) -> Void
    ) throws(MediaError) {
        try encodePackets(frame) { packet in
            packets(
                UnsafeBufferPointer(start: packet.pointee.data, count: Int(packet.pointee.size)),
                packet.pointee.flags & AV_PKT_FLAG_KEY != 0)
        }
    }

    /// The same with the library's own packets, which are emptied afterwards.
    func encodePackets(
        _ frame: UnsafeMutablePointer<AVFrame>?,
        to packets: (UnsafeMutablePointer<AVPacket>) throws(MediaError) -> Void
    ) throws(MediaError) {
        cf_forget_line()
        try succeed(
            avcodec_send_frame(context, frame), place, "It refuses a frame",
            remedy: "Make a new encoder.")
        while true {
            let result = avcodec_receive_packet(context, packet)
            if result == cf_averror(EAGAIN) || result == CF_EOF { return }
            try succeed(result, place, "It fails", remedy: "Make a new encoder.")
            defer { av_packet_unref(packet) }
            try packets(packet)
        }
    }
}
