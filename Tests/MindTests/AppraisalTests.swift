import AvatarTypes
import Mind
import Store
import Testing

@Suite struct AppraisalTests {
    @Test(arguments: [
        ("You are so sweet!", "praise", "anna praised her", "happy"),
        ("You are stupid", "insult", "anna insulted her", "sad"),
        ("I brought you some flowers", "gift", "anna gave her something", "joy"),
        ("I baked a cake for you", "gift", "anna gave her something", "joy"),
        ("Дарю тебе цветы", "gift", "anna gave her something", "joy"),
        ("У меня для тебя подарок!", "gift", "anna gave her something", "joy"),
        ("Ты такая милая", "praise", "anna praised her", "happy"),
        ("Everything went terribly wrong at work", "mood", "she feels with them", "sad"),
        ("The shop opens at nine", "talk", "she wants to know more", "curious"),
    ])
    func `A message moves her, and the reason is kept`(
        message: String, event: String, reason: String, state: String
    ) async throws {
        var talk = try Talk()
        await talk.say(message)
        let cause = try #require(await talk.conversation.causes(last: 1).first)
        #expect(cause.event == event)
        #expect(cause.reason.contains(reason))
        #expect(cause.state == state)
        #expect(cause.before != cause.after)
        let turns = try talk.archive.turns(room: "main", user: "anna", last: 9)
        #expect(cause.turn == turns.first?.id, "the turn that did it is named")
    }

    @Test func `Praise lifts her, an insult lowers her, and she is herself again tomorrow`()
        async throws
    {
        var talk = try Talk()
        let rest = await talk.conversation.emotion(at: talk.now)
        await talk.say("You are so clever!")
        let praised = await talk.conversation.emotion(at: talk.now)
        await talk.say("You are an idiot")
        let insulted = await talk.conversation.emotion(at: talk.now)
        #expect(praised.valence > rest.valence)
        #expect(insulted.valence < praised.valence)
        var tomorrow = talk.now
        tomorrow.seconds += 86400
        #expect(await talk.conversation.emotion(at: tomorrow).nearestName == rest.nearestName)
    }

    @Test func `A gift and news move her beside the talk`() async throws {
        let talk = try Talk()
        let rest = await talk.conversation.emotion(at: talk.now)
        let gift = await talk.conversation.feel(.gift("a music box"), from: "anna", at: talk.now)
        #expect(gift.valence > rest.valence)
        let news = await talk.conversation.feel(
            .news("The theatre burnt down, a terrible loss"), from: "anna", at: talk.now)
        #expect(news.valence < gift.valence)
        let causes = await talk.conversation.causes(last: 9)
        #expect(causes.map(\.event) == ["gift", "news"])
        #expect(causes[0].reason == "anna gave her a music box")
        #expect(causes[1].reason == "bad news came")
    }

    @Test func `One touch is welcome, the seventh within a minute is not, later it is again`()
        async throws
    {
        var talk = try Talk()
        for _ in 0..<7 {
            await talk.conversation.feel(.touch(area: "hand"), from: "anna", at: talk.now)
            talk.now.seconds += 1
        }
        await talk.conversation.feel(.touch(area: "cheek"), from: "boris", at: talk.now)
        talk.now.seconds += 90
        await talk.conversation.feel(.touch(area: "hand"), from: "anna", at: talk.now)
        let states = await talk.conversation.causes(last: 9).map(\.state)
        let welcome = [String](repeating: "affectionate", count: 6)
        #expect(states == welcome + ["anger", "surprise", "affectionate"])
    }

    @Test func `She misses who was away for days, once, and is glad after a night`() async throws {
        var talk = try Talk()
        await talk.say("Hello")
        talk.now.seconds += 10 * 3600
        await talk.say("Hello")
        talk.now.seconds += 5 * 86400
        for await _ in await talk.conversation.greeting(for: "anna", at: talk.now) {}
        await talk.say("Hello")
        let silences = await talk.conversation.causes(last: 20).filter { $0.event == "silence" }
        #expect(
            silences.map(\.reason) == [
                "anna is back after 10 hours", "anna was away for 5 days, and she missed them",
            ])
    }

    @Test func `Each user is close to her in their own way, and it survives a restart`()
        async throws
    {
        let archive = try Archive(path: ":memory:")
        var talk = try Talk(archive: archive)
        for _ in 0..<4 { await talk.say("I love you", from: "anna") }
        await talk.say("You are ugly", from: "boris")
        let again = try Talk(archive: archive)
        let anna = await again.conversation.affinity(of: "anna", at: talk.now)
        let boris = await again.conversation.affinity(of: "boris", at: talk.now)
        #expect(anna.level > 0.49 && anna.kind == .friend)
        #expect(boris.level < 0.06)
        let mood = await talk.conversation.emotion(at: talk.now)
        #expect(await again.conversation.emotion(at: talk.now) == mood)
    }

    @Test func `What made her feel is forgotten with the user`() async throws {
        var talk = try Talk()
        await talk.say("You are so sweet")
        try talk.archive.forget("anna")
        #expect(await talk.conversation.causes(last: 9).isEmpty)
    }
}
