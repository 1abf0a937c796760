public import AvatarTypes
import CFFmpeg
import Synchronization

/// One connection to a receiver: packets in, RTMP, SRT, RTSP or RTP out, through libavformat.
///
/// Connecting and sending wait for the network, `Signal` or `patience` at most; call it from a thread
/// that may wait. Times are counted from the first key frame that is sent: a receiver sees a stream that
/// begins at nought, whenever it is connected to. What comes before that key frame is not sent.
public final class PushStream {
    /// Lets another thread end what this one waits for.
    public final class Signal: Sendable {
        private let isRaised = Atomic(false)
        /// When waiting ends, in microseconds of the library's clock.
        private let deadline = Atomic(Int64.max)

        public init() {}

        public func raise() { isRaised.store(true, ordering: .relaxed) }

        public var isUp: Bool { isRaised.load(ordering: .relaxed) }

        fileprivate func allow(_ patience: MediaTime) {
            deadline.store(av_gettime_relative() + patience.microseconds, ordering: .relaxed)
        }

        fileprivate var mustEnd: Bool {
            isUp || av_gettime_relative() > deadline.load(ordering: .relaxed)
        }
    }

    private let address: PushAddress
    private let tracks: [TrackDescription]
    private let signal: Signal
    private let patience: MediaTime
    private var channels: [PushChannel] = []
    private var start: MediaTime?

    /// Connects.
    ///
    /// - Parameters:
    ///   - patience: how long a connection, or a packet, may keep us waiting.
    ///   - signal: ends waiting from outside.
    /// - Throws: why not, in the library's words without anything secret.
    /// - Precondition: the sound is in the transport's codec.
    public init(
        to address: PushAddress, tracks: [TrackDescription], patience: MediaTime = .seconds(10),
        signal: Signal = Signal()
    ) throws(MediaError) {
        precondition(
            tracks.allSatisfy {
                $0.track != .audio || $0.codec == address.transport.soundCodec
            }, "receivers of \(address.transport) take \(address.transport.soundCodec)")
        self.address = address
        self.tracks = tracks
        self.signal = signal
        self.patience = patience
        signal.allow(patience)
        do {
            if address.transport == .rtp {
                // One session for each track.
                for (index, track) in tracks.enumerated() {
                    channels.append(
                        try PushChannel(
                            address.text(portsAbove: track.track == .audio ? 2 : 0), [track],
                            format: "rtp", options: [("payload_type", "\(96 + index)")], signal))
                }
            } else {
                channels = [
                    try PushChannel(
                        address.text, tracks, format: address.transport.format,
                        options: address.transport.options, signal)
                ]
            }
        } catch { throw sentence(error) }
    }

    /// Sends the next packet of a track.
    ///
    /// - Throws: when the receiver is gone, or takes nothing for as long as our patience lasts.
    public func send(_ packet: MediaPacket) throws(MediaError) {
        guard let start = start ?? (packet.track == .video && packet.isKeyframe ? packet.pts : nil)
        else { return }
        self.start = start
        guard packet.pts >= start,
            let index = tracks.firstIndex(where: { $0.track == packet.track })
        else { return }
        signal.allow(patience)
        let channel = channels.count > 1 ? index : 0
        do {
            try channels[channel].send(
                packet, of: tracks[index], from: start, withSets: address.transport.repeatsSets)
        } catch { throw sentence(error) }
    }

    /// Says goodbye. The connection ends with this object in any case.
    public func finish() {
        signal.allow(.seconds(1))
        for channel in channels { channel.finish() }
    }

    private func sentence(_ error: MediaError) -> MediaError {
        MediaError(
            "push to \(address.redacted)", address.hiding(in: error.what), remedy: error.remedy)
    }

    /// For the library's callback.
    fileprivate static let mustEnd: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = {
        pointer in
        guard let pointer else { return 0 }
        return Unmanaged<Signal>.fromOpaque(pointer).takeUnretainedValue().mustEnd ? 1 : 0
    }
}

extension PushAddress {
    /// The same with a port further up.
    fileprivate func text(portsAbove count: Int) -> String {
        guard count > 0, let colon = text.lastIndex(of: ":") else { return text }
        let rest = text[text.index(after: colon)...]
        let digits = rest.prefix(while: \.isNumber)
        return text[...colon] + "\((Int(digits) ?? 0) + count)" + rest.dropFirst(digits.count)
    }
}

extension PushAddress.Transport {
    fileprivate var format: String {
        switch self {
        case .rtmp: "flv"
        case .srt: "mpegts"
        case .rtsp: "rtsp"
        case .rtp: "rtp"
        }
    }

    fileprivate var options: [(String, String)] {
        switch self {
        // What is not known before the end is not written: there is no going back in a stream.
        case .rtmp: [("flvflags", "no_duration_filesize")]
        case .srt: [("pkt_size", "1316")]
        case .rtsp: [("rtsp_transport", "tcp")]
        case .rtp: []
        }
    }

    /// Whether key frames carry the parameter sets: who joins RTP in the middle has read no description.
    fileprivate var repeatsSets: Bool { self == .rtsp || self == .rtp }
}

/// One output context of libavformat.
private final class PushChannel {
    private var format: UnsafeMutablePointer<AVFormatContext>?
    private var packet = av_packet_alloc()
    private let signal: PushStream.Signal
    private let hasFile: Bool
    private var hasBegun = false

    init(
        _ address: String, _ tracks: [TrackDescription], format name: String,
        options: [(String, String)], _ signal: PushStream.Signal
    ) throws(MediaError) {
        listenToLibraries()
        avformat_network_init()
        self.signal = signal
        try succeed(
            avformat_alloc_output_context2(&format, nil, name, address), place,
            "This libavformat cannot write \(name)",
            remedy: "Install Debian's: apt-get install libavformat-dev.")
        guard let format else { fatalError("out of memory") }
        hasFile = format.pointee.oformat.pointee.flags & AVFMT_NOFILE == 0
        format.pointee.flags |= AVFMT_FLAG_FLUSH_PACKETS
        format.pointee.interrupt_callback = AVIOInterruptCB(
            callback: PushStream.mustEnd, opaque: Unmanaged.passUnretained(signal).toOpaque())
        for track in tracks { try format.add(track) }
        var dictionary: OpaquePointer?
        defer { av_dict_free(&dictionary) }
        for (name, value) in options { av_dict_set(&dictionary, name, value, 0) }
        if hasFile {
            try succeed(
                avio_open2(
                    &format.pointee.pb, address, AVIO_FLAG_WRITE,
                    &format.pointee.interrupt_callback, &dictionary), place,
                "The receiver does not answer", remedy: remedy)
        }
        try succeed(
            avformat_write_header(format, &dictionary), place, "The receiver refuses the stream",
            remedy: remedy)
        hasBegun = true
    }

    deinit {
        if let format, hasFile { avio_closep(&format.pointee.pb) }
        avformat_free_context(format)
        av_packet_free(&packet)
    }

    func send(
        _ media: MediaPacket, of track: TrackDescription, from start: MediaTime, withSets: Bool
    ) throws(MediaError) {
        guard let format, let packet else { preconditionFailure("a channel has been opened") }
        let sets =
            withSets && media.track == .video && media.isKeyframe
            ? ParameterSets(avcC: track.description)?.lengthPrefixed ?? [] : []
        guard av_new_packet(packet, Int32(sets.count + media.bytes.count)) == 0 else {
            fatalError("out of memory")
        }
        packet.pointee.data.update(from: sets, count: sets.count)
        (packet.pointee.data + sets.count).update(from: media.bytes, count: media.bytes.count)
        let index =
            format.pointee.nb_streams == 1 ? 0 : media.track == .audio ? 1 : 0
        guard let stream = format.pointee.streams[index] else {
            preconditionFailure("a channel has its streams")
        }
        packet.pointee.pts = (media.pts - start).inUnits(perSecond: 90_000)
        packet.pointee.dts = packet.pointee.pts
        packet.pointee.duration = media.duration.inUnits(perSecond: 90_000)
        packet.pointee.stream_index = Int32(index)
        if media.isKeyframe { packet.pointee.flags |= AV_PKT_FLAG_KEY }
        av_packet_rescale_ts(packet, AVRational(num: 1, den: 90_000), stream.pointee.time_base)
        defer { av_packet_unref(packet) }
        cf_forget_line()
        try succeed(
            av_write_frame(format, packet), place, "The receiver is gone", remedy: remedy)
        if let pb = format.pointee.pb, pb.pointee.error < 0 {
            throw libraryFailure(
                pb.pointee.error, place, "The receiver is gone", remedy: remedy)
        }
    }

    func finish() {
        if hasBegun { av_write_trailer(format) }
        hasBegun = false
    }

    private let remedy = "Look whether it runs and knows the key; we try again by ourselves."
}

extension UnsafeMutablePointer<AVFormatContext> {
    /// A stream of a track of ours.
    fileprivate func add(_ track: TrackDescription) throws(MediaError) {
        let count = track.description.count
        guard let stream = avformat_new_stream(self, nil),
            let extra = av_mallocz(count + Int(AV_INPUT_BUFFER_PADDING_SIZE))
        else { throw MediaError(place, "There is no memory for a stream.", remedy: "Free some.") }
        extra.copyMemory(from: track.description, byteCount: count)
        let parameters = stream.pointee.codecpar!
        parameters.pointee.extradata = extra.assumingMemoryBound(to: UInt8.self)
        parameters.pointee.extradata_size = Int32(count)
        parameters.pointee.codec_id =
            switch track.codec {
            case .h264: AV_CODEC_ID_H264
            case .opus: AV_CODEC_ID_OPUS
            case .aac: AV_CODEC_ID_AAC
            case .vp8: AV_CODEC_ID_VP8
            case .pose: preconditionFailure("poses are not pushed")
            }
        if track.track == .audio {
            parameters.pointee.codec_type = AVMEDIA_TYPE_AUDIO
            parameters.pointee.sample_rate = Int32(track.sampleRate)
            parameters.pointee.frame_size = track.codec == .aac ? 1024 : 960
            av_channel_layout_default(&parameters.pointee.ch_layout, Int32(track.channels))
        } else {
            parameters.pointee.codec_type = AVMEDIA_TYPE_VIDEO
            parameters.pointee.width = Int32(track.width)
            parameters.pointee.height = Int32(track.height)
            parameters.pointee.format = AV_PIX_FMT_YUV420P.rawValue
        }
        stream.pointee.time_base = AVRational(num: 1, den: 90_000)
    }
}

private let place = "push"
