import Foundation

extension EngineKind {
    /// Kokoro-FastAPI's `POST /dev/captioned_speech`: sound with the times of words, which may be missing.
    static let kokoro = EngineKind(
        name: "kokoro", address: "http://127.0.0.1:8880", model: "kokoro", voice: "af_heart",
        speak: { order, wire throws(VoiceError) in
            let answer = try await wire.post(
                root(order).appending(path: "dev/captioned_speech"), headers: order.bearer,
                json: CaptionedRequest(
                    model: order.model, input: order.text, voice: order.voice,
                    speed: order.speed))
            // One object, or one in each line when the server streams after all.
            var sound = Data()
            var words: [(String, Double, Double)] = []
            for line in answer.data.split(separator: UInt8(ascii: "\n")) {
                let part = try wire.decode(CaptionedAnswer.self, from: Data(line))
                guard let bytes = Data(base64Encoded: part.audio) else {
                    throw wire.failure("its sound is not base64")
                }
                sound += bytes
                words += (part.timestamps ?? []).map { ($0.word, $0.start_time, $0.end_time) }
            }
            return EngineAnswer(
                sound: try SoundFile.read(
                    sound, from: wire.place, pcm: PCM(.s16, rate: 24_000)),
                stamps: Stamp.list(words, in: order.text))
        },
        list: { order, wire throws(VoiceError) in
            let answer = try await wire.get(
                root(order).appending(path: "v1/audio/voices"), headers: order.bearer)
            return try wire.decode(VoiceNames.self, from: answer.data).voices
        })

    /// Its other calls lie under `/v1`, so that may be what is written in settings.
    private static func root(_ order: EngineOrder) -> URL {
        order.address.lastPathComponent == "v1"
            ? order.address.deletingLastPathComponent() : order.address
    }
}

private struct CaptionedRequest: Encodable {
    var model: String
    var input: String
    var voice: String
    var speed: Double
    var response_format = "wav"
    var stream = false
    var return_timestamps = true
}

private struct CaptionedAnswer: Decodable {
    struct Word: Decodable {
        var word: String
        var start_time: Double
        var end_time: Double
    }
    var audio: String
    var timestamps: [Word]?
}
