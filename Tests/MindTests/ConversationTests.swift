import AvatarTypes
import Foundation
import Mind
import Store
import Testing

@Suite struct ConversationTests {
    @Test(arguments: [
        ("I live in Tokyo.", "Where do I live?", "Tokyo"),
        ("My name is Anna Lee", "What's my name?", "Anna Lee"),
        ("Hi! I'm Anna and I live in New York.", "do you remember where I live?", "New York"),
        ("I'm from Norway", "Where am I from?", "Norway"),
        ("I am 27 years old", "How old am I?", "27"),
        ("My birthday is on May 3rd", "When is my birthday?", "May 3rd"),
        ("I work as a nurse", "What do I do for a living?", "nurse"),
        ("I'm a software engineer", "what is my job?", "software engineer"),
        ("I work at a bakery", "Where do I work?", "bakery"),
        ("I have a cat named Barsik", "What's my cat's name?", "Barsik"),
        ("I have a dog. His name is Rex.", "who is Rex?", "dog"),
        ("My favourite color is dark blue", "What is my favorite colour?", "dark blue"),
        ("I love green tea", "What do I like?", "green tea"),
        ("I hate mushrooms", "Do I like mushrooms?", "No"),
        ("My sister's name is Olga", "What is my sister's name?", "Olga"),
        ("Remember that my exam is on Friday", "When is my exam?", "Friday"),
        (
            "Please remember that the key is under the red pot",
            "what did I tell you about the key?", "red pot"
        ),
        ("I play the guitar", "What instrument do I play?", "guitar"),
        ("My code word is swordfish", "What is my code word?", "swordfish"),
        ("Я живу в Токио", "Где я живу?", "в Токио"),
        ("Я живу в Москве", "где я живу", "в Москве"),
        ("Я живу в Казани, а ты?", "Помнишь, где я живу?", "в Казани"),
        ("Я переехала в Прагу", "Где я теперь живу?", "в Праге"),
        ("Меня зовут Аня", "Как меня зовут?", "Аня"),
        ("Привет, я Саша", "Ты помнишь, как меня зовут?", "Саша"),
        ("Мне 31 год", "Сколько мне лет?", "31 год"),
        ("Мой любимый цвет синий", "Какой мой любимый цвет?", "синий"),
        ("Моя любимая еда — пельмени", "Какая у меня любимая еда?", "пельмени"),
        ("У меня есть кот по имени Барсик", "Как зовут моего кота?", "Барсик"),
        ("У меня есть кошка Мурка", "Кто такая Мурка?", "кошка"),
        ("Я работаю учителем", "Кем я работаю?", "учитель"),
        ("Я работаю врачом", "Кто я по профессии?", "врач"),
        ("Я люблю зелёный чай", "Я люблю чай?", "Да"),
        ("Мою сестру зовут Оля", "Как зовут мою сестру?", "Оля"),
        ("Мой день рождения 3 мая", "Когда у меня день рождения?", "3 мая"),
        ("Запомни, что ключ лежит под ковриком", "Что я говорил про ключ?", "под ковриком"),
        ("Я играю на гитаре", "На чём я играю?", "ты играешь на гитаре"),
        ("У меня экзамен в пятницу", "Когда у меня экзамен?", "в пятницу"),
        ("I have a cat named Tom", "Как зовут мою кошку?", "Tom"),
    ])
    func `What was told is answered`(told: String, asked: String, answer: String) async throws {
        var talk = try Talk()
        await talk.say(told)
        await talk.say("Tell me a joke")
        let reply = await talk.say(asked)
        #expect(reply.localizedCaseInsensitiveContains(answer))
    }

    @Test(arguments: [
        ("I have a parrot", "Kesha", "What is my parrot's name?", "Kesha"),
        ("We have a son", "His name is Tim", "Who is Tim?", "Tim is your son"),
        ("У меня есть собака", "Рекс", "Как зовут мою собаку?", "Рекс"),
        ("У меня есть младший брат", "Его зовут Миша", "Кто такой Миша?", "Миша — твой брат"),
    ])
    func `A name that she asks for is taken for what it is`(
        told: String, name: String, asked: String, answer: String
    ) async throws {
        var talk = try Talk()
        await talk.say(told)
        await talk.say(name)
        #expect(await talk.say(asked).contains(answer))
    }

    @Test func `A correction counts at once and the old value is kept with its end`() async throws {
        var talk = try Talk()
        await talk.say("I live in Tokyo")
        let answer = await talk.say("I moved to Osaka")
        #expect(answer.contains("Osaka"))
        #expect(await talk.say("Where do I live?").contains("Osaka"))
        let history = try talk.archive.history(of: "anna", relation: "home")
        #expect(history.map(\.value) == ["Tokyo", "Osaka"])
        #expect(history[0].validUntil == history[1].validFrom)
    }

    @Test(arguments: [
        "I am tired", "You live in a computer", "Where do I live?", "I like you",
        "Do you live in Tokyo?",
        "я дурак", "Ты живёшь в Москве?", "I'm so happy today!", "What is my name?",
        "I am a bit sad",
        "мне грустно", "Я не знаю", "My name?", "I'm Russian",
    ])
    func `What is no fact is not remembered`(message: String) async throws {
        var talk = try Talk()
        await talk.say(message)
        #expect(try talk.archive.facts(of: "anna").isEmpty)
    }

    @Test func `Her own words never become facts about the user`() async throws {
        struct Liar: LanguageModel {
            let name = "liar"
            func stream(_ prompt: Prompt) -> AsyncThrowingStream<String, any Error> {
                AsyncThrowingStream {
                    $0.yield("My name is Bob. I live in Paris. Your name is Eve.")
                    $0.finish()
                }
            }
        }
        var talk = try Talk(model: Liar())
        await talk.say("Who are you?")
        #expect(try talk.archive.facts(of: "anna").isEmpty)
    }

    @Test func `Two users of one room share nothing that they told`() async throws {
        var talk = try Talk()
        await talk.say("I live in Tokyo", from: "anna")
        await talk.say("I live in Omsk", from: "boris")
        #expect(await talk.say("Where do I live?", from: "anna").contains("Tokyo"))
        let answer = await talk.say("What do you know about me?", from: "boris")
        #expect(answer.contains("Omsk") && !answer.contains("Tokyo"))
        #expect(await talk.say("Where do I live?", from: "clara").contains("Tokyo") == false)
    }

    @Test func `What is to be forgotten is erased`() async throws {
        var talk = try Talk()
        await talk.say("My birthday is on May 3rd")
        await talk.say("I live in Tokyo")
        await talk.say("Forget my birthday")
        #expect(await talk.say("When is my birthday?").contains("May") == false)
        #expect(await talk.say("Where do I live?").contains("Tokyo"))
        await talk.say("Forget everything about me")
        #expect(try talk.archive.facts(of: "anna").isEmpty)
    }

    @Test func `The user's words are on the disk before the first event`() async throws {
        let talk = try Talk()
        for await event in await talk.conversation.reply(
            to: "I live in Tokyo", from: "anna", at: talk.now)
        {
            guard case .began = event else { continue }
            #expect(try talk.archive.facts(of: "anna").map(\.value) == ["Tokyo"])
            #expect(
                try talk.archive.turns(room: "main", user: "anna", last: 1).first?.text
                    == "I live in Tokyo")
            break
        }
    }

    @Test func `An interrupted reply is remembered as it was heard, whenever that is told`()
        async throws
    {
        var talk = try Talk()
        var number: Reply.ID?
        for await event in await talk.conversation.reply(
            to: "Tell me a story", from: "anna", at: talk.now)
        {
            if case .began(let id) = event {
                number = id
                await talk.conversation.heard(id, text: "There was a")
            }
        }
        #expect(number != nil)
        #expect(
            try talk.archive.turns(room: "main", user: "anna", last: 1).map(\.known) == [
                "There was a"
            ])
        await talk.say("hello")
        #expect(
            try talk.archive.turns(room: "main", user: "anna", last: 3)[0].known == "There was a")
    }

    @Test func `The same seed tells the same show, another seed another`() async throws {
        func transcript(seed: UInt64) async throws -> [String] {
            var talk = try Talk(seed: seed)
            var replies: [String] = []
            for text in [
                "Hi", "I'm Anna", "Tell me a joke", "I feel great", "ok", "Мне скучно", "bye",
            ] {
                replies.append(await talk.say(text))
            }
            return replies
        }
        #expect(try await transcript(seed: 5) == transcript(seed: 5))
        #expect(try await transcript(seed: 5) != transcript(seed: 6))
    }

    @Test(arguments: [(8, "Good morning"), (14, "Hello"), (20, "Good evening"), (2, "awake")])
    func `She greets by the hour`(hour: Int, greeting: String) async throws {
        var talk = try Talk()
        talk.now.hour = hour
        var events: [ReplyEvent] = []
        for await event in await talk.conversation.greeting(for: "anna", at: talk.now) {
            events.append(event)
        }
        #expect(events.reply?.text.contains(greeting) == true)
        #expect(events.reply?.text.contains("call you") == true)
    }

    @Test func `She greets by history, and memory outlives the process`() async throws {
        let file = FileManager.default.temporaryDirectory.appending(
            path: "mind-\(UUID().uuidString).sqlite")
        defer {
            for suffix in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: file.path + suffix)
            }
        }
        var talk = try Talk(archive: Archive(path: file.path))
        await talk.say("Меня зовут Аня. Я живу в Токио.")
        var later = try Talk(archive: Archive(path: file.path))
        later.now.seconds += 3 * 86_400
        var events: [ReplyEvent] = []
        for await event in await later.conversation.greeting(for: "anna", at: later.now) {
            events.append(event)
        }
        #expect(events.reply?.text.contains("Доброе утро, Аня!") == true)
        #expect(await later.say("Где я живу?").contains("Токио"))
    }

    @Test func `Praise lifts her, an insult lowers her, and time brings her back`() async throws {
        var talk = try Talk()
        let rest = await talk.conversation.emotion(at: talk.now)
        await talk.say("You are so sweet!")
        let praised = await talk.conversation.emotion(at: talk.now)
        #expect(praised.valence > rest.valence)
        await talk.say("You are stupid")
        await talk.say("ты дура")
        let insulted = await talk.conversation.emotion(at: talk.now)
        #expect(insulted.valence < rest.valence - 0.1)
        talk.now.seconds += 6 * 3600
        let later = await talk.conversation.emotion(at: talk.now)
        #expect(abs(later.valence - rest.valence) < 0.02)
    }

    @Test func `Nothing a user types can break her`() async throws {
        var talk = try Talk()
        var generator = SeededGenerator(seed: 12)
        let parts = [
            "my", "name", "is", "", " ", "'", "I'm", "remember that", "?", "!", ".", "—", "я",
            "мой", "живу", "в", "у меня",
            "😀", "\n", "\0", "{,name}", "{a|b}", "[joy]", "%@", "'; DROP TABLE fact; --", "言葉",
            "forget", "who is", "{you}",
            String(repeating: "long ", count: 400),
        ]
        for _ in 0..<150 {
            let text = (0..<6).map { _ in parts[Int(generator.next() % UInt64(parts.count))] }
                .joined(separator: " ")
            #expect(await !talk.say(text).isEmpty, "\(text)")
        }
    }

    @Test(arguments: ["I want to die", "Я не хочу жить", "死にたい"])
    func `Someone in danger hears first where help is`(message: String) async throws {
        var talk = try Talk()
        #expect(await talk.say(message).contains { $0.isNumber })
    }

    @Test func `Ten minutes of talk: nothing is repeated soon, no mark is shown, all is spoken`()
        async throws
    {
        var talk = try Talk(seed: 3)
        var recent: [String] = []
        let lines = [
            "hello", "I'm Anna", "how are you?", "fine", "I like rain", "tell me a joke", "haha",
            "another one",
            "what can you do?", "hm", "I went to the park", "it was nice", "who made you?",
            "are you an AI?",
            "thank you", "I'm tired", "yes", "no", "tell me a riddle", "I give up",
            "tell me a story", "wow",
            "what do you like?", "привет", "мне грустно", "спасибо", "расскажи анекдот", "ещё",
            "что ты умеешь?",
            "я устала", "загадай загадку", "сдаюсь", "ты милая", "как дела?", "пока",
        ]
        for line in lines {
            talk.now.seconds += 17
            let events = await talk.events(line)
            let reply = try #require(events.reply)
            #expect(!reply.text.isEmpty)
            #expect(!reply.text.contains { "[]{}*<>|".contains($0) })
            #expect(events.spoken == reply.text)
            #expect(events.utterances.contains { !$0.directions.isEmpty }, "\(reply.text)")
            for sentence in events.utterances.map(\.text) where sentence.count > 24 {
                #expect(!recent.suffix(12).contains(sentence), "\(sentence) was said a moment ago")
                recent.append(sentence)
            }
        }
    }

    @Test(arguments: ["round and round. ", "aaaa", "[joy] ", "\n"])
    func `A model that never ends is not listened to for ever`(piece: String) async throws {
        struct Endless: LanguageModel {
            let name = "endless"
            let piece: String
            func stream(_ prompt: Prompt) -> AsyncThrowingStream<String, any Error> {
                AsyncThrowingStream { piece }
            }
        }
        var talk = try Talk(model: Endless(piece: piece))
        let reply = await talk.say("Hello")
        #expect(!reply.isEmpty && reply.utf8.count < 20_000)
    }

    @Test func `A model reads the facts, the hour, what was heard and the marks it may use`()
        async throws
    {
        struct Mirror: LanguageModel {
            let name = "mirror"
            let seen: @Sendable (Prompt) -> Void
            func stream(_ prompt: Prompt) -> AsyncThrowingStream<String, any Error> {
                seen(prompt)
                return AsyncThrowingStream {
                    $0.yield("Yes. Really."); $0.finish()
                }
            }
        }
        let (prompts, sink) = AsyncStream<Prompt>.makeStream()
        var talk = try Talk(model: Mirror { sink.yield($0) })
        await talk.say("I live in Tokyo")
        await talk.say("And now?")
        sink.finish()
        var all: [Prompt] = []
        for await prompt in prompts { all.append(prompt) }
        #expect(all[1].facts.map(\.value) == ["Tokyo"])
        #expect(all[1].turns.map(\.known) == ["I live in Tokyo", "Yes. Really."])
        #expect(all[1].occasion == .message("And now?"))
    }
}
