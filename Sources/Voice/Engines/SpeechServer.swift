public import AvatarTypes
public import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A voice behind an OpenAI-compatible address, `POST …/audio/speech`: OpenAI, Kokoro-FastAPI,
/// openedai-speech, LocalAI, …
///
/// The server gives sound alone, so the mouth is the built-in voice's for the same words, laid onto that
/// sound (`Dubbing`).
public struct SpeechServer: SpeechSynthesizer {
    /// Up to and with `/v1`.
    public var baseURL: URL
    public var model: String
    /// As the server names it.
    public var voice: String
    public var key: String?
    /// Seconds without a byte, after which the server counts as silent.
    public var patience: Double

    private let mouth: EspeakSynthesizer
    /// Keeps neither answers nor cookies.
    private static let session = URLSession(configuration: .ephemeral)

    /// Larger answers are no line of speech: five minutes of sound.
    private static let largest = 64 << 20

    /// - Throws: when espeak-ng, whose mouth it borrows, does not start.
    public init(
        baseURL: URL, model: String, voice: String, key: String? = nil, patience: Double = 10
    ) throws(VoiceError) {
        self.baseURL = baseURL
        self.model = model
        self.voice = voice
        self.key = key
        self.patience = patience
        mouth = try EspeakSynthesizer()
    }

    public var voices: [VoiceDescription] {
        let name = String(
            voice.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        return [
            VoiceDescription(
                name: "server-\(name)", languages: Language.allCases, gender: .none,
                source: "\(model) at \(place)", licence: "NOASSERTION")
        ]
    }

    private struct Request: Encodable {
        var model: String
        var voice: String
        var input: String
        var response_format = "wav"
        var speed: Double
    }

    public func speak(_ utterance: Utterance) async throws(VoiceError) -> SpokenLine {
        var shadow = utterance
        shadow.voice = nil
        var built = try await mouth.speak(shadow)
        built.utterance = utterance
        guard utterance.text.contains(where: { $0.isLetter || $0.isNumber }) else { return built }
        // Kanji have no reading in the built-in voice, but the server may well have one.
        if built.audio.samples.isEmpty {
            built = try await SilentVoice().speak(shadow)
            built.utterance = utterance
        }
        let delivery = Delivery(utterance.emotion, utterance.manner)
        let clip = try SoundFile.read(
            try await answer(to: utterance.text, speed: delivery.speed),
            from: "speech server \(place)")
        var samples = clip.samples
        if clip.sampleRate != sampleRate {
            samples = Resampler(from: clip.sampleRate, to: sampleRate)
                .resample(samples.map { Int16($0 * 32_767) })
        }
        delivery.warm(&samples)
        Loudness.level(&samples, decibels: delivery.level)
        return Dubbing(samples).line(speaking: built)
    }

    private func answer(to text: String, speed: Double) async throws(VoiceError) -> Data {
        var request = URLRequest(url: baseURL.appending(path: "audio/speech"))
        request.httpMethod = "POST"
        request.timeoutInterval = patience
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
        let data: Data
        let response: URLResponse
        do {
            request.httpBody = try JSONEncoder().encode(
                Request(model: model, voice: voice, input: text, speed: speed))
            (data, response) = try await Self.session.data(for: request)
        } catch let error as URLError where error.code == .timedOut {
            throw failure("it has been silent for \(patience) s")
        } catch let error as URLError where error.code == .cannotConnectToHost {
            throw failure("nothing listens there")
        } catch {
            throw failure("the connection failed")
        }
        guard let response = response as? HTTPURLResponse else {
            throw failure("it speaks no HTTP")
        }
        guard response.statusCode == 200 else {
            throw failure("it answered with status \(response.statusCode)")
        }
        let expected = response.expectedContentLength
        guard data.count <= Self.largest, expected < 0 || data.count >= expected else {
            throw failure("its sound was cut off, or is too long")
        }
        let type = response.value(forHTTPHeaderField: "Content-Type") ?? "audio/wav"
        guard type.hasPrefix("audio/") || type.hasPrefix("application/octet-stream") else {
            throw failure("it answered with \(type) in place of sound")
        }
        return data
    }

    private var place: String {
        (baseURL.host() ?? "?") + (baseURL.port.map { ":\($0)" } ?? "")
    }

    private func failure(_ what: String) -> VoiceError {
        VoiceError(
            place: "speech server \(place)", what: what,
            remedy: "see that it runs and knows model \(model) and voice \(voice)")
    }
}
