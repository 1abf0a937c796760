import AvatarTypes
import Foundation

extension EngineKind {
    /// GPT-SoVITS's `api_v2.py`, `POST /tts`: speaks like a recording that lies beside it.
    static let gptSoVITS = EngineKind(
        name: "gpt-sovits", address: "http://127.0.0.1:9880", languages: [.english, .japanese],
        lacks: {
            $0.reference == nil
                ? "'gpt-sovits' needs 'reference', the path of a recording on its disk" : nil
        },
        speak: { order, wire throws(VoiceError) in
            let answer = try await wire.post(
                order.address.appending(path: "tts"),
                json: SoVITSRequest(
                    text: order.text, text_lang: order.language.rawValue,
                    ref_audio_path: order.settings.reference ?? "",
                    prompt_text: order.settings.referenceText ?? "",
                    // Of a recording without a text nothing is read, so any language will do.
                    prompt_lang: language(of: order.settings.referenceText ?? "").rawValue,
                    speed_factor: order.speed))
            return try answer.spoken(wire)
        })

    private static func language(of text: String) -> Language {
        text.unicodeScalars.contains { (0x3040...0x9FFF).contains($0.value) } ? .japanese : .english
    }
}

private struct SoVITSRequest: Encodable {
    var text: String
    var text_lang: String
    var ref_audio_path: String
    var prompt_text: String
    var prompt_lang: String
    var speed_factor: Double
    var media_type = "wav"
    var streaming_mode = false
}
