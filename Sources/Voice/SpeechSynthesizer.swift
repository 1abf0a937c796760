public import AvatarTypes

/// Hz of every sound a voice gives: that of Opus, so nothing is resampled after it.
public let sampleRate = 48_000

/// Whoever turns an utterance into sound and the mouth that goes with it.
///
/// The sound is mono at `sampleRate`; visemes and words count from its first sample. The pause after
/// an utterance is not part of the sound: whoever lays lines out in time adds it.
public protocol SpeechSynthesizer: Sendable {
    /// In the order in which they are offered to users.
    var voices: [VoiceDescription] { get }

    /// The same utterance gives the same bytes, whatever was said before, and in every process.
    ///
    /// A text without words is a line without sound: no samples, no visemes, no words.
    ///
    /// A cancelled task's line stops within a sound buffer of 60 ms and throws.
    func speak(_ utterance: Utterance) async throws(VoiceError) -> SpokenLine
}

/// A voice as it is listed: what to call it and what it can say.
public struct VoiceDescription: Hashable, Codable, Sendable {
    public enum Gender: String, Codable, Sendable {
        case female, male, none
    }

    /// `[a-z0-9-]+`.
    public var name: String
    /// Codes as in `Language`.
    public var languages: [Language]
    public var gender: Gender
    /// What makes the sound.
    public var source: String
    /// SPDX identifier of the source's licence.
    public var licence: String
    /// What a recognizer misunderstands, by the code of the language; what is missing was not measured.
    public var mistakes: [String: Mistakes]

    /// Of every hundred, how many are wrong.
    ///
    /// - Source: `Benchmarks/voices/listen.py`, a Whisper model of the size "base".
    public struct Mistakes: Hashable, Codable, Sendable {
        /// In Japanese kana.
        public var words: Double
        /// Tell voices apart where a recognizer gets almost no word right.
        public var letters: Double

        public init(words: Double, letters: Double) {
            self.words = words
            self.letters = letters
        }
    }

    public init(
        name: String, languages: [Language], gender: Gender, source: String, licence: String,
        mistakes: [String: Mistakes] = [:]
    ) {
        self.name = name
        self.languages = languages
        self.gender = gender
        self.source = source
        self.licence = licence
        self.mistakes = mistakes
    }
}

/// Why a line could not be spoken.
public struct VoiceError: Error, Hashable, CustomStringConvertible {
    /// Which voice or file.
    public var place: String
    public var what: String
    public var remedy: String

    public init(place: String, what: String, remedy: String) {
        self.place = place
        self.what = what
        self.remedy = remedy
    }

    static let cancelled = VoiceError(
        place: "voice", what: "the line was cancelled", remedy: "nothing needs to be done")

    public var description: String { "\(place): \(what); \(remedy)" }
}
