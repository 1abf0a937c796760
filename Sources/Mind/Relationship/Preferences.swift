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

    /// What is liked when replies were rated too.
    ///
    /// A reply that was rated up is one that pleased wholly. One that was rated down pushes lengths and
    /// humour a quarter of the way further from its own; ratings are read anew each time, so one that is
    /// taken back leaves nothing.
    ///
    /// - Parameters:
    ///   - ratings: replies, and how they were liked, −1…1, in the order in which they were given.
    ///   - formality: the character's, 0…1.
    /// - Source: ours.
    func rated(_ ratings: [(reply: String, value: Double)], formality: Float) -> Preferences {
        var result = self
        for (reply, value) in ratings where value > 0 {
            result.learn(
                formality: formality, words: Self.words(in: reply), humour: Self.humour(of: reply),
                satisfaction: Float(value + 1) / 2)
        }
        for (reply, value) in ratings where value < 0 {
            let isFirst = result.count == 0
            let (words, humour) = (result.words, result.humour)
            let away = SIMD3<Float>(
                result.formality,
                min(120, max(2, words + (words - Self.words(in: reply)) * Self.aversion)),
                min(1, max(0, humour + (humour - Self.humour(of: reply)) * Self.aversion)))
            result.count = isFirst ? 1 : result.count
            result.sums = away * Float(result.count)
        }
        return result
    }

    private static let aversion: Float = 0.25

    static func words(in reply: String) -> Float {
        Float(max(reply.split(separator: " ").count, reply.count / 12))
    }

    /// 1 for a joke or a riddle, else a little.
    static func humour(of reply: String) -> Float {
        let jokes = [Lines.english, Lines.russian].flatMap {
            ($0[.joke] ?? []) + ($0[.riddle] ?? [])
        }
        return jokes.contains { Lines.opens(reply, with: $0) } ? 1 : 0.3
    }

    /// Whether replies should end where the answer does.
    var wantsFewWords: Bool { count >= 3 && words < 15 }

    /// For a language model; empty until something is known.
    var sentence: String {
        guard count >= 3 else { return "" }
        var parts: [String] = []
        if wantsFewWords { parts.append("short replies") }
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
