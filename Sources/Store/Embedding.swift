/// What a text is like, as a direction: the built-in embedder's ``Signature`` in numbers.
///
/// Texts that share words, their stems, or what these mean in English, Russian and Japanese point the same
/// way; the cosine of two is 1 − 2 · (the share of bits in which they differ).
public struct Embedding: Equatable, Sendable {
    public static let dimensions = Signature.bitCount

    /// ±1/32 each, so that the length is 1.
    public let values: [Float]

    public init(_ text: String) {
        let signature = Signature(Terms(text))
        let unit = 1 / Float(Self.dimensions).squareRoot()
        values = signature.bits.flatMap { word in
            (0..<64).map { word >> UInt64($0) & 1 == 1 ? unit : -unit }
        }
    }
}
