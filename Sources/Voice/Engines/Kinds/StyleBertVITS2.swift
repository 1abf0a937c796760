import AvatarTypes
import Foundation

extension EngineKind {
    /// Style-Bert-VITS2's `server_fastapi.py`, `POST /voice`. A model is named by `model`, a speaker of it
    /// by `voice`; without names the first of each.
    static let styleBertVITS2 = EngineKind(
        name: "style-bert-vits2", address: "http://127.0.0.1:5000",
        languages: [.english, .japanese],
        speak: { order, wire throws(VoiceError) in
            var items = [
                URLQueryItem(name: "text", value: order.text),
                URLQueryItem(name: "language", value: order.language == .japanese ? "JP" : "EN"),
                URLQueryItem(name: "length", value: "\(1 / order.speed)"),
            ]
            // "model/speaker" in the list of voices names both.
            let parts = order.voice.split(separator: "/", maxSplits: 1).map(String.init)
            let model = parts.count == 2 ? parts[0] : order.model
            if !model.isEmpty { items.append(URLQueryItem(name: "model_name", value: model)) }
            if let speaker = parts.last, !speaker.isEmpty {
                items.append(URLQueryItem(name: "speaker_name", value: speaker))
            }
            return try await wire.post(
                order.address.appending(path: "voice").appending(queryItems: items)
            ).spoken(wire)
        },
        list: { order, wire throws(VoiceError) in
            let answer = try await wire.get(order.address.appending(path: "models/info"))
            let models = try wire.decode([String: StyleBertModel].self, from: answer.data)
            return models.sorted { $0.key < $1.key }.flatMap { _, model in
                model.spk2id.sorted { $0.value < $1.value }.map { speaker, _ in
                    let name = model.name.map { "\($0)/\(speaker)" } ?? speaker
                    return EngineVoice(id: name, name: name)
                }
            }
        })
}

private struct StyleBertModel: Decodable {
    var spk2id: [String: Int]
    var model_path: String?

    /// The folder of a model is its name.
    var name: String? {
        let parts = model_path?.split(whereSeparator: { $0 == "/" || $0 == "\\" }) ?? []
        return parts.count >= 2 ? String(parts[parts.count - 2]) : nil
    }
}
