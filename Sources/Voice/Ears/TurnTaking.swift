/// Whose turn it is, by what a microphone hears.
///
/// The rule. Five voiced frames of eight (50 of 80 ms) are a beginning: she is turned down at once. After
/// 300 ms of voice it is more than a cough or an "mm-hm": she stops. If 400 ms are quiet before that, she
/// is turned up again. A turn ends after 700 ms of silence, or after 30 s.
public struct TurnTaking {
    public enum Event: Equatable, Sendable {
        /// Somebody seems to begin: turn her down.
        case began
        /// It was nothing: turn her up again.
        case nothing
        /// It is a voice: she stops.
        case bargedIn
        /// What was said, at `VoiceActivity.rate`, with 300 ms before it.
        case ended([Float])
    }

    /// Frames of 10 ms.
    private static let onset = (voiced: 5, of: 8)
    private static let bargeIn = 30
    private static let hang = 70
    private static let cough = 40
    private static let lead = 30
    private static let longest = 3_000

    private var activity = VoiceActivity()
    private var pending: [Float] = []
    private var sound: [Float] = []
    private var window: [Bool] = []
    private var voiced = 0
    private var quiet = 0
    private var length = 0
    private var isOpen = false
    private var hasStopped = false
    /// Samples of the open turn that were taken already.
    private var taken = 0

    public init() {}

    /// What has been said of the open turn since this was asked last; empty when there is none.
    public mutating func news() -> [Float] {
        guard isOpen else { return [] }
        defer { taken = sound.count }
        return Array(sound[taken...])
    }

    /// - Parameters:
    ///   - samples: at `VoiceActivity.rate`, as many as come.
    ///   - isSpeaking: whether she is heard meanwhile; what is left of her in the microphone is no voice.
    public mutating func hear(_ samples: [Float], isSpeaking: Bool) -> [Event] {
        pending += samples
        var events: [Event] = []
        var at = 0
        while pending.count - at >= VoiceActivity.frameLength {
            let frame = pending[at..<at + VoiceActivity.frameLength]
            at += VoiceActivity.frameLength
            if let event = hear(frame, isSpeaking: isSpeaking) { events.append(event) }
        }
        pending.removeFirst(at)
        return events
    }

    /// The turn is over now: a button was let go.
    public mutating func end() -> Event? {
        defer { close() }
        return isOpen ? .ended(sound) : nil
    }

    private mutating func hear(_ frame: ArraySlice<Float>, isSpeaking: Bool) -> Event? {
        let isVoice = activity.isVoice(frame, extra: isSpeaking ? 6 : 0)
        sound += frame
        if !isOpen {
            let surplus = sound.count - (Self.lead + Self.onset.of) * VoiceActivity.frameLength
            if surplus > 0 { sound.removeFirst(surplus) }
        }
        window.append(isVoice)
        if window.count > Self.onset.of { window.removeFirst() }
        guard isOpen else {
            voiced = window.count(where: { $0 })
            guard voiced >= Self.onset.voiced else { return nil }
            isOpen = true
            hasStopped = false
            quiet = 0
            length = Self.onset.of
            return .began
        }
        length += 1
        if isVoice { voiced += 1 }
        quiet = isVoice ? 0 : quiet + 1
        if !hasStopped, voiced >= Self.bargeIn {
            hasStopped = true
            return .bargedIn
        }
        if !hasStopped, quiet >= Self.cough {
            close()
            return .nothing
        }
        guard quiet >= Self.hang || length >= Self.longest else { return nil }
        let said = sound
        close()
        return .ended(said)
    }

    private mutating func close() {
        isOpen = false
        voiced = 0
        quiet = 0
        length = 0
        taken = 0
        window = []
        sound = []
    }
}
