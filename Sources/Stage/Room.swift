public import AvatarTypes
import Animation
import Foundation
import Logging
import Media
import Mind
import Rigging
import Voice

/// One live show: a character who hears what is said to it, answers aloud, and can be directed.
///
/// The room joins the two halves of the path: conversation and voice append to the script, the performer
/// plays it. A new turn begins with a cut, so nothing of the old one is heard after it.
public actor Room {
    public nonisolated let id: String
    public private(set) var character: String
    nonisolated let performer: Performer

    private let conversation: Conversation
    private let voice: any SpeechSynthesizer
    private let fallbackVoice = SilentVoice()
    private let calendar: @Sendable () -> Moment
    private let logger: Logger
    private let opened = Date()
    private let performing: Task<Void, Never>

    /// Counts turns; a turn that is not the latest stops where it is.
    private var turn = 0
    /// What the latest turn has put into the script, for knowing what was heard of it.
    private var spoken: [(line: Int, text: String)] = []
    private var currentReply: Reply.ID?
    /// Whether nothing more of the current reply will come; it may still be heard.
    private var isReplyComplete = false
    private(set) var counters = RoomCounters()
    /// What may be asked for.
    private var expressionNames: [String]

    init(
        id: String, character: String, performer: Performer, expressionNames: [String],
        conversation: Conversation,
        voice: any SpeechSynthesizer, clock: any Clock<Duration> = ContinuousClock(),
        calendar: @escaping @Sendable () -> Moment, logger: Logger
    ) {
        self.id = id
        self.character = character
        self.performer = performer
        self.expressionNames = expressionNames
        self.conversation = conversation
        self.voice = voice
        self.calendar = calendar
        self.logger = logger
        performing = Task(executorPreference: nil) { await performer.run(on: clock) }
    }

    /// Ends the show; every viewer's sequence ends with it.
    func close() {
        performing.cancel()
        performer.broadcast.close()
    }

    // MARK: Talking

    /// Answers somebody. The reply is spoken in the room and returned when it is complete, which may be
    /// long before it has been heard.
    ///
    /// - Throws: when there is no text, or more than 4,000 characters of it.
    public func chat(user: String, text: String) async throws(StageError) -> ChatReply {
        let text = try Self.checked(text)
        let user = try Self.checkedUser(user)
        let mine = await beginTurn()
        announce(RoomEvent.Message(user: user, text: text))
        await think()
        counters.replies += 1
        return await answer(
            with: conversation.reply(to: text, from: user, at: calendar()), turn: mine)
    }

    /// Says exactly this.
    public func say(
        text: String, emotion: String? = nil, voice: String? = nil
    ) async throws(StageError) {
        let text = try Self.checked(text)
        let feeling = try emotion.map { name throws(StageError) in try Self.emotion(named: name) }
        if let voice, !voices.contains(voice) {
            throw .unknown("voice", voice, known: voices)
        }
        let mine = await beginTurn()
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
    private func beginTurn() async -> Int {
        turn += 1
        let mine = turn
        await cut()
        return mine
    }

    @discardableResult
    private func cut() async -> Interruption {
        let (time, remnants) = await performer.cut()
        let isReplyComing = currentReply != nil && !isReplyComplete
        guard !remnants.isEmpty || isReplyComing else {
            // All of it has been heard: there is nothing to stop.
            spoken = []
            currentReply = nil
            return Interruption(interrupted: false, heard: "")
        }
        announce(RoomEvent.Cut(at: time.microseconds))
        let heard = spoken.map { line, text in
            guard let remnant = remnants.first(where: { $0.line == line }) else { return text }
            return String(text.prefix(remnant.charactersHeard))
        }.filter { !$0.isEmpty }.joined(separator: " ")
        spoken = []
        if let reply = currentReply {
            currentReply = nil
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
            guard turn == mine else { break }
            switch event {
            case .began(let id):
                currentReply = id
                isReplyComplete = false
                result.id = "\(id)"
            case .text(let piece):
                result.text += piece
                announce(RoomEvent.ReplyText(reply: result.id, text: piece))
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
        guard turn == mine else { return false }
        let placed = await performer.append(line)
        // Another turn may have cut while the line was on its way into the script.
        guard turn == mine else {
            _ = await performer.cut()
            return false
        }
        spoken.append((placed.id, utterance.text))
        announce(RoomEvent.Caption(placed))
        return true
    }

    private func think() async {
        await performer.direct { script, now in
            script.turn(to: .thinking, from: now, to: now + .seconds(8))
            script.turn(to: .listening, from: now + .seconds(8), to: now + .seconds(40))
        }
    }

    // MARK: Directing

    public func feel(_ name: String) async throws(StageError) {
        let emotion = try Self.emotion(named: name)
        await performer.direct { script, now in script.feel(emotion, from: now) }
    }

    public func feel(_ emotion: Emotion) async {
        await performer.direct { script, now in script.feel(emotion, from: now) }
    }

    /// - Parameter seconds: how long; nil until another is asked for.
    public func show(
        expression name: String, weight: Float = 1, seconds: Double? = nil
    ) async throws(StageError) {
        guard expressionNames.contains(name) else {
            throw .unknown("expression", name, known: expressionNames)
        }
        guard (0...1).contains(weight) else {
            throw Self.outside("weight", "\(weight)", "Give a number from 0 to 1.")
        }
        if let seconds, !(0...3600).contains(seconds) {
            throw Self.outside("seconds", "\(seconds)", "Give a number from 0 to 3600.")
        }
        await performer.direct { script, now in
            let end = seconds.map { now + .seconds(max($0, 0.04)) } ?? .distantFuture
            script.show([ExpressionCue(name: name, weight: weight)], from: now, to: end)
        }
    }

    public func perform(gesture name: String) async throws(StageError) {
        guard let duration = Animator.duration(ofGesture: name) else {
            throw .unknown("gesture", name, known: Animator.gestureNames)
        }
        await performer.direct { script, now in
            script.perform(name, from: now, lasting: duration)
        }
    }

    /// Looks there for three seconds. Degrees; positive yaw is the right of the picture, positive pitch
    /// up; what is beyond an eye's reach is clamped.
    public func look(yaw: Float, pitch: Float) async throws(StageError) {
        guard yaw.isFinite, pitch.isFinite else {
            throw Self.outside("yaw and pitch", "\(yaw), \(pitch)", "Give degrees.")
        }
        let gaze = Gaze(yaw: min(45, max(-45, yaw)), pitch: min(30, max(-30, pitch)))
        await performer.direct { script, now in
            script.look(gaze, from: now, lasting: .seconds(3))
        }
    }

    /// Looks at a place in the picture, 0…1 from the left and top.
    public func look(x: Float, y: Float) async throws(StageError) {
        guard (0...1).contains(x), (0...1).contains(y) else {
            throw Self.outside("x and y", "\(x), \(y)", "Give numbers from 0 to 1.")
        }
        // Her eyes are in the middle, a third of the way down; the edge of the picture is 20° away.
        try await look(yaw: (x - 0.5) * 40, pitch: (0.35 - y) * 40)
    }

    /// Changes clothes.
    ///
    /// - Throws: always, for now: rigs have no outfits yet.
    public func wear(outfit name: String) async throws(StageError) {
        throw .unknown("outfit", name, known: [])
    }

    /// A touch at a place in the picture, 0…1 from the left and top. Touched, the character looks there
    /// and likes it; beside her nothing happens.
    ///
    /// - Returns: whether the character was touched.
    public func touch(x: Float, y: Float) async throws(StageError) -> Bool {
        guard (0...1).contains(x), (0...1).contains(y) else {
            throw Self.outside("x and y", "\(x), \(y)", "Give numbers from 0 to 1.")
        }
        let image = await performer.snapshot().image
        let pixel = image[
            min(image.width - 1, Int(x * Float(image.width))),
            min(image.height - 1, Int(y * Float(image.height)))]
        guard pixel.w > 127 else { return false }
        try await look(x: x, y: y)
        await performer.direct { script, now in
            script.show([ExpressionCue(name: "affectionate")], from: now, to: now + .seconds(2.5))
        }
        return true
    }

    // MARK: Watching

    /// The present picture with alpha, as PNG.
    public func framePNG() async throws(StageError) -> [UInt8] {
        let frame = await performer.snapshot()
        do { return try PNGFile.encode(frame.image) } catch { throw .media(error) }
    }

    /// Takes a place in the audience.
    public func join(_ profile: ViewerProfile) async throws(StageError) -> Seat {
        let seat = Seat(queue: SeatQueue())
        try await change(seat, to: profile)
        return seat
    }

    /// Changes what a viewer takes. A new hello says what follows.
    public func change(_ seat: Seat, to profile: ViewerProfile) async throws(StageError) {
        let (room, name, performer) = (id, character, performer)
        do {
            try await performer.admit(seat.queue, as: profile) { tracks in
                RoomEvent.json(
                    RoomEvent.Hello(
                        room: room, character: name, profile: profile, size: performer.size,
                        framesPerSecond: performer.framesPerSecond, tracks: tracks))
            }
        } catch { throw .media(error) }
    }

    /// The HLS playlist. The first who asks waits for two segments, some two seconds.
    public func playlist() async throws(StageError) -> String {
        let deadline = ContinuousClock.now + .seconds(8)
        while ContinuousClock.now < deadline {
            do {
                if let playlist = try await performer.playlist() { return playlist }
            } catch { throw .media(error) }
            try? await Task.sleep(for: .milliseconds(50))
        }
        throw StageError(
            .unavailable, code: "stream-not-ready", message: "The stream has not begun yet.",
            hint: "Ask again in a second.")
    }

    /// A file that the playlist names.
    public func hlsFile(_ name: String) async throws(StageError) -> [UInt8] {
        guard let file = await performer.hlsFile(name) else {
            throw StageError(
                .notFound, code: "no-such-segment", message: "The stream has no '\(name)'.",
                hint: "Segments go after a while: read the playlist again.")
        }
        return file
    }

    public func summary() async -> RoomSummary {
        RoomSummary(
            id: id, character: character, size: performer.size,
            framesPerSecond: performer.framesPerSecond, viewers: performer.broadcast.viewerCount,
            languageModel: await conversation.modelName, opened: opened)
    }

    // MARK: Keeping up

    func use(expressions: [FacialExpression]) async {
        expressionNames = expressions.map(\.name)
        await performer.change(expressions: expressions)
    }

    /// Puts another character's rig on stage; a new hello is not needed, the picture stays as large.
    func play(_ character: String, wearing rig: Rig) async {
        self.character = character
        await performer.change(rig: rig)
    }

    func use(model: (any LanguageModel)?) async { await conversation.use(model: model) }

    func announce(_ event: some Encodable) {
        performer.broadcast.send(event: RoomEvent.json(event))
    }

    // MARK: Checking input

    private static func checked(_ text: String) throws(StageError) -> String {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else {
            throw StageError(
                .invalid, code: "no-text", message: "There is nothing to say.",
                hint: "Give 'text' some words.")
        }
        guard text.count <= 4_000 else {
            throw StageError(
                .invalid, code: "text-too-long", message: "The text has \(text.count) characters.",
                hint: "Send at most 4000 at a time.")
        }
        return text
    }

    private static func checkedUser(_ user: String) throws(StageError) -> String {
        guard (1...64).contains(user.count), !user.contains(where: \.isNewline) else {
            throw StageError(
                .invalid, code: "bad-user", message: "That is no name of a user.",
                hint: "Give 'user' 1 to 64 characters on one line.")
        }
        return user
    }

    private static func emotion(named name: String) throws(StageError) -> Emotion {
        guard let emotion = Emotion(name: name) else {
            throw .unknown("emotion", name, known: Emotion.named.map(\.name))
        }
        return emotion
    }

    private static func outside(_ what: String, _ value: String, _ hint: String) -> StageError {
        StageError(
            .invalid, code: "out-of-range",
            message: "'\(what)' is \(value), outside of what is possible.",
            hint: hint)
    }
}

/// What a room counts.
struct RoomCounters: Sendable {
    var replies = 0
    var interruptions = 0
    var voiceFallbacks = 0
}
