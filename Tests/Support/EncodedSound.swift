import AvatarTypes
import CFFmpeg
import Foundation

/// Sound as servers send it: encoded by libavcodec into a file that libavformat writes.
enum EncodedSound {
    struct Refused: Error { var step: String }

    /// - Parameters:
    ///   - clip: at a rate that the codec takes.
    ///   - format: what libavformat calls the file: `mp3`, `ogg`, `flac`, `adts`.
    ///   - codec: what libavcodec calls the encoder: `libmp3lame`, `libopus`, `flac`, `aac`.
    static func encode(_ clip: AudioClip, format: String, codec: String) throws -> Data {
        let path = FileManager.default.temporaryDirectory
            .appending(path: "sound-\(UUID().uuidString).\(format)").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        var output: UnsafeMutablePointer<AVFormatContext>?
        guard avformat_alloc_output_context2(&output, nil, format, path) >= 0, let output,
            let encoder = avcodec_find_encoder_by_name(codec),
            let context = avcodec_alloc_context3(encoder),
            let stream = avformat_new_stream(output, nil)
        else { throw Refused(step: "no encoder \(codec)") }
        var owner: UnsafeMutablePointer<AVCodecContext>? = context
        defer {
            avcodec_free_context(&owner)
            avformat_free_context(output)
        }
        let usable = [AV_SAMPLE_FMT_FLTP, AV_SAMPLE_FMT_FLT, AV_SAMPLE_FMT_S16P, AV_SAMPLE_FMT_S16]
        var offered: [AVSampleFormat] = []
        while encoder.pointee.sample_fmts[offered.count] != AV_SAMPLE_FMT_NONE {
            offered.append(encoder.pointee.sample_fmts[offered.count])
        }
        guard let layout = usable.first(where: { offered.contains($0) }) else {
            throw Refused(step: "\(codec) takes no samples that are made here")
        }
        context.pointee.sample_fmt = layout
        context.pointee.sample_rate = Int32(clip.sampleRate)
        av_channel_layout_default(&context.pointee.ch_layout, 1)
        context.pointee.time_base = AVRational(num: 1, den: Int32(clip.sampleRate))
        guard avcodec_open2(context, encoder, nil) >= 0,
            avcodec_parameters_from_context(stream.pointee.codecpar, context) >= 0,
            avio_open(&output.pointee.pb, path, AVIO_FLAG_WRITE) >= 0,
            avformat_write_header(output, nil) >= 0
        else { throw Refused(step: "the encoder does not open") }
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        func drain() {
            while avcodec_receive_packet(context, packet) >= 0 {
                av_packet_rescale_ts(
                    packet, context.pointee.time_base, stream.pointee.time_base)
                av_interleaved_write_frame(output, packet)
            }
        }
        let length = context.pointee.frame_size > 0 ? Int(context.pointee.frame_size) : 4096
        for start in stride(from: 0, to: clip.samples.count, by: length) {
            let part = clip.samples[start..<min(start + length, clip.samples.count)]
            var frame = av_frame_alloc()
            defer { av_frame_free(&frame) }
            frame?.pointee.nb_samples = Int32(part.count)
            frame?.pointee.format = layout.rawValue
            frame?.pointee.sample_rate = Int32(clip.sampleRate)
            frame?.pointee.pts = Int64(start)
            av_channel_layout_default(&frame!.pointee.ch_layout, 1)
            guard av_frame_get_buffer(frame, 0) >= 0, let bytes = frame?.pointee.data.0 else {
                throw Refused(step: "no memory")
            }
            if layout == AV_SAMPLE_FMT_FLT || layout == AV_SAMPLE_FMT_FLTP {
                bytes.withMemoryRebound(to: Float.self, capacity: part.count) { place in
                    for (index, sample) in part.enumerated() { place[index] = sample }
                }
            } else {
                bytes.withMemoryRebound(to: Int16.self, capacity: part.count) { place in
                    for (index, sample) in part.enumerated() {
                        place[index] = Int16(sample * 32_767)
                    }
                }
            }
            guard avcodec_send_frame(context, frame) >= 0 else {
                throw Refused(step: "the encoder refuses a frame")
            }
            drain()
        }
        avcodec_send_frame(context, nil)
        drain()
        av_write_trailer(output)
        avio_closep(&output.pointee.pb)
        return try Data(contentsOf: URL(filePath: path))
    }
}
