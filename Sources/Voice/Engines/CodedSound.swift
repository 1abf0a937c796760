import AvatarTypes
import CFFmpeg
import Foundation

/// Decodes a whole file of compressed sound in memory: what libavformat and libavcodec know.
enum CodedSound {
    struct Refused: Error {
        var what: String
    }

    /// Whether it begins as a file of sound does: Ogg, MP3, FLAC, MP4, WebM, ADTS.
    static func isKnown(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 12 else { return false }
        if ["OggS", "ID3", "fLaC", "\u{1A}"].contains(where: { bytes.starts(with: $0.utf8) }) {
            return true
        }
        // A frame of MP3 or of AAC begins with eleven ones, and does not have the layers' unused code.
        if bytes[0] == 0xFF, bytes[1] & 0xE0 == 0xE0 {
            let isADTS = bytes[1] & 0xF6 == 0xF0
            let hasRate = bytes[2] >> 4 != 0xF && bytes[2] >> 2 & 3 != 3
            return isADTS || (bytes[1] & 0x06 != 0 && hasRate)
        }
        return bytes[4..<8].elementsEqual("ftyp".utf8)
    }

    /// - Returns: the mean of all channels.
    /// - Throws: when there is no sound in it that can be decoded.
    static func read(_ bytes: [UInt8]) throws(Refused) -> AudioClip {
        let source = Source(bytes)
        guard let stream = source.open() else { throw Refused(what: "it is not what it begins as") }
        defer { source.close() }
        guard avformat_find_stream_info(stream, nil) >= 0 else {
            throw Refused(what: "it has no streams")
        }
        let index = av_find_best_stream(stream, AVMEDIA_TYPE_AUDIO, -1, -1, nil, 0)
        guard index >= 0, let parameters = stream.pointee.streams[Int(index)]?.pointee.codecpar,
            let codec = avcodec_find_decoder(parameters.pointee.codec_id)
        else { throw Refused(what: "there is no sound in it") }
        var context = avcodec_alloc_context3(codec)
        defer { avcodec_free_context(&context) }
        guard let context, avcodec_parameters_to_context(context, parameters) >= 0,
            avcodec_open2(context, codec, nil) >= 0
        else { throw Refused(what: "its sound has no decoder") }
        context.pointee.pkt_timebase = stream.pointee.streams[Int(index)]!.pointee.time_base
        var packet = av_packet_alloc()
        var frame = av_frame_alloc()
        defer {
            av_packet_free(&packet)
            av_frame_free(&frame)
        }
        var samples: [Float] = []
        var rate = Int(context.pointee.sample_rate)
        func receive() {
            while avcodec_receive_frame(context, frame) >= 0, let heard = frame?.pointee {
                rate = Int(heard.sample_rate)
                samples += Self.samples(of: heard)
            }
        }
        while av_read_frame(stream, packet) >= 0 {
            if packet?.pointee.stream_index == index {
                _ = avcodec_send_packet(context, packet)
                receive()
            }
            av_packet_unref(packet)
        }
        _ = avcodec_send_packet(context, nil)
        receive()
        guard !samples.isEmpty, PCM.rates.contains(rate) else {
            throw Refused(what: "nothing in it could be decoded")
        }
        return AudioClip(samples: samples, sampleRate: rate)
    }

    private static func samples(of frame: AVFrame) -> [Float] {
        let count = Int(frame.nb_samples)
        let channels = max(1, Int(frame.ch_layout.nb_channels))
        let format = AVSampleFormat(frame.format)
        let isPlanar = av_sample_fmt_is_planar(format) != 0
        let coding: PCM.Coding? =
            switch av_get_packed_sample_fmt(format) {
            case AV_SAMPLE_FMT_U8: .u8
            case AV_SAMPLE_FMT_S16: .s16
            case AV_SAMPLE_FMT_S32: .s32
            case AV_SAMPLE_FMT_FLT: .f32
            case AV_SAMPLE_FMT_DBL: .f64
            default: nil
            }
        guard let coding, let planes = frame.extended_data, channels <= 8,
            let pcm = PCM(coding, rate: sampleRate, channels: isPlanar ? 1 : channels)
        else { return [] }
        var mean = [Float](repeating: 0, count: count)
        let planeCount = isPlanar ? channels : 1
        for plane in 0..<planeCount {
            guard let bytes = planes[plane] else { return [] }
            let heard = pcm.samples(UnsafeBufferPointer(start: bytes, count: count * pcm.frame))
            for index in 0..<count { mean[index] += heard[index] / Float(planeCount) }
        }
        return mean
    }

    /// Bytes in memory as libavformat reads a file.
    private final class Source {
        private let bytes: [UInt8]
        private var place = 0
        private var input: UnsafeMutablePointer<AVIOContext>?
        private var format: UnsafeMutablePointer<AVFormatContext>?

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        func open() -> UnsafeMutablePointer<AVFormatContext>? {
            cf_quiet()
            let size = 16_384
            input = avio_alloc_context(
                av_malloc(size)?.assumingMemoryBound(to: UInt8.self), Int32(size), 0,
                Unmanaged.passUnretained(self).toOpaque(),
                { owner, buffer, count in
                    guard let owner, let buffer else { return CF_EOF }
                    return Unmanaged<Source>.fromOpaque(owner).takeUnretainedValue()
                        .read(into: buffer, Int(count))
                }, nil,
                { owner, offset, whence in
                    guard let owner else { return -1 }
                    return Unmanaged<Source>.fromOpaque(owner).takeUnretainedValue()
                        .seek(offset, whence)
                })
            format = avformat_alloc_context()
            format?.pointee.pb = input
            // A context that does not open is freed with it.
            guard avformat_open_input(&format, nil, nil, nil) >= 0 else {
                freeInput()
                return nil
            }
            return format
        }

        func close() {
            avformat_close_input(&format)
            freeInput()
        }

        private func freeInput() {
            if let buffer = input?.pointee.buffer { av_free(buffer) }
            avio_context_free(&input)
        }

        private func read(into buffer: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int32 {
            let count = min(count, bytes.count - place)
            guard count > 0 else { return CF_EOF }
            bytes.withUnsafeBufferPointer { bytes in
                buffer.update(from: bytes.baseAddress! + place, count: count)
            }
            place += count
            return Int32(count)
        }

        private func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
            if whence == AVSEEK_SIZE { return Int64(bytes.count) }
            let start = whence == SEEK_CUR ? place : whence == SEEK_END ? bytes.count : 0
            let wanted = start + Int(offset)
            guard (0...bytes.count).contains(wanted) else { return -1 }
            place = wanted
            return Int64(wanted)
        }
    }
}
