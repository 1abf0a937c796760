public import AvatarTypes
import Synchronization

/// A voice that may fail, and one that speaks in its place.
///
/// After a failure the next lines go straight to the understudy, 1, 2, 4 … up to 32 of them, so that a
/// dead server does not make every line wait. Viewers are told once when it begins.
public final class Understudy: SpeechSynthesizer {
    private let leading: any SpeechSynthesizer
    private let other: any SpeechSynthesizer

    private struct State {
        var failures = 0
        /// Lines that are not offered to the leading voice.
        var spared = 0
        var nextSpared = 1
    }

    private let state = Mutex(State())

    /// One honest line for each time the leading voice falls out.
    public let notices: AsyncStream<String>
    private let noticing: AsyncStream<String>.Continuation

    public init(_ leading: any SpeechSynthesizer, replacedBy other: any SpeechSynthesizer) {
        self.leading = leading
        self.other = other
        (notices, noticing) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(4))
    }

    deinit { noticing.finish() }

    public var voices: [VoiceDescription] { leading.voices }

    /// Lines that the leading voice was asked for and did not speak.
    public var failures: Int { state.withLock { $0.failures } }

    public func speak(_ utterance: Utterance) async throws(VoiceError) -> SpokenLine {
        let isSpared = state.withLock { state in
            state.spared = max(0, state.spared - 1)
            return state.spared > 0
        }
        // A language that it does not speak is no failure of it.
        let isSpoken = leading.voices.contains { $0.languages.contains(utterance.language) }
        if !isSpared, isSpoken {
            do {
                let line = try await leading.speak(utterance)
                state.withLock { $0.nextSpared = 1 }
                return line
            } catch {
                // Whoever stopped the line wants no other.
                if Task.isCancelled { throw error }
                let isNews = state.withLock { state in
                    state.failures += 1
                    state.spared = state.nextSpared + 1
                    defer { state.nextSpared = min(32, 2 * state.nextSpared) }
                    return state.nextSpared == 1
                }
                if isNews { noticing.yield("The built-in voice speaks for now: \(error)") }
            }
        }
        var replaced = utterance
        replaced.voice = nil
        var line = try await other.speak(replaced)
        line.utterance = utterance
        return line
    }
}
