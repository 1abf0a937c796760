import AvatarTypes
import Foundation

extension EngineKind {
    /// ElevenLabs' `POST /v1/text-to-speech/{voice}/with-timestamps`: samples, and when every character
    /// is heard.
    static let elevenLabs = EngineKind(
        name: "elevenlabs", address: "https://api.elevenlabs.io", model: "eleven_multilingual_v2",
        voice: "21m00Tcm4TlvDq8ikWAM", lacks: { ElevenLabs.lack($0) },
        speak: { order, wire throws(VoiceError) in
            let url = order.address.appending(
                path: "v1/text-to-speech/\(order.voice)/with-timestamps"
            ).appending(queryItems: [URLQueryItem(name: "output_format", value: "pcm_24000")])
            let answer = try await wire.post(
                url, headers: ElevenLabs.headers(order),
                json: ElevenLabs.Request(
                    text: order.text, model_id: order.model,
                    voice_settings: .init(speed: order.speed)))
            let spoken = try wire.decode(ElevenLabs.Answer.self, from: answer.data)
            guard let data = Data(base64Encoded: spoken.audio_base64) else {
                throw wire.failure("its sound is not base64")
            }
            return EngineAnswer(
                sound: try SoundFile.read(data, from: wire.place, pcm: ElevenLabs.pcm),
                stamps: spoken.alignment?.stamps(of: order.text) ?? [])
        },
        list: { order, wire throws(VoiceError) in try await ElevenLabs.voices(order, wire) })
}

/// What both ways to ElevenLabs share.
enum ElevenLabs {
    static let pcm = PCM(.s16, rate: 24_000)

    static func lack(_ settings: EngineSettings) -> String? {
        settings.key == nil && settings.baseURL == nil
            ? "'\(settings.kind)' needs 'api_key_env', and that variable a key" : nil
    }

    static func headers(_ order: EngineOrder) -> [String: String] {
        order.settings.key.map { ["xi-api-key": $0] } ?? [:]
    }

    struct VoiceSettings: Encodable, Sendable {
        var speed: Double

        /// It takes 0.7 to 1.2.
        init(speed: Double) { self.speed = min(max(speed, 0.7), 1.2) }
    }

    struct Request: Encodable, Sendable {
        var text: String
        var model_id: String
        var voice_settings: VoiceSettings
    }

    struct Answer: Decodable {
        var audio_base64: String
        var alignment: Alignment?
    }

    struct Alignment: Decodable {
        var characters: [String]
        var character_start_times_seconds: [Double]
        var character_end_times_seconds: [Double]

        /// It says the text letter by letter, so letters are found in order.
        func stamps(of text: String) -> [Stamp] {
            let count = min(
                character_start_times_seconds.count, character_end_times_seconds.count)
            return Stamp.list(
                zip(characters.prefix(count), 0...).map { letter, index in
                    (
                        letter, character_start_times_seconds[index],
                        character_end_times_seconds[index]
                    )
                }, in: text)
        }
    }

    private struct List: Decodable {
        struct Voice: Decodable {
            var voice_id: String
            var name: String
            var labels: [String: String?]?
        }
        var voices: [Voice]
    }

    static func voices(
        _ order: EngineOrder, _ wire: EngineWire
    ) async throws(VoiceError) -> [EngineVoice] {
        let answer = try await wire.get(
            order.address.appending(path: "v1/voices"), headers: headers(order))
        return try wire.decode(List.self, from: answer.data).voices.map { voice in
            let gender = (voice.labels?["gender"] ?? nil).flatMap(VoiceDescription.Gender.init)
            return EngineVoice(id: voice.voice_id, name: voice.name, gender: gender ?? .none)
        }
    }
}
