/// A shape of a clause, written as text.
///
/// `word` · `stem~` any word that begins so · `(a|b c)` one of these · `[a|b]` one of these or nothing ·
/// `{name}` one or more words that are kept · `{name:2}` at most two · `*` any words or none. A pattern
/// matches the whole clause. A Japanese word stands for its characters: each is a word of its own there.
struct Pattern: Sendable {
    private indirect enum Element: Sendable {
        case word(String)
        case stem(String)
        case choice([[Element]])
        case kept(String, atMost: Int)
        case anything
    }

    private let elements: [Element]

    init(_ text: String) {
        var scanner = Array(text)[...]
        elements = Self.sequence(&scanner)
        precondition(scanner.isEmpty, "a pattern closes what it opens: \(text)")
    }

    /// The kept words by name, or nil if the clause has another shape.
    func match(_ clause: Clause) -> [String: [Clause.Word]]? {
        var kept: [String: Range<Int>] = [:]
        guard Self.match(elements[...], clause.words, 0, &kept) else { return nil }
        return kept.mapValues { Array(clause.words[$0]) }
    }

    private static func match(
        _ elements: ArraySlice<Element>, _ words: [Clause.Word], _ place: Int,
        _ kept: inout [String: Range<Int>]
    ) -> Bool {
        guard let element = elements.first else { return place == words.count }
        let rest = elements.dropFirst()
        switch element {
        case .word(let word):
            guard place < words.count, words[place].key == word else { return false }
            return match(rest, words, place + 1, &kept)
        case .stem(let stem):
            guard place < words.count, words[place].key.hasPrefix(stem) else { return false }
            return match(rest, words, place + 1, &kept)
        case .choice(let branches):
            return branches.contains { match(ArraySlice($0 + rest), words, place, &kept) }
        case .anything:
            return (place...words.count).contains { match(rest, words, $0, &kept) }
        case .kept(let name, let atMost):
            guard place < words.count else { return false }
            return (place + 1...min(words.count, place + atMost)).contains { end in
                guard match(rest, words, end, &kept) else { return false }
                kept[name] = place..<end
                return true
            }
        }
    }

    private static func sequence(_ text: inout ArraySlice<Character>) -> [Element] {
        var elements: [Element] = []
        var word = ""
        func close() {
            guard !word.isEmpty else { return }
            if word.isJapanese {
                elements += word.map { .word(String($0)) }
            } else {
                elements.append(
                    word == "*"
                        ? .anything
                        : word.last == "~" ? .stem(String(word.dropLast())) : .word(word))
            }
            word = ""
        }
        while let character = text.first, character != ")", character != "]", character != "|" {
            text.removeFirst()
            switch character {
            case " ": close()
            case "(", "[":
                close()
                var branches = [sequence(&text)]
                while text.first == "|" {
                    text.removeFirst()
                    branches.append(sequence(&text))
                }
                precondition(text.popFirst() == (character == "(" ? ")" : "]"), "unclosed pattern")
                if character == "[" { branches.append([]) }
                elements.append(.choice(branches))
            case "{":
                close()
                let inside = text.prefix { $0 != "}" }
                text = text.dropFirst(inside.count + 1)
                let parts = String(inside).split(separator: ":")
                elements.append(
                    .kept(String(parts[0]), atMost: parts.count > 1 ? Int(parts[1]) ?? 1 : 12))
            default: word.append(character)
            }
        }
        close()
        return elements
    }
}
