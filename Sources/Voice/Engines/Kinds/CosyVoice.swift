import Foundation

extension EngineKind {
    /// CosyVoice's `runtime/python/fastapi/server.py`, `POST /inference_sft`: 16-bit samples without a head,
    /// 22,050 Hz of the first generation, 24,000 of later ones (`sample_rate`).
    static let cosyVoice = EngineKind(
        name: "cosyvoice", address: "http://127.0.0.1:50000", voice: "英文女",
        speak: { order, wire throws(VoiceError) in
            var form = URLComponents()
            form.queryItems = [
                URLQueryItem(name: "tts_text", value: order.text),
                URLQueryItem(name: "spk_id", value: order.voice),
            ]
            // A plus sign stands for a space in a form, but not in an address.
            let body = (form.percentEncodedQuery ?? "").replacing("+", with: "%2B")
            let answer = try await wire.post(
                order.address.appending(path: "inference_sft"),
                type: "application/x-www-form-urlencoded", body: Data(body.utf8))
            return try answer.spoken(
                wire, pcm: PCM(.s16, rate: order.settings.sampleRate ?? 22_050))
        })
}
