import AvatarTypes
import Store

/// Chooses what to say among equals, and never what was said a moment ago.
struct Lines {
    let prompt: Prompt
    let language: Language
    private(set) var generator: SeededGenerator
    /// What the character said lately, oldest first.
    let recent: [String]
    /// What the user is called, if we know.
    let userName: String?

    init(_ prompt: Prompt, language: Language) {
        self.prompt = prompt
        self.language = language
        generator = SeededGenerator(seed: prompt.seed)
        recent = prompt.turns.filter { $0.speaker == .character }.suffix(40).map(\.known)
        userName = prompt.facts.last { $0.relation == "name" }?.value
    }

    /// One of the texts, filled in; the ones heard lately only when all have been.
    mutating func choose(_ texts: [String]) -> String {
        precondition(!texts.isEmpty, "there must be something to say")
        let all = texts.map { fill($0) }
        let liked = all.filter { text in
            !prompt.disliked.contains { $0.contains(Self.opening(of: text)) }
        }
        let filled = liked.isEmpty ? all : liked
        let fresh = filled.filter { text in
            !recent.suffix(20).contains { $0.contains(Self.opening(of: text)) }
        }
        let last = filled.filter { text in
            !recent.suffix(2).contains { $0.contains(Self.opening(of: text)) }
        }
        let choice = fresh.isEmpty ? (last.isEmpty ? filled : last) : fresh
        return choice[Int(generator.next() % UInt64(choice.count))]
    }

    /// One of a topic's texts; nil if the topic needs an own answer.
    mutating func choose(_ topic: Topic) -> String? {
        if let own = own(topic) { return choose(own) }
        let table = table
        guard let texts = table[topic], !texts.isEmpty else { return nil }
        return choose(texts)
    }

    /// What the character says herself on a topic: her own lines, or what follows from her likes.
    func own(_ topic: Topic) -> [String]? {
        let persona = prompt.persona
        if let own = persona.lines[topic.rawValue]?[language], !own.isEmpty { return own }
        // The built-in tables are Mirai's own words.
        guard persona.name != Persona.mirai.name else { return nil }
        switch topic {
        case .likes:
            guard let likes = persona.likes[language], !likes.isEmpty else { return nil }
            let some = likes.prefix(3).joined(separator: language == .japanese ? "、" : ", ")
            return switch language {
            case .english: ["[happy] \(some.capitalizedWord). What about you?"]
            case .russian: ["[happy] \(some.capitalizedWord). А ты?"]
            case .japanese: ["[happy] \(some)が好きです。あなたは？"]
            }
        case .name:
            return switch language {
            case .english: ["[happy][gesture:bow] I am {self}. I remember what you tell me."]
            case .russian: ["[happy][gesture:bow] Я {self}. Помню то, что мне рассказывают."]
            case .japanese: ["[happy][gesture:bow] {self}です。"]
            }
        case .gender where persona.gender == .masculine:
            return switch language {
            case .english: ["[happy] I am drawn and voiced as a man."]
            case .russian: ["[happy] Меня нарисовали и озвучили мужчиной."]
            case .japanese: ["[happy] 男性として描かれています。"]
            }
        default: return nil
        }
    }

    private var table: [Topic: [String]] {
        switch language {
        case .english: Self.english
        case .russian: Self.russian
        case .japanese: Self.japanese
        }
    }

    /// Whether something was said lately.
    func saidLately(_ text: String) -> Bool {
        let opening = Self.opening(of: fill(text))
        return recent.contains { $0.contains(opening) }
    }

    /// Whether a text that was shown begins as a line does.
    static func opens(_ shown: String, with line: String) -> Bool {
        shown.contains(opening(of: line))
    }

    mutating func chance(_ probability: Float) -> Bool { generator.nextUnit() < probability }

    func pick(_ english: String, _ russian: String, _ japanese: String) -> String {
        fill(among(english, russian, japanese))
    }

    /// What belongs to the language that she speaks.
    func among<Choice>(_ english: Choice, _ russian: Choice, _ japanese: Choice) -> Choice {
        switch language {
        case .english: english
        case .russian: russian
        case .japanese: japanese
        }
    }

    private func fill(_ text: String) -> String {
        let isHis = language == .russian && prompt.persona.gender == .masculine
        var text = (isHis ? MasculineForms.of(text) : text).replacing(
            "{,name}",
            with: userName.map { language == .japanese ? "、\($0)さん" : ", " + $0 } ?? ""
        )
        .replacing("{self}", with: prompt.persona.name(in: language))
        while let open = text.firstIndex(of: "{"), let close = text[open...].firstIndex(of: "}"),
            let bar = text[open..<close].firstIndex(of: "|")
        {
            let forms = (
                text[text.index(after: open)..<bar], text[text.index(after: bar)..<close]
            )
            text.replaceSubrange(
                open...close, with: prompt.persona.gender == .masculine ? forms.0 : forms.1)
        }
        return text
    }

    /// The first words as they are shown, enough to know a line again, even if it was cut short.
    private static func opening(of text: String) -> String {
        String(Substring(text.withoutMarks).trimmed.prefix(24))
    }
}

extension String {
    /// What is said of a line.
    var withoutMarks: String {
        var plain = ""
        var depth = 0
        for character in self {
            if character == "[" { depth += 1 }
            if depth == 0 { plain.append(character) }
            if character == "]" { depth = max(0, depth - 1) }
        }
        return plain
    }
}
