import Foundation

extension EngineKind {
    /// Fish Audio's `POST /v1/tts`, in the cloud or of fish-speech's own server. `voice` is a model in the
    /// cloud, and a folder of references on one's own.
    static let fish = EngineKind(
        name: "fish", address: "https://api.fish.audio", model: "s1",
        speak: { order, wire throws(VoiceError) in
            let answer = try await wire.post(
                order.address.appending(path: "v1/tts"),
                headers: order.bearer.merging(["model": order.model]) { $1 },
                json: FishRequest(
                    text: order.text, reference_id: order.voice.isEmpty ? nil : order.voice,
                    prosody: .init(speed: order.speed)))
            return try answer.spoken(wire)
        },
        list: { order, wire throws(VoiceError) in
            if order.address.host() == "api.fish.audio" {
                let url = order.address.appending(path: "model").appending(
                    queryItems: [URLQueryItem(name: "self", value: "true")])
                let answer = try await wire.get(url, headers: order.bearer)
                return try wire.decode(FishModels.self, from: answer.data).items.map {
                    EngineVoice(id: $0._id, name: $0.title)
                }
            }
            let answer = try await wire.get(
                order.address.appending(path: "v1/references/list"), headers: order.bearer)
            return try wire.decode(FishReferences.self, from: answer.data).reference_ids.map {
                EngineVoice(id: $0, name: $0)
            }
        })
}

private struct FishRequest: Encodable {
    struct Prosody: Encodable { var speed: Double }
    var text: String
    var reference_id: String?
    var format = "wav"
    var streaming = false
    var prosody: Prosody
}

private struct FishModels: Decodable {
    struct Item: Decodable {
        var _id: String
        var title: String
    }
    var items: [Item]
}

private struct FishReferences: Decodable {
    var reference_ids: [String]
}
