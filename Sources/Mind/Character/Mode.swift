import AvatarTypes

/// A way of being for an occasion: on stream, at work, before sleep.
public struct Mode: Equatable, Sendable {
    public enum Length: String, CaseIterable, Sendable {
        case brief, usual, long
    }

    /// How long replies are.
    public var length = Length.usual
    /// Added to the energy at rest, −0.5…0.5.
    public var energy: Float = 0
    /// Whether she asks back and begins subjects by herself.
    public var isTalkative = true
    /// One English sentence for a language model.
    public var note = ""
    /// A look of the rig, or nil.
    public var appearance: String?

    public init() {}

    /// For a language model.
    var sentences: [String] {
        let length: String? =
            switch length {
            case .brief: "Answer in one short sentence."
            case .usual: nil
            case .long: "You may take your time: up to six sentences."
            }
        let asking = isTalkative ? nil : "Do not ask back and do not begin new subjects."
        return [note, length, asking].compactMap { $0 }.filter { !$0.isEmpty }
    }

    /// Modes that every character has; a file may change them and add others.
    public static let common: [String: Mode] = {
        var chat = Mode()
        chat.note = "You chat with one person."
        var stream = Mode()
        (stream.energy, stream.note) = (
            0.15, "You are live on stream before an audience; keep it lively and fit for everyone."
        )
        var work = Mode()
        (work.length, work.isTalkative, work.note) = (
            .brief, false, "The user works: be brief, useful and quiet."
        )
        var sleep = Mode()
        (sleep.length, sleep.energy, sleep.isTalkative, sleep.note, sleep.appearance) = (
            .brief, -0.3, false, "It is bedtime: speak softly and briefly.", "sleepy"
        )
        return ["chat": chat, "stream": stream, "work": work, "sleep": sleep]
    }()
}

extension Persona {
    /// What she is in before anybody asks for another.
    public static let usualMode = "chat"

    /// A mode of hers: as her file has it, or as every character has it.
    public func mode(named name: String) -> Mode? { modes[name] ?? Mode.common[name] }

    /// The names of her modes, sorted.
    public var modeNames: [String] {
        Set(modes.keys).union(Mode.common.keys).sorted()
    }
}
