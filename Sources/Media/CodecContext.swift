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
