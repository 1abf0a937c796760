import AvatarTypes
public import Foundation

/// A kind of engine that speaks: how it is asked for a line, and how its answer is read.
struct EngineKind: Sendable {
    /// What settings call it.
    var name: String
    /// Where it is when settings do not say; nil for one that has no usual place.
    var address: String?
    var model = ""
    var voice = ""
    /// What it can say at all.
    var languages = Language.allCases
    /// What a user has to give beyond that, in words for a complaint.
    var lacks: @Sendable (EngineSettings) -> String? = { _ in nil }

    var speak: @Sendable (EngineOrder, EngineWire) async throws(VoiceError) -> EngineAnswer
    /// The voices it has; nil for a kind that does not tell.
    var list: (@Sendable (EngineOrder, EngineWire) async throws(VoiceError) -> [EngineVoice])?

    /// In the order in which they are documented.
    static let all: [EngineKind] = [
        openAI, elevenLabs, azure, piper, kokoro, gptSoVITS, voicevox, aivisSpeech,
        styleBertVITS2, cosyVoice, fish,
    ]

    static func named(_ name: String) -> EngineKind? { all.first { $0.name == name } }
}

/// One line that an engine is asked for.
struct EngineOrder: Sendable {
    var text: String
    var language: Language
    /// Of the feeling, 1 as usual.
    var speed: Double
    var pitch: Double
    /// As the engine names it.
    var voice: String
    var settings: EngineSettings
    var address: URL

    var model: String { settings.model ?? "" }
}

/// What an engine made of a line.
struct EngineAnswer: Sendable {
    var sound: AudioClip
    /// When it says which characters are heard.
    var stamps: [Stamp] = []
    /// Its own mouth, of an engine that knows its phones.
    var visemes: Timeline<Viseme>?
}

/// A voice in an engine's list.
struct EngineVoice: Equatable, Sendable {
    /// What the engine wants to be told.
    var id: String
    var name: String
    var gender = VoiceDescription.Gender.none
}

/// An engine as settings name it.
public struct EngineSettings: Equatable, Sendable {
    /// Names that settings may use.
    public static let kinds = EngineKind.all.map(\.name)

    /// One of `kinds`.
    public var kind: String
    /// nil where it usually is.
    public var baseURL: URL?
    public var model: String?
    /// As the engine names it; of Piper the voice's file.
    public var voice: String?
    /// Never shown to anybody.
    public var key: String?
    /// The program of an engine that is one.
    public var program: String?
    /// A recording to speak like, on the engine's own disk, and what is said in it.
    public var reference: String?
    public var referenceText: String?
    /// Hz of an engine that sends samples without saying how many a second.
    public var sampleRate: Int?
    /// How its voice is changed.
    public var conversion = VoiceConversion.none
    /// Seconds without a byte, after which it counts as silent; a whole line may take three times that.
    public var patience = 10.0

    public init(kind: String) { self.kind = kind }

    /// What is missing, in words, or nil when it may be tried.
    public var lack: String? {
        guard let known = EngineKind.named(kind) else { return "there is no engine of that name" }
        if known.address == nil, baseURL == nil { return "'\(kind)' needs a 'base_url'" }
        return known.lacks(self)
    }
}
