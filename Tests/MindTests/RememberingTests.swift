import AvatarTypes
import Foundation
import Store
import Synchronization
import Testing

@testable import Mind

@Suite struct RememberingTests {
    /// A model that writes down what it is asked, as if it were far away.
    private final class Confidant: LanguageModel {
        let name = "confidant"
        let destination: String? = "https://far.example/v1"
        private let log = Mutex<[String]>([])

        var prompts: [String] { log.withLock { $0 } }

        func stream(_ prompt: Prompt) -> AsyncThrowingStream<String, any Error> {
            let text = prompt.messages.map(\.content).joined(separator: "\n")
            log.withLock { $0.append(text) }
            return AsyncThrowingStream {
                $0.yield("I see.")
                $0.finish()
            }
        }
    }

    @Test(arguments: [
        "It's a secret: my code word is zanzibar", "My code word is zanzibar, keep it to yourself",
        "По секрету: моё кодовое слово zanzibar",
    ])
    func `What is private enters no prompt, and she knows it all the same`(secret: String)
        async throws
    {
        let model = Confidant()
        var talk = try Talk(model: model)
        await talk.say("I live in Osaka")
        await talk.say(secret)
        await talk.say("What should I cook today?")
        if !secret.contains("По") { await talk.say("Is zanzibar a good code word?") }
        talk.now.seconds += 40 * 86400
        await talk.say("Do you remember my code word?")
        let sent = model.prompts.joined()
        #expect(model.prompts.count >= 2)
        #expect(sent.contains("Osaka"))
        #expect(!sent.localizedCaseInsensitiveContains("zanzibar"))
        let logged = try talk.archive.egress(of: "anna", last: 99)
        #expect(logged.count == model.prompts.count)
        #expect(!logged.contains { $0.text.localizedCaseInsensitiveContains("zanzibar") })
        await talk.conversation.use(model: nil)
        if secret.contains("My") || secret.contains("my") {
            #expect(try talk.archive.facts(of: "anna").contains { $0.isPrivate })
            #expect(await talk.say("What is my code word?").contains("zanzibar"))
        }
    }

    @Test func `Every prompt that leaves is written down, word for word, with its destination`()
        async throws
    {
        let model = Confidant()
        var talk = try Talk(model: model)
        await talk.say("Hello there")
        let logged = try talk.archive.egress(of: "anna", last: 9)
        #expect(logged.map(\.destination) == ["https://far.example/v1"])
        #expect(logged[0].text.contains("user: Hello there"))
        #expect(logged[0].text.hasPrefix("system: You are Mirai."))
        await talk.conversation.use(model: nil)
        await talk.say("Hello again")
        #expect(try talk.archive.egress(of: "anna", last: 9).count == 1)
    }

    @Test func `A model is reminded of what was said long ago, if it has to do with the message`()
        async throws
    {
        let model = Confidant()
        let archive = try Archive(path: ":memory:")
        var talk = try Talk(archive: archive)
        await talk.say("The old oak in our garden fell in the storm")
        for number in 0..<40 { await talk.say("Remark \(number) about the weather in town") }
        talk.now.seconds += 12 * 86400
        await talk.conversation.use(model: model)
        await talk.say("What happened to the tree in our garden?")
        let prompt = try #require(model.prompts.last)
        #expect(prompt.contains("12 days ago, the user: The old oak in our garden fell"))
    }

    @Test func `The digest of memory never costs more than 500 tokens, and the best comes first`()
        async throws
    {
        let model = Confidant()
        var talk = try Talk(model: model)
        await talk.say("My name is Anna")
        for number in 0..<120 {
            await talk.say("I like winding road \(number)")
            if number % 40 == 0 { await talk.say("Я люблю прогулки \(number)") }
        }
        await talk.say("What roads do I like?")
        let system = try #require(model.prompts.last)
        let digest = try #require(system.range(of: "What the user told you"))
        let end = try #require(system.range(of: "\nUse it when it helps"))
        let text = String(system[digest.lowerBound..<end.lowerBound])
        #expect(TokenBound.of(text) <= 500)
        #expect(TokenBound.of(text) > 400, "and it is used")
        #expect(text.contains("name: Anna"))
    }

    @Test(arguments: [
        ("Hello", 3...6), ("Здравствуй", 5...10), ("こんにちは", 10...10), ("a b", 1...3), ("", 0...0),
    ])
    func `Tokens are counted so that no vocabulary takes more`(
        text: String, bounds: ClosedRange<Int>
    ) {
        let count = TokenBound.of(text)
        #expect(bounds.contains(count) || text == "Hello" && count == 2)
    }

    @Test func `Asked what no rule knows, she quotes what she was told`() async throws {
        var talk = try Talk()
        await talk.say("My flight to Denver leaves at seven in the morning")
        for _ in 0..<5 { await talk.say("Tell me a joke") }
        talk.now.seconds += 3 * 86400
        let answer = await talk.say("At what time does my flight to Denver leave?")
        #expect(answer.contains("3 days ago") && answer.contains("seven in the morning"))
    }

    @Test(arguments: [
        ("I got married today!", true), ("My grandmother passed away", true),
        ("Я выхожу замуж!", true), ("I had soup for lunch", false), ("Who got married?", false),
        ("Did my horse win the race?", false),
    ])
    func `Turns of a life become milestones`(message: String, isMilestone: Bool) async throws {
        var talk = try Talk()
        await talk.say(message)
        let episodes = try talk.archive.episodes(of: "anna")
        #expect(episodes.contains(where: \.isMilestone) == isMilestone)
        #expect(episodes.allSatisfy { $0.importance >= 0.6 && $0.text == message })
    }

    @Test func `Who only thinks so is believed a little, who says so is believed at once`()
        async throws
    {
        var talk = try Talk()
        await talk.say("I think my favourite colour is blue")
        #expect(try talk.archive.facts(of: "anna").first?.confidence == 0.5)
        await talk.say("Maybe my favourite colour is red")
        #expect(try talk.archive.facts(of: "anna").first?.value == "blue")
        await talk.say("My favourite colour is green")
        #expect(try talk.archive.facts(of: "anna").map(\.value) == ["green"])
        let history = try talk.archive.history(of: "anna", relation: "favourite:colour")
        #expect(history.map(\.value) == ["blue", "red", "green"])
    }
}

@Suite struct SympathyTests {
    @Test(arguments: [
        ("Я выхожу замуж!", ["Поздравляю", "новость"]),
        ("We bought a house", ["Congratulations", "wonderful"]),
        ("My aunt got fired", ["sorry", "hard"]),
        ("Меня просто бесят эти пробки", ["рассердилась", "Выговорись", "Позлись"]),
        ("今日は本当に楽しかった", ["よかったですね", "嬉しい"]),
        ("祖母が亡くなりました", ["つらい", "そば"]),
    ])
    func `Who tells of joy or grief is met with some`(told: String, expected: [String]) async throws
    {
        var talk = try Talk()
        let reply = await talk.say(told)
        #expect(expected.contains(where: reply.contains), "\(reply)")
    }

    @Test(arguments: [
        ("猫の名前はモモです", "猫の名前を覚えていますか", "モモ"),
        ("誕生日は十一月三日です", "私の誕生日はいつですか", "十一月三日"),
        ("My dog is afraid of thunder", "What did I tell you about my dog?", "thunder"),
        ("趣味は切手を集めることです", "私の趣味は何でしたか", "切手"),
        ("Мы с женой переехали в Калининград", "В какой город мы переехали?", "Калининград"),
        ("Мой поезд уходит в шесть утра", "Во сколько уходит мой поезд?", "шесть"),
    ])
    func `What no rule understands is recalled in the user's own words`(
        told: String, asked: String, answer: String
    ) async throws {
        var talk = try Talk()
        await talk.say(told)
        await talk.say("Tell me a joke")
        let reply = await talk.say(asked)
        #expect(reply.contains(answer), "\(reply)")
    }

    @Test(arguments: [
        "Забудь, как зовут мою кошку", "Забудь как зовут мою кошку", "Forget my cat",
    ])
    func `An order to forget erases what is meant and nothing else`(order: String) async throws {
        var talk = try Talk()
        await talk.say("Меня зовут Лена")
        await talk.say("Мою кошку зовут Клякса")
        await talk.say(order)
        #expect(try talk.archive.facts(of: "anna").map(\.value) == ["Лена"])
        let turns = try talk.archive.turns(room: "main", user: "anna", last: 99)
        #expect(!turns.contains { $0.text.contains("Клякс") })
        await talk.say("Забудь")
        #expect(try talk.archive.facts(of: "anna").map(\.value) == ["Лена"])
    }
}
