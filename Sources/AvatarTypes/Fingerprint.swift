extension Sequence<UInt8> {
    /// A number that tells these bytes from others: the same for the same bytes, on every machine and in
    /// every run. It is no protection against someone who wants two things to look the same.
    ///
    /// - Source: FNV-1a, 64 bits; Fowler, Noll and Vo.
    public var fingerprint: UInt64 {
        reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
