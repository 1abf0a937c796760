public import AvatarTypes
import COpus

/// Sound in, Opus packets of 20 ms out: 48 kHz, mono.
///
/// Opus answers late: the decoder's first `preSkip` samples are none of the input. Each packet's time
/// is therefore that much *before* the time of its first input sample, so whoever plays what the
/// decoder returns at the packet's time hears every sample when it was meant: the first packet of a
/// sound that begins at 0 has the time −6.5 ms.
///
/// Feed silence when nobody speaks: every muxed output needs sound without gaps, and a packet of
/// digital silence has about 12 bytes.
public final class SoundEncoder {
    /// Hz.
    public static let sampleRate = 48_000
    /// Samples in one packet.
    public static let packetSamples = 960
    public static let packetDuration = MediaTime.samples(packetSamples, rate: sampleRate)

    /// What decoders must know before the first packet.
    public let description: TrackDescription
    /// Samples by which the decoder's output lags behind the input: 312 with libopus 1.3.
    public let preSkip: Int

    private let encoder: OpaquePointer
    /// The largest packet that Opus can make of 20 ms.
    private var buffer = [UInt8](repeating: 0, count: 1275)

    /// - Parameter bitrate: Bits per second, 6,000…510,000; speech is transparent from 32,000.
    /// - Throws: when the bitrate is out of range.
    public init(bitrate: Int = 32_000) throws(MediaError) {
        guard (6_000...510_000).contains(bitrate) else {
            throw MediaError(
                place, "Opus cannot encode at \(bitrate) bits per second.",
                remedy: "Choose 6000 to 510000.")
        }
        var status: Int32 = 0
        guard
            let encoder = opus_encoder_create(
                Int32(Self.sampleRate), 1, OPUS_APPLICATION_AUDIO, &status), status == OPUS_OK
        else {
            throw MediaError(place, Self.sentence(status), remedy: "Free some memory.")
        }
        var lookahead: Int32 = 0
        // Complexity 5 costs half of 10 (0.6 % of a core) and is not told apart at 32 kbit/s.
        guard co_set_bitrate(encoder, Int32(bitrate)) == OPUS_OK,
            co_set_complexity(encoder, 5) == OPUS_OK,
            co_lookahead(encoder, &lookahead) == OPUS_OK
        else { preconditionFailure("libopus refuses settings it documents") }
        self.encoder = encoder
        preSkip = Int(lookahead)
        description = TrackDescription(
            track: .audio, codec: .opus, codecString: "opus", sampleRate: Self.sampleRate,
            channels: 1, description: OpusHead(channels: 1, preSkip: preSkip).bytes)
    }

    deinit { opus_encoder_destroy(encoder) }

    /// Compresses the next 20 ms.
    ///
    /// - Parameter time: When the first of `samples` is heard.
    /// - Precondition: there are exactly `packetSamples` samples.
    public func encode(_ samples: UnsafeBufferPointer<Float>, at time: MediaTime)
        throws(MediaError) -> MediaPacket
    {
        precondition(
            samples.count == Self.packetSamples,
            "an Opus packet holds \(Self.packetSamples) samples, not \(samples.count)")
        let length = opus_encode_float(
            encoder, samples.baseAddress!, Int32(Self.packetSamples), &buffer, Int32(buffer.count))
        guard length > 0 else {
            throw MediaError(place, Self.sentence(length), remedy: "Make a new encoder.")
        }
        let pts = time - .samples(preSkip, rate: Self.sampleRate)
        return MediaPacket(
            track: .audio, pts: pts, dts: pts, duration: Self.packetDuration, isKeyframe: true,
            bytes: Array(buffer[..<Int(length)]))
    }

    /// Compresses the next 20 ms.
    ///
    /// - Parameter time: When the first of `samples` is heard.
    /// - Precondition: there are exactly `packetSamples` samples.
    public func encode(_ samples: ArraySlice<Float>, at time: MediaTime) throws(MediaError)
        -> MediaPacket
    {
        try samples.withUnsafeBufferPointer { (buffer) throws(MediaError) in
            try encode(buffer, at: time)
        }
    }

    private static func sentence(_ status: Int32) -> String {
        "Opus fails (\(String(cString: opus_strerror(status))))."
    }
}

private let place = "sound encoder"
