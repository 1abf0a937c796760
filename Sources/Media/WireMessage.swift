public import AvatarTypes

// One packet as one binary WebSocket message: 16 bytes of header, big-endian, then the access unit as
// WebCodecs takes it.
//
//     u8 version = 1 · u8 track · u8 flags (1 key frame, 2 discontinuity) · u8 codec
//     u32 duration in µs · i64 pts in µs
//
// Source: DESIGN, contracts that outsiders rely on.

private let headerLength = 16
private let version: UInt8 = 1

extension MediaPacket {
    /// The packet as a binary message. Times are rounded down to microseconds; `dts` is not sent,
    /// because live pictures are decoded in the order they are shown.
    public func wireMessage(codec: Codec) -> [UInt8] {
        var writer = ByteWriter()
        writer.u8(Int(version))
        writer.u8(Int(track.rawValue))
        writer.u8((isKeyframe ? 1 : 0) | (isDiscontinuity ? 2 : 0))
        writer.u8(Int(codec.rawValue))
        writer.u32(Int(clamping: duration.microseconds))
        writer.u64(pts.microseconds)
        writer.raw(bytes)
        return writer.bytes
    }

    /// The packet of a binary message; `dts` is `pts`.
    ///
    /// - Throws: when the header is cut short, of another version, or names an unknown track or codec.
    public init(wireMessage message: [UInt8]) throws(MediaError) {
        _ = try Codec(wireMessage: message)
        guard let track = Track(rawValue: message[1]) else {
            throw malformed("The header names track \(message[1]).")
        }
        let duration = message[4..<8].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let pts = message[8..<16].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        let time = MediaTime(wireMicroseconds: pts)
        self.init(
            track: track, pts: time, dts: time, duration: MediaTime(wireMicroseconds: duration),
            isKeyframe: message[2] & 1 != 0, isDiscontinuity: message[2] & 2 != 0,
            bytes: Array(message[headerLength...]))
    }
}

extension Codec {
    /// The codec that a binary message's header names.
    ///
    /// - Throws: when the header is cut short, of another version, or names an unknown codec.
    public init(wireMessage message: [UInt8]) throws(MediaError) {
        guard message.count >= headerLength else {
            throw malformed("The message has \(message.count) bytes, less than its header.")
        }
        guard message[0] == version else {
            throw malformed("The header is of version \(message[0]).")
        }
        guard let codec = Codec(rawValue: message[3]) else {
            throw malformed("The header names codec \(message[3]).")
        }
        self = codec
    }
}

extension MediaTime {
    /// The first tick of a microsecond, so that `microseconds` of it is the same number again:
    /// a microsecond is 705.6 ticks.
    fileprivate init(wireMicroseconds: Int64) {
        self = .microseconds(wireMicroseconds)
        if microseconds < wireMicroseconds { ticks += 1 }
    }
}

private func malformed(_ what: String) -> MediaError {
    MediaError(
        "media message", what, remedy: "Messages are as this version of Bunraku writes them.")
}
