/// What a text is like, as 1024 bits: texts that share words, concepts or parts of words differ in fewer.
///
/// The built-in embedder. Stems, concepts and letter trigrams are hashed into random directions and
/// summed; a bit is the sign of the sum along one axis, so the share of equal bits tells the angle between two
/// texts. A misspelt or unseen form of a word is still near, since most of its trigrams are the same.
///
/// - Source: Charikar 2002, "Similarity estimation techniques from rounding algorithms"; the features and
///   weights are ours.
struct Signature: Equatable, Sendable {
    static let words = 16
    static let bitCount = words * 64
    var bits: [UInt64]

    init(_ terms: Terms) {
        var sums = [Float](repeating: 0, count: Self.words * 64)
        for stem in terms.stems { Self.add(stem, 0.7, to: &sums) }
        for concept in terms.concepts { Self.add(concept, 0.7, to: &sums) }
        for word in terms.words {
            let letters = Array("^\(word)$")
            guard letters.count > 3 else { continue }
            // Together they weigh more than the stem: it is they who know a misspelt word.
            let weight = 1.2 / Float(letters.count).squareRoot()
            for start in 0...(letters.count - 3) {
                Self.add("3" + String(letters[start..<start + 3]), weight, to: &sums)
            }
        }
        bits = (0..<Self.words).map { word in
            (0..<64).reduce(UInt64(0)) { $0 | (sums[word * 64 + $1] > 0 ? 1 << UInt64($1) : 0) }
        }
    }

    init?(bytes: [UInt8]) {
        guard bytes.count == Self.words * 8 else { return nil }
        bits = (0..<Self.words).map { word in
            (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[word * 8 + $1]) << UInt64($1 * 8) }
        }
    }

    var bytes: [UInt8] {
        bits.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64($0 * 8)) } }
    }

    private static func add(_ feature: String, _ weight: Float, to sums: inout [Float]) {
        var state: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in feature.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
        for word in 0..<words {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            mixed ^= mixed >> 31
            for bit in 0..<64 {
                sums[word * 64 + bit] += (mixed >> UInt64(bit)) & 1 == 1 ? weight : -weight
            }
        }
    }
}
