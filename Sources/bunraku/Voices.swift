import ArgumentParser
import AvatarTypes
import Foundation
import Voice

struct Voices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "List the built-in voices: languages, source, licence, and how well they are understood."
    )

    @Flag(help: "As JSON.")
    var json = false

    func run() async throws {
        let voices = try BuiltInVoices.ensemble().voices
        if json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            print(String(decoding: try encoder.encode(voices), as: UTF8.self))
            return
        }
        for voice in voices {
            let languages = voice.languages.map { language in
                voice.mistakes[language.rawValue].map {
                    "\(language.rawValue) (\(Int($0.letters.rounded())) % misheard)"
                } ?? language.rawValue
            }
            let name = voice.name.padding(toLength: 14, withPad: " ", startingAt: 0)
            print("\(name)\(voice.gender.rawValue), \(languages.joined(separator: ", "))")
            print("              \(voice.source), \(voice.licence)")
        }
    }
}
