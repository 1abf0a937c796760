import AvatarTypes

/// Finds the words of feeling in a message.
enum FeelingLexicon {
    static func read(_ message: String, into scores: inout FeelingScores) {
        readPunctuation(message, into: &scores)
        if Language(of: message) == .japanese {
            readJapanese(message, into: &scores)
        } else {
            readWords(message, into: &scores)
        }
    }

    // MARK: - Words with spaces between them

    struct Entry: Sendable {
        var label: UserEmotion.Label
        var weight: Float
        /// Each word, or its beginning where it ended with `*`.
        var words: [(text: String, isStem: Bool)]

        func matches(_ keys: ArraySlice<String>) -> Bool {
            keys.count >= words.count
                && zip(words, keys).allSatisfy { word, key in
                    word.isStem ? key.hasPrefix(word.text) : key == word.text
                }
        }
    }

    /// Longest first, by the first two letters.
    private static let entries: [String: [Entry]] = {
        let all = (EnglishFeelings.table + RussianFeelings.table).flatMap { label, weight, text in
            text.split(separator: ",").map { phrase in
                Entry(
                    label: label, weight: weight,
                    words: phrase.split(separator: " ").map {
                        $0.last == "*" ? (String($0.dropLast()), true) : (String($0), false)
                    })
            }
        }
        return Dictionary(grouping: all) { String($0.words[0].text.prefix(2)) }.mapValues {
            $0.sorted { one, other in
                (one.words.count, one.words[0].text.count)
                    > (other.words.count, other.words[0].text.count)
            }
        }
    }()

    private static let negations: Set<String> = [
        "not", "never", "no", "nothing", "hardly", "without", "don't", "doesn't", "didn't",
        "isn't", "wasn't", "не", "ни", "нет", "без", "никогда", "никакой", "никакого", "нисколько",
    ]
    private static let louder: Set<String> = [
        "very", "so", "really", "extremely", "absolutely", "totally", "incredibly", "such", "too",
        "completely", "super", "deeply", "truly", "очень", "так", "такой", "такая", "такое",
        "как", "совсем", "ужасно", "безумно", "страшно", "невероятно", "просто", "настолько",
        "слишком", "абсолютно", "сильно",
    ]
    private static let quieter: Set<String> = [
        "bit", "little", "slightly", "somewhat", "kinda", "немного", "чуть", "слегка", "немножко",
    ]
    private static let turns: Set<String> = ["but", "however", "но", "зато", "однако"]

    /// The words as they are compared, with a full stop wherever a thought ends.
    private static func keys(of message: String) -> [String] {
        var keys: [String] = []
        for token in message.split(whereSeparator: \.isWhitespace) {
            var word = token.drop { !$0.isLetter && !$0.isNumber }
            let end = word.lastIndex { $0.isLetter || $0.isNumber }.map(word.index(after:))
            let isOver = word[(end ?? word.startIndex)...].contains { ".,!?;:…)".contains($0) }
            word = word[..<(end ?? word.startIndex)]
            for key in Clause.Word.words(of: String(word)).map(\.key) {
                keys += key.hasSuffix("n't") ? [String(key.dropLast(3)), "not"] : [key]
            }
            if isOver { keys.append(".") }
        }
        return keys
    }

    private static func readWords(_ message: String, into scores: inout FeelingScores) {
        let keys = keys(of: message)
        var before = FeelingScores()
        var place = 0
        while place < keys.count {
            if turns.contains(keys[place]) {
                // What was said first is granted, what comes now is meant.
                before = before.scaled(by: 0.5)
            }
            guard
                let entry = entries[String(keys[place].prefix(2))]?.first(where: {
                    $0.matches(keys[place...])
                })
            else {
                place += 1
                continue
            }
            let context = keys[..<place].suffix(3).split(separator: ".").last ?? []
            let isCut = keys[..<place].last == "."
            let earlier = isCut ? [] : Array(context)
            var weight = entry.weight
            if earlier.suffix(2).contains(where: louder.contains) { weight *= 1.3 }
            if earlier.suffix(2).contains(where: quieter.contains) { weight *= 0.7 }
            before.add(
                weight, entry.label, isNegated: earlier.contains(where: negations.contains))
            place += entry.words.count
        }
        scores.add(before)
    }

    // MARK: - Words without spaces

    private static let japanese: [(label: UserEmotion.Label, weight: Float, word: String)] =
        JapaneseFeelings.table.flatMap { label, weight, text in
            text.split(separator: ",").map { (label, weight, String($0)) }
        }.sorted { $0.2.count > $1.2.count }

    private static let japaneseNegations = ["ない", "なかった", "ません", "なく", "ねえ", "ぬ"]

    private static func readJapanese(_ message: String, into scores: inout FeelingScores) {
        var rest = message[...]
        while !rest.isEmpty {
            guard let entry = japanese.first(where: { rest.hasPrefix($0.word) }) else {
                rest.removeFirst()
                continue
            }
            rest.removeFirst(entry.word.count)
            // 楽しくない, 好きではありません: the negation follows within its clause.
            let following = rest.prefix { !"。、！？!? ".contains($0) }.prefix(7)
            let isNegated = japaneseNegations.contains { following.contains($0) }
            scores.add(entry.weight, entry.label, isNegated: isNegated)
        }
    }

    // MARK: - Signs

    private static let signs: [(label: UserEmotion.Label, weight: Float, signs: [String])] = [
        (.joy, 0.7, [":)", ":-)", ":D", "=)", "^^", "^_^", "xD", "XD", "www", "ｗｗ", "(笑)"]),
        (.sadness, 0.8, [":(", ":-(", "=(", "T_T", ";_;", ":'("]),
        (.affection, 0.8, ["<3", ":*"]),
        (.surprise, 0.5, ["?!", "!?", "？！", "！？"]),
    ]

    private static let emoji: [(label: UserEmotion.Label, scalars: String.UnicodeScalarView)] = [
        (.joy, "😊🙂☺😀😃😄😁😸😂🤣😆🎉🥳🤩😎👍💪🙌✨".unicodeScalars),
        (.affection, "🥰😍😘🤗❤💕💖💗💙💚💛🧡💜🤍🖤♥😻💋".unicodeScalars),
        (.sadness, "😢😭😿💔😔😞🙁☹😟🥺😥😓🥀".unicodeScalars),
        (.anger, "😠😡🤬😤👿🖕💢".unicodeScalars), (.fear, "😨😰😧😖🫣".unicodeScalars),
        (.surprise, "😮😲😯😱🤯😳".unicodeScalars),
    ]

    private static func readPunctuation(_ message: String, into scores: inout FeelingScores) {
        for (label, weight, signs) in signs where signs.contains(where: message.contains) {
            scores[label] += weight
        }
        for scalar in message.unicodeScalars where scalar.properties.isEmoji {
            if let found = emoji.first(where: { $0.scalars.contains(scalar) }) {
                scores[found.label] += 0.7
            }
        }
        // Brackets that nothing opened smile, or frown.
        let (opened, closed) = (message.count { $0 == "(" }, message.count { $0 == ")" })
        if closed >= opened + 2 { scores[.joy] += 0.7 }
        if opened >= closed + 2 { scores[.sadness] += 0.8 }
        let words = message.split(whereSeparator: { !$0.isLetter }).map(String.init).filter {
            $0.count > 1
        }
        if words.count >= 3, words.allSatisfy({ $0 == $0.uppercased() && $0 != $0.lowercased() }) {
            scores[.anger] += 0.6
        }
    }
}

extension FeelingScores {
    func scaled(by factor: Float) -> FeelingScores {
        var scaled = self
        for label in UserEmotion.Label.allCases { scaled[label] *= factor }
        return scaled
    }

    mutating func add(_ other: FeelingScores) {
        for label in UserEmotion.Label.allCases { self[label] += other[label] }
    }
}
