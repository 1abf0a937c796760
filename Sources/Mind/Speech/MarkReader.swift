import AvatarTypes

/// Takes a model's text as it streams and tells what is said from what is done.
///
/// A pure state machine over Unicode scalars: however the text is cut into chunks, the same events come
/// out. Marks never pass as text: `[joy]`, `*waves*`, `<|ACT …|>`, `<think>…</think>`, emoji, markdown.
/// Unknown ones vanish; a bracket that never closes gives its words back, without the bracket.
struct MarkReader {
    enum Event: Equatable, Sendable {
        case scalar(Unicode.Scalar)
        /// One run of white space; never the first thing of a text.
        case space
        case lineBreak
        /// `trails`: it belongs to what was said before it, as an emoji does.
        case mark(Mark, trails: Bool)
        /// Inside `<think>`: for who wants to know, never for the voice.
        case thought(Unicode.Scalar)
    }

    private enum State {
        case text
        case square(String.UnicodeScalarView)
        case stars(String.UnicodeScalarView)
        case angle(String.UnicodeScalarView)
        /// Inside `<think>`; holds what may be the closing tag, from its `<` on.
        case thought(String.UnicodeScalarView)
    }

    /// Longer than any mark; what goes on longer was text.
    private static let longestMark = 64
    private static let longestAct = 400

    private var state = State.text
    private var last: Event?

    /// Reads a piece and gives the events it completes.
    mutating func read(_ piece: String) -> [Event] {
        var events: [Event] = []
        for scalar in piece.unicodeScalars { step(scalar, into: &events) }
        return events
    }

    /// The text is over: whatever is still open is settled.
    mutating func finish() -> [Event] {
        var events: [Event] = []
        while true {
            let open = state
            state = .text
            switch open {
            case .text, .angle: return events
            case .thought(let held):
                for scalar in held { emit(.thought(scalar), into: &events) }
                return events
            case .square(let held), .stars(let held): reread(held, into: &events)
            }
        }
    }

    private mutating func step(_ scalar: Unicode.Scalar, into events: inout [Event]) {
        switch state {
        case .text: plain(scalar, into: &events)
        case .square(var held):
            if scalar == "]" {
                state = .text
                if let mark = Mark(tag: String(held)) {
                    emit(.mark(mark, trails: false), into: &events)
                }
            } else if scalar == "\n" || scalar == "[" || held.count >= Self.longestMark {
                state = .text
                reread(held, into: &events)
                plain(scalar, into: &events)
            } else {
                held.append(scalar)
                state = .square(held)
            }
        case .stars(var held): star(scalar, &held, into: &events)
        case .angle(var held): angle(scalar, &held, into: &events)
        case .thought(var held):
            think(scalar, &held, into: &events)
        }
    }

    private static let closings = ["</think>", "</thinking>"]

    private mutating func think(
        _ scalar: Unicode.Scalar, _ held: inout String.UnicodeScalarView,
        into events: inout [Event]
    ) {
        if scalar == "<" || held.isEmpty {
            for scalar in held { emit(.thought(scalar), into: &events) }
            held = .init()
            guard scalar == "<" else {
                if scalar == "\n" || scalar.properties.generalCategory != .control {
                    emit(.thought(scalar), into: &events)
                }
                return
            }
        }
        held.append(scalar)
        let tag = String(held).lowercased()
        if Self.closings.contains(tag) {
            state = .text
        } else if Self.closings.contains(where: { $0.hasPrefix(tag) }) {
            state = .thought(held)
        } else {
            for scalar in held { emit(.thought(scalar), into: &events) }
            state = .thought(.init())
        }
    }

    private mutating func plain(_ scalar: Unicode.Scalar, into events: inout [Event]) {
        switch scalar {
        case "[", "【": state = .square(.init())
        case "*": state = .stars(.init())
        case "<": state = .angle(.init())
        case "`", "\u{200D}", "\u{FE0F}", "\u{FE0E}", "\u{FEFF}", "\u{20E3}", "]", "】": break
        case "#" where last == nil || last == .lineBreak: break
        case "\n", "\r": emit(.lineBreak, into: &events)
        default:
            if scalar.properties.isWhitespace {
                emit(.space, into: &events)
            } else if scalar.isPictograph {
                if let mark = Mark(emoji: scalar) { emit(.mark(mark, trails: true), into: &events) }
            } else if scalar.properties.generalCategory != .control {
                emit(.scalar(scalar), into: &events)
            }
        }
    }

    /// `*waves*` is done; `**bold**` and `*emphasis*` are said; a lone star is neither.
    private mutating func star(
        _ scalar: Unicode.Scalar, _ held: inout String.UnicodeScalarView,
        into events: inout [Event]
    ) {
        if scalar == "*" {
            state = .text
            guard !held.isEmpty else { return }
            if let mark = Mark(action: String(held)) {
                emit(.mark(mark, trails: false), into: &events)
            } else if !String(held).soundsLikeAction {
                reread(held, into: &events)
            }
        } else if held.isEmpty && scalar.properties.isWhitespace || scalar == "\n"
            || held.count >= Self.longestMark
        {
            state = .text
            reread(held, into: &events)
            plain(scalar, into: &events)
        } else {
            held.append(scalar)
            state = .stars(held)
        }
    }

    /// `<|ACT {"emotion":"joy"}|>`, `<|DELAY 1|>`, `<think>`, and any other tag; `1 < 2` is text.
    private mutating func angle(
        _ scalar: Unicode.Scalar, _ held: inout String.UnicodeScalarView,
        into events: inout [Event]
    ) {
        let isAct = held.first == "|"
        if scalar == ">", !isAct || held.last == "|" {
            state = .text
            let tag = String(held).lowercased()
            if tag == "think" || tag == "thinking" {
                state = .thought(.init())
            } else if isAct {
                for mark in Self.marks(ofAct: tag) {
                    emit(.mark(mark, trails: false), into: &events)
                }
            }
        } else if held.isEmpty, !scalar.properties.isAlphabetic, scalar != "|", scalar != "/" {
            state = .text
            if scalar.properties.isWhitespace || ("0"..."9").contains(scalar) {
                emit(.scalar("<"), into: &events)
            }
            plain(scalar, into: &events)
        } else if held.count >= (isAct ? Self.longestAct : Self.longestMark)
            || scalar == "\n" && !isAct
        {
            state = .text
            reread(held, into: &events)
            plain(scalar, into: &events)
        } else {
            held.append(scalar)
            state = .angle(held)
        }
    }

    private static func marks(ofAct act: String) -> [Mark] {
        let words = act.split { !$0.isLetter && !$0.isNumber && $0 != "." }.map(String.init)
        if words.first == "delay" {
            let seconds = words.dropFirst().first.flatMap(Double.init) ?? 0
            return [.pause(milliseconds: Int(min(max(seconds, 0), 5) * 1000))]
        }
        // {"emotion":"joy","intensity":0.6}: the first number is how strongly.
        let weight = words.lazy.compactMap(Float.init).first.map { ":\($0)" } ?? ""
        return words.dropFirst().compactMap { word in
            Emotion(name: word) == nil ? Mark(tag: word) : Mark(tag: word + weight)
        }
    }

    /// What was held back was text after all; marks inside it still count.
    private mutating func reread(_ held: String.UnicodeScalarView, into events: inout [Event]) {
        for scalar in held { step(scalar, into: &events) }
    }

    private mutating func emit(_ event: Event, into events: inout [Event]) {
        switch event {
        case .space, .lineBreak:
            guard let last, last != .lineBreak else { return }
            if last == .space {
                guard event == .lineBreak else { return }
            }
            self.last = event
            events.append(event)
        case .scalar:
            last = event
            events.append(event)
        case .mark, .thought:
            events.append(event)
        }
    }
}

extension Unicode.Scalar {
    /// Emoji, their skin tones and flags; not digits, `©` or arrows that are text.
    var isPictograph: Bool {
        properties.isEmojiPresentation || properties.isEmojiModifier
            || (0x1F000...0x1FAFF).contains(value) || (0x2600...0x27BF).contains(value)
            || (0xE0020...0xE007F).contains(value)
    }
}

extension String {
    /// Words between asterisks that tell what is done: "looks away", "тихо уходит".
    fileprivate var soundsLikeAction: Bool {
        let words = lowercased().split { !$0.isLetter }
        guard words.count > 1, words.count < 12 else { return false }
        return words.prefix(2).contains { word in
            ["s", "ing", "ly", "ет", "ёт", "ит", "тся"].contains { word.hasSuffix($0) }
        }
    }
}

extension Substring {
    var trimmed: String {
        var rest = self
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
