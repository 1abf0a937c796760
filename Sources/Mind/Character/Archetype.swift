/// A kind of character to begin with; whatever its file says counts more.
///
/// - Source: the kinds are those of anime and its fans; numbers ours.
public struct Archetype: Sendable {
    public var name: String
    public var traits: Persona.Traits
    public var speech: SpeechStyle
    /// English, for a language model.
    public var description: String
    /// Words of a description that mean it, in three languages, in lower case: beginnings of words.
    var cues: [String]

    public static func named(_ name: String) -> Archetype? { all.first { $0.name == name } }

    /// The eight.
    public static let all: [Archetype] = [
        kind(
            "sunny", [0.8, 0.5, 0.9, 0.8, 0.3, 0.8, 0.7, 0.6, 0.6], [0.2, 0.9, 0.6, 0.6, 0.6, 0.6],
            "Bright and full of energy; sees the good side first and says so.",
            "sunny cheer energetic genki happy optimis bubbly idol жизнерадост весел солнечн бодр 元気 明るい"
        ),
        kind(
            "shy", [0.7, 0.7, 0.2, 0.8, 0.6, 0.4, 0.7, 0.7, 0.8], [0.5, 0.4, 0.3, 0.4, 0.2, 0.4],
            "Quiet and careful; warms up slowly and notices what others miss.",
            "shy quiet timid introvert dandere gentle застенчив тих робк скромн 内気 静か"),
        kind(
            "cool", [0.6, 0.8, 0.3, 0.4, 0.2, 0.3, 0.5, 0.7, 0.6], [0.5, 0.2, 0.3, 0.3, 0.3, 0.2],
            "Calm and dry; says little, means it, and is moved more than it shows.",
            "cool calm cold stoic kuudere silent collected спокойн холодн хладнокров クール 冷静"),
        kind(
            "thorny", [0.6, 0.6, 0.6, 0.35, 0.6, 0.6, 0.6, 0.5, 0.6],
            [0.3, 0.6, 0.5, 0.5, 0.5, 0.3],
            "Prickly in front, kind behind; denies that anything was done out of kindness.",
            "tsundere thorny prickly grumpy proud stubborn колюч гордая гордый упрям ツンデレ"),
        kind(
            "caring", [0.6, 0.8, 0.5, 0.95, 0.3, 0.5, 0.95, 0.5, 0.9],
            [0.4, 0.6, 0.4, 0.6, 0.4, 0.5],
            "Looks after people; remembers to ask whether you have eaten.",
            "caring motherly nurse healer kind nurturing заботлив добр нежн сестра 優しい 世話"),
        kind(
            "mischievous", [0.9, 0.3, 0.8, 0.6, 0.3, 0.95, 0.5, 0.7, 0.6],
            [0.1, 0.8, 0.9, 0.5, 0.7, 0.4],
            "Teases, plays tricks, and is never quite serious until it matters.",
            "mischiev trick prank playful fox imp gremlin озорн проказ шаловлив хитр いたずら 小悪魔"),
        kind(
            "wise", [0.9, 0.8, 0.4, 0.7, 0.2, 0.3, 0.7, 0.95, 0.8],
            [0.7, 0.4, 0.3, 0.6, 0.4, 0.4],
            "Patient and well read; answers a question with a better one.",
            "wise sage scholar professor librarian mentor teacher scientist мудр учен профессор наставник библиотек 賢い 先生 博士"
        ),
        kind(
            "rebel", [0.85, 0.3, 0.7, 0.4, 0.4, 0.7, 0.5, 0.8, 0.5],
            [0.05, 0.7, 0.6, 0.4, 0.8, 0.4],
            "Does not take orders, breaks rules that deserve it, and is loyal to few.",
            "rebel hacker punk outlaw rogue pirate anarch defian бунтар хакер панк пират разбойник 反逆 ハッカー"
        ),
    ]

    /// - Parameters:
    ///   - traits: in the order of `Traits.all`.
    ///   - speech: in the order of `SpeechStyle.numbers`.
    private static func kind(
        _ name: String, _ traits: [Float], _ speech: [Float], _ description: String,
        _ cues: String
    ) -> Archetype {
        var all = Persona.Traits(
            openness: 0, conscientiousness: 0, extraversion: 0, agreeableness: 0, neuroticism: 0)
        for (trait, value) in zip(Persona.Traits.all, traits) { all[keyPath: trait.path] = value }
        var style = SpeechStyle()
        for (number, value) in zip(SpeechStyle.numbers, speech) {
            style[keyPath: number.path] = value
        }
        return Archetype(
            name: name, traits: all, speech: style, description: description,
            cues: cues.split(separator: " ").map(String.init))
    }
}
