import AvatarTypes
import Store

/// Writes a character's page of a day with a user, and the dream of the night after it, by rules.
///
/// The same day and seed give the same words. Nothing private is written down: what the prompt holds must
/// have been cleaned by ``Prompt/outgoing``.
struct DiaryWriter {
    private var lines: Lines
    private let prompt: Prompt
    private let name: String
    /// The day's words that are worth most, as the user said them.
    private let gist: [String]

    static let longest = 700
    private static let longestQuote = 140
    private static let quotes = 2

    /// - Parameters:
    ///   - prompt: its turns are the day's, its facts what is known of the user.
    ///   - importances: what the turns are worth.
    init(_ prompt: Prompt, importances: [Turn.ID: Double]) {
        self.prompt = prompt
        lines = Lines(prompt, language: prompt.language)
        name = lines.userName ?? prompt.user
        gist = prompt.turns.filter { turn in
            turn.speaker == .user && (8...Self.longestQuote).contains(turn.known.count)
                && !turn.known.contains { "?？[]<>\n".contains($0) }
        }.sorted {
            (importances[$0.id] ?? 0, $1.id) > (importances[$1.id] ?? 0, $0.id)
        }.prefix(Self.quotes).sorted { $0.id < $1.id }.map(\.known)
    }

    /// What she writes of the day.
    mutating func page() -> String {
        var parts = [lines.choose(texts(prompt.turns.count < 6 ? Self.short : Self.long))]
        for (number, words) in gist.enumerated() {
            let ways = texts(number == 0 ? Self.firstQuote : Self.secondQuote)
            parts.append(lines.choose(ways).replacing("{words}", with: words))
        }
        parts.append(lines.choose(texts(Self.feelings[feeling] ?? Self.calm)))
        return joined(parts)
    }

    /// What she dreamt of it.
    mutating func dream() -> String {
        var things = dreamt
        while things.count < 2 {
            let more = texts(Self.everyone).filter { !things.contains($0) }
            things.append(more[Int(prompt.seed % UInt64(more.count))])
        }
        let first = things.remove(at: Int(prompt.seed % UInt64(things.count)))
        let second = things[Int((prompt.seed >> 8) % UInt64(things.count))]
        let scene = lines.choose(texts(Self.dreams)).replacing("{a}", with: first)
            .replacing("{b}", with: second)
        return joined([scene, lines.choose(texts(Self.wakings))])
    }

    /// What of the user's may come in dreams: names of animals, what they love, where they live.
    private var dreamt: [String] {
        prompt.facts.filter { fact in
            guard let kind = Relation(fact.relation)?.kind else { return false }
            return [.pet, .likes, .favourite, .home].contains(kind)
                && (2...40).contains(fact.value.count)
        }.map(\.value)
    }

    private var feeling: String { prompt.emotion.nearestName }

    private func texts(_ table: [Language: [String]]) -> [String] {
        (table[prompt.language] ?? table[.english] ?? []).map {
            $0.replacing("{name}", with: name)
        }
    }

    private func joined(_ parts: [String]) -> String {
        String(
            parts.joined(separator: prompt.language == .japanese ? "" : " ").prefix(Self.longest))
    }
}
