/// A piece of a reply that can be spoken on its own.
struct Segment: Equatable, Sendable {
    struct Placed: Equatable, Sendable {
        /// Characters of the text before it.
        var offset: Int
        var mark: Mark
    }

    var text = ""
    var marks: [Placed] = []
    /// Silence asked for after it.
    var pause = 0
    /// Whether it is a whole sentence, or the end of one.
    var endsSentence = true
}

/// Cuts a stream of marked text into sentences, so that speech starts before the reply is complete.
///
/// A sentence leaves when the next visible character shows that it is over; an emoji behind a full
/// stop still belongs to it, a `[tag]` belongs to what follows. The very first piece leaves at the first
/// comma that has some words before it.
struct SentenceCutter {
    /// Shorter first clauses sound chopped; longer ones keep the listener waiting.
    static let shortestFirstClause = 12
    static let longest = 200

    private var current = Segment()
    /// Marks whose place shows with the next character.
    private var waiting: [Mark] = []
    private var gap: MarkReader.Event?
    private var isFirst = true

    mutating func take(_ event: MarkReader.Event) -> [Segment] {
        switch event {
        case .space, .lineBreak:
            if !current.text.isEmpty, gap != .lineBreak { gap = event }
            return []
        case .mark(.pause(let milliseconds), _):
            guard !current.text.isEmpty else { return [] }
            current.pause = milliseconds
            return cut()
        case .mark(let mark, let trails):
            if trails, !current.text.isEmpty {
                current.marks.append(.init(offset: current.text.count, mark: mark))
            } else {
                waiting.append(mark)
            }
            return []
        case .thought: return []
        case .scalar(let scalar): return take(scalar)
        }
    }

    /// The text is over: what is left, with the marks that nothing followed.
    mutating func finish() -> [Segment] {
        guard !current.text.isEmpty else { return [] }
        for mark in waiting { current.marks.append(.init(offset: current.text.count, mark: mark)) }
        waiting = []
        return cut()
    }

    /// The stream broke: half a word is dropped, half a sentence is left hanging on purpose.
    mutating func abandon() -> [Segment] {
        if gap == nil {
            while let last = current.text.last, last.isLetter, !last.standsAlone {
                current.text.removeLast()
            }
        }
        while current.text.last?.isWhitespace == true { current.text.removeLast() }
        guard current.text.contains(where: \.isLetter) else {
            current = Segment()
            return []
        }
        if !current.text.endsSentence(before: nil) {
            while let last = current.text.last, !last.isLetter, !last.isNumber {
                current.text.removeLast()
            }
            current.text.append("…")
        }
        current.marks.removeAll { $0.offset > current.text.count }
        waiting = []
        return cut()
    }

    private mutating func take(_ scalar: Unicode.Scalar) -> [Segment] {
        let character = Character(scalar)
        if gap == .space, ",.!?…;:".contains(character) { gap = nil }
        var segments: [Segment] = []
        if shouldCut(before: character) {
            segments += cut()
        } else if gap != nil {
            current.text.append(" ")
        }
        gap = nil
        let offset = current.text.count
        current.marks += waiting.map { .init(offset: offset, mark: $0) }
        waiting = []
        current.text.unicodeScalars.append(scalar)
        if current.text.count > Self.longest { segments += cutOverlong() }
        return segments
    }

    private mutating func shouldCut(before next: Character) -> Bool {
        let text = current.text
        guard let last = text.last else { return false }
        if gap == .lineBreak { return true }
        if gap == .space
            ? text.endsSentence(before: next) : "。！？".contains(last) && !"。！？」』）…".contains(next)
        {
            return true
        }
        let atComma = gap == .space ? ",;:—–、，；".contains(last) : "、，；".contains(last)
        // A Chinese character or kana says about as much as two letters.
        let letters = text.reduce(0) { $0 + ($1.standsAlone ? 2 : 1) }
        if isFirst, atComma, letters >= Self.shortestFirstClause {
            current.endsSentence = false
            return true
        }
        return false
    }

    private mutating func cut() -> [Segment] {
        let segment = current
        current = Segment()
        gap = nil
        isFirst = false
        return segment.text.contains { $0.isLetter || $0.isNumber } || !segment.marks.isEmpty
            ? [segment] : []
    }

    /// Cuts behind the last comma, else the last space, else right here.
    private mutating func cutOverlong() -> [Segment] {
        let characters = Array(current.text)
        let half = characters.count / 2
        let place =
            characters[half...].lastIndex { ",;:、".contains($0) }.map { $0 + 1 }
            ?? characters[half...].lastIndex { $0 == " " } ?? characters.count - 1
        var rest = place
        while rest < characters.count, characters[rest] == " " { rest += 1 }
        var tail = Segment(text: String(characters[rest...]))
        tail.marks = current.marks.filter { $0.offset >= rest && rest < characters.count }
            .map { .init(offset: $0.offset - rest, mark: $0.mark) }
        let kept = current.marks.count - tail.marks.count
        current.text = String(characters[..<place])
        current.marks = Array(current.marks.prefix(kept))
        current.endsSentence = false
        let segments = cut()
        current = tail
        return segments
    }
}

extension Character {
    /// Scripts without spaces between words: each character is as good as a word.
    var standsAlone: Bool {
        unicodeScalars.first.map {
            (0x3040...0x30FF).contains($0.value) || $0.properties.isIdeographic
        } ?? false
    }
}

extension String {
    /// Whether a sentence is over here, given the next visible character after some space.
    func endsSentence(before next: Character?) -> Bool {
        var text = self[...]
        while let last = text.last, "\"'»”’)]」』".contains(last) { text.removeLast() }
        guard let last = text.last else { return false }
        if "!?。！？".contains(last) { return true }
        guard last == "." || last == "…" else { return false }
        if next?.isLowercase == true { return false }
        if last == "…" || text.hasSuffix("..") { return true }
        let word = text.dropLast().split(separator: " ").last.map(String.init) ?? ""
        if word.allSatisfy(\.isNumber), word.count == text.count - 1 { return false }
        if word.count == 1, word.first?.isUppercase == true, word != "I", word != "Я" {
            return false
        }
        let isInitials =
            word.contains(".")
            && word.split(separator: ".").allSatisfy {
                $0.count == 1 && $0.first?.isUppercase == true
            }
        if isInitials, next?.isUppercase == true { return false }
        return !Self.abbreviations.contains(word.lowercased())
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "st", "vs", "e.g", "i.e", "fig", "approx", "jr", "sr",
        "gen", "sen", "rev", "capt", "lt", "col", "mt", "ave", "vol", "ed", "jan", "feb", "aug",
        "sept",
        "oct", "nov", "dec", "inc", "ltd",
        "г", "ул", "д", "стр", "т.е", "т.к", "им", "рис", "см", "гл", "пр", "проф", "напр",
        "акад", "тов", "гр", "обл", "просп", "пер", "пл", "кв", "корп", "тел", "св", "ок", "т",
        "ср",
    ]
}
