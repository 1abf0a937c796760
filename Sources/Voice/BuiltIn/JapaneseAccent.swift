/// Where the pitch of Japanese rises and falls: words joined into phrases, each with one fall at most.
///
/// - Source: the rules of Open JTalk (njd_set_accent_phrase, njd_set_accent_type), which follow
///   Sagisaka and Sato, "Accentuation rules for Japanese word concatenation".
struct JapaneseAccent {
    /// Words said under one accent.
    struct Phrase: Equatable {
        var words: Range<Int>
        /// The mora after which the pitch falls; 0 is nowhere.
        var fall: Int
        var morae: Int
    }

    let phrases: [Phrase]

    init(_ words: [JapaneseDictionary.Word]) {
        var phrases: [Phrase] = []
        for (index, word) in words.enumerated() {
            let morae = Mora.morae(of: word.reading ?? "").count
            guard index > 0, var last = phrases.last, Self.joins(words[index - 1], word) else {
                phrases.append(
                    Phrase(words: index..<index + 1, fall: word.accent, morae: morae))
                continue
            }
            last.fall = Self.fall(of: last, followedBy: word, after: words[index - 1])
            last.words = last.words.lowerBound..<index + 1
            last.morae += morae
            phrases[phrases.count - 1] = last
        }
        self.phrases = phrases
    }

    /// Whether a word goes on with the phrase of the one before it.
    private static func joins(
        _ before: JapaneseDictionary.Word, _ word: JapaneseDictionary.Word
    ) -> Bool {
        let small = ["助詞", "助動詞"]
        let (first, second) = (before.classes.first ?? "", word.classes.first ?? "")
        let detail = word.classes.dropFirst().first ?? ""
        let detailBefore = before.classes.dropFirst().first ?? ""
        if first == "記号" || second == "記号" { return false }
        if small.contains(second) || detail == "接尾" { return true }
        if ["副詞", "接続詞", "連体詞", "感動詞"].contains(where: { $0 == first || $0 == second }) {
            return false
        }
        if detail == "非自立", ["動詞", "形容詞"].contains(second) {
            return before.form.hasPrefix("連用") || detailBefore == "サ変接続"
                || detailBefore == "接続助詞"
        }
        if small.contains(first) || second == "接頭詞" { return false }
        if detail == "副詞可能" || detailBefore == "副詞可能" { return false }
        if first == "動詞" || first == "形容詞" || detailBefore == "形容動詞語幹" {
            return second != "名詞" && second != "形容詞"
        }
        if detailBefore == "接尾", second == "名詞" { return false }
        return second != "形容詞" && (second != "動詞" || detailBefore == "サ変接続")
    }

    private static func fall(
        of phrase: Phrase, followedBy word: JapaneseDictionary.Word,
        after before: JapaneseDictionary.Word
    ) -> Int {
        let part = before.classes.first ?? ""
        let rules = word.chain.split(separator: "/")
        let named = rules.first { $0.hasPrefix(part + "%") }?.dropFirst(part.count + 1)
        let rule: Substring = named ?? rules.first { !$0.contains("%") } ?? "*"
        let pieces = rule.split(separator: "@").map(String.init)
        let shift = pieces.count > 1 ? Int(pieces[1]) ?? 0 : 0
        switch pieces[0] {
        case "F2": return phrase.fall == 0 ? phrase.morae + shift : phrase.fall
        case "F3": return phrase.fall != 0 ? phrase.morae + shift : 0
        case "F4": return phrase.morae + shift
        case "F5", "C4", "P6": return 0
        case "C1": return phrase.morae + word.accent
        case "C2": return phrase.morae + 1
        case "C3": return phrase.morae
        case "P1": return word.accent == 0 ? 0 : phrase.morae + word.accent
        case "P2": return phrase.morae + max(word.accent, 1)
        case "P14": return word.accent == 0 ? phrase.fall : phrase.morae + word.accent
        default: return phrase.fall
        }
    }
}
