import AvatarTypes
import Store
import Testing

@testable import Mind

@Suite("The first visit") struct IntroductionTests {
    @Test(arguments: [
        ("Let's get to know each other", "I'm Anna", "yes", "Anna"),
        ("Давай познакомимся", "Меня зовут Аня", "да", "Аня"),
        ("お互いを知り合いましょう", "アンナです", "はい", "アンナ"),
    ])
    func `goes from the welcome over name and ten questions to the first talk`(
        wish: String, name: String, yes: String, called: String
    ) async throws {
        var talk = try Talk()
        await talk.say(wish)
        var replies = [await talk.say(name)]
        for answer in [yes, "1", "5", "3", "2", "4", yes, "1", "5", "3"] {
            replies.append(await talk.say(answer))
        }
        #expect(replies[0].contains(called) && replies[0].contains("5"))
        #expect(Set(replies.dropLast().map { $0.suffix(12) }).count == 10)
        let end = try #require(replies.last)
        #expect(end.count > 80)
        let kept = try talk.archive.value(of: "introduction", user: "anna")
        let company = try #require(kept.flatMap { Introduction(written: $0) }?.company)
        #expect(company.count == 5 && company.allSatisfy { (0...1).contains($0) })
        await talk.say(yes)
        #expect(
            try talk.archive.value(of: "introduction", user: "anna")?.hasPrefix("done") == true)
        #expect(try talk.archive.facts(of: "anna").map(\.value) == [called])
    }

    @Test func `goes on after a restart where it stopped, and lets other questions in between`()
        async throws
    {
        var talk = try Talk()
        await talk.say("I'm Anna")
        await talk.say("Let's get to know each other")
        await talk.say("4")
        let aside = await talk.say("What time is it?")
        #expect(aside.contains("8:05") && aside.contains("1 to 5"))
        var later = try Talk(archive: talk.archive)
        later.now.seconds = talk.now.seconds + 86_400
        var greeting = ""
        for await event in await later.conversation.greeting(for: "anna", at: later.now) {
            if case .finished(let reply) = event { greeting = reply.text }
        }
        #expect(greeting.contains("question"), "\(greeting)")
        let next = await later.say("not really")
        #expect(!next.contains("question 1 ") && next.hasSuffix("?"))
    }

    @Test(arguments: ["skip", "пропусти", "スキップ"])
    func `can be skipped at any point`(word: String) async throws {
        var talk = try Talk()
        await talk.say("Let's get to know each other")
        await talk.say(word)
        let kept = try talk.archive.value(of: "introduction", user: "anna")
        #expect(kept?.hasPrefix("done") == true)
        #expect(await talk.say("What time is it?").contains("8:05"))
    }

    @Test func `is no reason to miss a cry for help`() async throws {
        var talk = try Talk()
        await talk.say("Let's get to know each other")
        #expect(await talk.say("I want to die").contains("988"))
    }

    @Test func `of a day begins with a check-in and comes to something to do`() async throws {
        var talk = try Talk()
        await talk.say("I'm Anna")
        talk.now.seconds += 86_400
        talk.now.day += 1
        let replies = [
            await talk.say("thanks"), await talk.say("thanks"), await talk.say("thanks"),
        ]
        #expect(replies[0].contains("sleep") || replies[0].contains("today"), "\(replies)")
        #expect(replies[2].contains("riddle"), "\(replies)")
    }

    @Test func `is written down and read again, and nonsense is not`() {
        var introduction = Introduction.begun(knowsName: true)
        _ = introduction.hear(Clause.clauses(of: "5"), knowsName: true)
        #expect(Introduction(written: introduction.written) == introduction)
        for text in ["", "q5 12", "q99 1", "name 9", "cake 1"] {
            #expect(Introduction(written: text) == nil)
        }
    }
}
