import AvatarTypes

/// A part of a message that says or asks one thing, as words.
struct Clause: Equatable, Sendable {
    struct Word: Equatable, Sendable {
        /// As it was written.
        var text: String
        /// As it is compared: lower case, е for ё, contractions written out.
        var key: String
    }

    var words: [Word]
    var isQuestion: Bool

    var keys: [String] { words.map(\.key) }

    /// Whether its words are single characters.
    var isJapanese: Bool { words.contains { $0.key.isJapanese } }

    /// The clauses of a message, in order.
    static func clauses(of message: String) -> [Clause] {
        if Language(of: message) == .japanese { return JapaneseClauses.clauses(of: message) }
        var clauses: [Clause] = []
        var words: [Word] = []
        func close(asking: Bool) {
            for part in words.splitBeforeConjunctions where !part.isEmpty {
                clauses.append(Clause(words: part, isQuestion: asking))
            }
            words = []
        }
        for token in message.split(whereSeparator: \.isWhitespace) {
            var token = token
            while let first = token.first, !first.isLetter, !first.isNumber { token.removeFirst() }
            var ending = ""
            while let last = token.last, !last.isLetter, !last.isNumber {
                ending.insert(last, at: ending.startIndex)
                token.removeLast()
            }
            words += Word.words(of: String(token))
            // "Моя любимая еда — пельмени": there the dash is the verb.
            if token.isEmpty, words.first?.key.hasPrefix("мо") == true, "—–-".contains(ending) {
                continue
            }
            if ending.contains("?") || ending.contains("？") {
                close(asking: true)
            } else if ending.contains(where: { ".!,;:…—)。！、".contains($0) }) || token.isEmpty {
                close(asking: false)
            }
        }
        close(asking: false)
        return clauses
    }
}

extension Clause.Word {
    static func words(of token: String) -> [Clause.Word] {
        guard !token.isEmpty else { return [] }
        let key = token.lowercased().map { character -> Character in
            switch character {
            case "ё": "е"
            case "’", "ʼ", "`": "'"
            default: character
            }
        }
        let plain = String(key)
        if let parts = contractions[plain] {
            return parts.enumerated().map {
                .init(
                    text: $0.offset == 0
                        ? token.first?.isUppercase == true ? $0.element.capitalizedWord : $0.element
                        : $0.element,
                    key: $0.element)
            }
        }
        return [.init(text: token, key: plain)]
    }

    private static let contractions: [String: [String]] = {
        var table: [String: [String]] = [
            "im": ["i", "am"], "ive": ["i", "have"], "dont": ["do", "not"],
            "doesnt": ["does", "not"], "can't": ["can", "not"], "cant": ["can", "not"],
            "won't": ["will", "not"], "cannot": ["can", "not"], "whats": ["what", "is"],
            "wheres": ["where", "is"], "let's": ["let", "us"], "i'd": ["i", "would"],
            "gonna": ["going", "to"], "isn't": ["is", "not"], "don't": ["do", "not"],
            "doesn't": ["does", "not"], "didn't": ["did", "not"], "aren't": ["are", "not"],
            "haven't": ["have", "not"], "wasn't": ["was", "not"], "u": ["you"], "ur": ["your"],
        ]
        let heads = [
            "i", "you", "he", "she", "it", "we", "they", "what", "where", "who", "when", "how",
            "that", "there", "name",
        ]
        for head in heads {
            for (tail, word) in [
                ("'s", "is"), ("'m", "am"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"),
            ] {
                table[head + tail] = [head, word]
            }
        }
        return table
    }()
}

extension [Clause.Word] {
    /// "My name is Ann and I live in Rome": two things are said.
    fileprivate var splitBeforeConjunctions: [[Clause.Word]] {
        let joints: Set<String> = ["and", "but", "а", "но", "и", "because", "потому"]
        let starts: Set<String> = [
            "i", "my", "we", "he", "she", "they", "мы", "она", "он", "what", "where", "who", "how",
            "when", "you", "do", "я", "мой", "моя", "мое",
            "мои", "меня", "мне", "у", "как", "где", "что", "кто", "когда", "ты", "тебя", "сколько",
        ]
        var parts: [[Clause.Word]] = [[]]
        for (index, word) in enumerated() {
            if joints.contains(word.key), index + 1 < count, starts.contains(self[index + 1].key) {
                parts.append([])
            } else if joints.contains(word.key), parts[parts.count - 1].isEmpty {
                continue
            } else {
                parts[parts.count - 1].append(word)
            }
        }
        return parts
    }
}
