public import AvatarTypes

/// Several voices as one: a line goes to whoever has the voice it names, or to the first.
public struct Ensemble: SpeechSynthesizer {
    private let members: [any SpeechSynthesizer]

    /// - Precondition: there is at least one.
    public init(_ members: [any SpeechSynthesizer]) {
        precondition(!members.isEmpty, "an ensemble needs somebody who speaks")
        self.members = members
    }

    public var voices: [VoiceDescription] { members.flatMap(\.voices) }

    public func speak(_ utterance: Utterance) async throws(VoiceError) -> SpokenLine {
        guard let wanted = utterance.voice else { return try await members[0].speak(utterance) }
        for member in members where member.voices.contains(where: { $0.name == wanted }) {
            return try await member.speak(utterance)
        }
        throw VoiceError(
            place: wanted, what: "there is no such voice",
            remedy: "choose one of: \(voices.map(\.name).joined(separator: ", "))")
    }
}
