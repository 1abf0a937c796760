/// The parts of an H.264 byte stream that start codes separate (Annex B).
///
/// - Source: ITU-T H.264, B.1.
func nalUnits(inAnnexB bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var units: [Range<Int>] = []
    var start: Int?
    var index = 0
    while index + 2 < bytes.count {
        // A start code ends in 1; anything above 1 in the third byte rules out the next three places.
        if bytes[index + 2] > 1 {
            index += 3
        } else if bytes[index] == 0, bytes[index + 1] == 0, bytes[index + 2] == 1 {
            if let start { units.append(start..<withoutTrailingZeros(bytes, start, index)) }
            start = index + 3
            index += 3
        } else {
            index += 1
        }
    }
    if let start { units.append(start..<withoutTrailingZeros(bytes, start, bytes.count)) }
    return units
}

/// Zeros before a start code belong to the code, not to the unit.
private func withoutTrailingZeros(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
) -> Int {
    var end = end
    while end > start, bytes[end - 1] == 0 { end -= 1 }
    return end
}

/// The kinds of NAL unit that are looked at.
///
/// - Source: ITU-T H.264, table 7-1.
enum NALUnitKind {
    static let supplemental: UInt8 = 6
    static let sequenceParameters: UInt8 = 7
    static let pictureParameters: UInt8 = 8
    static let accessUnitDelimiter: UInt8 = 9
}

/// An Annex B access unit with each start code replaced by a 4-byte length. Parameter sets, delimiters
/// and supplemental information are left out: the track's description has what decoders need.
func lengthPrefixed(annexB bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var writer = ByteWriter()
    for unit in nalUnits(inAnnexB: bytes) where !unit.isEmpty {
        switch bytes[unit.lowerBound] & 0x1F {
        case NALUnitKind.supplemental, NALUnitKind.sequenceParameters,
            NALUnitKind.pictureParameters, NALUnitKind.accessUnitDelimiter:
            continue
        default:
            writer.u32(unit.count)
            writer.raw(bytes[unit])
        }
    }
    return writer.bytes
}

/// The parameter sets of an H.264 stream, as MP4 and WebCodecs take them.
struct ParameterSets {
    var sequence: [UInt8]
    var picture: [UInt8]

    /// The first sets in an Annex B header, or nil if one is missing.
    init?(annexB bytes: UnsafeBufferPointer<UInt8>) {
        let units = nalUnits(inAnnexB: bytes).filter { !$0.isEmpty }
        func first(_ kind: UInt8) -> [UInt8]? {
            units.first { bytes[$0.lowerBound] & 0x1F == kind }.map { Array(bytes[$0]) }
        }
        guard let sequence = first(NALUnitKind.sequenceParameters), sequence.count > 4,
            let picture = first(NALUnitKind.pictureParameters)
        else { return nil }
        self.sequence = sequence
        self.picture = picture
    }

    /// The first sets of an AVCDecoderConfigurationRecord, or nil if one is missing.
    init?(avcC record: [UInt8]) {
        func set(at offset: Int) -> [UInt8]? {
            guard offset + 2 <= record.count else { return nil }
            let end = offset + 2 + (Int(record[offset]) << 8 | Int(record[offset + 1]))
            return end <= record.count ? Array(record[offset + 2..<end]) : nil
        }
        guard let sequence = set(at: 6), let picture = set(at: 6 + 2 + sequence.count + 1) else {
            return nil
        }
        self.sequence = sequence
        self.picture = picture
    }

    /// Both as units of a stream with 4-byte lengths.
    var lengthPrefixed: [UInt8] {
        var writer = ByteWriter()
        for set in [sequence, picture] {
            writer.u32(set.count)
            writer.raw(set)
        }
        return writer.bytes
    }

    /// `avc1.` and profile, constraints and level in hexadecimal (RFC 6381, 3.3).
    var codecString: String {
        "avc1."
            + sequence[1...3].map { byte in
                let digits = String(byte, radix: 16, uppercase: true)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }

    /// AVCDecoderConfigurationRecord (ISO/IEC 14496-15, 5.3.3.1).
    var avcC: [UInt8] {
        var writer = ByteWriter()
        writer.u8(1)
        writer.raw(sequence[1...3])
        writer.u8(0xFC | 3)
        writer.u8(0xE0 | 1)
        writer.u16(sequence.count)
        writer.raw(sequence)
        writer.u8(1)
        writer.u16(picture.count)
        writer.raw(picture)
        // High profiles say their sampling and depth again: 4:2:0, 8 bits, no extensions.
        if sequence[1] >= 100 {
            writer.u8(0xFC | 1)
            writer.u8(0xF8)
            writer.u8(0xF8)
            writer.u8(0)
        }
        return writer.bytes
    }
}
