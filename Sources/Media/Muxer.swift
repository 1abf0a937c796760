import AvatarTypes
import CFFmpeg

/// A file that libavformat writes: pictures from an encoder of libavcodec, sound as packets of ours.
final class Muxer {
    let path: String
    private var format: UnsafeMutablePointer<AVFormatContext>?
    private var pictures: UnsafeMutablePointer<AVStream>?
    private var sound: UnsafeMutablePointer<AVStream>?
    private var packet = av_packet_alloc()

    /// - Parameter name: The format as libavformat calls it.
    init(path: String, format name: String) throws(MediaError) {
        listenToLibraries()
        self.path = path
        try succeed(
            avformat_alloc_output_context2(&format, nil, name, path), path,
            "This libavformat cannot write \(name)",
            remedy: "Install Debian's: apt-get install libavformat-dev.")
        format?.pointee.flags |= AVFMT_FLAG_BITEXACT
        guard let format else { return }
        try succeed(
            avio_open(&format.pointee.pb, path, AVIO_FLAG_WRITE), path,
            "The file cannot be written",
            remedy: "Choose a directory that exists, is writable and has room.")
    }

    deinit {
        if let format { avio_closep(&format.pointee.pb) }
        avformat_free_context(format)
        av_packet_free(&packet)
    }

    var hasSound: Bool { sound != nil }

    var wantsGlobalHeader: Bool {
        format.map { $0.pointee.oformat.pointee.flags & AVFMT_GLOBALHEADER != 0 } ?? false
    }

    func addPictures(_ encoder: UnsafeMutablePointer<AVCodecContext>, hasAlpha: Bool)
        throws(MediaError)
    {
        guard let stream = avformat_new_stream(format, nil) else { throw outOfMemory }
        try succeed(
            avcodec_parameters_from_context(stream.pointee.codecpar, encoder), path,
            "The pictures cannot be described", remedy: "Free some memory.")
        stream.pointee.time_base = encoder.pointee.time_base
        stream.pointee.avg_frame_rate = encoder.pointee.framerate
        // Decoders look for alpha only where the track says so.
        if hasAlpha { av_dict_set(&stream.pointee.metadata, "alpha_mode", "1", 0) }
        pictures = stream
    }

    func addSound(_ description: TrackDescription) throws(MediaError) {
        guard let stream = avformat_new_stream(format, nil),
            let extra = av_mallocz(
                description.description.count + Int(AV_INPUT_BUFFER_PADDING_SIZE))
        else { throw outOfMemory }
        extra.copyMemory(from: description.description, byteCount: description.description.count)
        let parameters = stream.pointee.codecpar!
        parameters.pointee.codec_type = AVMEDIA_TYPE_AUDIO
        parameters.pointee.codec_id = AV_CODEC_ID_OPUS
        parameters.pointee.sample_rate = Int32(description.sampleRate)
        parameters.pointee.extradata = extra.assumingMemoryBound(to: UInt8.self)
        parameters.pointee.extradata_size = Int32(description.description.count)
        parameters.pointee.initial_padding = Int32(
            OpusHead(description.description)?.preSkip ?? 0)
        av_channel_layout_default(&parameters.pointee.ch_layout, Int32(description.channels))
        stream.pointee.time_base = AVRational(num: 1, den: Int32(description.sampleRate))
        sound = stream
    }

    func begin(options: [(String, String)]) throws(MediaError) {
        var dictionary: OpaquePointer?
        defer { av_dict_free(&dictionary) }
        for (name, value) in options { av_dict_set(&dictionary, name, value, 0) }
        try succeed(
            avformat_write_header(format, &dictionary), path, "The file cannot be begun",
            remedy: "Choose another format.")
    }

    /// - Parameter timeBase: Of the packet's times; the packet is emptied.
    func writePicture(_ packet: UnsafeMutablePointer<AVPacket>, timeBase: AVRational)
        throws(MediaError)
    {
        guard let pictures else { preconditionFailure("the file has no pictures") }
        av_packet_rescale_ts(packet, timeBase, pictures.pointee.time_base)
        packet.pointee.stream_index = pictures.pointee.index
        try write(packet)
    }

    /// Writes a packet of sound, its time counted from `start`.
    ///
    /// Matroska's times are those of what the decoder is fed; players take the codec's delay off, so
    /// the packet's own time gets it back.
    func writeSound(_ media: MediaPacket, from start: MediaTime) throws(MediaError) {
        guard let sound, let packet else { preconditionFailure("the file has no sound") }
        guard av_new_packet(packet, Int32(media.bytes.count)) == 0 else { throw outOfMemory }
        packet.pointee.data.update(from: media.bytes, count: media.bytes.count)
        let delay = Int64(sound.pointee.codecpar.pointee.initial_padding)
        packet.pointee.pts = (media.pts - start).inUnits(perSecond: 48_000) + delay
        packet.pointee.dts = packet.pointee.pts
        packet.pointee.duration = media.duration.inUnits(perSecond: 48_000)
        packet.pointee.flags |= AV_PKT_FLAG_KEY
        av_packet_rescale_ts(
            packet, AVRational(num: 1, den: 48_000), sound.pointee.time_base)
        packet.pointee.stream_index = sound.pointee.index
        try write(packet)
    }

    func end() throws(MediaError) {
        try succeed(
            av_write_trailer(format), path, "The file cannot be finished",
            remedy: "Make room on the disk.")
        guard let format else { return }
        try succeed(
            avio_closep(&format.pointee.pb), path, "The file cannot be finished",
            remedy: "Make room on the disk.")
    }

    private func write(_ packet: UnsafeMutablePointer<AVPacket>) throws(MediaError) {
        cf_forget_line()
        try succeed(
            av_interleaved_write_frame(format, packet), path, "The file cannot be written",
            remedy: "Make room on the disk.")
    }

    private var outOfMemory: MediaError {
        MediaError(path, "There is no memory for the file.", remedy: "Free some.")
    }
}
