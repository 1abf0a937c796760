public import AvatarTypes

/// The smallest voice: espeak-ng in this process, in English, Russian and Japanese.
///
/// Any number may exist; the library below is one and takes one line at a time.
public actor EspeakSynthesizer: SpeechSynthesizer {
    private static let variants = ["espeak-f2": "bunrakuf", "espeak-klatt": "bunrakum"]

    public nonisolated let voices = [
        VoiceDescription(
            name: "espeak-f2", languages: Language.allCases, gender: .female, source: "espeak-ng",
            licence: "GPL-3.0-or-later", mistakes: MeasuredMistakes.of("espeak-f2")),
        VoiceDescription(
            name: "espeak-klatt", languages: Language.allCases, gender: .male, source: "espeak-ng",
            licence: "GPL-3.0-or-later", mistakes: MeasuredMistakes.of("espeak-klatt")),
    ]

    private var resampler: Resampler?
    private let dictionary: JapaneseDictionary?

    /// - Throws: when espeak-ng's data is missing or cannot be prepared.
    public init() throws(VoiceError) {
        try startEspeak()
        dictionary = try? JapaneseDictionary()
    }

    public func speak(_ utterance: Utterance) async throws(VoiceError) -> SpokenLine {
        try reading(of: utterance).line
    }

    /// A line, and the phones that it is made of.
    func reading(
        of utterance: Utterance
    ) throws(VoiceError) -> (line: SpokenLine, phones: [SpokenPhone]) {
        let name = utterance.voice ?? "espeak-f2"
        guard let variant = Self.variants[name] else {
            throw VoiceError(
                place: "voice \"\(name)\"", what: "is not one of this synthesizer's",
                remedy: "choose one of: \(voices.map(\.name).joined(separator: ", "))")
        }
        let delivery = Delivery(utterance.emotion, utterance.manner)
        let runs = SpeakableText(
            utterance.text, language: utterance.language,
            kanji: dictionary.map { .read($0) } ?? .dropped
        ).runs
        var track = SpeechTrack(text: utterance.text)
        for run in runs {
            if Task.isCancelled { throw .cancelled }
            let line = try espeakLine(
                EspeakRequest(
                    voice: Self.accent(run.language) + "+" + variant, text: run.scalars,
                    rate: delivery.espeakRate, pitch: delivery.espeakPitch,
                    range: delivery.espeakRange))
            if line.wasCancelled { throw .cancelled }
            track.append(line, of: run)
        }
        if Task.isCancelled { throw .cancelled }
        let resampler = self.resampler ?? Resampler(from: track.rate, to: sampleRate)
        self.resampler = resampler
        var samples = resampler.resample(track.sound)
        delivery.colour(&samples)
        Loudness.level(&samples, decibels: delivery.level)
        let line = SpokenLine(
            utterance: utterance,
            audio: AudioClip(samples: samples, sampleRate: sampleRate),
            visemes: track.visemes, words: track.words)
        return (line, track.phones)
    }

    private static let cancelled = VoiceError(
        place: "voice", what: "the line was cancelled", remedy: "nothing needs to be done")

    static func accent(_ language: Language) -> String {
        switch language {
        case .english: "en-us"
        case .russian: "ru"
        case .japanese: "ja"
        }
    }
}
