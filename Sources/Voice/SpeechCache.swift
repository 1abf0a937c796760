public import AvatarTypes
import Synchronization

/// Keeps lines that were spoken, so that the same words in the same voice and feeling are made once.
///
/// The line that was not asked for longest goes first. Failures are not kept.
public final class SpeechCache: SpeechSynthesizer {
    private struct Key: Hashable {
        var text: String
        var language: Language
        var emotion: Emotion
        var voice: String?
        var manner: Manner
    }

    private struct Entry {
        var line: SpokenLine
        var bytes: Int
        var lastUse: Int
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var bytes = 0
        var uses = 0
        var hits = 0
    }

    private let synthesizer: any SpeechSynthesizer
    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: bytes of sound; 32 MiB are about three minutes.
    public init(_ synthesizer: any SpeechSynthesizer, limit: Int = 32 << 20) {
        self.synthesizer = synthesizer
        self.limit = limit
    }

    public var voices: [VoiceDescription] { synthesizer.voices }
    /// Lines that need not be made.
    public var hits: Int { state.withLock { $0.hits } }
    /// What is kept.
    public var bytes: Int { state.withLock { $0.bytes } }

    public func speak(_ utterance: Utterance) async throws(VoiceError) -> SpokenLine {
        let key = Key(
            text: utterance.text, language: utterance.language, emotion: utterance.emotion,
            voice: utterance.voice, manner: utterance.manner)
        if var line = kept(key) {
            line.utterance = utterance
            return line
        }
        let line = try await synthesizer.speak(utterance)
        keep(line, as: key)
        return line
    }

    private func kept(_ key: Key) -> SpokenLine? {
        state.withLock { state in
            guard state.entries[key] != nil else { return nil }
            state.uses += 1
            state.hits += 1
            state.entries[key]?.lastUse = state.uses
            return state.entries[key]?.line
        }
    }

    private func keep(_ line: SpokenLine, as key: Key) {
        let bytes =
            line.audio.samples.count * 4 + key.text.utf8.count + 64 * line.visemes.spans.count
        guard bytes <= limit else { return }
        state.withLock { state in
            if let old = state.entries.removeValue(forKey: key) { state.bytes -= old.bytes }
            state.uses += 1
            state.entries[key] = Entry(line: line, bytes: bytes, lastUse: state.uses)
            state.bytes += bytes
            while state.bytes > limit,
                let oldest = state.entries.min(by: { $0.value.lastUse < $1.value.lastUse })
            {
                state.entries[oldest.key] = nil
                state.bytes -= oldest.value.bytes
            }
        }
    }
}
