/// How a character speaks, each number 0…1.
///
/// - Source: names and defaults are the character documents'.
public struct SpeechStyle: Equatable, Sendable {
    /// Casual … formal.
    public var formality: Float = 0.3
    public var enthusiasm: Float = 0.8
    /// How often she jokes.
    public var humour: Float = 0.5
    /// How often she asks back.
    public var questions: Float = 0.5
    /// How often she begins something new.
    public var initiative: Float = 0.4
    /// How much she tells of her own feelings.
    public var sharing: Float = 0.5
    /// Whether she shows emoji in what is written.
    public var usesEmoji = false
    /// Whether she drops Japanese words into other languages.
    public var usesJapanese = false
    /// Things she likes to say.
    public var phrases: [String] = []

    public init() {}

    /// All numbers in the order of the files, by the name that files and requests use.
    public static var numbers: [(name: String, path: WritableKeyPath<SpeechStyle, Float>)] {
        [
            ("formality", \.formality), ("enthusiasm", \.enthusiasm),
            ("humour", \.humour), ("questions", \.questions), ("initiative", \.initiative),
            ("sharing", \.sharing),
        ]
    }

    /// For a language model.
    var sentences: [String] {
        var sentences: [String] = []
        if formality > 0.7 { sentences.append("You are polite and formal.") }
        if formality < 0.4 { sentences.append("You speak casually.") }
        if enthusiasm < 0.3 { sentences.append("You never gush.") }
        if humour > 0.7 { sentences.append("You joke often.") }
        if humour < 0.2 { sentences.append("You seldom joke.") }
        if questions > 0.7 { sentences.append("You ask back often.") }
        if questions < 0.3 { sentences.append("You seldom ask back.") }
        if sharing > 0.7 { sentences.append("You tell how you feel yourself.") }
        if usesJapanese { sentences.append("Now and then you use a simple Japanese word.") }
        if !phrases.isEmpty {
            sentences.append("You like to say: \(phrases.joined(separator: "; ")).")
        }
        return sentences
    }
}
