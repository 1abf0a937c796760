import AvatarTypes
import Animation
import Foundation
import Logging
import Media
import Mind
import Rigging
import Shading
import Voice

/// One live show: a character who hears what is said to it, answers aloud, and can be directed.
///
/// The room joins the two halves of the path: conversation and voice append to the script, the performer
/// plays it. A new turn begins with a cut, so nothing of the old one is heard after it.
public actor Room {
    public nonisolated let id: String
    /// Who is on.
    private(set) var sheet: CharacterSheet
    public var character: String { sheet.name }
    /// All who are in the room; one of them is on.
    private(set) var cast: [CastMember]
    nonisolated let performer: Performer

    let conversation: Conversation
    private let voice: any SpeechSynthesizer
    private let fallbackVoice = SilentVoice()
    let calendar: @Sendable () -> Moment
    let logger: Logger
    let opened = Date()
    private let performing: Task<Void, Never>
    private var isClosed = false

    /// Counts turns; a turn that is not the latest stops where it is.
    private var turn = 0
    /// What the latest turn has put into the script, for knowing what was heard of it.
    private var spoken: [(line: Int, text: String)] = []
    private var currentReply: Reply.ID?
    /// Whether nothing more of the current reply will come; it may still be heard.
    private var isReplyComplete = false
    private(set) var counters = RoomCounters()
    /// What may be asked for.
    private(set) var expressionNames: [String]
    /// Other names of the same.
    private(set) var expressionAliases: Set<String> = []
    /// What was last asked for; the script has it in time.
    var attire = Attire()
    /// Whether somebody chose what she wears.
    var isDressedByHand = false
    /// When she last changed by herself, seconds since 1970.
    var dressedAt = -Double.infinity
    var setting = Setting()
    /// Whether the light is that of the hour on the wall.
    var followsClock = false
    /// The shader that is drawn with.
    private(set) var shader: ShaderInUse?
    private var layerShaders: [String: Shader] = [:]
    /// Where else the show goes.
    var pushes: [Push] = []
    var pushNumber = 0
    var endedPushes = PushCounts()
    /// Films of this room, and where they lie; nil when nothing may be written.
    var recordings: [Recording] = []
    let recordingsFolder: URL?
    /// The last minutes, where they are kept.
    var clips: ClipBuffer?
    /// What is shown in place of what was dropped; nil is the room without her.
    let filler: Image?

    init(
        id: String, sheet: CharacterSheet, cast: [CastMember] = [], performer: Performer,
        expressions: [FacialExpression],
        conversation: Conversation,
        voice: any SpeechSynthesizer, clock: any Clock<Duration> = ContinuousClock(),
        calendar: @escaping @Sendable () -> Moment, recordings: URL? = nil,
        filler: Image? = nil, logger: Logger
    ) {
        self.filler = filler
        recordingsFolder = recordings
        self.id = id
        self.sheet = sheet
        self.cast = cast
        self.performer = performer
        expressionNames = expressions.map(\.name)
        expressionAliases = Set(expressions.flatMap(\.aliases))
        self.conversation = conversation
        self.voice = voice
        self.calendar = calendar
        self.logger = logger
        performing = Task { await performer.run(on: clock) }
    }

    /// Ends the show; every viewer's sequence ends with it. Memory keeps what was heard until now.
    func close() async {
        isClosed = true
        await interrupt()
        performing.cancel()
        await stopRecordings()
        await performer.removeOutlets()
        performer.broadcast.close()
        performer.hls.close()
    }

    // MARK: Talking

    /// Answers somebody. The reply is spoken in the room and returned when it is complete, which may be
    /// long before it has been heard.
    ///
    /// - Throws: when there is no text, or more than 4,000 characters of it, or the room has been closed.
    public func chat(user: String, text: String) async throws(StageError) -> ChatReply {
        let text = try RoomInput.text(text)
        let user = try RoomInput.user(user)
        let mine = try await beginTurn()
        announce(RoomEvent.Message(user: user, text: text))
        await handOver(to: text)
        await think()
        await dress(for: user)
        counters.replies += 1
        let mode = await conversation.modeName
        let reply = await conversation.reply(to: text, from: user, at: calendar())
        if await conversation.modeName != mode {
            // She was told to be in another; clothes and the panel follow.
            dressedAt = -.infinity
            await dress(for: user)
            announce(RoomEvent.Changed())
        }
        return await answer(with: reply, turn: mine)
    }

    /// Says exactly this.
    public func say(
        text: String, emotion: String? = nil, voice: String? = nil
    ) async throws(StageError) {
        let text = try RoomInput.text(text)
        let feeling = try emotion.map { name throws(StageError) in
            try RoomInput.emotion(named: name)
        }
        if let voice, !voices.contains(voice) {
            throw .unknown("voice", voice, known: voices)
        }
        let mine = try await beginTurn()
        for var utterance in Utterance.reading(text) {
            if let feeling { utterance.emotion = feeling }
            utterance.voice = voice
            guard await speak(utterance, turn: mine) else { return }
        }
    }

    /// Stops in mid-word. Sound and mouth end within a frame, and memory keeps what was heard.
    ///
    /// - Returns: whether there was anything to stop, and what had been heard of it.
    @discardableResult
    public func interrupt() async -> Interruption {
        turn += 1
        return await cut()
    }

    private var voices: [String] { voice.voices.map(\.name) }

    /// Stops the turn before, and begins one.
    func beginTurn() async throws(StageError) -> Int {
        guard !isClosed else {
            throw StageError(
                .notFound, code: "room-closed", message: "Room '\(id)' has been closed.",
                hint: "GET /v1/rooms lists those that are open.")
        }
        turn += 1
        let mine = turn
        await cut()
        return mine
    }

    @discardableResult
    private func cut() async -> Interruption {
        // What is taken away here is this cut's alone: another may come while the performer answers.
        let (spoken, reply) = (spoken, currentReply)
        let isReplyComing = reply != nil && !isReplyComplete
        self.spoken = []
        currentReply = nil
        let (time, remnants) = await performer.cut()
        guard !remnants.isEmpty || isReplyComing else {
            // All of it has been heard: there is nothing to stop.
            return Interruption(interrupted: false, heard: "")
        }
        announce(RoomEvent.Cut(at: time.microseconds))
        let heard = spoken.map { line, text in
            guard let remnant = remnants.first(where: { $0.line == line }) else { return text }
            return String(text.prefix(remnant.charactersHeard))
        }.filter { !$0.isEmpty }.joined(separator: " ")
        if let reply {
            await conversation.heard(reply, text: heard)
            announce(
                RoomEvent.ReplyEnd(reply: "\(reply)", text: heard, interrupted: true, source: ""))
        }
        counters.interruptions += 1
        return Interruption(interrupted: true, heard: heard)
    }

    /// Speaks the events of a reply as they come.
    private func answer(with events: AsyncStream<ReplyEvent>, turn mine: Int) async -> ChatReply {
        var result = ChatReply(id: "", text: "", emotion: "neutral", source: "", interrupted: true)
        for await event in events {
            guard turn == mine else {
                // Overtaken before its first word, it is nothing that was said.
                if case .began(let id) = event { await conversation.heard(id, text: "") }
                break
            }
            switch event {
            case .began(let id):
                currentReply = id
                isReplyComplete = false
                result.id = "\(id)"
            case .text(let piece):
                result.text += piece
                announce(RoomEvent.ReplyText(reply: result.id, text: piece))
            case .thought(let piece):
                announce(RoomEvent.Thought(reply: result.id, text: piece))
            case .utterance(let utterance):
                _ = await speak(utterance, turn: mine)
            case .notice(let text):
                announce(RoomEvent.Notice(text: text))
            case .finished(let reply):
                isReplyComplete = true
                result = ChatReply(reply)
                announce(
                    RoomEvent.ReplyEnd(
                        reply: result.id, text: reply.text, interrupted: false,
                        source: reply.source))
            }
        }
        return result
    }

    /// Makes a line of an utterance and lays it into the script.
    ///
    /// - Returns: false when another turn has begun meanwhile.
    private func speak(_ utterance: Utterance, turn mine: Int) async -> Bool {
        guard turn == mine else { return false }
        var utterance = utterance
        utterance.voice = utterance.voice ?? sheet.voice
        let line: SpokenLine
        do {
            line = try await voice.speak(utterance)
        } catch {
            counters.voiceFallbacks += 1
            logger.warning("The voice failed; the line is shown, not heard: \(error)")
            guard let silent = try? await fallbackVoice.speak(utterance) else {
                return turn == mine
            }
            line = silent
        }
        return await present(line, turn: mine)
    }

    /// Lays a line into the script.
    ///
    /// - Returns: false when another turn has begun meanwhile.
    @discardableResult
    func present(_ line: SpokenLine, turn mine: Int) async -> Bool {
        guard turn == mine else { return false }
        let placed = await performer.append(line)
        // A turn that began meanwhile has cut this line away: its cut came to the performer later.
        guard turn == mine else { return false }
        spoken.append((placed.id, line.utterance.text))
        // Sound without a text has no caption.
        if !line.utterance.text.isEmpty { announce(RoomEvent.Caption(placed)) }
        return true
    }

    private func think() async {
        await performer.direct { script, now in
            script.turn(to: .thinking, from: now, to: now + .seconds(8))
            script.turn(to: .listening, from: now + .seconds(8), to: now + .seconds(40))
        }
    }

    // MARK: Keeping up

    func use(expressions: [FacialExpression]) async {
        expressionNames = expressions.map(\.name)
        expressionAliases = Set(expressions.flatMap(\.aliases))
        await performer.change(expressions: expressions)
    }

    /// Draws layers of the rig with these; one that cannot be read any more stays as it was.
    func use(layerShaders: [String: Shader]) async {
        self.layerShaders.merge(layerShaders) { $1 }
        await performer.change(layerShaders: self.layerShaders)
    }

    /// Draws with another shader, or with none.
    func use(shader: ShaderInUse?) async {
        self.shader = shader
        await performer.change(shader: shader)
    }

    /// Puts another character on stage, in her own clothes and places; a new hello is not needed, the
    /// picture stays as large.
    func play(_ sheet: CharacterSheet, as rig: Rig) async {
        if cast.count < 2 {
            cast = [CastMember(sheet: sheet, rig: rig)]
        } else if !cast.contains(where: { $0.sheet.name == sheet.name }) {
            cast.append(CastMember(sheet: sheet, rig: rig))
        }
        await take(sheet)
        attire = Attire()
        (isDressedByHand, dressedAt) = (false, -.infinity)
        setting.place = nil
        let (attire, setting) = (attire, setting)
        await performer.change(rig: rig)
        await performer.direct { script, now in
            script.wear(attire, from: now)
            script.move(to: setting, from: now)
        }
        announce(RoomEvent.Changed())
    }

    /// Is somebody else from the next word on, or the same who has changed.
    func take(_ sheet: CharacterSheet) async {
        self.sheet = sheet
        for index in cast.indices where cast[index].sheet.name == sheet.name {
            cast[index].sheet = sheet
        }
        let others = cast.map(\.sheet.name).filter { $0 != sheet.name }
        await conversation.use(
            persona: sheet.persona, cast: cast.isEmpty ? nil : [sheet.name] + others)
    }

    /// Takes a changed rig of the same character between two frames.
    func wear(_ rig: Rig) async {
        await performer.change(rig: rig)
        if let place = try? rig.picture(of: setting.place) {
            await performer.keep(place.texture, of: place.name)
        }
    }

    func use(model: (any LanguageModel)?) async { await conversation.use(model: model) }

    /// Counts what was said to her microphone.
    func countRecognition(succeeded: Bool) {
        if succeeded { counters.recognitions += 1 } else { counters.recognitionFailures += 1 }
    }

    func announce(_ event: some Encodable) {
        performer.broadcast.send(event: RoomEvent.json(event))
    }
}

/// What a room counts.
struct RoomCounters: Sendable {
    var replies = 0
    var interruptions = 0
    var voiceFallbacks = 0
    var recognitions = 0
    var recognitionFailures = 0
}
