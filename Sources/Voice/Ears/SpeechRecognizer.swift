public import AvatarTypes

/// What somebody said, written down.
public struct Transcript: Equatable, Sendable {
    /// Empty when no words were heard.
    public var text: String
    /// As the recognizer tells it, if it does.
    public var language: Language?

    public init(text: String, language: Language? = nil) {
        self.text = text
        self.language = language
    }
}

/// Whoever writes down what is said at a microphone.
public protocol SpeechRecognizer: Sendable {
    /// Hears one turn, piece by piece as it is said; the words come when it is over.
    ///
    /// - Parameter turn: mono at `VoiceActivity.rate`, full scale 1.
    /// - Throws: when the recognizer does not answer, or not with words; or the calling task is cancelled.
    func transcript(
        of turn: AsyncStream<[Float]>
    ) async throws(VoiceError) -> Transcript
}

/// Samples as recognizers take them: 16 bits, little-endian.
func signed16(_ samples: some Collection<Float>) -> [UInt8] {
    samples.flatMap { sample -> [UInt8] in
        let value = Int16((min(max(sample, -1), 1) * 32_767).rounded())
        return [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
    }
}
