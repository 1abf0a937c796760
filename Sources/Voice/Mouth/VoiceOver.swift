public import AvatarTypes
public import Foundation

/// Somebody else's recording as a line: the mouth is laid by the text where one is known, else by ear.
public struct VoiceOver: Sendable {
    private let mouth: EspeakSynthesizer
    private let aligner: Aligner?

    /// Seconds of sound that one recording may have.
    public static let longest = 300.0

    /// - Throws: when espeak-ng, whose reading of a text is laid along, does not start.
    public init() throws(VoiceError) {
        mouth = try EspeakSynthesizer()
        aligner = Aligner()
    }

    /// - Parameters:
    ///   - data: a file of sound: WAVE, MP3, Opus, Vorbis, FLAC, AAC.
    ///   - utterance: what is said in it; an empty text when nobody knows.
    /// - Throws: when it is no sound, or longer than `longest`.
    public func line(
        of data: Data, saying utterance: Utterance
    ) async throws(VoiceError) -> SpokenLine {
        let clip = try SoundFile.read(data, from: "recording")
        guard clip.duration.seconds <= Self.longest else {
            throw VoiceError(
                place: "recording", what: "it is longer than \(Int(Self.longest)) seconds",
                remedy: "send it in parts")
        }
        var samples =
            clip.sampleRate == sampleRate
            ? clip.samples
            : Resampler(from: clip.sampleRate, to: sampleRate).resample(clip.samples)
        let delivery = Delivery(utterance.emotion, utterance.manner)
        Loudness.level(&samples, decibels: delivery.level)
        var shadow = utterance
        shadow.voice = nil
        let (built, phones) = try await mouth.reading(of: shadow)
        if !built.audio.samples.isEmpty {
            var reading = Reading(line: built, phones: phones)
            reading.line.utterance = utterance
            return Dubbing(samples).line(speaking: reading, aligner: aligner).line
        }
        let audio = AudioClip(samples: samples, sampleRate: sampleRate)
        return SpokenLine(
            utterance: utterance, audio: audio, visemes: ListeningMouth.visemes(hearing: audio),
            words: Timeline())
    }
}

/// Samples that come while they are spoken, as lines that follow one another without a gap. Their mouth
/// is laid by ear, so the sound waits for it: 53 ms.
public struct LiveVoiceOver {
    private let pcm: PCM
    private var bytes: [UInt8] = []
    private var mouth: ListeningMouth
    private var resampler: Resampler.Running
    private var samples: [Float] = []
    /// Shapes and samples that were given so far, at `sampleRate`.
    private var spans: [Timeline<Viseme>.Span] = []
    private var given = 0

    public init(_ pcm: PCM) {
        self.pcm = pcm
        mouth = ListeningMouth(rate: pcm.rate)
        resampler = Resampler.Running(from: pcm.rate, to: sampleRate)
    }

    /// What can be spoken by these bytes, which may end in the middle of a sample; nil when it is less than
    /// a tenth of a second, which waits for more.
    public mutating func hear(_ piece: some Sequence<UInt8>, emotion: Emotion) -> SpokenLine? {
        bytes += piece
        let whole = bytes.count / pcm.frame * pcm.frame
        let new = pcm.samples(bytes.prefix(whole))
        bytes.removeFirst(whole)
        samples += resampler.resample(new)
        spans += mouth.hear(new)
        let until = mouth.present.until.samples(rate: sampleRate)
        let count = min(until - given, samples.count)
        return count < sampleRate / 10 ? nil : line(count, emotion)
    }

    /// The rest.
    public mutating func finish(emotion: Emotion) -> SpokenLine? {
        spans += mouth.finish()
        return samples.isEmpty ? nil : line(samples.count, emotion)
    }

    private mutating func line(_ count: Int, _ emotion: Emotion) -> SpokenLine {
        let start = MediaTime.samples(given, rate: sampleRate)
        let end = MediaTime.samples(given + count, rate: sampleRate)
        var visemes = Timeline<Viseme>()
        let present = mouth.present
        let open = Timeline<Viseme>.Span(
            start: present.since, end: present.until, value: present.viseme)
        for span in spans + [open] where span.value != .sil {
            let (from, to) = (max(span.start, start), min(span.end, end))
            if from < to { visemes.append(span.value, from: from - start, to: to - start) }
        }
        spans.removeAll { $0.end <= end }
        defer {
            samples.removeFirst(count)
            given += count
        }
        return SpokenLine(
            utterance: Utterance(text: "", language: .english, emotion: emotion),
            audio: AudioClip(samples: Array(samples.prefix(count)), sampleRate: sampleRate),
            visemes: visemes, words: Timeline())
    }
}
