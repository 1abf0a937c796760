public import AvatarTypes

/// English by flite in this process: a woman and a man recorded at Carnegie Mellon.
public actor FliteSynthesizer: SpeechSynthesizer {
    private static let speakers = ["flite-slt": FliteVoice.slt, "flite-awb": .awb]

    public nonisolated let voices = [
        VoiceDescription(
            name: "flite-slt", languages: [.english], gender: .female, source: "flite cmu_us_slt",
            licence: "MIT-CMU", mistakes: MeasuredMistakes.of("flite-slt")),
        VoiceDescription(
            name: "flite-awb", languages: [.english], gender: .male, source: "flite cmu_us_awb",
            licence: "MIT-CMU", mistakes: MeasuredMistakes.of("flite-awb")),
    ]

    private let other: EspeakSynthesizer

    /// - Throws: when espeak-ng, which says what is not English, does not start.
    public init() throws(VoiceError) {
        other = try EspeakSynthesizer()
    }

    public func speak(_ utterance: Utterance) async throws(VoiceError) -> SpokenLine {
        let name = utterance.voice ?? "flite-slt"
        guard let speaker = Self.speakers[name] else {
            throw VoiceError(
                place: "voice \"\(name)\"", what: "is not one of this synthesizer's",
                remedy: "choose one of: \(voices.map(\.name).joined(separator: ", "))")
        }
        let runs = SpeakableText(utterance.text, language: utterance.language).runs
        guard runs.allSatisfy({ $0.language == .english }) else {
            var line = utterance
            line.voice = voices.first { $0.name == name }?.gender == .male ? "espeak-klatt" : nil
            var spoken = try await other.speak(line)
            spoken.utterance = utterance
            return spoken
        }
        let delivery = Delivery(utterance.emotion, utterance.manner)
        var track = VoicedTrack(text: utterance.text)
        for run in runs {
            if Task.isCancelled { throw .cancelled }
            let line = try fliteLine(
                run, voice: speaker, pitch: delivery.pitch, speed: delivery.speed,
                range: delivery.range)
            track.append(
                line.prosody, sound: line.sound.map { Float($0) / 32_768 },
                times: line.times.map { time in
                    Int(time.start * Double(line.rate))..<Int(time.end * Double(line.rate))
                }, rate: line.rate, language: .english)
        }
        if Task.isCancelled { throw .cancelled }
        return track.line(utterance, as: delivery)
    }
}
