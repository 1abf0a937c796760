/// Samples without a head: how they are coded, how many a second, and in how many channels.
public struct PCM: Hashable, Sendable {
    public enum Coding: String, CaseIterable, Sendable {
        case u8, s16 = "s16le", s16be, s24 = "s24le", s32 = "s32le", f32 = "f32le", f64 = "f64le"
        case alaw, mulaw

        var width: Int {
            switch self {
            case .u8, .alaw, .mulaw: 1
            case .s16, .s16be: 2
            case .s24: 3
            case .s32, .f32: 4
            case .f64: 8
            }
        }
    }

    public var coding: Coding
    /// Hz, 8,000 to 192,000.
    public var rate: Int
    /// 1 to 8.
    public var channels: Int

    public static let rates = 8_000...192_000

    /// - Returns: nil when it is nothing that is read.
    public init?(_ coding: Coding, rate: Int, channels: Int = 1) {
        guard Self.rates.contains(rate), (1...8).contains(channels) else { return nil }
        self.coding = coding
        self.rate = rate
        self.channels = channels
    }

    /// Bytes of one moment in all channels.
    public var frame: Int { coding.width * channels }

    /// The mean of all channels, in −1…1; what is no number is silence. Bytes of a moment that is not whole
    /// are left out.
    public func samples(_ bytes: some Collection<UInt8>) -> [Float] {
        let bytes = Array(bytes)
        return bytes.withUnsafeBytes { bytes in
            (0..<bytes.count / frame).map { moment in
                var sum: Float = 0
                for channel in 0..<channels {
                    let sample = value(bytes, moment * frame + channel * coding.width)
                    sum += sample.isFinite ? min(max(sample, -1), 1) : 0
                }
                return sum / Float(channels)
            }
        }
    }

    private func value(_ bytes: UnsafeRawBufferPointer, _ place: Int) -> Float {
        func word<Word>(_ type: Word.Type) -> Word {
            bytes.loadUnaligned(fromByteOffset: place, as: type)
        }
        switch coding {
        case .u8: return (Float(bytes[place]) - 128) / 128
        case .s16: return Float(Int16(littleEndian: word(Int16.self))) / 32_768
        case .s16be: return Float(Int16(bigEndian: word(Int16.self))) / 32_768
        case .s24:
            let high = Int32(Int8(bitPattern: bytes[place + 2])) << 16
            return Float(high | Int32(bytes[place + 1]) << 8 | Int32(bytes[place])) / 8_388_608
        case .s32: return Float(Int32(littleEndian: word(Int32.self))) / 2_147_483_648
        case .f32: return Float(bitPattern: UInt32(littleEndian: word(UInt32.self)))
        case .f64: return Float(Double(bitPattern: UInt64(littleEndian: word(UInt64.self))))
        case .alaw: return Self.alaw(bytes[place])
        case .mulaw: return Self.mulaw(bytes[place])
        }
    }

    /// - Source: ITU-T G.711.
    private static func mulaw(_ byte: UInt8) -> Float {
        let code = ~byte
        let step = Int32(code & 0x0F) << 3 + 0x84
        let size = step << Int32(code >> 4 & 7) - 0x84
        return Float(code & 0x80 != 0 ? -size : size) / 32_768
    }

    /// - Source: ITU-T G.711.
    private static func alaw(_ byte: UInt8) -> Float {
        let code = byte ^ 0x55
        let exponent = Int32(code >> 4 & 7)
        var size = Int32(code & 0x0F) << 4 + 8
        if exponent > 0 { size = (size + 0x100) << (exponent - 1) }
        return Float(code & 0x80 != 0 ? size : -size) / 32_768
    }
}
