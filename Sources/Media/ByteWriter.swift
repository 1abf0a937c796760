/// Bytes written one after another, big-endian: the order of the wire header and of MP4.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func u8(_ value: Int) { bytes.append(UInt8(truncatingIfNeeded: value)) }

    mutating func u16(_ value: Int) {
        u8(value >> 8)
        u8(value)
    }

    mutating func u32(_ value: Int) {
        u16(value >> 16)
        u16(value)
    }

    mutating func u64(_ value: Int64) {
        u32(Int(truncatingIfNeeded: value >> 32))
        u32(Int(truncatingIfNeeded: value))
    }

    mutating func zeros(_ count: Int) { bytes.append(contentsOf: repeatElement(0, count: count)) }

    mutating func raw(_ more: some Collection<UInt8>) { bytes.append(contentsOf: more) }

    /// A four-character code, or any other ASCII.
    mutating func ascii(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// An MP4 box: its length, its type, and what `body` writes.
    mutating func box(_ type: String, _ body: (inout ByteWriter) -> Void) {
        let start = bytes.count
        u32(0)
        ascii(type)
        body(&self)
        patch(u32: bytes.count - start, at: start)
    }

    /// A box that begins with a version and 24 flags.
    mutating func fullBox(
        _ type: String, version: Int = 0, flags: Int = 0, _ body: (inout ByteWriter) -> Void
    ) {
        box(type) {
            $0.u32(version << 24 | flags)
            body(&$0)
        }
    }

    /// Overwrites four bytes that were written before their value was known.
    mutating func patch(u32 value: Int, at offset: Int) {
        for byte in 0..<4 {
            bytes[offset + byte] = UInt8(truncatingIfNeeded: value >> (24 - 8 * byte))
        }
    }
}
