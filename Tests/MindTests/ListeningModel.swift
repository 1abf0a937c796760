@testable import Mind

/// Shows what a model is asked, and answers with one word.
struct ListeningModel: LanguageModel {
    let name = "listener"
    let heard: @Sendable (Prompt) -> Void

    func stream(_ prompt: Prompt) -> AsyncThrowingStream<String, any Error> {
        heard(prompt)
        return AsyncThrowingStream {
            $0.yield("Yes.")
            $0.finish()
        }
    }
}
