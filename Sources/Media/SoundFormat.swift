public import AvatarTypes
import CFFmpeg
import Glibc

/// A sound as a whole file in memory, in the formats that speech is asked for.
///
/// - Source: OpenAI API reference, "Create speech", `response_format`.
public enum SoundFormat: String, CaseIterable, Sendable {
    case mp3, opus, aac, flac, wav
    /// 16 bits, little-endian, 24 kHz, without any header.
    case pcm

    public var mediaType: String {
        switch self {
        case .mp3: "audio/mpeg"
        case .opus: "audio/ogg"
        case .aac: "audio/aac"
        case .flac: "audio/flac"
        case .wav: "audio/wav"
        case .pcm: "audio/pcm"
        }
    }

    /// The file's bytes.
    ///
    /// - Throws: when this libavcodec was built without the encoder.
    /// - Precondition: 48 kHz.
    public func encode(_ clip: AudioClip) throws(MediaError) -> [UInt8] {
        precondition(clip.sampleRate == 48_000, "sound is compressed at the rate it is made at")
        switch self {
        case .wav: return WAVFile.encode(clip)
        case .pcm: return Self.halved(clip.samples)
        case .mp3: return try Self.compress(clip, encoder: "libmp3lame", AV_SAMPLE_FMT_FLTP, "mp3")
        case .opus: return try Self.compress(clip, encoder: "libopus", AV_SAMPLE_FMT_FLT, "ogg")
        case .aac: return try Self.compress(clip, encoder: "aac", AV_SAMPLE_FMT_FLTP, "adts")
        case .flac: return try Self.compress(clip, encoder: "flac", AV_SAMPLE_FMT_S16, "flac")
        }
    }

    /// Every other sample behind a filter that takes away what half the rate cannot hold.
    private static func halved(_ samples: [Float]) -> [UInt8] {
        let reach = 24
        let taps = (-reach...reach).map { tap -> Float in
            let x = Double(tap) / 2
            let sinc = tap == 0 ? 1 : sin(.pi * x) / (.pi * x)
            let window = 0.5 + 0.5 * cos(.pi * Double(tap) / Double(reach + 1))
            return Float(0.5 * sinc * window)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(samples.count)
        for centre in stride(from: 0, to: samples.count, by: 2) {
            var sum: Float = 0
            for (tap, weight) in taps.enumerated() {
                let index = centre + tap - reach
                if samples.indices.contains(index) { sum += samples[index] * weight }
            }
            let value = UInt16(bitPattern: integer(sum))
            bytes.append(UInt8(value & 0xFF))
            bytes.append(UInt8(value >> 8))
        }
        return bytes
    }

    private static func integer(_ sample: Float) -> Int16 {
        Int16((min(1, max(-1, sample)) * 32_767).rounded())
    }

    private static func compress(
        _ clip: AudioClip, encoder name: String, _ format: AVSampleFormat, _ container: String
    ) throws(MediaError) -> [UInt8] {
        let encoder = try CodecContext(encoder: name)
        let context = encoder.context
        context.pointee.sample_fmt = format
        context.pointee.sample_rate = Int32(clip.sampleRate)
        context.pointee.bit_rate = container == "ogg" ? 48_000 : 96_000
        context.pointee.time_base = AVRational(num: 1, den: Int32(clip.sampleRate))
        av_channel_layout_default(&context.pointee.ch_layout, 1)
        context.pointee.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT
        try succeed(
            avcodec_open2(context, nil, nil), name, "It does not start", remedy: "Free some memory."
        )
        let file = try MemoryFile(container: container, sound: context)
        let length = context.pointee.frame_size > 0 ? Int(context.pointee.frame_size) : 4096
        var frame = av_frame_alloc()
        defer { av_frame_free(&frame) }
        guard let frame else { fatalError("out of memory") }
        for start in stride(from: 0, to: clip.samples.count, by: length) {
            let part = clip.samples[start..<min(start + length, clip.samples.count)]
            frame.pointee.format = format.rawValue
            frame.pointee.nb_samples = Int32(part.count)
            frame.pointee.sample_rate = Int32(clip.sampleRate)
            av_channel_layout_default(&frame.pointee.ch_layout, 1)
            guard av_frame_get_buffer(frame, 0) == 0, let bytes = frame.pointee.data.0 else {
                fatalError("out of memory")
            }
            if format == AV_SAMPLE_FMT_S16 {
                bytes.withMemoryRebound(to: Int16.self, capacity: part.count) {
                    for (index, sample) in part.enumerated() { $0[index] = integer(sample) }
                }
            } else {
                bytes.withMemoryRebound(to: Float.self, capacity: part.count) {
                    for (index, sample) in part.enumerated() { $0[index] = sample }
                }
            }
            frame.pointee.pts = Int64(start)
            try encoder.encodePackets(frame) { (packet) throws(MediaError) in
                try file.write(packet, timeBase: context.pointee.time_base)
            }
            av_frame_unref(frame)
        }
        try encoder.encodePackets(nil) { (packet) throws(MediaError) in
            try file.write(packet, timeBase: context.pointee.time_base)
        }
        return try file.finish()
    }
}

/// A file of one track of sound that libavformat writes into memory.
private final class MemoryFile {
    private var format: UnsafeMutablePointer<AVFormatContext>?
    private let name: String

    init(container: String, sound: UnsafeMutablePointer<AVCodecContext>) throws(MediaError) {
        name = container
        try succeed(
            avformat_alloc_output_context2(&format, nil, container, nil), container,
            "This libavformat cannot write it",
            remedy: "Install Debian's: apt-get install libavformat-dev.")
        guard let format, let stream = avformat_new_stream(format, nil) else {
            fatalError("out of memory")
        }
        format.pointee.flags |= AVFMT_FLAG_BITEXACT
        try succeed(
            avcodec_parameters_from_context(stream.pointee.codecpar, sound), container,
            "The sound cannot be described", remedy: "Choose another format.")
        stream.pointee.time_base = sound.pointee.time_base
        try succeed(
            avio_open_dyn_buf(&format.pointee.pb), container, "There is no memory for it",
            remedy: "Free some memory.")
        try succeed(
            avformat_write_header(format, nil), container, "It cannot be begun",
            remedy: "Choose another format.")
    }

    deinit {
        if let format, format.pointee.pb != nil {
            var bytes: UnsafeMutablePointer<UInt8>?
            avio_close_dyn_buf(format.pointee.pb, &bytes)
            av_free(bytes)
        }
        avformat_free_context(format)
    }

    func write(_ packet: UnsafeMutablePointer<AVPacket>, timeBase: AVRational)
        throws(MediaError)
    {
        guard let format, let stream = format.pointee.streams[0] else { return }
        packet.pointee.stream_index = 0
        av_packet_rescale_ts(packet, timeBase, stream.pointee.time_base)
        try succeed(
            av_write_frame(format, packet), name, "A packet cannot be written",
            remedy: "Choose another format.")
    }

    func finish() throws(MediaError) -> [UInt8] {
        try succeed(
            av_write_trailer(format), name, "It cannot be finished",
            remedy: "Choose another format.")
        guard let format else { return [] }
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = avio_close_dyn_buf(format.pointee.pb, &bytes)
        format.pointee.pb = nil
        defer { av_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
}
