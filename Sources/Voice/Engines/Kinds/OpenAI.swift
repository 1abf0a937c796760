import Foundation

extension EngineKind {
    /// OpenAI's `POST …/audio/speech`, which LocalAI, openedai-speech, Kokoro-FastAPI and others speak too.
    static let openAI = EngineKind(
        name: "openai", address: "https://api.openai.com/v1", model: "tts-1", voice: "alloy",
        speak: { order, wire throws(VoiceError) in
            let answer = try await wire.post(
                order.address.appending(path: "audio/speech"), headers: order.bearer,
                json: SpeechRequest(
                    model: order.model, voice: order.voice, input: order.text,
                    speed: order.speed))
            return try answer.spoken(wire)
        },
        list: { order, wire throws(VoiceError) in
            // OpenAI itself has no list; Kokoro-FastAPI's is of names, others' of objects.
            let answer = try await wire.get(
                order.address.appending(path: "audio/voices"), headers: order.bearer)
            return try wire.decode(VoiceNames.self, from: answer.data).voices
        })
}

private struct SpeechRequest: Encodable {
    var model: String
    var voice: String
    var input: String
    var response_format = "wav"
    var speed: Double
}

/// `{"voices": ["af_heart", …]}`, or with objects that have an `id` or a `name`.
struct VoiceNames: Decodable {
    private struct Item: Decodable {
        var voice: EngineVoice

        private enum Key: CodingKey { case id, name, voice_id }

        init(from decoder: any Decoder) throws {
            if let name = try? decoder.singleValueContainer().decode(String.self) {
                voice = EngineVoice(id: name, name: name)
                return
            }
            let object = try decoder.container(keyedBy: Key.self)
            let name = try? object.decode(String.self, forKey: .name)
            let id = (try? object.decode(String.self, forKey: .id)) ?? name
            guard let id = try id ?? object.decodeIfPresent(String.self, forKey: .voice_id) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "a voice has no name"))
            }
            voice = EngineVoice(id: id, name: name ?? id)
        }
    }

    private enum Key: CodingKey { case voices }

    var voices: [EngineVoice]

    init(from decoder: any Decoder) throws {
        voices = try decoder.container(keyedBy: Key.self).decode([Item].self, forKey: .voices)
            .map(\.voice)
    }
}

extension EngineOrder {
    var bearer: [String: String] { settings.key.map { ["Authorization": "Bearer \($0)"] } ?? [:] }
}

extension EngineWire.Response {
    /// An answer that is sound and nothing else.
    ///
    /// - Parameter pcm: what samples without a head are.
    func spoken(_ wire: EngineWire, pcm: PCM? = nil) throws(VoiceError) -> EngineAnswer {
        let isText = ["text/", "application/json", "application/xml"].contains {
            type.hasPrefix($0)
        }
        guard !isText else { throw wire.failure("it answered with \(type) in place of sound") }
        return EngineAnswer(sound: try SoundFile.read(data, from: wire.place, pcm: pcm))
    }
}
