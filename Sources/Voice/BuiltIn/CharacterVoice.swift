public import AvatarTypes
import Foundation

/// The character's own voice: one woman who speaks Russian, English and Japanese, whoever taught her the
/// words.
///
/// The sound is made from the statistics of one American speaker (`StatisticalVoice`). What is said
/// comes from flite in English, from espeak-ng in Russian, and from MeCab with Open JTalk's dictionary in
/// Japanese; sounds which she never made are mixed from her own.
public actor CharacterVoice: SpeechSynthesizer {
    public nonisolated let voices: [VoiceDescription]
    private let voice: StatisticalVoice
    private let dictionary: JapaneseDictionary?

    public static let name = "mirai"
    static let package = "festvox-us-slt-hts"
    private static let file =
        "/usr/share/festival/voices/us/cmu_us_slt_arctic_hts/hts/cmu_us_slt_arctic_hts.htsvoice"

    /// The logarithm of her pitch in Hz.
    private static let middle = log(175.0)

    /// - Throws: when her recordings are not installed, or espeak-ng does not start.
    public init() throws(VoiceError) {
        try startEspeak()
        voice = try StatisticalVoice(contentsOf: Self.file)
        dictionary = try? JapaneseDictionary()
        voices = [
            VoiceDescription(
                name: Self.name, languages: [.russian, .english, .japanese], gender: .female,
                source: "hts_engine with cmu_us_slt; espeak-ng, flite, MeCab",
                licence: "GPL-3.0-or-later",
                mistakes: MeasuredMistakes.of(Self.name))
        ]
    }

    public func speak(_ utterance: Utterance) async throws(VoiceError) -> SpokenLine {
        if let name = utterance.voice, name != Self.name {
            throw VoiceError(
                place: "voice \"\(name)\"", what: "is not this one",
                remedy: "choose \(Self.name)")
        }
        let delivery = Delivery(utterance.emotion, utterance.manner)
        let manner = StatisticalVoice.Manner(
            pitch: delivery.pitch, speed: delivery.speed, range: delivery.range,
            breath: delivery.breath)
        var track = VoicedTrack(text: utterance.text)
        let text = SpeakableText(
            utterance.text, language: utterance.language,
            kanji: dictionary == nil ? .dropped : .kept)
        for run in text.runs {
            if Task.isCancelled { throw .cancelled }
            let prosody = try prosody(of: run)
            let line = try voice.speak(prosody, manner: manner, middle: Self.middle)
            track.append(
                prosody, sound: line.sound, times: line.times, rate: voice.rate,
                language: run.language)
        }
        if Task.isCancelled { throw .cancelled }
        return track.line(utterance, as: delivery, hasBreath: true)
    }

    private func prosody(of run: SpeakableText.Run) throws(VoiceError) -> Prosody {
        switch run.language {
        case .english: try fliteLine(run, voice: nil).prosody
        case .russian: try PhonemicProsody(run).prosody()
        case .japanese:
            if let dictionary {
                JapaneseProsody(run, dictionary: dictionary).prosody()
            } else {
                try PhonemicProsody(run).prosody()
            }
        }
    }
}

extension VoicedTrack {
    /// - Parameter hasBreath: whether the voice has breathed as the delivery asks.
    func line(
        _ utterance: Utterance, as delivery: Delivery, hasBreath: Bool = false
    ) -> SpokenLine {
        var samples = sound
        if hasBreath { delivery.warm(&samples) } else { delivery.colour(&samples) }
        Loudness.level(&samples, decibels: delivery.level)
        return SpokenLine(
            utterance: utterance, audio: AudioClip(samples: samples, sampleRate: sampleRate),
            visemes: visemes, words: words)
    }
}
