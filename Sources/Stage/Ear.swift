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
    private let recognizer: TranscriptionServer
    private let user: String
    private let tell: @Sendable (String) async -> Void
    private var turns = TurnTaking()
    /// Turns are understood one after another.
    private var understanding: Task<Void, Never>?

    /// - Parameter tell: brings an event to the viewer, as JSON.
    public init(
        room: Room, recognizer: TranscriptionServer, user: String?,
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
    }

    /// The viewer has said all: a button was let go, or the microphone is switched off.
    public func close() async {
        if let last = turns.end() { await follow(last) }
        await say(.closed)
    }

    public func open() async { await say(.open) }

    private func follow(_ event: TurnTaking.Event) async {
        switch event {
        case .began: await say(.voice)
        case .nothing: await say(.nothing)
        case .bargedIn: if await room.isSpeaking { await room.interrupt() }
        case .ended(let samples):
            await say(.thinking)
            let before = understanding
            understanding = Task {
                await before?.value
                await understand(samples)
            }
        }
    }

    private func understand(_ samples: [Float]) async {
        do {
            let said = try await recognizer.transcript(of: samples)
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
