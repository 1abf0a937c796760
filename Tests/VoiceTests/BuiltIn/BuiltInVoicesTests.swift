import AvatarTypes
import Testing

@testable import Voice

@Suite struct BuiltInVoicesTests {
    @Test func `there is a woman and a man for every language`() throws {
        let voices = try BuiltInVoices.ensemble().voices
        for language in Language.allCases {
            let genders = voices.filter { $0.languages.contains(language) }.map(\.gender)
            #expect(genders.contains(.female) && genders.contains(.male), "\(language)")
        }
    }

    @Test func `whoever speaks first is understood best in every language`()
        throws
    {
        let voices = try BuiltInVoices.ensemble().voices
        for language in Language.allCases {
            let errors = voices.compactMap { $0.mistakes[language.rawValue]?.letters }
            let first = try #require(voices[0].mistakes[language.rawValue]?.letters)
            #expect(errors.count >= 3)
            #expect(first == errors.min(), "\(language)")
        }
    }

    @Test func `every voice speaks every language it names`() async throws {
        let ensemble = try BuiltInVoices.ensemble()
        let texts: [Language: String] = [
            .english: "Good morning", .russian: "Доброе утро", .japanese: "良い朝です",
        ]
        for voice in ensemble.voices {
            for language in voice.languages {
                let line = try await ensemble.speak(
                    Utterance(
                        text: try #require(texts[language]), language: language, voice: voice.name))
                #expect(line.audio.duration.seconds > 0.4, "\(voice.name) in \(language)")
                #expect(!line.visemes.isEmpty && !line.words.isEmpty)
                let loudest = line.audio.samples.lazy.map { abs($0) }.max() ?? 0
                #expect(voice.gender == .none ? loudest == 0 : loudest > 0.1)
            }
        }
    }

    @Test func `an acoustic model that is missing has the command that mends it`() {
        let lack = BuiltInVoices.lack(of: "/nowhere/en-us")
        #expect(lack?.place.contains("/nowhere/en-us") == true)
        #expect(
            lack?.remedy == "run: apt-get install --no-install-recommends pocketsphinx-en-us")
        #expect(BuiltInVoices.lack(of: Aligner.model) == nil)
    }
}
