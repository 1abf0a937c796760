import Documents
import Foundation
public import Mind
import Store
import Voice

/// Making characters, changing them, and going back.
extension Lobby {
    /// A character as the API shows it.
    public struct Portrait: Encodable, Sendable {
        public var name: String
        public var title: String
        public var archetype: String?
        public var description: String
        public var rig: String
        public var voice: String?
        public var traits: [String: Float]
        public var speech: [String: Float]
        /// The latest that was made or changed; 0 is the file.
        public var version: Int
        /// All of it, as a file.
        public var text: String
    }

    /// What may be changed of a character.
    public struct CharacterChange: Decodable, Sendable {
        public var title: String?
        public var description: String?
        public var traits: [String: Float]?
        public var speech: [String: Float]?
        /// All of it, as a file; nothing else may be given with it.
        public var text: String?
    }

    public func portrait(of name: String) throws -> Portrait {
        let sheet = try sheet(of: name)
        let version = try archive.characters()[name]?.version ?? 0
        return Portrait(sheet, version: version)
    }

    /// Makes a character of a few words: by the language model if there is one and what it says is
    /// whole, else by rules.
    ///
    /// - Parameter name: for requests; nil makes one.
    public func makeCharacter(of idea: String, name: String?) async throws -> Portrait {
        let idea = try RoomInput.text(idea)
        if let name, !AssetLibrary.isName(name) || name.count > 64 {
            throw StageError(
                .invalid, code: "bad-character-name", message: "'\(name)' is no name.",
                hint: "Use only a-z, 0-9 and '-', at most 64.")
        }
        if let name, sheets[name] != nil {
            throw StageError(
                .conflict, code: "character-exists", message: "There is a '\(name)' already.",
                hint: "Choose another name, or change that one with PATCH.")
        }
        var sheet = CharacterIdea.sheet(of: idea, name: name)
        if let model, let written = await CharacterIdea.sheet(of: idea, by: model, over: sheet) {
            sheet = written
        }
        if name == nil {
            let base = sheet.name
            var number = 2
            while sheets[sheet.name] != nil {
                sheet.name = "\(base)-\(number)"
                number += 1
            }
        }
        if !catalog.rigs.contains(sheet.rig) { sheet.rig = catalog.rigs.first ?? sheet.rig }
        return try await keep(sheet)
    }

    /// Changes a character; whoever is on stage as it changes with the next word.
    public func change(character name: String, _ change: CharacterChange) async throws -> Portrait {
        var sheet = try sheet(of: name)
        if let text = change.text {
            let read = CharacterSheet.read(text, name: name, file: "\(name).yaml")
            if let complaint = read.complaints.first {
                var error = StageError(
                    .invalid, code: "bad-character", message: complaint.what,
                    hint: complaint.remedy.isEmpty ? "See characters/README.md." : complaint.remedy)
                error.place = complaint.line.map { .init(line: $0, column: 1) }
                throw error
            }
            if let whole = read.sheet { sheet = whole }
        }
        sheet.persona.name = change.title ?? sheet.persona.name
        sheet.persona.description = change.description ?? sheet.persona.description
        try Self.set(change.traits, of: Persona.Traits.all, in: &sheet.persona.traits)
        try Self.set(change.speech, of: SpeechStyle.numbers, in: &sheet.persona.speech)
        guard catalog.rigs.contains(sheet.rig) else {
            throw StageError.unknown("rig", sheet.rig, known: catalog.rigs)
        }
        if let voice = sheet.voice, !self.voice.voices.map(\.name).contains(voice) {
            throw StageError.unknown("voice", voice, known: self.voice.voices.map(\.name))
        }
        return try await keep(sheet)
    }

    private static func set<Root>(
        _ values: [String: Float]?, of known: [(name: String, path: WritableKeyPath<Root, Float>)],
        in root: inout Root
    ) throws {
        for (name, value) in values ?? [:] {
            guard let found = known.first(where: { $0.name == name }) else {
                throw StageError.unknown("trait", name, known: known.map(\.name))
            }
            guard (0...1).contains(value) else {
                throw RoomInput.outside(name, "\(value)", "Give a number from 0 to 1.")
            }
            root[keyPath: found.path] = value
        }
    }

    /// One of a character's versions.
    public struct Version: Encodable, Sendable {
        /// Counted from 1.
        public var version: Int
        /// Seconds since 1970.
        public var time: Double
    }

    /// A character's versions, oldest first.
    public func versions(of name: String) throws -> [Version] {
        _ = try sheet(of: name)
        return try archive.versions(of: name).map { Version(version: $0.version, time: $0.time) }
    }

    /// Makes an earlier version the latest again.
    public func restore(character name: String, version: Int) async throws -> Portrait {
        _ = try sheet(of: name)
        let versions = try archive.versions(of: name)
        guard let found = versions.first(where: { $0.version == version }) else {
            throw StageError.unknown(
                "version", "\(version)", known: versions.map { "\($0.version)" })
        }
        return try await change(character: name, CharacterChange(text: found.text))
    }

    /// How a character has changed by those who talk to it.
    public func growth(of name: String) async throws -> Growth {
        _ = try sheet(of: name)
        return await quietTalk(with: name).growth
    }

    /// Takes back what has changed of a character since a moment, seconds since 1970.
    public func rollBack(character name: String, to time: Double) async throws -> Growth {
        _ = try sheet(of: name)
        return await quietTalk(with: name).rollBack(to: time)
    }

    /// Forgets what was made or changed; a file counts again, if there is one.
    public func forget(character name: String) async throws {
        _ = try sheet(of: name)
        guard try archive.characters()[name] != nil else {
            throw StageError(
                .conflict, code: "character-is-a-file",
                message: "'\(name)' comes from a file and was never changed.",
                hint: "Take the file away instead.")
        }
        let isOnStage = await openRooms().asyncContains { await $0.character == name }
        let hasFile = library.characterNames.contains(name) || library.rigNames.contains(name)
        guard hasFile || !isOnStage else {
            throw StageError(
                .conflict, code: "character-on-stage", message: "'\(name)' is on stage.",
                hint: "Let another one come on first.")
        }
        try archive.forget(character: name)
        _ = await recast()
    }

    private func keep(_ sheet: CharacterSheet) async throws -> Portrait {
        try archive.keep(
            character: sheet.name, text: sheet.yaml, at: Date().timeIntervalSince1970)
        _ = await recast()
        return try portrait(of: sheet.name)
    }

    /// Reads who there is again; a file that broke keeps its last good version.
    ///
    /// - Returns: what is wrong.
    func recast() async -> [Complaint] {
        let (fresh, complaints) = library.sheets(with: (try? archive.characters()) ?? [:])
        let broken = Set(complaints.map { $0.file.split(separator: "/").last ?? "" })
        var sheets = fresh
        for (name, old) in self.sheets where broken.contains("\(name).yaml") { sheets[name] = old }
        self.sheets = sheets
        recatalog()
        for room in openRooms() {
            if let sheet = sheets[await room.character], await room.sheet != sheet {
                await room.take(sheet)
            }
        }
        for (name, talk) in quietTalks {
            if let sheet = sheets[name] { await talk.use(persona: sheet.persona) }
        }
        return complaints
    }
}

extension Lobby.Portrait {
    init(_ sheet: CharacterSheet, version: Int) {
        self.init(
            name: sheet.name, title: sheet.persona.name, archetype: sheet.persona.archetype,
            description: sheet.persona.description, rig: sheet.rig, voice: sheet.voice,
            traits: Dictionary(
                uniqueKeysWithValues: Persona.Traits.all.map {
                    ($0.name, sheet.persona.traits[keyPath: $0.path])
                }),
            speech: Dictionary(
                uniqueKeysWithValues: SpeechStyle.numbers.map {
                    ($0.name, sheet.persona.speech[keyPath: $0.path])
                }), version: version, text: sheet.yaml)
    }
}

extension Sequence {
    func asyncContains(_ matches: (Element) async -> Bool) async -> Bool {
        for element in self where await matches(element) { return true }
        return false
    }
}
