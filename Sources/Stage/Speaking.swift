public import AvatarTypes
import Foundation
import Media
import Mind
import Voice

/// A text spoken without a room: for files, and for hearing a voice.
public struct Speaking: Sendable {
    /// With directions such as `[joy]` in it.
    public var text: String
    public var voice: String?
    /// Nil tells it from the script of each sentence.
    public var language: Language?
    public var emotion: Emotion?

    public init(
        text: String, voice: String? = nil, language: Language? = nil, emotion: Emotion? = nil
    ) {
        self.text = text
        self.voice = voice
        self.language = language
        self.emotion = emotion
    }

    /// The lines of the text, sentence by sentence.
    func lines() async throws -> [SpokenLine] {
        let synthesizer = try BuiltInVoices.ensemble()
        let voices = synthesizer.voices.map(\.name)
        if let voice, !voices.contains(voice) {
            throw StageError.unknown("voice", voice, known: voices)
        }
        var lines: [SpokenLine] = []
        for var utterance in Utterance.reading(text) {
            utterance.voice = voice
            if let language { utterance.language = language }
            if let emotion { utterance.emotion = emotion }
            lines.append(try await synthesizer.speak(utterance))
        }
        return lines
    }

    /// Speaks into a WAV file, and writes when the mouth takes which shape.
    ///
    /// - Parameter visemes: a JSON file, or nil.
    /// - Returns: seconds of sound.
    public func write(to output: String, visemes: String?) async throws -> Double {
        var script = Script()
        for line in try await lines() {
            script.append(line, notBefore: .zero, gestureDuration: { _ in nil })
        }
        let rate = Performer.sampleRate
        let samples = script.samples(
            from: 0, count: script.speechEnd.samples(rate: rate), rate: rate)
        let clip = AudioClip(samples: samples, sampleRate: rate)
        try Data(WAVFile.encode(clip)).write(to: URL(filePath: output), options: .atomic)
        if let visemes {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            try encoder.encode(MouthTrack(script, duration: clip.duration))
                .write(to: URL(filePath: visemes), options: .atomic)
        }
        return clip.duration.seconds
    }
}

/// The mouth of a spoken text as a file; seconds from the first sample.
struct MouthTrack: Codable, Equatable {
    struct Shape: Codable, Equatable {
        var start: Double
        var end: Double
        var viseme: String
    }

    struct Word: Codable, Equatable {
        var start: Double
        var end: Double
        var text: String
    }

    var duration: Double
    var visemes: [Shape]
    var words: [Word]

    init(_ script: Script, duration: MediaTime) {
        self.duration = duration.seconds
        visemes = script.visemes.spans.map {
            Shape(start: $0.start.seconds, end: $0.end.seconds, viseme: $0.value.rawValue)
        }
        words = script.sound.spans.flatMap { line in
            line.value.spoken.words.spans.map { word in
                Word(
                    start: (line.start + word.start).seconds, end: (line.start + word.end).seconds,
                    text: word.value.text)
            }
        }
    }
}
