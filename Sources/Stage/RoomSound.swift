import AvatarTypes
public import Foundation
import Mind
import Voice

/// Samples that somebody sends while they are spoken.
public struct LiveSound: Sendable {
    public static let codings = PCM.Coding.allCases.map(\.rawValue)

    let pcm: PCM

    /// - Parameters: as they stand in an address.
    /// - Throws: when it is nothing that is read.
    public init(_ coding: String, rate: String?, channels: String?) throws(StageError) {
        guard let known = PCM.Coding(rawValue: coding) else {
            throw .unknown("format", coding, known: Self.codings)
        }
        guard let rate = Int(rate ?? "24000"), let channels = Int(channels ?? "1"),
            let pcm = PCM(known, rate: rate, channels: channels)
        else {
            throw RoomInput.outside(
                "rate or channels", "\(rate ?? "") and \(channels ?? "")",
                "Samples have 8000 to 192000 Hz and 1 to 8 channels.")
        }
        self.pcm = pcm
    }
}

/// Sound from outside, spoken by the character as if it were her voice.
extension Room {
    /// Speaks a recording.
    ///
    /// - Parameters:
    ///   - sound: a file: WAVE, MP3, Opus, Vorbis, FLAC, AAC, five minutes at most.
    ///   - text: what is said in it; without one the mouth goes by ear.
    /// - Throws: when it is no sound, the feeling is unknown, or the room has been closed.
    public func say(
        sound: Data, text: String? = nil, emotion: String? = nil
    ) async throws(StageError) {
        var utterance = Utterance(text: "", language: .english)
        if let text {
            utterance.text = try RoomInput.text(text)
            utterance.language = Utterance.reading(utterance.text).first?.language ?? .english
        }
        if let emotion { utterance.emotion = try RoomInput.emotion(named: emotion) }
        let line: SpokenLine
        do throws(VoiceError) {
            line = try await VoiceOver().line(of: sound, saying: utterance)
        } catch {
            throw StageError(
                .invalid, code: "bad-sound", message: "That cannot be spoken: \(error.what).",
                hint: "Send a file of sound: WAVE, MP3, Opus, Vorbis, FLAC or AAC.")
        }
        await present(line, turn: try await beginTurn())
    }

    /// Speaks samples as they come, until there are no more or another turn begins.
    public func say(
        samples: some AsyncSequence<[UInt8], any Error>, as sound: LiveSound,
        emotion: String? = nil
    ) async throws {
        let feeling = try emotion.map { name throws(StageError) in
            try RoomInput.emotion(named: name)
        }
        let mine = try await beginTurn()
        var recording = LiveVoiceOver(sound.pcm)
        for try await piece in samples {
            let line = recording.hear(piece, emotion: feeling ?? .neutral)
            if let line, await !present(line, turn: mine) { return }
        }
        if let rest = recording.finish(emotion: feeling ?? .neutral) {
            await present(rest, turn: mine)
        }
    }
}
