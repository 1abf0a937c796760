/// Something that continues a conversation.
public protocol LanguageModel: Sendable {
    /// What users and logs call it.
    var name: String { get }

    /// Where prompts go when they leave this process; nil when they do not.
    var destination: String? { get }

    /// Starts a reply and gives it piece by piece, with marks such as `[joy]` in it.
    ///
    /// Ending the iteration early stops the work. Throws `ModelFailure`, or `CancellationError`.
    func stream(_ prompt: Prompt) -> AsyncThrowingStream<String, any Error>
}

extension LanguageModel {
    public var destination: String? { nil }
}
