import AvatarTypes
public import Documents

/// A character as its file has it: who it is, how it looks, and how it sounds.
public struct CharacterSheet: Equatable, Sendable {
    /// `[a-z0-9-]+`, for requests and files.
    public var name: String
    public var persona: Persona
    /// The drawing it wears.
    public var rig: String
    /// The voice it speaks with; nil is the server's own.
    public var voice: String?
    /// A look of the rig for an occasion: `stranger`, `close`, `night`, `winter`, `summer`.
    public var looks: [String: String]

    public init(
        name: String, persona: Persona, rig: String, voice: String? = nil,
        looks: [String: String] = [:]
    ) {
        self.name = name
        self.persona = persona
        self.rig = rig
        self.voice = voice
        self.looks = looks
    }

    public static let occasions = ["stranger", "close", "excited", "night", "winter", "summer"]

    /// What is in a character's file, and everything that is wrong with it.
    ///
    /// - Parameters:
    ///   - name: the character's, which is the file's.
    ///   - file: as its author knows it.
    public static func read(
        _ text: String, name: String, file: String
    ) -> (sheet: CharacterSheet?, complaints: [Complaint]) {
        let document: Document
        do { document = try Document(text: text, name: file) } catch { return (nil, [error]) }
        var complaints: [Complaint] = []
        let members = Members(
            of: document.root,
            allowing: [
                "format", "title", "names", "gender", "archetype", "description", "traits",
                "likes", "dislikes", "goals", "quirks", "speech", "modes", "lines", "voice", "rig",
                "looks",
            ], &complaints)
        if let format = members.required("format", &complaints), format.number != 1 {
            complaints.append(
                format.complaint("This format is not known.", remedy: "Write \"format: 1\"."))
        }
        let archetype = archetype(members["archetype"], &complaints)
        let start =
            archetype?.traits
            ?? Persona.Traits(
                openness: 0.5, conscientiousness: 0.5, extraversion: 0.5, agreeableness: 0.6,
                neuroticism: 0.4)
        let title = members.required("title", &complaints)?.string ?? name
        var persona = Persona(
            name: title, gender: .feminine, traits: start, archetype: archetype?.name,
            description: members.string("description", &complaints) ?? archetype?.description ?? "",
            speech: archetype?.speech ?? SpeechStyle())
        if let field = members["names"] {
            for (language, texts) in wording(field, &complaints) {
                persona.names[language] = texts.first
            }
        }
        persona.gender =
            Persona.Gender(
                rawValue: members.choice(
                    "gender", of: Persona.Gender.allCases.map(\.rawValue), default: "feminine",
                    &complaints)) ?? .feminine
        if let field = members["traits"] {
            let traits = Members(of: field, allowing: Persona.Traits.all.map(\.name), &complaints)
            for trait in Persona.Traits.all {
                persona.traits[keyPath: trait.path] = Float(
                    traits.number(
                        trait.name, in: 0...1, default: Double(start[keyPath: trait.path]),
                        &complaints))
            }
        }
        persona.likes = members["likes"].map { wording($0, &complaints) } ?? [:]
        persona.dislikes = members["dislikes"].map { wording($0, &complaints) } ?? [:]
        persona.goals = members["goals"].map { texts($0, &complaints) } ?? []
        persona.quirks = members["quirks"].map { texts($0, &complaints) } ?? []
        if let field = members["speech"] { readSpeech(field, into: &persona.speech, &complaints) }
        if let field = members["modes"] {
            for (mode, _, value) in field.members ?? [] {
                persona.modes[mode] = readMode(value, Mode.common[mode] ?? Mode(), &complaints)
            }
        }
        if let field = members["lines"] {
            let known = Topic.allCases.map(\.rawValue)
            let lines = Members(of: field, allowing: known, &complaints)
            for topic in known {
                if let field = lines[topic] { persona.lines[topic] = wording(field, &complaints) }
            }
        }
        var looks: [String: String] = [:]
        if let field = members["looks"] {
            let found = Members(of: field, allowing: occasions, &complaints)
            for occasion in occasions { looks[occasion] = found.string(occasion, &complaints) }
        }
        let sheet = CharacterSheet(
            name: name, persona: persona, rig: members.string("rig", &complaints) ?? name,
            voice: members.string("voice", &complaints), looks: looks)
        return (complaints.isEmpty ? sheet : nil, complaints)
    }

    private static func archetype(_ field: Field?, _ complaints: inout [Complaint]) -> Archetype? {
        guard let field else { return nil }
        if let found = field.string.flatMap(Archetype.named) { return found }
        complaints.append(
            field.complaint(
                "There is no archetype of that name.",
                remedy: "Known are \(Archetype.all.map(\.name).joined(separator: ", "))."))
        return nil
    }

    private static func readSpeech(
        _ field: Field, into speech: inout SpeechStyle, _ complaints: inout [Complaint]
    ) {
        let members = Members(
            of: field,
            allowing: SpeechStyle.numbers.map(\.name) + ["emoji", "japanese", "phrases"],
            &complaints)
        for number in SpeechStyle.numbers {
            speech[keyPath: number.path] = Float(
                members.number(
                    number.name, in: 0...1, default: Double(speech[keyPath: number.path]),
                    &complaints))
        }
        speech.usesEmoji = members.bool("emoji", default: speech.usesEmoji, &complaints)
        speech.usesJapanese = members.bool("japanese", default: speech.usesJapanese, &complaints)
        if let field = members["phrases"] { speech.phrases = texts(field, &complaints) }
    }

    private static func readMode(_ field: Field, _ start: Mode, _ complaints: inout [Complaint])
        -> Mode
    {
        var mode = start
        let members = Members(
            of: field, allowing: ["length", "energy", "talkative", "note", "appearance"],
            &complaints)
        mode.length =
            Mode.Length(
                rawValue: members.choice(
                    "length", of: Mode.Length.allCases.map(\.rawValue),
                    default: mode.length.rawValue, &complaints)) ?? mode.length
        mode.energy = Float(
            members.number("energy", in: -0.5...0.5, default: Double(mode.energy), &complaints))
        mode.isTalkative = members.bool("talkative", default: mode.isTalkative, &complaints)
        mode.note = members.string("note", &complaints) ?? mode.note
        mode.appearance = members.string("appearance", &complaints) ?? mode.appearance
        return mode
    }

    /// Texts that are in English, or each under its language's code.
    private static func wording(_ field: Field, _ complaints: inout [Complaint]) -> Wording {
        guard field.members != nil else { return [.english: texts(field, &complaints)] }
        let members = Members(
            of: field, allowing: Language.allCases.map(\.rawValue), &complaints)
        var wording: Wording = [:]
        for language in Language.allCases {
            if let field = members[language.rawValue] {
                wording[language] = texts(field, &complaints)
            }
        }
        return wording
    }

    /// A text, or a list of them.
    private static func texts(_ field: Field, _ complaints: inout [Complaint]) -> [String] {
        let texts = field.string.map { [$0] } ?? field.elements?.compactMap(\.string)
        if let texts, !texts.contains(where: \.isEmpty), !texts.isEmpty,
            texts.count == field.elements?.count ?? 1
        {
            return texts
        }
        complaints.append(
            field.complaint(
                "'\(field.path)' must be a text, or a list of them.", remedy: "Write words."))
        return []
    }
}
