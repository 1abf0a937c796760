/// All voices that need no server, best understood first.
public enum BuiltInVoices {
    /// - Throws: when espeak-ng, on which all of them stand, does not start.
    public static func ensemble() throws(VoiceError) -> Ensemble {
        let espeak = try EspeakSynthesizer()
        var members: [any SpeechSynthesizer] = []
        // Her recordings are a package of their own, which may be missing.
        if let character = try? CharacterVoice() { members.append(character) }
        members += [try FliteSynthesizer(), espeak, SilentVoice()] as [any SpeechSynthesizer]
        return Ensemble(members)
    }

    /// What is not installed, and what to run; the voices speak without it, but not as well.
    public static var missing: [VoiceError] {
        var missing: [VoiceError] = []
        do throws(VoiceError) { _ = try CharacterVoice() } catch { missing.append(error) }
        do throws(VoiceError) { _ = try JapaneseDictionary() } catch { missing.append(error) }
        if let lack = lack(of: Aligner.model) { missing.append(lack) }
        return missing
    }

    /// - Parameter model: the folder of the acoustic model by which phones are found in the sound of others.
    static func lack(of model: String) -> VoiceError? {
        guard !Aligner.isModel(model) else { return nil }
        return VoiceError(
            place: "acoustic model \(model)",
            what: "is not installed: mouths for the sound of others go by durations",
            remedy: "run: apt-get install --no-install-recommends pocketsphinx-en-us")
    }
}

/// How well each built-in voice is understood, as `docs/voice.md` tells it.
enum MeasuredMistakes {
    /// By the code of the language.
    static func of(_ voice: String) -> [String: VoiceDescription.Mistakes] { table[voice] ?? [:] }

    private static let table: [String: [String: VoiceDescription.Mistakes]] = [
        "mirai": [
            "en": .init(words: 0, letters: 0), "ru": .init(words: 89, letters: 32.3),
            "ja": .init(words: 30.9, letters: 30.9),
        ],
        "flite-slt": ["en": .init(words: 1.6, letters: 1.2)],
        "flite-awb": ["en": .init(words: 2.2, letters: 1.6)],
        "espeak-f2": [
            "en": .init(words: 9.3, letters: 5.8), "ru": .init(words: 84.2, letters: 50.2),
            "ja": .init(words: 60.5, letters: 60.5),
        ],
        "espeak-klatt": [
            "en": .init(words: 5.5, letters: 3.6), "ru": .init(words: 90.4, letters: 55.7),
            "ja": .init(words: 60.9, letters: 60.9),
        ],
    ]
}
