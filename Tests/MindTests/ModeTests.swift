import AvatarTypes
@testable import Mind
import Testing

@Suite struct ModeTests {
    @Test(arguments: [
        ("Work mode, please", "work"), ("Let's focus", "work"), ("Давай поработаем", "work"),
        ("仕事モードにして", "work"), ("режим сна", "sleep"), ("おやすみモードにして", "sleep"),
        ("We are live now", "stream"),
    ])
    func `She takes on the mode that she is told to`(wish: String, mode: String) async throws {
        var talk = try Talk()
        await talk.say(wish)
        #expect(await talk.conversation.modeName == mode)
    }

    @Test(arguments: ["I work at a bakery", "Do you work?", "Я работаю в банке", "I went to sleep"])
    func `What only mentions a mode changes none`(message: String) async throws {
        var talk = try Talk()
        await talk.say(message)
        #expect(await talk.conversation.modeName == "chat")
    }

    @Test func `At work she is brief and asks nothing; in a chat she asks back`() async throws {
        let lines = [
            "I like rain", "I am a bit tired", "My dog is funny", "I had a good day",
            "I watched a film", "I bought new shoes", "It is raining", "I am going for a run",
        ]
        func transcript(mode: String) async throws -> [String] {
            var talk = try Talk(seed: 4)
            #expect(await talk.conversation.use(mode: mode))
            var replies: [String] = []
            for line in lines { replies.append(await talk.say(line)) }
            return replies
        }
        let (work, chat) = (try await transcript(mode: "work"), try await transcript(mode: "chat"))
        func questions(_ replies: [String]) -> Int { replies.count { $0.hasSuffix("?") } }
        func length(_ replies: [String]) -> Int { replies.reduce(0) { $0 + $1.count } }
        #expect(questions(work) < questions(chat))
        #expect(length(work) < length(chat))
    }

    @Test func `A mode moves her energy, a language model is told, and both outlive the process`()
        async throws
    {
        var talk = try Talk()
        let lively = await talk.conversation.emotion(at: talk.now).energy
        await talk.say("Let's go to sleep")
        #expect(abs(await talk.conversation.emotion(at: talk.now).energy - (lively - 0.3)) < 0.1)
        let (prompts, sink) = AsyncStream<Prompt>.makeStream()
        let again = try Talk(archive: talk.archive, model: ListeningModel { sink.yield($0) })
        _ = await again.events("And now?")
        sink.finish()
        for await prompt in prompts {
            let system = try #require(prompt.messages.first?.content)
            #expect(system.contains("bedtime") && system.contains("one short sentence"))
        }
        #expect(await again.conversation.modeName == "sleep")
        #expect(await !again.conversation.use(mode: "dance"))
    }
}
