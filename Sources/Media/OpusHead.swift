/// The identification header of Opus, which WebCodecs, Ogg and WebM take as it is, and MP4 in another
/// byte order.
///
/// - Source: RFC 7845, 5.1; Encapsulation of Opus in ISO Base Media File Format, 4.3.2.
struct OpusHead {
    var channels: Int
    /// Samples at 48 kHz to drop from the beginning of what is decoded.
    var preSkip: Int
    /// Hz, what the sound was before; players do not need it.
    var inputSampleRate = 48_000

    init(channels: Int, preSkip: Int) {
        self.channels = channels
        self.preSkip = preSkip
    }

    /// Reads back what `bytes` wrote, or nil.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 19, bytes[0..<8].elementsEqual("OpusHead".utf8) else { return nil }
        self.init(channels: Int(bytes[9]), preSkip: Int(bytes[10]) | Int(bytes[11]) << 8)
    }

    /// Little-endian.
    var bytes: [UInt8] {
        Array("OpusHead".utf8) + [
            1, UInt8(channels), UInt8(preSkip & 0xFF), UInt8(preSkip >> 8),
            UInt8(inputSampleRate & 0xFF), UInt8(inputSampleRate >> 8 & 0xFF),
            UInt8(inputSampleRate >> 16 & 0xFF), UInt8(inputSampleRate >> 24 & 0xFF),
            0, 0,  // no gain
            0,  // mono or stereo
        ]
    }

    /// The payload of MP4's `dOps`: version 0, big-endian.
    var dOps: [UInt8] {
        var writer = ByteWriter()
        writer.u8(0)
        writer.u8(channels)
        writer.u16(preSkip)
        writer.u32(inputSampleRate)
        writer.u16(0)
        writer.u8(0)
        return writer.bytes
    }
}
