import AvatarTypes
import CFFmpeg
import Media

/// A picture that libavcodec decoded: its planes and when it is shown.
struct DecodedPicture {
    var time: MediaTime
    var width: Int
    var height: Int
    var luma: [UInt8]
    var blue: [UInt8]
    var red: [UInt8]
    /// Empty where the codec has none.
    var alpha: [UInt8] = []
    /// Blue, green, red, alpha of GIF, red first of PNG; those have none of the planes.
    var pixels: [UInt8] = []
    var isLimitedBT709: Bool
    var isKeyframe: Bool

    /// Luma of a pixel.
    func luma(_ x: Int, _ y: Int) -> Int { Int(luma[y * width + x]) }

    /// Red, green and blue of a pixel, 0…255, by BT.709's own formulas.
    func colour(_ x: Int, _ y: Int) -> SIMD3<Double> {
        let y1 = (Double(luma(x, y)) - 16) / 219
        let cb = (Double(blue[y / 2 * (width / 2) + x / 2]) - 128) / 224
        let cr = (Double(red[y / 2 * (width / 2) + x / 2]) - 128) / 224
        let r = y1 + 1.5748 * cr
        let b = y1 + 1.8556 * cb
        let g = (y1 - 0.2126 * r - 0.0722 * b) / 0.7152
        return SIMD3(r, g, b) * 255
    }
}

/// Sound that libavcodec decoded, laid out by the times of its frames.
struct DecodedSound {
    /// From the first that was decoded; sample `offset` of this is the sample at time 0.
    var samples: [Float] = []
    var offset = 0
    /// The time of the first decoded sample.
    var start: MediaTime?
    /// Where two frames do not meet, in samples.
    var largestGap = 0

    func sample(_ index: Int) -> Float {
        samples.indices.contains(index + offset) ? samples[index + offset] : 0
    }
}

/// libavcodec's decoder for one stream.
final class StreamDecoder {
    private var context: UnsafeMutablePointer<AVCodecContext>?
    private var frame = av_frame_alloc()
    private let timeBase: AVRational
    private(set) var pictures: [DecodedPicture] = []
    private(set) var sound = DecodedSound()
    private var nextSample: Int?

    init(_ description: TrackDescription) {
        let codec =
            description.codec == .h264
            ? avcodec_find_decoder(AV_CODEC_ID_H264) : avcodec_find_decoder(AV_CODEC_ID_OPUS)
        timeBase = AVRational(num: 1, den: Int32(MediaTime.ticksPerSecond))
        context = avcodec_alloc_context3(codec)
        let extra = description.description
        let memory = av_mallocz(extra.count + Int(AV_INPUT_BUFFER_PADDING_SIZE))!
        memory.copyMemory(from: extra, byteCount: extra.count)
        context!.pointee.extradata = memory.assumingMemoryBound(to: UInt8.self)
        context!.pointee.extradata_size = Int32(extra.count)
        context!.pointee.sample_rate = Int32(description.sampleRate)
        open(codec)
    }

    init(_ stream: UnsafeMutablePointer<AVStream>) {
        // Only libvpx's own decoder reads the alpha of WebM.
        let codec =
            stream.pointee.codecpar.pointee.codec_id == AV_CODEC_ID_VP8
            ? avcodec_find_decoder_by_name("libvpx")
            : avcodec_find_decoder(stream.pointee.codecpar.pointee.codec_id)
        timeBase = stream.pointee.time_base
        context = avcodec_alloc_context3(codec)
        avcodec_parameters_to_context(context, stream.pointee.codecpar)
        open(codec)
    }

    deinit {
        av_frame_free(&frame)
        avcodec_free_context(&context)
    }

    private func open(_ codec: UnsafePointer<AVCodec>?) {
        context!.pointee.pkt_timebase = timeBase
        context!.pointee.thread_count = 1
        precondition(avcodec_open2(context, codec, nil) == 0, "libavcodec opens its decoder")
    }

    func decode(_ packets: [MediaPacket]) {
        var packet = av_packet_alloc()
        for one in packets {
            av_new_packet(packet, Int32(one.bytes.count))
            packet!.pointee.data.update(from: one.bytes, count: one.bytes.count)
            packet!.pointee.pts = one.pts.ticks
            packet!.pointee.dts = one.dts.ticks
            packet!.pointee.duration = one.duration.ticks
            decode(packet)
            av_packet_unref(packet)
        }
        decode(nil)
        av_packet_free(&packet)
    }

    /// A packet, or nil at the end.
    func decode(_ packet: UnsafeMutablePointer<AVPacket>?) {
        precondition(avcodec_send_packet(context, packet) == 0, "libavcodec takes a packet")
        while avcodec_receive_frame(context, frame) == 0 {
            let ticks = av_rescale_q(
                frame!.pointee.pts, timeBase,
                AVRational(num: 1, den: Int32(MediaTime.ticksPerSecond)))
            if context!.pointee.codec_type == AVMEDIA_TYPE_VIDEO {
                keepPicture(at: MediaTime(ticks: ticks))
            } else {
                keepSound(at: MediaTime(ticks: ticks))
            }
            av_frame_unref(frame)
        }
    }

    private func keepPicture(at time: MediaTime) {
        let picture = frame!.pointee
        let (width, height) = (Int(picture.width), Int(picture.height))
        func plane(_ bytes: UnsafeMutablePointer<UInt8>, _ stride: Int32, _ w: Int, _ h: Int)
            -> [UInt8]
        {
            (0..<h).flatMap { UnsafeBufferPointer(start: bytes + $0 * Int(stride), count: w) }
        }
        if [AV_PIX_FMT_BGRA, AV_PIX_FMT_RGBA].map(\.rawValue).contains(picture.format) {
            pictures.append(
                DecodedPicture(
                    time: time, width: width, height: height, luma: [], blue: [], red: [],
                    pixels: plane(picture.data.0!, picture.linesize.0, width * 4, height),
                    isLimitedBT709: false, isKeyframe: true))
            return
        }
        pictures.append(
            DecodedPicture(
                time: time, width: width, height: height,
                luma: plane(picture.data.0!, picture.linesize.0, width, height),
                blue: plane(picture.data.1!, picture.linesize.1, width / 2, height / 2),
                red: plane(picture.data.2!, picture.linesize.2, width / 2, height / 2),
                alpha: picture.format == AV_PIX_FMT_YUVA420P.rawValue
                    ? plane(picture.data.3!, picture.linesize.3, width, height) : [],
                isLimitedBT709: picture.color_range == AVCOL_RANGE_MPEG
                    && picture.colorspace == AVCOL_SPC_BT709
                    && picture.color_primaries == AVCOL_PRI_BT709
                    && picture.color_trc == AVCOL_TRC_BT709,
                isKeyframe: picture.pict_type == AV_PICTURE_TYPE_I))
    }

    private func keepSound(at time: MediaTime) {
        let count = Int(frame!.pointee.nb_samples)
        let first = (time + .samples(1, rate: 96_000)).samples(rate: 48_000)
        if let nextSample { sound.largestGap = max(sound.largestGap, abs(first - nextSample)) }
        nextSample = first + count
        if sound.start == nil {
            sound.start = time
            sound.offset = -first
        }
        let end = first + count + sound.offset
        if sound.samples.count < end {
            sound.samples += [Float](repeating: 0, count: end - sound.samples.count)
        }
        let plane = UnsafeRawPointer(frame!.pointee.data.0!)
        let format = AVSampleFormat(frame!.pointee.format)
        let step =
            av_sample_fmt_is_planar(format) != 0 ? 1 : Int(frame!.pointee.ch_layout.nb_channels)
        for index in 0..<count where first + index + sound.offset >= 0 {
            sound.samples[first + index + sound.offset] = Self.sample(
                index * step, of: plane, format)
        }
    }

    /// One of the first channel's samples, −1…1.
    private static func sample(
        _ index: Int, of plane: UnsafeRawPointer, _ format: AVSampleFormat
    ) -> Float {
        switch format {
        case AV_SAMPLE_FMT_FLT, AV_SAMPLE_FMT_FLTP:
            plane.load(fromByteOffset: index * 4, as: Float.self)
        case AV_SAMPLE_FMT_S16, AV_SAMPLE_FMT_S16P:
            Float(plane.load(fromByteOffset: index * 2, as: Int16.self)) / 32_768
        case AV_SAMPLE_FMT_S32, AV_SAMPLE_FMT_S32P:
            Float(plane.load(fromByteOffset: index * 4, as: Int32.self)) / 2_147_483_648
        default: preconditionFailure("no test decodes samples of format \(format.rawValue)")
        }
    }
}
