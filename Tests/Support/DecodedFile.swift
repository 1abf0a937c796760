import AvatarTypes
import CFFmpeg
import Media

/// A media file as libavformat sees it, decoded whole.
struct DecodedFile {
    struct Stream {
        var codec: AVCodecID
        var width: Int
        var height: Int
        var sampleRate: Int
        var channels: Int
        /// As the file's index says.
        var duration: MediaTime
        var startTime: MediaTime
        /// Times of the packets as they are read.
        var packetTimes: [MediaTime] = []
    }

    var duration: MediaTime
    var streams: [Stream] = []
    var pictures: [DecodedPicture] = []
    var sound = DecodedSound()

    /// - Throws: what the library says.
    init(path: String) throws {
        var format: UnsafeMutablePointer<AVFormatContext>?
        let opened = avformat_open_input(&format, path, nil, nil)
        guard opened == 0, let format else { throw Refused(code: opened) }
        var owner: UnsafeMutablePointer<AVFormatContext>? = format
        defer { avformat_close_input(&owner) }
        let found = avformat_find_stream_info(format, nil)
        guard found >= 0 else { throw Refused(code: found) }
        duration = .microseconds(max(0, format.pointee.duration))
        var decoders: [StreamDecoder] = []
        for index in 0..<Int(format.pointee.nb_streams) {
            let stream = format.pointee.streams[index]!
            let parameters = stream.pointee.codecpar.pointee
            streams.append(
                Stream(
                    codec: parameters.codec_id, width: Int(parameters.width),
                    height: Int(parameters.height), sampleRate: Int(parameters.sample_rate),
                    channels: Int(parameters.ch_layout.nb_channels),
                    duration: Self.time(max(0, stream.pointee.duration), stream),
                    startTime: Self.time(stream.pointee.start_time, stream)))
            decoders.append(StreamDecoder(stream))
        }
        var packet = av_packet_alloc()
        defer { av_packet_free(&packet) }
        while av_read_frame(format, packet) == 0 {
            let index = Int(packet!.pointee.stream_index)
            streams[index].packetTimes.append(
                Self.time(packet!.pointee.pts, format.pointee.streams[index]!))
            decoders[index].decode(packet)
            av_packet_unref(packet)
        }
        for (index, decoder) in decoders.enumerated() {
            decoder.decode(nil)
            if streams[index].width > 0 {
                pictures = decoder.pictures
            } else {
                sound = decoder.sound
            }
        }
    }

    var video: Stream? { streams.first { $0.width > 0 } }
    var audio: Stream? { streams.first { $0.width == 0 } }

    private static func time(_ value: Int64, _ stream: UnsafeMutablePointer<AVStream>) -> MediaTime
    {
        MediaTime(
            ticks: av_rescale_q(
                value, stream.pointee.time_base,
                AVRational(num: 1, den: Int32(MediaTime.ticksPerSecond))))
    }

    struct Refused: Error { var code: Int32 }
}
