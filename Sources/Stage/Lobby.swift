import Animation
import AvatarTypes
import Documents
public import Foundation
public import Logging
import Mind
import Rigging
import Shading
public import Store
public import Voice

/// The open rooms, and what they share: content, voices and memory.
///
/// Room `main` opens with it. Four times a second it looks whether content has changed: what can be read
/// goes on air, what cannot is reported while the last good version stays.
public actor Lobby {
    /// What can be chosen now.
    public private(set) var catalog: Catalog
    let library: AssetLibrary
    let settings: Settings
    let archive: Archive
    let voice: any SpeechSynthesizer
    /// The engines of the settings, each with the built-in voice behind it.
    private let engines: [(engine: SpeechEngine, understudy: Understudy)]
    /// Who writes down what is said at a microphone, if the settings name anybody.
    public nonisolated let ears: TranscriptionServer?
    private let logger: Logger
    /// Where films are written; nil where nothing may be.
    private let recordings: URL?
    private var rooms: [String: Room] = [:]
    private var rigs: [String: Rig] = [:]
    /// Who there is, by name.
    var sheets: [String: CharacterSheet] = [:]
    private var expressions: [FacialExpression] = []
    private(set) var model: (any LanguageModel)?
    /// The characters as they talk beside the stage, by name.
    private(set) var quietTalks: [String: Conversation] = [:]
    private var complaints: [Complaint] = []
    private var watching: Task<Void, Never>?
    /// Diaries are written beside all else: a language model takes its time.
    private var writing: Task<Void, Never>?
    private let darkroom = Darkroom()

    /// Rooms that may be open at once; each costs a good part of a core while it is watched.
    private static let roomLimit = 32

    /// Reads the content and opens room `main`.
    ///
    /// - Parameter recordings: the folder for films, made when it is needed; nil forbids them.
    public init(
        library: AssetLibrary, settings: Settings, archive: Archive, recordings: URL? = nil,
        logger: Logger
    ) async throws {
        self.recordings = recordings
        self.library = library
        self.settings = settings
        self.archive = archive
        self.logger = logger
        let (voice, engines) = Self.voice(settings, logger)
        self.voice = voice
        self.engines = engines
        ears = settings.ears.map { wanted in
            TranscriptionServer(
                baseURL: wanted.baseURL, model: wanted.model,
                key: Settings.key(in: wanted.keyVariable))
        }
        // Taken before anything is read: a file that is saved while the lobby opens is read again.
        let opening = library.fingerprint()
        let cast = library.sheets(with: (try? archive.characters()) ?? [:])
        sheets = cast.sheets
        catalog = Catalog(library: library, sheets: cast.sheets, voices: voice.voices)
        let (expressions, complaints) = library.expressions()
        self.expressions = expressions
        self.complaints = complaints + cast.complaints
        for complaint in self.complaints { logger.warning("\(complaint)") }
        _ = try await open(RoomRequest(id: "main"))
        for wish in settings.pushes {
            let address = try wish.address(in: ProcessInfo.processInfo.environment)
            if rooms[wish.room] == nil { _ = try await open(RoomRequest(id: wish.room)) }
            _ = try await rooms[wish.room]?.push(to: address)
        }
        watching = Task { [weak self] in
            await withDiscardingTaskGroup { group in
                group.addTask { await self?.watch(since: opening) }
                group.addTask { await self?.lookForModel() }
                group.addTask { if !engines.isEmpty { await self?.lookUpVoices() } }
                for (_, understudy) in engines {
                    group.addTask {
                        for await notice in understudy.notices { await self?.tell(notice) }
                    }
                }
            }
        }
    }

    /// Closes all rooms.
    public func close() async {
        watching?.cancel()
        writing?.cancel()
        for room in rooms.values { await room.close() }
        rooms = [:]
        if settings.model?.unloadsAtExit == true { await holdModel(for: 0) }
    }

    private static func voice(
        _ settings: Settings, _ logger: Logger
    ) -> (any SpeechSynthesizer, [(SpeechEngine, Understudy)]) {
        do {
            let builtIn = try BuiltInVoices.ensemble()
            var engines: [(SpeechEngine, Understudy)] = []
            for wanted in settings.speech {
                do throws(VoiceError) {
                    let engine = try SpeechEngine(wanted.complete)
                    engines.append((engine, Understudy(SpeechCache(engine), replacedBy: builtIn)))
                } catch {
                    logger.error("An engine of the settings does not speak: \(error)")
                }
            }
            return (Ensemble(engines.map(\.1) + [builtIn]), engines)
        } catch {
            logger.error("No voice, only captions: \(error)")
            return (SilentVoice(), [])
        }
    }

    /// Asks the engines for their voices now and then: a server may start later than this one.
    private func lookUpVoices() async {
        while !Task.isCancelled {
            for (engine, _) in engines { await engine.lookUpVoices() }
            catalog.voices = voice.voices
            try? await Task.sleep(for: .seconds(300))
        }
    }

    /// Says one line of the house to everybody, and to the log.
    private func tell(_ notice: String) async {
        logger.warning("\(notice)")
        for room in rooms.values { await room.announce(RoomEvent.Notice(text: notice)) }
    }

    // MARK: Rooms

    /// In the order of their names.
    public func openRooms() -> [Room] { rooms.values.sorted { $0.id < $1.id } }

    public func room(_ id: String) -> Room? { rooms[id] }

    /// - Throws: when the name is taken or no name, or the character is unknown or broken.
    public func open(_ request: RoomRequest) async throws(StageError) -> Room {
        let id = request.id ?? freeName()
        guard AssetLibrary.isName(id), id.count <= 64 else {
            throw StageError(
                .invalid, code: "bad-room-name", message: "'\(id)' is no name for a room.",
                hint: "Use only a-z, 0-9 and '-', at most 64.")
        }
        guard rooms[id] == nil else {
            throw StageError(
                .conflict, code: "room-exists", message: "Room '\(id)' is open already.",
                hint: "Choose another name, or close it first.")
        }
        guard rooms.count < Self.roomLimit else {
            throw StageError(
                .unavailable, code: "too-many-rooms",
                message: "\(Self.roomLimit) rooms are open.", hint: "Close one first.")
        }
        var size = settings.size
        if let text = request.size {
            guard let asked = PixelSize(text) else {
                throw StageError(
                    .invalid, code: "bad-size", message: "'\(text)' is no picture size.",
                    hint: "Write WIDTHxHEIGHT, both even and 16 to 4096.")
            }
            size = asked
        }
        let framesPerSecond = request.fps ?? settings.framesPerSecond
        guard (1...60).contains(framesPerSecond) else {
            throw StageError(
                .invalid, code: "bad-fps", message: "'fps' is \(framesPerSecond).",
                hint: "Give 1 to 60.")
        }
        let sheet = try sheet(of: request.character ?? settings.character)
        let rig = try rig(named: sheet.rig)
        // A room's own, and the same in every run: a show is as random as its name.
        let seed = id.utf8.fingerprint
        let performer = Performer(
            rig: rig, expressions: expressions, size: size, framesPerSecond: framesPerSecond,
            backdrop: settings.backdropPicture(of: size),
            seed: seed, name: id)
        let room = Room(
            id: id, sheet: sheet, performer: performer,
            expressions: expressions,
            conversation: Conversation(
                archive: archive, persona: sheet.persona, room: id, model: model,
                seed: seed),
            voice: voice, calendar: { Moment(Date()) },
            recordings: recordings?.appending(path: id),
            filler: try settings.fillerPicture(of: size), logger: logger)
        rooms[id] = room
        if settings.delaySeconds > 0 { _ = try await room.hold(for: settings.delaySeconds) }
        if settings.clipSeconds > 0 {
            try await room.keepClips(of: .seconds(settings.clipSeconds))
        }
        await room.use(layerShaders: library.layerShaders(of: rig).shaders)
        return room
    }

    /// Changes a room while it is on air.
    public func change(_ id: String, _ change: RoomChange) async throws(StageError) -> Room {
        guard let room = rooms[id] else { throw .unknown("room", id, known: rooms.keys.sorted()) }
        if let character = change.character {
            let sheet = try sheet(of: character)
            let rig = try rig(named: sheet.rig)
            await room.play(sheet, as: rig)
            await room.use(layerShaders: library.layerShaders(of: rig).shaders)
        }
        if let mode = change.mode { try await room.take(mode: mode) }
        if let choice = change.shader {
            await room.use(shader: choice.name == "none" ? nil : try shader(choice))
        }
        return room
    }

    public func close(_ id: String) async throws(StageError) {
        guard let room = rooms[id] else { throw .unknown("room", id, known: rooms.keys.sorted()) }
        guard id != "main" else {
            throw StageError(
                .conflict, code: "main-stays",
                message: "Room 'main' is open as long as the server is.",
                hint: "Stop the server instead.")
        }
        rooms[id] = nil
        await room.close()
    }

    private func shader(_ choice: ShaderChoice) throws(StageError) -> ShaderInUse {
        do {
            return try ShaderInUse(try library.shader(named: choice.name), as: choice)
        } catch let error as StageError {
            throw error
        } catch {
            throw StageError(
                .invalid, code: "bad-shader", message: "\(error)",
                hint: "Mend the file; 'bunraku check' names every mistake.")
        }
    }

    // MARK: Trying shaders out

    /// The text of a shader of the library.
    public func shaderText(named name: String) throws(StageError) -> ShaderText {
        do { return ShaderText(name: name, source: try library.shaderText(named: name)) } catch let
            error as StageError
        { throw error } catch {
            throw StageError(
                .unavailable, code: "bad-shader", message: "\(error)", hint: "Mend the file.")
        }
    }

    /// What a shader's text is; see ``ShaderTrial`` for what is refused.
    public func card(ofShader source: String) async throws(StageError) -> ShaderCard {
        try await darkroom.card(of: source)
    }

    /// The picture that a shader's text makes, in the format that was asked for.
    public func draw(_ trial: ShaderTrial) async throws(StageError) -> [UInt8] {
        try await darkroom.draw(
            trial, over: rig(named: sheet(of: trial.character ?? settings.character).rig))
    }

    private func freeName() -> String {
        var number = rooms.count + 1
        while rooms["room-\(number)"] != nil { number += 1 }
        return "room-\(number)"
    }

    // MARK: Content

    /// Lists anew what can be chosen.
    func recatalog() { catalog = Catalog(library: library, sheets: sheets, voices: voice.voices) }

    func sheet(of character: String) throws(StageError) -> CharacterSheet {
        guard let sheet = sheets[character] else {
            throw .unknown("character", character, known: sheets.keys.sorted())
        }
        return sheet
    }

    private func rig(named name: String) throws(StageError) -> Rig {
        if let rig = rigs[name] { return rig }
        do {
            let rig = try library.rig(named: name)
            rigs[name] = rig
            return rig
        } catch let error as StageError {
            throw error
        } catch {
            throw StageError(
                .unavailable, code: "broken-rig", message: "\(error)",
                hint: "Run 'bunraku check' for everything that is wrong.")
        }
    }

    /// Looks for files that changed since a fingerprint, until the lobby closes.
    private func watch(since opening: [String]) async {
        var seen = opening
        var faded = -Double.infinity
        var wrote = -Double.infinity
        while !Task.isCancelled {
            let now = Date().timeIntervalSince1970
            if now - faded >= Self.day {
                faded = now
                do { try archive.fade(now: now) } catch { logger.warning("\(error)") }
            }
            if now - wrote >= Self.quarter {
                wrote = now
                writing?.cancel()
                writing = Task { [weak self] in _ = await self?.writeDiaries(at: Moment(Date())) }
            }
            try? await Task.sleep(for: Self.glance)
            for room in rooms.values { await room.keepTime() }
            let present = library.fingerprint()
            if present != seen {
                let changed = Set(seen).symmetricDifference(present)
                seen = present
                await reload(changed)
            }
        }
    }

    /// Seconds between two looks for a day that is over and not in the diary.
    private static let quarter = 900.0
    /// Seconds between two looks for what is old enough to be forgotten.
    private static let day = 86400.0

    /// A change is on air within a second: this, and the time to read a rig again.
    private static let glance = Duration.milliseconds(250)

    /// Puts on air what can be read of the content. A show plays the last version until the new one is
    /// whole, and then changes between two frames.
    ///
    /// - Parameter changed: lines of fingerprints; rigs without any are not read again.
    func reload(_ changed: Set<String>) async {
        var found = complaints.filter { complaint in
            rigs.keys.contains {
                complaint.file.hasPrefix("rigs/\($0)") && !Self.touches($0, changed)
            }
        }
        for name in rigs.keys.sorted() where Self.touches(name, changed) {
            switch await Self.read(name, from: library) {
            case .success(let rig):
                rigs[name] = rig
                for room in rooms.values where await room.sheet.rig == name {
                    await room.wear(rig)
                }
            case .failure(let complaint as Complaint): found.append(complaint)
            case .failure(let error):
                found.append(Complaint(file: "rigs/\(name)", what: "\(error)"))
            }
        }
        let (fresh, complaints) = library.expressions()
        // A file that broke keeps its last good version on air.
        let kept = expressions.filter { old in
            complaints.contains { $0.file == "expressions/\(old.name).json" }
        }
        expressions = (fresh + kept).sorted { $0.name < $1.name }
        for room in rooms.values {
            await room.use(expressions: expressions)
        }
        for room in rooms.values {
            if let rig = rigs[await room.sheet.rig] {
                let layers = library.layerShaders(of: rig)
                found += layers.complaints
                await room.use(layerShaders: layers.shaders)
            }
            guard let old = await room.shader else { continue }
            do {
                await room.use(shader: try old.rewritten(try library.shader(named: old.name)))
            } catch let complaint as Complaint {
                found.append(complaint)
            } catch {
                found.append(Complaint(file: "shaders/\(old.name).frag", what: "\(error)"))
            }
        }
        found += await recast()
        self.complaints = found + complaints
        for complaint in self.complaints {
            logger.warning("\(complaint) The last good version stays on air.")
            for room in rooms.values {
                await room.announce(RoomEvent.Notice(text: "\(complaint)"))
            }
        }
    }

    private static func touches(_ rig: String, _ changed: Set<String>) -> Bool {
        changed.contains { $0.hasPrefix("rigs/\(rig)/") }
    }

    /// Reads a rig while the lobby does other things.
    @concurrent
    private static func read(
        _ name: String, from library: AssetLibrary
    ) async -> Result<Rig, any Error> {
        Result { try library.rig(named: name) }
    }

    // MARK: The language model

    /// Looks for a language model until one answers: one that is started later is found, too.
    private func lookForModel() async {
        var isFirst = true
        while !Task.isCancelled {
            if let found = await findModel() {
                logger.info("Language model: \(found.name)")
                model = found
                await holdModel(for: settings.model?.keepAlive)
                for room in rooms.values { await room.use(model: found) }
                for talk in quietTalks.values { await talk.use(model: found) }
                return
            }
            if isFirst {
                logger.info("No language model answers; the character thinks for herself.")
                isFirst = false
            }
            try? await Task.sleep(for: Self.modelPatience)
        }
    }

    private static let modelPatience = Duration.seconds(20)

    /// - Parameter seconds: nil leaves it to the server.
    private func holdModel(for seconds: Int?) async {
        guard let seconds, let model = model as? OpenAIModel else { return }
        if await !model.keepLoaded(seconds: seconds, patience: 10) {
            logger.warning("\(model.name): only Ollama knows keep_alive and unload_at_exit.")
        }
    }

    private func findModel() async -> (any LanguageModel)? {
        guard let wanted = settings.model else { return await OpenAIModel.discover() }
        let key = Settings.key(in: wanted.keyVariable)
        if wanted.isAnthropic {
            return wanted.name.map {
                AnthropicModel(
                    baseURL: wanted.baseURL, model: $0, key: key,
                    temperature: wanted.temperature)
            }
        }
        if let name = wanted.name {
            return OpenAIModel(
                baseURL: wanted.baseURL, model: name, key: key, temperature: wanted.temperature)
        }
        var found = await OpenAIModel.discover(at: wanted.baseURL, key: key)
        found?.server.temperature = wanted.temperature
        return found
    }

    // MARK: Beside the stage

    /// A character's talk that nobody watches; what is said there is remembered as anywhere.
    func quietTalk(with character: String) -> Conversation {
        if let talk = quietTalks[character] { return talk }
        // No room can be called that.
        let name = "model:" + character
        let talk = Conversation(
            archive: archive, persona: sheets[character]?.persona ?? .mirai, room: name,
            model: model, seed: name.utf8.fingerprint
        )
        quietTalks[character] = talk
        return talk
    }

    // MARK: Looking in

    public func readiness() async -> [PartReadiness] {
        [
            PartReadiness(
                part: "rooms", isReady: rooms["main"] != nil, detail: "\(rooms.count) open"),
            PartReadiness(
                part: "content", isReady: true,
                detail: complaints.isEmpty
                    ? "\(expressions.count) expressions, \(rigs.keys.sorted().joined(separator: ", "))"
                    : complaints.map(\.description).joined(separator: "; ")),
            PartReadiness(
                part: "voice", isReady: true,
                detail: voice.voices.map(\.name).joined(separator: ", ")),
            PartReadiness(part: "mind", isReady: true, detail: model?.name ?? "built-in"),
        ]
    }

    public func metrics() async -> [Metric] {
        var metrics = [
            Metric("bunraku_rooms", .gauge, "Open rooms.", value: Double(rooms.count))
        ]
        if !engines.isEmpty {
            let failures = engines.reduce(0) { $0 + $1.understudy.failures }
            metrics.append(
                Metric(
                    "bunraku_speech_server_failures_total", .counter,
                    "Lines that speech engines were asked for and did not speak.",
                    value: Double(failures)))
        }
        for room in openRooms() { metrics += await room.metrics() }
        return metrics
    }
}
