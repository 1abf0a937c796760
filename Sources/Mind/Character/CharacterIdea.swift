import AvatarTypes

/// A character made of a few words, by rules alone: "rebellious elf hacker".
///
/// The same words make the same character.
public enum CharacterIdea {
    /// - Parameters:
    ///   - idea: in English, Russian or Japanese.
    ///   - name: what to call it in files; nil makes one.
    public static func sheet(of idea: String, name: String? = nil) -> CharacterSheet {
        var generator = SeededGenerator(seed: idea.lowercased().utf8.fingerprint)
        func one<Element>(of all: [Element]) -> Element {
            all[Int(generator.next() % UInt64(all.count))]
        }
        let words = idea.lowercased().replacing("ё", with: "е").split {
            !$0.isLetter
        }.map(String.init)
        func means(_ cues: String) -> Bool {
            cues.split(separator: " ").contains { cue in
                let isJapanese = cue.unicodeScalars.first.map { $0.value > 0x3000 } == true
                return isJapanese
                    ? idea.contains(cue) : words.contains { $0.hasPrefix(cue) }
            }
        }
        let archetypes = Archetype.all.filter { means($0.cues.joined(separator: " ")) }
        // A rebel who hacks is a rebel still: whom more words speak for comes first.
        let archetype = archetypes.first ?? one(of: Archetype.all)
        let kinds = kinds.filter { means($0.cues) }
        let trades = trades.filter { means($0.cues) }
        let isMale = means(
            "man boy male guy king prince he wizard wolf мужчин парень парн мальчик юнош король принц волшебник он 男 少年 王子"
        )
        let given = givenName(in: idea)
        let title = given ?? one(of: kinds.first?.names ?? plainNames)
        var persona = Persona(
            name: title, gender: isMale ? .masculine : .feminine, traits: archetype.traits,
            archetype: archetype.name, description: "", speech: archetype.speech)
        for trait in Persona.Traits.all {
            let nudge = (generator.nextUnit() - 0.5) * 0.1
            let value = persona.traits[keyPath: trait.path] + nudge
            persona.traits[keyPath: trait.path] = (min(1, max(0, value)) * 100).rounded() / 100
        }
        let kind = kinds.first?.what.withArticle ?? "a character"
        let trade = trades.first.map { " who is \($0.what.withArticle)" } ?? ""
        persona.description =
            [
                "\(title) is \(kind)\(trade).", archetype.description,
                "Made of the words “\(idea.replacing("\n", with: " ").prefix(200))”.",
                "Knows that this is a drawn character moved by an AI, and says so when asked.",
            ].joined(separator: " ")
        let tastes = (kinds.map(\.likes) + trades.map(\.likes)).flatMap { $0 }
        let chosen = tastes.isEmpty ? plainTastes : tastes
        for (index, language) in Language.allCases.enumerated() {
            persona.likes[language] = chosen.prefix(5).map { [$0.0, $0.1, $0.2][index] }
        }
        persona.dislikes = dislikes[archetype.name] ?? [:]
        persona.goals = trades.prefix(1).map(\.goal) + ["to be good company"]
        persona.quirks = kinds.prefix(2).map(\.quirk)
        let rig =
            isMale ? "ren" : ["shy", "cool", "wise"].contains(archetype.name) ? "miyu" : "mirai"
        return CharacterSheet(
            name: name ?? fileName(title, idea: idea), persona: persona, rig: rig,
            voice: isMale ? "espeak-klatt" : nil)
    }

    /// After "named" or "called".
    private static func givenName(in idea: String) -> String? {
        let words = idea.split(separator: " ").map { $0.filter { $0.isLetter || $0 == "-" } }
        for (word, next) in zip(words, words.dropFirst())
        where ["named", "called", "имени", "зовут"].contains(word.lowercased()) && !next.isEmpty {
            return next.capitalizedWord
        }
        return nil
    }

    /// Latin letters alone, or a number made of the idea.
    private static func fileName(_ title: String, idea: String) -> String {
        let plain = title.lowercased().filter { $0.isASCII && $0.isLetter }
        return plain.isEmpty ? "character-\(idea.utf8.fingerprint % 10_000)" : plain
    }
}
