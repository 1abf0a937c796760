/// What way of talking somebody likes: means over what pleased them.
///
/// - Source: the threshold and the defaults are the character documents'.
struct Preferences: Equatable, Sendable {
    /// Only replies that pleased more count.
    static let satisfaction: Float = 0.6

    private(set) var count = 0
    private var sums = SIMD3<Float>.zero

    init() {}

    /// 0…1.
    var formality: Float { count == 0 ? 0.5 : sums.x / Float(count) }
    /// Words in a reply.
    var words: Float { count == 0 ? 50 : sums.y / Float(count) }
    /// 0…1.
    var humour: Float { count == 0 ? 0.5 : sums.z / Float(count) }

    mutating func learn(formality: Float, words: Float, humour: Float, satisfaction: Float) {
        guard satisfaction > Self.satisfaction else { return }
        count += 1
        sums += SIMD3(formality, words, humour)
    }

    /// For a language model; empty until something is known.
    var sentence: String {
        guard count >= 3 else { return "" }
        var parts: [String] = []
        if words < 15 { parts.append("short replies") }
        if words > 45 { parts.append("longer replies") }
        if humour > 0.6 { parts.append("jokes") }
        if formality > 0.6 { parts.append("politeness") }
        return parts.isEmpty ? "" : "The user likes \(parts.joined(separator: " and "))."
    }

    /// Four numbers, for the archive.
    var written: String { "\(count) \(sums.x) \(sums.y) \(sums.z)" }

    init?(written: String) {
        let numbers = written.split(separator: " ").compactMap { Float($0) }
        guard numbers.count == 4, numbers.allSatisfy({ $0.isFinite && $0 >= 0 }) else { return nil }
        count = Int(numbers[0])
        sums = SIMD3(numbers[1], numbers[2], numbers[3])
    }
}
