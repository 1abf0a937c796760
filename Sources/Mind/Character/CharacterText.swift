import AvatarTypes

extension CharacterSheet {
    /// The sheet as a file; read back, it is the same sheet.
    public var yaml: String {
        var lines = ["format: 1", "title: \(Self.quoted(persona.name))"]
        if !persona.names.isEmpty {
            lines += ["names:"]
            for language in Language.allCases {
                if let name = persona.names[language] {
                    lines.append("  \(language.rawValue): \(Self.quoted(name))")
                }
            }
        }
        lines.append("gender: \(persona.gender.rawValue)")
        if let archetype = persona.archetype { lines.append("archetype: \(archetype)") }
        lines.append("description: \(Self.quoted(persona.description))")
        lines.append("traits:")
        for trait in Persona.Traits.all {
            lines.append("  \(trait.name): \(Self.number(persona.traits[keyPath: trait.path]))")
        }
        lines += Self.block("likes", persona.likes, indent: "")
        lines += Self.block("dislikes", persona.dislikes, indent: "")
        lines += Self.list("goals", persona.goals)
        lines += Self.list("quirks", persona.quirks)
        lines.append("speech:")
        for number in SpeechStyle.numbers {
            lines.append("  \(number.name): \(Self.number(persona.speech[keyPath: number.path]))")
        }
        lines.append("  emoji: \(persona.speech.usesEmoji)")
        lines.append("  japanese: \(persona.speech.usesJapanese)")
        if !persona.speech.phrases.isEmpty {
            lines.append("  phrases: [\(Self.joined(persona.speech.phrases))]")
        }
        if !persona.modes.isEmpty { lines.append("modes:") }
        for (name, mode) in persona.modes.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(Self.quoted(name)):")
            lines.append("    length: \(mode.length.rawValue)")
            lines.append("    energy: \(Self.number(mode.energy))")
            lines.append("    talkative: \(mode.isTalkative)")
            lines.append("    note: \(Self.quoted(mode.note))")
            if let look = mode.appearance { lines.append("    appearance: \(Self.quoted(look))") }
        }
        if !persona.lines.isEmpty { lines.append("lines:") }
        for (topic, wording) in persona.lines.sorted(by: { $0.key < $1.key }) {
            lines += Self.block(topic, wording, indent: "  ")
        }
        if let voice { lines.append("voice: \(Self.quoted(voice))") }
        lines.append("rig: \(Self.quoted(rig))")
        if !looks.isEmpty { lines.append("looks:") }
        for (occasion, look) in looks.sorted(by: { $0.key < $1.key }) {
            lines.append("  \(occasion): \(Self.quoted(look))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func block(_ name: String, _ wording: Wording, indent: String) -> [String] {
        guard !wording.isEmpty else { return [] }
        return ["\(indent)\(name):"]
            + Language.allCases.compactMap { language in
                wording[language].map { "\(indent)  \(language.rawValue): [\(joined($0))]" }
            }
    }

    private static func list(_ name: String, _ texts: [String]) -> [String] {
        texts.isEmpty ? [] : ["\(name): [\(joined(texts))]"]
    }

    private static func joined(_ texts: [String]) -> String {
        texts.map(quoted).joined(separator: ", ")
    }

    /// Hundredths, so that a slider's number stays short.
    private static func number(_ value: Float) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(Float(hundredths) / 100)"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case _ where scalar.value < 32 || scalar.value == 127: continue
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
