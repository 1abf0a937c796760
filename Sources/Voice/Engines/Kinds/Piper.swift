import AvatarTypes
import Foundation
import Synchronization

extension EngineKind {
    /// Piper, a program on this machine: the text goes in, 16-bit samples come out. `voice` is the path of
    /// the voice's `.onnx` file, beside which its `.onnx.json` tells the rate.
    static let piper = EngineKind(
        name: "piper", address: "file:///",
        lacks: { settings in
            guard let voice = settings.voice else {
                return "'piper' needs 'voice', the path of a voice's .onnx file"
            }
            return FileManager.default.fileExists(atPath: voice)
                ? nil : "there is no voice at \(voice)"
        },
        speak: { order, wire throws(VoiceError) in
            let rate = order.settings.sampleRate ?? voiceRate(order.voice) ?? 22_050
            guard let pcm = PCM(.s16, rate: rate) else {
                throw wire.failure("its voice has \(rate) Hz, which is not read")
            }
            let data = try await Program(
                name: order.settings.program ?? "piper",
                arguments: [
                    "--model", order.voice, "--output-raw",
                    "--length_scale", "\(1 / order.speed)",
                ],
                input: order.text.replacing("\n", with: " ") + "\n", patience: 3 * wire.patience
            ).output(wire)
            return EngineAnswer(sound: try SoundFile.read(data, from: wire.place, pcm: pcm))
        })

    private static func voiceRate(_ voice: String) -> Int? {
        FileManager.default.contents(atPath: voice + ".json").flatMap {
            try? JSONDecoder().decode(PiperVoice.self, from: $0).audio.sample_rate
        }
    }
}

private struct PiperVoice: Decodable {
    struct Audio: Decodable { var sample_rate: Int }
    var audio: Audio
}
