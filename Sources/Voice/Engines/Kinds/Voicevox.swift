import AvatarTypes
import Foundation

extension EngineKind {
    /// VOICEVOX: `POST /audio_query` gives the moras and how long each is, `POST /synthesis` the sound.
    /// `voice` is the number of a style.
    static let voicevox = moraEngine(
        name: "voicevox", address: "http://127.0.0.1:50021", voice: "3")

    /// AivisSpeech speaks VOICEVOX's protocol; its moras have no lengths.
    static let aivisSpeech = moraEngine(
        name: "aivisspeech", address: "http://127.0.0.1:10101", voice: "888753760")

    private static func moraEngine(name: String, address: String, voice: String) -> EngineKind {
        EngineKind(
            name: name, address: address, voice: voice, languages: [.japanese],
            speak: { order, wire throws(VoiceError) in
                let speaker = URLQueryItem(name: "speaker", value: order.voice)
                let asked = try await wire.post(
                    order.address.appending(path: "audio_query").appending(
                        queryItems: [URLQueryItem(name: "text", value: order.text), speaker]))
                // The query goes back as it came, but for how the line is to be said.
                var query = try wire.decode(JSONValue.self, from: asked.data)
                let plan = try wire.decode(MoraPlan.self, from: asked.data)
                let speed = (plan.speedScale ?? 1) * order.speed
                query["speedScale"] = .number(speed)
                query["pitchScale"] = .number(log2(order.pitch) / 4)
                let answer = try await wire.post(
                    order.address.appending(path: "synthesis").appending(queryItems: [speaker]),
                    json: query)
                var spoken = try answer.spoken(wire)
                spoken.visemes = plan.visemes(speed: speed, lasting: spoken.sound.duration)
                return spoken
            },
            list: { order, wire throws(VoiceError) in
                let answer = try await wire.get(order.address.appending(path: "speakers"))
                return try wire.decode([MoraSpeaker].self, from: answer.data).flatMap { speaker in
                    speaker.styles.map { style in
                        EngineVoice(id: "\(style.id)", name: "\(speaker.name)-\(style.name)")
                    }
                }
            })
    }
}

private struct MoraSpeaker: Decodable {
    struct Style: Decodable {
        var id: Int
        var name: String
    }
    var name: String
    var styles: [Style]
}

/// As much of an audio query as tells when each sound is heard.
private struct MoraPlan: Decodable {
    struct Mora: Decodable {
        var consonant: String?
        var consonant_length: Double?
        var vowel: String
        var vowel_length: Double
    }
    struct Phrase: Decodable {
        var moras: [Mora]
        var pause_mora: Mora?
    }
    var accent_phrases: [Phrase]
    var speedScale: Double?
    var prePhonemeLength: Double?
    var postPhonemeLength: Double?

    /// The mouth, or nil when the lengths do not add up to those of the sound.
    func visemes(speed: Double, lasting duration: MediaTime) -> Timeline<Viseme>? {
        var visemes = Timeline<Viseme>()
        var time = (prePhonemeLength ?? 0) / speed
        func say(_ viseme: Viseme?, _ length: Double) {
            let start = MediaTime.seconds(time)
            time += length / speed
            let end = MediaTime.seconds(time)
            if let viseme, start < end { visemes.append(viseme, from: start, to: end) }
        }
        for phrase in accent_phrases {
            for mora in phrase.moras + (phrase.pause_mora.map { [$0] } ?? []) {
                if let consonant = mora.consonant, let length = mora.consonant_length {
                    say(
                        Self.consonants[String(consonant.prefix(2))]
                            ?? Self.consonants[String(consonant.prefix(1))], length)
                }
                say(Self.vowels[mora.vowel], mora.vowel_length)
            }
        }
        time += (postPhonemeLength ?? 0) / speed
        let length = duration.seconds
        return !visemes.isEmpty && abs(time - length) < 0.05 + 0.03 * length ? visemes : nil
    }

    /// A capital is a vowel without voice; `cl` is the stop of a double consonant.
    private static let vowels: [String: Viseme] = [
        "a": .aa, "i": .ih, "u": .ou, "e": .E, "o": .oh, "A": .aa, "I": .ih, "U": .ou, "E": .E,
        "O": .oh, "N": .nn, "cl": .DD,
    ]

    private static let consonants: [String: Viseme] = [
        "p": .PP, "b": .PP, "m": .PP, "f": .FF, "v": .FF, "t": .DD, "d": .DD, "r": .DD, "k": .kk,
        "g": .kk, "h": .kk, "ch": .CH, "sh": .CH, "j": .CH, "s": .SS, "z": .SS, "ts": .SS, "n": .nn,
        "w": .ou, "y": .ih,
    ]
}
