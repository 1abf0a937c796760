/// Cuts Japanese, which has no spaces, into clauses of one word for each character, so that the same
/// patterns read it. Latin names and numbers stay whole.
enum JapaneseClauses {
    static func clauses(of message: String) -> [Clause] {
        var clauses: [Clause] = []
        var text = ""
        func close(asking: Bool) {
            let plain = strip(text)
            if !plain.isEmpty {
                clauses.append(
                    Clause(words: words(of: plain), isQuestion: asking || asks(plain)))
            }
            text = ""
        }
        for character in message.map(narrow) {
            switch character {
            case "?": close(asking: true)
            case "。", "!", "、", ",", ".", "…", "\n", "♪", "「", "」", "(", ")", ";":
                close(asking: false)
            default: text.append(character)
            }
        }
        close(asking: false)
        return clauses
    }

    /// What is written wide, such as ？ and Ａ, as the narrow letter.
    private static func narrow(_ character: Character) -> Character {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
            (0xFF01...0xFF5E).contains(scalar.value),
            let plain = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return character }
        return Character(plain)
    }

    private static let openings = [
        "ねえねえ", "ねえ", "ねぇ", "あのね", "あのさ", "あのー", "えっと", "えーと", "じゃあ", "それじゃ",
        "それで", "それから", "そして", "でも", "だけど", "けど", "ところで", "そういえば", "実は", "ちなみに",
        "ミライさん", "ミライちゃん", "ミライ", "やっぱり",
    ]
    private static let closings = [
        "よね", "だよね", "ですよね", "よ", "ね", "なあ", "なぁ", "っす", "笑", "w", "〜", "~", "😊",
    ]

    /// Without the little words around what is said.
    private static func strip(_ text: String) -> String {
        var text = Substring(text).trimmed
        var wasLonger = true
        while wasLonger {
            wasLonger = false
            for opening in openings where text.count > opening.count && text.hasPrefix(opening) {
                text = text.dropFirst(opening.count).trimmed
                wasLonger = true
            }
            for closing in closings where text.count > closing.count + 1 && text.hasSuffix(closing)
            {
                text = text.dropLast(closing.count).trimmed
                wasLonger = true
            }
        }
        return String(text)
    }

    /// Characters as words, Latin letters and numbers in runs.
    private static func words(of text: String) -> [Clause.Word] {
        var words: [Clause.Word] = []
        var run = ""
        func close() {
            let run = Substring(run).trimmed
            if !run.isEmpty {
                words.append(Clause.Word(text: String(run), key: run.lowercased()))
            }
        }
        for character in text {
            if character.isASCII || character.isLetter && !"\(character)".isJapanese {
                run.append(character)
                continue
            }
            close()
            run = ""
            words.append(Clause.Word(text: "\(character)", key: "\(character)"))
        }
        close()
        return words
    }

    private static let interrogatives = [
        "何", "なに", "なん", "誰", "だれ", "どこ", "いつ", "どう", "なぜ", "どんな", "いくつ", "どれ", "どの", "どっち",
        "いくら",
    ]
    private static let indefinite = [
        "いつも", "いつか", "何も", "何か", "誰か", "誰も", "どこか", "どこも", "どうも", "どうぞ", "何でも", "なんでも",
        "なんだか", "なんか", "なんて", "なんと", "いつのまに", "なんです", "なんだ", "どうにか", "どうしても",
    ]

    /// Whether it asks without a question mark.
    private static func asks(_ text: String) -> Bool {
        if ["か", "かな", "かい", "っけ", "でしょう", "かしら"].contains(where: text.hasSuffix) {
            return !["とか", "そうか", "そっか", "なるほどか"].contains(where: text.hasSuffix)
        }
        var rest = text
        for word in indefinite { rest = rest.replacing(word, with: "") }
        return interrogatives.contains { rest.contains($0) }
    }

    /// "私は", "僕も": who speaks of themselves need not say so.
    static func withoutSubject(_ clause: Clause) -> Clause {
        for subject in subjects {
            if let rest = subject.match(clause)?["rest"] {
                return Clause(words: rest, isQuestion: clause.isQuestion)
            }
        }
        return clause
    }

    private static let subjects = [
        "[今は|今日は](私|僕|俺|わたし|ぼく|おれ|あたし|うち|自分)(は|も|が){rest:400}", "(今は|今日は|今日|今|最近は|最近){rest:400}",
    ].map(Pattern.init)
}

extension String {
    /// Whether it contains a kana or a Chinese character.
    var isJapanese: Bool {
        unicodeScalars.contains {
            (0x3041...0x30FF).contains($0.value) || (0x4E00...0x9FFF).contains($0.value)
                || $0.value == 0x3005
        }
    }
}
