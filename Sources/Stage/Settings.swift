public import Documents
public import Foundation
import Mind
public import Voice

/// What a configuration file may say; the command line overrides it. Everything has a default.
///
/// ```yaml
/// host: 127.0.0.1
/// port: 12393
/// character: mirai
/// size: 800x960
/// fps: 30
/// backdrop: ["#26304a", "#10131f"]
/// language_model:
///   preset: ollama
///   base_url: http://localhost:11434/v1
///   model: qwen3:4b
///   api_key_env: OPENAI_API_KEY
///   temperature: 0.7
///   keep_alive: 300
///   unload_at_exit: true
/// voice:
///   engine: kokoro
///   base_url: http://localhost:8880
///   voice: af_heart
///   api_key_env: SPEECH_API_KEY
/// ears:
///   base_url: http://localhost:8000/v1
///   model: whisper-1
///   api_key_env: SPEECH_API_KEY
/// pushes:
///   - rtmp://a.rtmp.example.com/live/{STREAM_KEY}
/// clip_seconds: 120
/// delay_seconds: 10
/// filler: back-soon.png
/// ```
public struct Settings: Sendable, Equatable {
    /// The key that an environment variable holds.
    static func key(in variable: String?) -> String? {
        variable.flatMap { ProcessInfo.processInfo.environment[$0] }
    }

    public struct Model: Sendable, Equatable {
        public var baseURL: URL
        /// Nil takes the first the server lists.
        public var name: String?
        /// The environment variable that holds the key; keys are never written into files.
        public var keyVariable: String?
        public var temperature: Double
        /// Whether it speaks Anthropic's format instead of OpenAI's.
        public var isAnthropic = false
        /// Seconds for which Ollama keeps the model loaded, −1 for ever; nil as it likes.
        public var keepAlive: Int?
        /// Whether it is unloaded when the server ends.
        public var unloadsAtExit = false
    }

    /// An engine that speaks, in place of the built-in voice or beside it.
    public struct Speech: Sendable, Equatable {
        /// Without its key.
        public var engine: EngineSettings
        /// The environment variable that holds the key.
        public var keyVariable: String?

        /// With the key, if there is one.
        var complete: EngineSettings {
            var engine = engine
            engine.key = Settings.key(in: keyVariable)
            return engine
        }
    }

    /// A server that writes down what is said to her.
    public struct Ears: Sendable, Equatable {
        /// `openai`, or a kind of recognizer that streams.
        public var engine: String
        public var baseURL: URL
        public var model: String?
        /// The environment variable that holds the key.
        public var keyVariable: String?

        static let engines = ["openai"] + StreamingRecognizer.Kind.allCases.map(\.rawValue)

        public init(
            engine: String = "openai", baseURL: URL, model: String? = nil,
            keyVariable: String? = nil
        ) {
            self.engine = engine
            self.baseURL = baseURL
            self.model = model
            self.keyVariable = keyVariable
        }

        /// With its key, if there is one.
        var recognizer: any SpeechRecognizer {
            let key = Settings.key(in: keyVariable)
            if let kind = StreamingRecognizer.Kind(rawValue: engine) {
                return StreamingRecognizer(kind, address: baseURL, model: model, key: key)
            }
            return TranscriptionServer(baseURL: baseURL, model: model ?? "whisper-1", key: key)
        }
    }

    public var host = "127.0.0.1"
    public var port = 12_393
    public var character = "mirai"
    public var size = PixelSize(width: 800, height: 960)
    public var framesPerSecond = 30
    /// Colours of the backdrop from top to bottom, `#RRGGBB`.
    public var backdrop = ["#2b3654", "#12151f"]
    public var model: Model?
    /// The first speaks unless another is asked for.
    public var speech: [Speech] = []
    /// Where the show is sent as soon as the server runs.
    public var pushes: [PushWish] = []
    /// Seconds of each room that are kept in memory for clips; 0 keeps none. Costs about 10 MB a minute,
    /// and encoding while nobody watches.
    public var clipSeconds = 0.0
    /// Seconds by which everything is later on air than it is performed, so that it can be dropped.
    public var delaySeconds = 0.0
    /// A PNG that is shown in place of what was dropped; nil is the room without her.
    public var filler: String?
    public var ears: Ears?

    public init() {}

    public init(contentsOf url: URL) throws(Complaint) {
        let (settings, complaints) = Self.read(url)
        if let first = complaints.first { throw first }
        self = settings
    }

    /// Every complaint about a configuration file.
    public static func complaints(in url: URL) -> [Complaint] { read(url).complaints }

    private static func read(_ url: URL) -> (settings: Settings, complaints: [Complaint]) {
        var settings = Settings()
        var complaints: [Complaint] = []
        let document: Document
        do { document = try Document(contentsOf: url, name: url.path) } catch {
            return (settings, [error])
        }
        let members = Members(
            of: document.root,
            allowing: [
                "host", "port", "character", "size", "fps", "backdrop", "language_model", "voice",
                "pushes", "clip_seconds", "delay_seconds", "filler", "ears",
            ], &complaints)
        settings.host = members.string("host", &complaints) ?? settings.host
        settings.port = Int(
            members.number("port", in: 0...65_535, default: Double(settings.port), &complaints))
        settings.character = members.string("character", &complaints) ?? settings.character
        settings.framesPerSecond = Int(
            members.number("fps", in: 1...60, default: 30, &complaints))
        if let text = members.string("size", &complaints) {
            if let size = PixelSize(text) {
                settings.size = size
            } else if let field = members["size"] {
                complaints.append(
                    field.complaint(
                        "'size' is '\(text)', which is no picture size.",
                        remedy: "Write WIDTHxHEIGHT, both even and 16 to 4096, as in 800x960."))
            }
        }
        if let field = members["backdrop"] {
            let colours = field.elements?.compactMap(\.string) ?? field.string.map { [$0] } ?? []
            if (1...2).contains(colours.count), colours.allSatisfy({ Colour($0) != nil }) {
                settings.backdrop = colours
            } else {
                complaints.append(
                    field.complaint(
                        "'backdrop' must be one or two colours.", remedy: "Write \"#RRGGBB\"."))
            }
        }
        settings.model = model(members["language_model"], &complaints)
        settings.speech = speech(members["voice"], &complaints)
        settings.clipSeconds = members.number(
            "clip_seconds", in: 0...900, default: 0, &complaints)
        settings.delaySeconds = members.number(
            "delay_seconds", in: Room.delays, default: 0, &complaints)
        settings.filler = members.string("filler", &complaints)
        settings.pushes = pushes(members["pushes"], &complaints)
        settings.ears = ears(members["ears"], &complaints)
        return (settings, complaints)
    }

    private static func model(_ field: Field?, _ complaints: inout [Complaint]) -> Model? {
        guard let field else { return nil }
        let members = Members(
            of: field,
            allowing: [
                "preset", "base_url", "model", "api_key_env", "temperature", "keep_alive",
                "unload_at_exit",
            ], &complaints)
        let preset = preset(members["preset"], &complaints)
        let address =
            members["preset"] == nil
            ? members.required("base_url", &complaints) : members["base_url"]
        let name = members.string("model", &complaints)
        let key = members.string("api_key_env", &complaints)
        let temperature = members.number("temperature", in: 0...2, default: 0.7, &complaints)
        let keepAlive =
            members["keep_alive"] == nil
            ? nil : Int(members.number("keep_alive", in: -1...86_400, default: 300, &complaints))
        var unloadsAtExit = false
        if let field = members["unload_at_exit"] {
            if let value = field.bool {
                unloadsAtExit = value
            } else {
                complaints.append(
                    field.complaint(
                        "'unload_at_exit' is neither true nor false.", remedy: "Write true."))
            }
        }
        func model(at url: URL) -> Model {
            Model(
                baseURL: url, name: name, keyVariable: key ?? preset?.keyVariable,
                temperature: temperature, isAnthropic: preset?.isAnthropic == true,
                keepAlive: keepAlive, unloadsAtExit: unloadsAtExit)
        }
        if preset?.isAnthropic == true, name == nil {
            complaints.append(
                field.complaint(
                    "'anthropic' needs the name of a model.", remedy: "Write it as 'model'."))
            return nil
        }
        if let preset, address == nil { return model(at: preset.baseURL) }
        return url(address, &complaints).map(model(at:))
    }

    private static func preset(_ field: Field?, _ complaints: inout [Complaint]) -> ModelPreset? {
        guard let field else { return nil }
        if let preset = field.string.flatMap(ModelPreset.named) { return preset }
        complaints.append(
            field.complaint(
                "There is no preset of that name.",
                remedy: "Known are \(ModelPreset.all.map(\.name).joined(separator: ", "))."))
        return nil
    }

    private static func speech(_ field: Field?, _ complaints: inout [Complaint]) -> [Speech] {
        guard let field else { return [] }
        return (field.elements ?? [field]).compactMap { engine($0, &complaints) }
    }

    private static func engine(_ field: Field, _ complaints: inout [Complaint]) -> Speech? {
        let members = Members(
            of: field,
            allowing: [
                "engine", "base_url", "model", "voice", "api_key_env", "program", "reference",
                "reference_text", "sample_rate", "patience", "pitch", "formants",
            ], &complaints)
        var engine = EngineSettings(
            kind: members.choice(
                "engine", of: EngineSettings.kinds, default: "openai", &complaints))
        // A server of OpenAI's kind that is not OpenAI's own has to be named.
        let needsAddress = members["engine"] == nil && engine.kind == "openai"
        let address =
            needsAddress ? members.required("base_url", &complaints) : members["base_url"]
        if address == nil, needsAddress { return nil }
        if address != nil {
            guard let url = url(address, &complaints) else { return nil }
            engine.baseURL = url
        }
        engine.model = members.string("model", &complaints)
        engine.voice = members.string("voice", &complaints)
        engine.program = members.string("program", &complaints)
        engine.reference = members.string("reference", &complaints)
        engine.referenceText = members.string("reference_text", &complaints)
        if members["sample_rate"] != nil {
            engine.sampleRate = Int(
                members.number("sample_rate", in: 8_000...192_000, default: 24_000, &complaints))
        }
        engine.conversion = VoiceConversion(
            pitch: members.number("pitch", in: VoiceConversion.pitches, default: 1, &complaints),
            formants: members.number(
                "formants", in: VoiceConversion.throats, default: 1, &complaints))
        engine.patience = members.number("patience", in: 1...120, default: 10, &complaints)
        let key = members.string("api_key_env", &complaints)
        var judged = engine
        judged.key = key
        if let lack = judged.lack {
            complaints.append(
                field.complaint(
                    "The engine lacks something: \(lack).", remedy: "See docs/settings.md."))
            return nil
        }
        return Speech(engine: engine, keyVariable: key)
    }

    /// Each an address, or one with the room that is meant.
    private static func pushes(_ field: Field?, _ complaints: inout [Complaint]) -> [PushWish] {
        guard let field else { return [] }
        guard let elements = field.elements else {
            complaints.append(
                field.complaint(
                    "'pushes' is no list.", remedy: "Write each address on a line after '- '."))
            return []
        }
        return elements.compactMap { element -> PushWish? in
            var room = "main"
            var address = element
            if element.string == nil {
                let members = Members(of: element, allowing: ["url", "room"], &complaints)
                guard let url = members.required("url", &complaints) else { return nil }
                address = url
                room = members.string("room", &complaints) ?? room
            }
            do throws(StageError) {
                return try PushWish(url: address.string ?? "", room: room)
            } catch {
                complaints.append(address.complaint(error.message, remedy: error.hint))
                return nil
            }
        }
    }

    private static func ears(_ field: Field?, _ complaints: inout [Complaint]) -> Ears? {
        guard let field else { return nil }
        let members = Members(
            of: field, allowing: ["engine", "base_url", "model", "api_key_env"], &complaints)
        let engine = members.choice(
            "engine", of: Ears.engines, default: "openai", &complaints)
        let address = members.required("base_url", &complaints)
        let model = members.string("model", &complaints)
        let key = members.string("api_key_env", &complaints)
        let schemes = engine == "openai" ? ["http", "https"] : ["ws"]
        guard let url = url(address, schemes: schemes, &complaints) else { return nil }
        return Ears(engine: engine, baseURL: url, model: model, keyVariable: key)
    }

    private static func url(
        _ address: Field?, schemes: [String] = ["http", "https"], _ complaints: inout [Complaint]
    ) -> URL? {
        guard let address else { return nil }
        guard let url = address.string.flatMap({ URL(string: $0) }), url.host() != nil,
            schemes.contains(url.scheme ?? "")
        else {
            complaints.append(
                address.complaint(
                    "'base_url' is no \(schemes == ["ws"] ? "WebSocket's" : "web") address.",
                    remedy: "Write it as in "
                        + (schemes == ["ws"]
                            ? "ws://localhost:2700." : "http://localhost:11434/v1.")))
            return nil
        }
        return url
    }
}
