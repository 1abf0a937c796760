public import AvatarTypes
import CFFmpeg

/// Sound in, AAC-LC out: 48 kHz, mono. For what does not take Opus: RTMP, and many receivers of SRT.
///
/// AAC answers late: what comes out of a decoder first is not of the input. Each packet's time is
/// therefore that much *before* the time of its first input sample, as ``SoundEncoder``'s.
public final class AACEncoder {
    /// Samples in one packet: the format's.
    public static let packetSamples = 1024

    /// What decoders must know before the first packet; `description` is the AudioSpecificConfig.
    public let description: TrackDescription
    /// Samples by which the decoder's output lags behind the input: 1,024 with libavcodec's own encoder.
    public let preSkip: Int

    private let codec: CodecContext
    private var frame: UnsafeMutablePointer<AVFrame>?
    /// What does not fill a packet yet.
    private var gathered: [Float] = []
    /// When the first of `gathered` is heard.
    private var start: MediaTime?
    /// Times of the packets that the encoder still holds.
    private var held: [MediaTime] = []

    /// - Parameter bitrate: Bits per second; speech in mono is transparent from 96,000.
    /// - Throws: when libavcodec was built without AAC, or refuses the bitrate.
    public init(bitrate: Int = 96_000) throws(MediaError) {
        codec = try CodecContext(encoder: "aac")
        let context = codec.context
        context.pointee.sample_rate = Int32(SoundEncoder.sampleRate)
        context.pointee.sample_fmt = AV_SAMPLE_FMT_FLTP
        context.pointee.bit_rate = Int64(bitrate)
        context.pointee.time_base = AVRational(num: 1, den: Int32(SoundEncoder.sampleRate))
        context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
        av_channel_layout_default(&context.pointee.ch_layout, 1)
        try succeed(
            avcodec_open2(context, nil, nil), place, "It refuses \(bitrate) bits per second",
            remedy: "Choose 32000 to 192000.")
        preSkip = Int(context.pointee.initial_padding)
        description = TrackDescription(
            track: .audio, codec: .aac, codecString: "mp4a.40.2",
            sampleRate: SoundEncoder.sampleRate, channels: 1,
            description: Array(
                UnsafeBufferPointer(
                    start: context.pointee.extradata, count: Int(context.pointee.extradata_size))))
        frame = av_frame_alloc()
        frame?.pointee.format = AV_SAMPLE_FMT_FLTP.rawValue
        frame?.pointee.nb_samples = Int32(Self.packetSamples)
        frame?.pointee.sample_rate = Int32(SoundEncoder.sampleRate)
        if let frame { av_channel_layout_default(&frame.pointee.ch_layout, 1) }
        guard av_frame_get_buffer(frame, 0) == 0 else {
            throw MediaError(place, "There is no memory for sound.", remedy: "Free some.")
        }
    }

    deinit { av_frame_free(&frame) }

    /// Compresses what is heard next, of any length.
    ///
    /// - Parameter time: When the first of `samples` is heard. Sound that does not follow the last is not
    ///   joined to it: what was gathered is forgotten.
    /// - Returns: The packets that are full now: none, one or more.
    public func encode(_ samples: ArraySlice<Float>, at time: MediaTime) throws(MediaError)
        -> [MediaPacket]
    {
        let gatheredDuration = MediaTime.samples(gathered.count, rate: SoundEncoder.sampleRate)
        if let start, start + gatheredDuration == time {
            gathered += samples
        } else {
            gathered = Array(samples)
            start = time
        }
        var packets: [MediaPacket] = []
        while gathered.count >= Self.packetSamples, let begin = start {
            guard let frame, av_frame_make_writable(frame) == 0,
                let plane = frame.pointee.data.0
            else {
                throw MediaError(place, "There is no memory for sound.", remedy: "Free some.")
            }
            plane.withMemoryRebound(to: Float.self, capacity: Self.packetSamples) {
                $0.update(from: gathered, count: Self.packetSamples)
            }
            gathered.removeFirst(Self.packetSamples)
            start = begin + Self.packetDuration
            held.append(begin - .samples(preSkip, rate: SoundEncoder.sampleRate))
            try codec.encode(frame) { bytes, _ in
                let pts = held.removeFirst()
                packets.append(
                    MediaPacket(
                        track: .audio, pts: pts, dts: pts, duration: Self.packetDuration,
                        isKeyframe: true, bytes: Array(bytes)))
            }
        }
        return packets
    }

    private static let packetDuration = MediaTime.samples(
        packetSamples, rate: SoundEncoder.sampleRate)
}

private let place = "encoder aac"
