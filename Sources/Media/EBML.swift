// The elements of Matroska and WebM, big-endian.
//
// Source: RFC 8794 (EBML), RFC 9559 (Matroska).

extension ByteWriter {
    /// An element of elements, or of bytes: `body` writes what is in it, less than 256 MB.
    mutating func element(_ id: Int, _ body: (inout ByteWriter) -> Void) {
        identifier(id)
        let start = bytes.count
        u32(0)
        body(&self)
        // Four bytes of length begin with the bits 0001.
        patch(u32: 0x1000_0000 | (bytes.count - start - 4), at: start)
    }

    /// An element that has no end of its own: it lasts until another of its level begins.
    mutating func endlessElement(_ id: Int) {
        identifier(id)
        u64(0x01FF_FFFF_FFFF_FFFF)
    }

    mutating func element(_ id: Int, unsigned value: Int) { element(id) { $0.u64(Int64(value)) } }

    mutating func element(_ id: Int, text: String) { element(id) { $0.ascii(text) } }

    mutating func element(_ id: Int, float value: Double) {
        element(id) { $0.u64(Int64(bitPattern: value.bitPattern)) }
    }

    /// One to four bytes; how many is written in the first.
    private mutating func identifier(_ id: Int) {
        for shift in stride(from: 24, through: 0, by: -8) where id >> shift > 0 {
            u8(id >> shift)
        }
    }
}
