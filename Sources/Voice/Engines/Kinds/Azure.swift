import AvatarTypes
import Foundation

extension EngineKind {
    /// Azure's `POST /cognitiveservices/v1` with SSML. Over REST it gives sound alone: its visemes come
    /// only with Microsoft's own SDK.
    static let azure = EngineKind(
        name: "azure", address: nil, voice: "en-US-AvaMultilingualNeural",
        lacks: { $0.key == nil ? "'azure' needs 'api_key_env', and that variable a key" : nil },
        speak: { order, wire throws(VoiceError) in
            let answer = try await wire.post(
                order.address.appending(path: "cognitiveservices/v1"),
                headers: headers(order).merging(
                    ["X-Microsoft-OutputFormat": "riff-24khz-16bit-mono-pcm"]) { $1 },
                type: "application/ssml+xml", body: Data(ssml(order).utf8))
            return try answer.spoken(wire)
        },
        list: { order, wire throws(VoiceError) in
            let answer = try await wire.get(
                order.address.appending(path: "cognitiveservices/voices/list"),
                headers: headers(order))
            return try wire.decode([AzureVoice].self, from: answer.data).map { voice in
                EngineVoice(
                    id: voice.ShortName, name: voice.ShortName,
                    gender: VoiceDescription.Gender(rawValue: voice.Gender.lowercased()) ?? .none)
            }
        })

    private static func headers(_ order: EngineOrder) -> [String: String] {
        // It answers nobody who does not say what program asks.
        ["Ocp-Apim-Subscription-Key": order.settings.key ?? "", "User-Agent": "bunraku"]
    }

    private static func ssml(_ order: EngineOrder) -> String {
        func percent(_ factor: Double) -> String {
            let change = Int(((factor - 1) * 100).rounded())
            return (change < 0 ? "" : "+") + "\(change)%"
        }
        let language =
            switch order.language {
            case .english: "en-US"
            case .russian: "ru-RU"
            case .japanese: "ja-JP"
            }
        return """
            <speak version="1.0" xmlns="http://www.w3.org/2001/10/synthesis" xml:lang="\(language)">\
            <voice name="\(escaped(order.voice))"><prosody rate="\(percent(order.speed))" \
            pitch="\(percent(order.pitch))">\(escaped(order.text))</prosody></voice></speak>
            """
    }

    /// What XML 1.0 allows; other control characters are left out.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\u{0}"..<" " where scalar != "\n" && scalar != "\t": break
            default: result.unicodeScalars.append(scalar)
            }
        }
    }
}

private struct AzureVoice: Decodable {
    var ShortName: String
    var Gender: String
}
