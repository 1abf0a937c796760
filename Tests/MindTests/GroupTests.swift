import Foundation
import AvatarTypes
import Store
import Testing

@testable import Mind

@Suite("A room of several") struct GroupTests {
    private static let ren = Persona(
        name: "Ren", names: [.russian: "Рен", .japanese: "蓮"], gender: .masculine,
        traits: Persona.mirai.traits, description: "Dry.")
    private let members = [
        TurnPolicy.Member(name: "mirai", persona: .mirai),
        TurnPolicy.Member(name: "ren", persona: ren),
    ]

    @Test(arguments: [
        ("Ren, what do you think?", "ren"), ("What do you think, Ren?", "ren"),
        ("Рен, привет", "ren"), ("спроси у Рена", "ren"), ("蓮はどう思う？", "ren"),
        ("What do you think?", "mirai"), ("Please render it", "mirai"), ("Mirai, ask Ren", "mirai"),
        ("Now somebody else, please", "ren"), ("", "mirai"),
    ])
    func `One answers: who is named first, else who is on stage`(text: String, name: String) {
        #expect(TurnPolicy.answerer(to: text, among: members, onStage: "mirai") == name)
    }

    /// A talk of some of a cast on one archive.
    private func talk(
        _ cast: [String], room: String, _ archive: Archive, model: (any LanguageModel)? = nil
    ) -> Conversation {
        Conversation(
            archive: archive, persona: cast[0] == "ren" ? Self.ren : .mirai, cast: cast, room: room,
            model: model, seed: 1)
    }

    private func say(_ text: String, to talk: Conversation, at now: Moment) async -> String {
        var reply = ""
        for await event in await talk.reply(to: text, from: "anna", at: now) {
            if case .finished(let whole) = event { reply = whole.text }
        }
        return reply
    }

    @Test func `Each knows what was said where it was, and nothing else`() async throws {
        let archive = try Archive(path: ":memory:")
        var now = try Talk().now
        func later() -> Moment {
            now.seconds += 20
            return now
        }
        let group = talk(["mirai", "ren"], room: "salon", archive)
        _ = await say("My name is Anna", to: group, at: later())
        let alone = talk(["mirai"], room: "main", archive)
        _ = await say("My code word is swordfish", to: alone, at: later())
        #expect(await say("What is my code word?", to: alone, at: later()).contains("swordfish"))

        let ren = talk(["ren"], room: "studio", archive)
        #expect(await say("What is my name?", to: ren, at: later()).contains("Anna"))
        let guess = await say("What is my code word?", to: ren, at: later())
        #expect(!guess.contains("swordfish"), "\(guess)")
        let everything = await say("What do you know about me?", to: ren, at: later())
        #expect(everything.contains("Anna") && !everything.contains("swordfish"))

        let stranger = talk(["miyu"], room: "library", archive)
        #expect(await say("What is my name?", to: stranger, at: later()).contains("Anna") == false)
    }

    @Test func `No prompt tells a model of a scene that its character missed`() async throws {
        let archive = try Archive(path: ":memory:")
        var now = try Talk().now
        _ = await say(
            "I love swordfish and I live in Kyoto", to: talk(["mirai"], room: "salon", archive),
            at: now)
        now.seconds += 20
        let group = talk(["mirai", "ren"], room: "salon", archive)
        _ = await say("Hello you two, I play the harp", to: group, at: now)
        now.seconds += 20
        let (prompts, sink) = AsyncStream<Prompt>.makeStream()
        let ren = talk(
            ["ren", "mirai"], room: "salon", archive, model: ListeningModel { sink.yield($0) })
        _ = await say("Ren, do you like swordfish?", to: ren, at: now)
        sink.finish()
        for await prompt in prompts {
            let text = prompt.messages.map(\.content).joined(separator: "\n")
            #expect(text.contains("harp") && !text.contains("Kyoto"))
            #expect(text.contains("(mirai says:)"))
        }
    }

    @Test func `Who is too young for romance is so in every scene`() async throws {
        let archive = try Archive(path: ":memory:")
        var now = try Talk().now
        _ = await say("I am 15 years old", to: talk(["mirai"], room: "main", archive), at: now)
        now.seconds += 20
        let ren = talk(["ren"], room: "studio", archive)
        #expect(await say("I love you", to: ren, at: now).contains("drawn friend"))
        now.seconds += 20
        #expect(await !say("How old am I?", to: ren, at: now).contains("15"))
    }

    @Test func `Each has a mood of its own`() async throws {
        let archive = try Archive(path: ":memory:")
        let now = try Talk().now
        let group = talk(["mirai", "ren"], room: "salon", archive)
        _ = await say("You are stupid", to: group, at: now)
        let hurt = await group.emotion(at: now)
        await group.use(persona: Self.ren, cast: ["ren", "mirai"])
        let calm = await group.emotion(at: now)
        #expect(calm.valence > hurt.valence)
        await group.use(persona: .mirai, cast: ["mirai", "ren"])
        #expect(abs(await group.emotion(at: now).valence - hurt.valence) < 0.01)
    }

    @Test func `Scenes are written down and read again`() {
        var scenes = Scenes()
        scenes.witness(["mirai"], at: 10)
        scenes.witness(["mirai"], at: 20)
        scenes.witness(["ren", "mirai"], at: 30)
        #expect(Scenes(written: scenes.written) == scenes)
        #expect(!scenes.knows("ren", at: 15) && scenes.knows("ren", at: 30))
        #expect(scenes.knows("ren", at: 5) && scenes.speaker(at: 30) == "ren")
        #expect(Scenes(written: "nonsense") == nil)
    }
}
