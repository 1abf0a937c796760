import ArgumentParser
import AvatarTypes
import Stage

struct Speak: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Speak a text into a file, with the times of the mouth if you like.")

    @Argument(help: "What to say.")
    var text: String

    @Option(help: "Whose voice.")
    var voice: String?

    @Option(help: "ru, en or ja; told from the text when not given.")
    var language: Language?

    @Option(help: "What she feels.")
    var emotion: String?

    @Option(name: .shortAndLong, help: "Where to: a .wav file.")
    var output: String

    @Option(help: "A .json file for visemes and words with their times.")
    var visemes: String?

    func validate() throws {
        if text.allSatisfy(\.isWhitespace) {
            throw ValidationError("There is nothing to say: the text is empty.")
        }
        if !output.lowercased().hasSuffix(".wav") {
            throw ValidationError("-o is '\(output)', and must be a .wav file.")
        }
        if let emotion, Emotion(name: emotion) == nil {
            throw ValidationError(
                "--emotion is '\(emotion)'; known are "
                    + Emotion.named.map(\.name).joined(separator: ", ") + ".")
        }
    }

    func run() async throws {
        let speaking = Speaking(
            text: text, voice: voice, language: language,
            emotion: emotion.flatMap { Emotion(name: $0) })
        _ = try await speaking.write(to: output, visemes: visemes)
    }
}
