/// What the writer of a message seems to feel, told from its words alone.
///
/// Words, emoji and punctuation each speak for a feeling; "not" turns a word round, "very" makes it louder,
/// and what stands behind "but" counts more than what stands before it.
///
/// ```swift
/// UserEmotion("I am not happy at all").label      // .sadness
/// ```
///
/// - Source: the method is that of rule-based valence scorers such as VADER (Hutto and Gilbert 2014);
///   words and weights are ours.
public struct UserEmotion: Equatable, Sendable {
    public enum Label: String, CaseIterable, Sendable {
        // Of two that are equally strong, the first is told.
        case anger, fear, sadness, affection, joy, surprise, neutral
    }

    public var label: Label
    /// How plainly the label shows, 0…1.
    public var confidence: Float
    /// −1 miserable … 1 delighted.
    public var valence: Float
    /// −1 calm … 1 beside oneself.
    public var arousal: Float

    /// Weaker than this, nothing is felt.
    private static let threshold: Float = 0.45

    public init(_ message: String) {
        var scores = FeelingScores()
        FeelingLexicon.read(message, into: &scores)
        let strongest = Label.allCases.dropLast().max { scores[$0] < scores[$1] } ?? .neutral
        // `max` keeps the last of equals, the order asks for the first.
        let winner =
            Label.allCases.first { scores[$0] == scores[strongest] } ?? .neutral
        label = scores[winner] >= Self.threshold ? winner : .neutral
        let total = Label.allCases.reduce(Float(0)) { $0 + max(0, scores[$1]) }
        confidence = label == .neutral ? 0 : scores[winner] / (total + Self.threshold)
        var (pleasure, excitement): (Float, Float) = (0, 0)
        if label != .neutral {
            for (label, weights) in Self.directions {
                pleasure += weights.valence * scores[label]
                excitement += weights.arousal * scores[label]
            }
        }
        valence = pleasure / (abs(pleasure) + 0.5)
        arousal = excitement / (abs(excitement) + 0.8)
    }

    private static let directions: [(Label, (valence: Float, arousal: Float))] = [
        (.anger, (-0.8, 0.8)), (.fear, (-0.7, 0.7)), (.sadness, (-0.9, -0.3)),
        (.affection, (0.8, 0.3)), (.joy, (0.9, 0.5)), (.surprise, (0.1, 0.8)),
    ]
}

/// How strongly each feeling shows.
struct FeelingScores: Equatable, Sendable {
    private var scores = [Float](repeating: 0, count: UserEmotion.Label.allCases.count)

    subscript(label: UserEmotion.Label) -> Float {
        get { scores[UserEmotion.Label.allCases.firstIndex(of: label) ?? 0] }
        set { scores[UserEmotion.Label.allCases.firstIndex(of: label) ?? 0] = newValue }
    }

    /// What a word says of a feeling, or, turned round, of its opposite.
    mutating func add(_ weight: Float, _ label: UserEmotion.Label, isNegated: Bool) {
        guard isNegated else {
            self[label] += weight
            return
        }
        switch label {
        case .joy: self[.sadness] += 0.8 * weight
        case .affection: self[.anger] += 0.5 * weight
        // Who is not sad is not glad yet.
        case .sadness, .anger, .fear: self[.joy] += 0.3 * weight
        case .surprise, .neutral: break
        }
    }
}
