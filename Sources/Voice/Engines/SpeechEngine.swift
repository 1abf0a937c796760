public import AvatarTypes
import Foundation
import Synchronization

/// A voice that settings name: a server or a program, of one of the kinds in `Kinds/`.
///
/// It gives sound, and some kinds give times with it; the mouth is the built-in voice's for the same
/// words, laid onto that sound (`Dubbing`), unless the engine knows its own phones.
public final class SpeechEngine: SpeechSynthesizer {
    private let kind: EngineKind
    private let settings: EngineSettings
    private let address: URL
    private let mouth: EspeakSynthesizer
    private let aligner: Aligner?
    private let listed = Mutex<[EngineVoice]>([])

    /// - Parameter findsPhones: whether phones are looked for in the sound, which takes 1.2 % of its
    ///   length; without, and where no acoustic model is installed, the mouth goes by durations.
    /// - Throws: when settings lack something, or espeak-ng, whose mouth it borrows, does not start.
    public init(_ settings: EngineSettings, findsPhones: Bool = true) throws(VoiceError) {
        if let lack = settings.lack {
            throw VoiceError(
                place: "voice engine", what: lack, remedy: "see docs/settings.md, under 'voice'")
        }
        guard let kind = EngineKind.named(settings.kind),
            let address = settings.baseURL ?? kind.address.flatMap({ URL(string: $0) })
        else { preconditionFailure("settings that lack nothing name a kind and a place") }
        self.kind = kind
        self.settings = settings
        self.address = address
        mouth = try EspeakSynthesizer()
        aligner = findsPhones ? Aligner() : nil
    }

    private var place: String {
        guard let host = address.host() else { return "speech engine \(kind.name)" }
        return "speech server \(host)" + (address.port.map { ":\($0)" } ?? "") + " (\(kind.name))"
    }

    private var wire: EngineWire {
        EngineWire(
            place: place, patience: settings.patience,
            remedy: "see that it runs and knows the model and the voice of the settings")
    }

    private var voice: String { settings.voice ?? kind.voice }

    // MARK: Voices

    /// The one of the settings first, then those that the engine lists, once it has been asked.
    public var voices: [VoiceDescription] {
        var taken: Set<String> = []
        return ([chosen] + listed.withLock { $0 }.filter { $0.id != voice }).compactMap { voice in
            let name = self.name(of: voice)
            guard taken.insert(name).inserted else { return nil }
            return VoiceDescription(
                name: name, languages: kind.languages, gender: voice.gender, source: source,
                licence: "NOASSERTION")
        }
    }

    private var source: String {
        let model = settings.model ?? kind.model
        return (model.isEmpty ? kind.name : model) + " at " + (address.host() ?? "this machine")
    }

    /// The settings' own voice, by the engine's own description where it gives one.
    private var chosen: EngineVoice {
        let own = listed.withLock { $0.first { $0.id == voice } }
        let file = voice.split(separator: "/").last.map(String.init) ?? voice
        return EngineVoice(id: voice, name: file, gender: own?.gender ?? .none)
    }

    private func name(of voice: EngineVoice) -> String {
        let kind = kind.name == "openai" ? "server" : kind.name
        let words = voice.name.lowercased().map { letter in
            letter.isASCII && (letter.isLetter || letter.isNumber) ? letter : "-"
        }
        let plain = String(words).split(separator: "-").joined(separator: "-")
        // A name in another script is its identifier.
        let id = String(voice.id.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
        return "\(kind)-\(plain.isEmpty ? id.isEmpty ? "voice" : id : plain)"
    }

    /// Asks the engine for its voices. Silence, or a kind that does not tell, changes nothing.
    public func lookUpVoices() async {
        guard let list = kind.list else { return }
        let anything = order("", .english, Delivery(.neutral), voice: voice)
        if let found = try? await list(anything, wire) {
            listed.withLock { $0 = Array(found.prefix(500)) }
        }
    }

    /// What the engine calls a voice of ours.
    private func id(of name: String?) -> String {
        guard let name, name != self.name(of: chosen) else { return voice }
        return listed.withLock { $0 }.first { self.name(of: $0) == name }?.id ?? voice
    }

    // MARK: Speaking

    public func speak(_ utterance: Utterance) async throws(VoiceError) -> SpokenLine {
        var shadow = utterance
        shadow.voice = nil
        let (built, phones) = try await mouth.reading(of: shadow)
        var reading = Reading(line: built, phones: phones)
        reading.line.utterance = utterance
        guard utterance.text.contains(where: { $0.isLetter || $0.isNumber }) else {
            return reading.line
        }
        // Kanji have no reading in the built-in voice, but the engine may well have one.
        if reading.line.audio.samples.isEmpty {
            reading.line = try await SilentVoice().speak(utterance)
        }
        let delivery = Delivery(utterance.emotion, utterance.manner)
        let answer = try await kind.speak(
            order(utterance.text, utterance.language, delivery, voice: id(of: utterance.voice)),
            wire)
        var samples = answer.sound.samples
        guard samples.contains(where: { abs($0) > 0.001 }) else {
            throw wire.failure("its sound is silence")
        }
        if answer.sound.sampleRate != sampleRate {
            samples = Resampler(from: answer.sound.sampleRate, to: sampleRate).resample(samples)
        }
        settings.conversion.convert(&samples)
        delivery.colour(&samples)
        Loudness.level(&samples, decibels: delivery.level)
        let isNative = answer.visemes != nil
        var line = Dubbing(samples).line(
            speaking: reading, stamps: answer.stamps, aligner: isNative ? nil : aligner
        ).line
        if let own = answer.visemes { line.visemes = own }
        return line
    }

    private func order(
        _ text: String, _ language: Language, _ delivery: Delivery, voice: String
    ) -> EngineOrder {
        var settings = settings
        settings.model = settings.model ?? kind.model
        return EngineOrder(
            text: text, language: language, speed: delivery.speed, pitch: delivery.pitch,
            voice: voice, settings: settings, address: address)
    }
}
