import AvatarTypes
import Foundation
public import Voice

/// One viewer's microphone in a room: hears when he begins, lets her stop for him, and passes on what he said.
public actor Ear {
    /// What the viewer is told.
    public struct Event: Encodable, Equatable, Sendable {
        public enum State: String, Encodable, Sendable {
            /// The microphone is heard.
            case open
            /// A voice seems to begin: she is turned down.
            case voice
            /// It was nothing: she is turned up again.
            case nothing
            /// The turn is over; its words are looked for.
            case thinking
            /// What was said has been passed on, or there were no words in it.
            case heard
            case closed
        }

        let type = "ear"
        public var state: State
        /// With `heard`: the words.
        public var text: String?
    }

    private let room: Room
    private let recognizer: any SpeechRecognizer
    private let user: String
    private let tell: @Sendable (String) async -> Void
    private var turns = TurnTaking()
    /// Turns are understood one after another.
    private var understanding: Task<Void, Never>?
    /// The turn that is being said: how much of it the recognizer has, and what it makes of it.
    private var turn: Turn?

    private struct Turn {
        var given = 0
        let sound: AsyncStream<[Float]>.Continuation
        let transcript: Task<Transcript, any Error>

        mutating func give(_ samples: [Float]) {
            guard !samples.isEmpty else { return }
            sound.yield(samples)
            given += samples.count
        }
    }

    /// - Parameter tell: brings an event to the viewer, as JSON.
    public init(
        room: Room, recognizer: any SpeechRecognizer, user: String?,
        tell: @escaping @Sendable (String) async -> Void
    ) throws(StageError) {
        self.room = room
        self.recognizer = recognizer
        self.user = try RoomInput.user(user ?? RoomInput.guest)
        self.tell = tell
    }

    /// - Parameter bytes: 16-bit samples, little-endian, mono at `VoiceActivity.rate`.
    public func hear(_ bytes: [UInt8]) async {
        let samples = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
            Float(Int16(truncatingIfNeeded: Int(bytes[place]) | Int(bytes[place + 1]) << 8))
                / 32_768
        }
        let isSpeaking = await room.isSpeaking
        for event in turns.hear(samples, isSpeaking: isSpeaking) { await follow(event) }
        turn?.give(turns.news())
    }

    /// The viewer has said all: a button was let go, or the microphone is switched off.
    public func close() async {
        if let last = turns.end() { await follow(last) }
        await say(.closed)
    }

    public func open() async { await say(.open) }

    private func follow(_ event: TurnTaking.Event) async {
        switch event {
        case .began:
            begin()
            await say(.voice)
        case .nothing:
            turn?.transcript.cancel()
            turn?.sound.finish()
            turn = nil
            await say(.nothing)
        case .bargedIn: if await room.isSpeaking { await room.interrupt() }
        case .ended(let samples):
            guard var said = turn else { return }
            turn = nil
            said.give(Array(samples.dropFirst(said.given)))
            said.sound.finish()
            await say(.thinking)
            let before = understanding
            let transcript = said.transcript
            understanding = Task {
                await before?.value
                await understand(transcript)
            }
        }
    }

    /// Lets the recognizer hear while it is said.
    private func begin() {
        let (stream, sound) = AsyncStream<[Float]>.makeStream()
        turn = Turn(
            sound: sound,
            transcript: Task { [recognizer] in try await recognizer.transcript(of: stream) })
    }

    private func understand(_ transcript: Task<Transcript, any Error>) async {
        do {
            let said = try await transcript.value
            await room.countRecognition(succeeded: true)
            await say(.heard, said.text)
            guard !said.text.isEmpty else { return }
            // The answer takes its time, and the next turn may cut it short.
            Task { _ = try? await room.chat(user: user, text: said.text) }
        } catch {
            await room.countRecognition(succeeded: false)
            await say(.heard, "")
            await tell(
                RoomEvent.json(RoomEvent.Notice(text: "She could not hear you: \(error)")))
        }
    }

    private func say(_ state: Event.State, _ text: String? = nil) async {
        await tell(RoomEvent.json(Event(state: state, text: text)))
    }
}

extension Room {
    /// Whether she is heard now.
    var isSpeaking: Bool {
        get async { await performer.isSpeaking }
    }
}
