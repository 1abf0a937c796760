import AvatarTypes
import Foundation
import Media
import Mind
import Store
import Voice

/// What a program that speaks to language models asks of a character.
public struct Completion: Sendable {
    public enum Role: String, Sendable {
        /// What the program wants of her.
        case direction
        case user, character
    }

    /// A character's name.
    public var character: String
    /// Whose talk it is. Then it is remembered, and only its last message is new. Without it nothing is
    /// remembered, and the messages are all there is.
    public var user: String?
    /// Oldest first; the last is the user's.
    public var messages: [(role: Role, text: String)]

    public init(character: String, user: String?, messages: [(role: Role, text: String)]) {
        self.character = character
        self.user = user
        self.messages = messages
    }

    /// Tokens of the messages, at most.
    public var tokens: Int { messages.reduce(0) { $0 + Self.tokens(of: $1.text) } }

    /// Tokens of a text, at most.
    public static func tokens(of text: String) -> Int { TokenBound.of(text) }
}

/// What comes of a completion.
public enum CompletionPiece: Sendable, Equatable {
    case text(String)
    case thought(String)
}

extension Lobby {
    /// Turns of a talk kept elsewhere that are taken in.
    private static let turnsTakenIn = 40

    /// Who is on in room `main` when the server starts.
    public var leading: String { settings.character }

    /// Answers beside the stage: nothing of it is heard in any room.
    public func complete(_ request: Completion) async throws(StageError)
        -> AsyncStream<CompletionPiece>
    {
        try check(character: request.character)
        guard let last = request.messages.last, last.role == .user else {
            throw StageError(
                .invalid, code: "no-message", message: "The last message is not the user's.",
                hint: "End 'messages' with one whose role is 'user'.")
        }
        let text = try RoomInput.text(last.text)
        let now = Moment(Date())
        let directions = request.messages.filter { $0.role == .direction }.map(\.text)
        let direction = directions.isEmpty ? nil : directions.joined(separator: "\n")
        let conversation: Conversation
        let user: String
        if let name = request.user {
            user = try RoomInput.user(name)
            conversation = quietTalk(with: request.character)
        } else {
            user = RoomInput.guest
            conversation = try passingTalk(with: request.character)
            let earlier = request.messages.dropLast().filter { $0.role != .direction }
            await conversation.takeIn(
                earlier.suffix(Self.turnsTakenIn).map {
                    ($0.role == .user ? .user : .character, String($0.text.prefix(4_000)))
                }, with: user, at: now)
        }
        let events = await conversation.reply(to: text, from: user, direction: direction, at: now)
        return AsyncStream { continuation in
            let work = Task {
                for await event in events {
                    switch event {
                    case .text(let piece): continuation.yield(.text(piece))
                    case .thought(let piece): continuation.yield(.thought(piece))
                    case .began, .utterance, .notice, .finished: continue
                    }
                }
                continuation.finish()
            }
            continuation.onTermination = { _ in work.cancel() }
        }
    }

    /// A text as a character says it, compressed.
    ///
    /// - Parameters:
    ///   - voice: nil is the character's own.
    ///   - speed: 0.25…4; 1 is as she speaks.
    ///   - format: mp3, opus, aac, flac, wav or pcm.
    public func speech(
        of text: String, by character: String, voice: String?, speed: Float, as format: String
    ) async throws -> (bytes: [UInt8], type: String) {
        try check(character: character)
        guard let format = SoundFormat(rawValue: format) else {
            throw StageError.unknown("format", format, known: SoundFormat.allCases.map(\.rawValue))
        }
        let voices = self.voice.voices.map(\.name)
        if let voice, !voices.contains(voice) {
            throw StageError.unknown("voice", voice, known: voices)
        }
        guard (0.25...4).contains(speed) else {
            throw RoomInput.outside("speed", "\(speed)", "Give a number from 0.25 to 4.")
        }
        var samples: [Float] = []
        for var utterance in Utterance.reading(try RoomInput.text(text)) {
            utterance.voice = voice ?? sheets[character]?.voice
            utterance.manner.speed = speed
            let line = try await self.voice.speak(utterance)
            samples += line.audio.samples
            let pause = Double(utterance.pause.samples(rate: 48_000)) / Double(speed)
            samples += [Float](repeating: 0, count: Int(pause))
        }
        let clip = AudioClip(samples: samples, sampleRate: 48_000)
        return (try format.encode(clip), format.mediaType)
    }

    /// What texts are like, by the built-in embedder.
    public nonisolated func embeddings(of texts: [String]) -> [[Float]] {
        texts.map { Embedding($0).values }
    }

    /// - Throws: when there is nobody of that name.
    func check(character: String) throws(StageError) {
        let known = catalog.characters.map(\.name)
        guard known.contains(character) else {
            throw .unknown("model", character, known: known)
        }
    }

    /// A talk that is forgotten with its answer.
    private func passingTalk(with character: String) throws(StageError) -> Conversation {
        do {
            return Conversation(
                archive: try Archive(path: ":memory:"),
                persona: sheets[character]?.persona ?? .mirai, room: "passing",
                model: model, seed: character.utf8.fingerprint)
        } catch {
            throw StageError(
                .unavailable, code: "no-memory", message: "\(error)", hint: "Free some memory.")
        }
    }
}
