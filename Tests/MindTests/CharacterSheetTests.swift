import AvatarTypes
import Documents
import Testing

@testable import Mind

@Suite struct CharacterSheetTests {
    private func read(_ text: String) -> (sheet: CharacterSheet?, complaints: [Complaint]) {
        CharacterSheet.read(text, name: "nora", file: "nora.yaml")
    }

    @Test func `a name is enough, and its archetype gives the rest`() throws {
        let sheet = try #require(read("format: 1\ntitle: Nora\narchetype: wise\n").sheet)
        let wise = try #require(Archetype.named("wise"))
        #expect(sheet.persona.traits == wise.traits && sheet.persona.speech == wise.speech)
        #expect(sheet.persona.description == wise.description)
        #expect(sheet.rig == "nora" && sheet.voice == nil)
    }

    @Test func `what is written comes back from its own text`() throws {
        let text = """
            format: 1
            title: Nora
            names: {ru: Нора}
            gender: masculine
            archetype: cool
            description: "says \\"no\\" often"
            traits: {openness: 0.25, playfulness: 1}
            likes: {en: [rain], ja: [雨, 雪]}
            goals: [to rest]
            quirks: ["hums: always", "#quiet"]
            speech: {humour: 0.9, japanese: true, phrases: ["right, then"]}
            modes: {stream: {length: brief, appearance: formal}, party: {energy: 0.5}}
            lines: {joke: {en: ["[playful] Ha."]}}
            voice: espeak-klatt
            rig: ren
            looks: {night: sleepy}
            """
        let sheet = try #require(read(text).sheet)
        #expect(read(sheet.yaml).sheet == sheet)
        #expect(sheet.persona.traits.openness == 0.25 && sheet.persona.traits.playfulness == 1)
        #expect(sheet.persona.modes["stream"]?.energy == 0.15, "what is not said is as usual")
        #expect(sheet.persona.modes["party"]?.energy == 0.5)
        #expect(sheet.persona.quirks == ["hums: always", "#quiet"])
        #expect(sheet.persona.name(in: .russian) == "Нора")
    }

    @Test(arguments: [
        ("title: Nora", 1, "'format'"), ("format: 2\ntitle: A", 1, "format"),
        ("format: 1\ntitel: A", 2, "'title'"), ("format: 1\ntitle: A\narchetype: wiser", 3, "wise"),
        ("format: 1\ntitle: A\ntraits:\n  opennes: 1", 4, "'openness'"),
        ("format: 1\ntitle: A\ntraits:\n  openness: 1.5", 4, "0 to 1"),
        ("format: 1\ntitle: A\nspeech: {humor: 1}", 3, "'humour'"),
        ("format: 1\ntitle: A\ngoals: 5", 3, "list"),
        ("format: 1\ntitle: A\nlikes: {en: [a], de: [b]}", 3, "en, ru, ja"),
        ("format: 1\ntitle: A\nlines: {jokes: {en: [a]}}", 3, "'joke'"),
        ("format: 1\ntitle: A\nmodes: {work: {length: short}}", 3, "brief"),
        ("format: 1\ntitle: A\nlooks: {nigth: a}", 3, "'night'"),
        ("format: 1\ntitle: A\ngender: none", 3, "feminine"),
    ])
    func `every mistake is named with its line`(text: String, line: Int, remedy: String) throws {
        let (sheet, complaints) = read(text)
        #expect(sheet == nil)
        let complaint = try #require(
            complaints.first { $0.description.contains(remedy) }, "\(complaints)")
        #expect(complaint.file == "nora.yaml" && complaint.line == line)
    }

    @Test func `the eight archetypes are whole, and each is found by its own words`() {
        #expect(Archetype.all.count == 8)
        #expect(Set(Archetype.all.map(\.name)).count == 8)
        for archetype in Archetype.all {
            for trait in Persona.Traits.all {
                #expect((0...1).contains(archetype.traits[keyPath: trait.path]))
            }
            #expect(CharacterIdea.dislikes[archetype.name] != nil)
        }
    }

    @Test func `a rebellious elf hacker is one, the same each time, in three languages`() throws {
        let elf = CharacterIdea.sheet(of: "rebellious elf hacker")
        #expect(elf == CharacterIdea.sheet(of: "rebellious elf hacker"))
        #expect(elf.persona.archetype == "rebel")
        #expect(elf.persona.description.contains("is an elf who is a hacker"))
        #expect(elf.persona.likes[.russian]?.contains("красивый код") == true)
        #expect(elf.persona.description.contains("AI"), "identity is always clear")
        let read = CharacterSheet.read(elf.yaml, name: elf.name, file: "elf.yaml")
        #expect(read.sheet == elf, "\(read.complaints)")
        for idea in ["бунтарка-эльфийка, хакер", "反逆のエルフのハッカー"] {
            let same = CharacterIdea.sheet(of: idea)
            #expect(same.persona.archetype == "rebel", "\(idea)")
            #expect(same.persona.description.contains("elf who is a hacker"), "\(idea)")
        }
        let other = CharacterIdea.sheet(of: "shy librarian boy named Tom", name: "tom")
        #expect(other.name == "tom" && other.persona.name == "Tom" && other.rig == "ren")
        #expect(other.persona.gender == .masculine && other.persona.archetype == "shy")
    }

    @Test func `no words are too odd for a character`() {
        for idea in ["", "?", "\"]}: &*\n\t#", String(repeating: "a ", count: 2_000), "🦊🦊"] {
            let sheet = CharacterIdea.sheet(of: idea)
            #expect(
                CharacterSheet.read(sheet.yaml, name: sheet.name, file: "a").sheet == sheet,
                "\(idea.prefix(20))")
            #expect(!sheet.name.isEmpty)
        }
    }

    @Test(arguments: [
        ("extraversion", Float(0.71), "enthusiastic"), ("extraversion", 0.29, "reserved"),
        ("agreeableness", 0.71, "supportive"), ("conscientiousness", 0.71, "suggest"),
        ("neuroticism", 0.61, "feelings show"), ("openness", 0.71, "creative"),
    ])
    func `a trait beyond its threshold is heard, and not below`(
        name: String, value: Float, word: String
    ) throws {
        let trait = try #require(Persona.Traits.all.first { $0.name == name }).path
        var traits = Persona.Traits(
            openness: 0.5, conscientiousness: 0.5, extraversion: 0.5, agreeableness: 0.5,
            neuroticism: 0.5)
        #expect(!traits.style.joined().contains(word))
        traits[keyPath: trait] = value
        #expect(traits.style.joined().contains(word))
    }

    @Test func `a man speaks of himself as one, and quotes others as they spoke`() {
        #expect(MasculineForms.of("Запомнила: я рада.") == "Запомнил: я рад.")
        #expect(
            MasculineForms.of("«Я поняла», — вот что помню. Поняла.")
                == "«Я поняла», — вот что помню. Понял.")
    }
}
