import AvatarTypes
import Testing

@testable import Mind

@Suite struct DeliveryTests {
    private func deliver(_ pieces: [String]) -> (shown: String, utterances: [Utterance]) {
        var delivery = Delivery(mood: .neutral, language: .english)
        var text = ""
        var utterances: [Utterance] = []
        for output in pieces.map({ delivery.read($0) }) + [delivery.finish()] {
            text += output.text
            utterances += output.utterances
        }
        #expect(text == delivery.shown)
        return (text, utterances)
    }

    static let replies = [
        "[joy] Hello there! [gesture:wave] It is 3.14 o'clock, e.g. tea time. 😊 [pause:400] Bye 👋🏽",
        "<think>The user [joy] wants *tea*.</think>Oh *waves happily* hi **dear** friend... yes <3",
        "Привет! *кивает* Я рада тебя видеть 😊 Т.е. очень рада, правда. [unknown:tag] Как дела?",
        "こんにちは。[joy:0.6]元気ですか？はい、とても元気ですよ、ありがとうございます！",
        "<|ACT {\"emotion\":\"joy\"}|>Fine<|DELAY 1|> thanks [never closed bracket goes on and on",
        "你好，我叫未来。今天天气很好，我们去散步吧！好吗？",
        "The U.S. Army has 2.5 million men, Sen. Smith says. Gen. Lee agrees, No.",
        "Акад. Павлов жил в кв. 5, т. е. рядом. Стоит 3,5 руб. в день, т.к. мало.",
        "### Title\n- one `code` item\n- 1 < 2 and e\u{301} 👨‍👩‍👧 family 🇯🇵\n\nEnd",
    ]

    @Test(arguments: replies)
    func `However a reply is cut into chunks, the same is shown and spoken`(reply: String) {
        let whole = deliver([reply])
        #expect(!whole.utterances.isEmpty)
        let scalars = Array(reply.unicodeScalars)
        func text(_ part: ArraySlice<Unicode.Scalar>) -> String {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: part)
            return String(view)
        }
        for place in scalars.indices {
            let parts = deliver([text(scalars[..<place]), text(scalars[place...])])
            #expect(parts.shown == whole.shown)
            #expect(parts.utterances == whole.utterances)
        }
        let single = deliver(scalars.map { String(Character($0)) })
        #expect(single.shown == whole.shown)
        #expect(single.utterances == whole.utterances)
    }

    @Test func `Marks are done at their word and never shown`() {
        let result = deliver(["[joy:0.6] Hi Ann! I [gesture:wave] missed you. [sad] Well."])
        #expect(result.shown == "Hi Ann! I missed you. Well.")
        #expect(result.utterances.map(\.text) == ["Hi Ann!", "I missed you.", "Well."])
        #expect(
            result.utterances[0].directions == [
                Direction(offset: 0, act: .expression(name: "joy", weight: 0.6))
            ])
        #expect(
            result.utterances[1].directions == [
                Direction(offset: 2, act: .gesture(name: "wave"))
            ])
        #expect(result.utterances[2].emotion.valence < 0.3)
    }

    @Test(arguments: [
        ("a [x] b", "a b"), ("[whatever: thing]ok", "ok"), ("*sighs deeply* ok", "ok"),
        ("*quietly leaves the room* ok", "ok"), ("so *very* good", "so very good"),
        ("**bold**", "bold"), ("I love you 😍!", "I love you!"), ("1 < 2", "1 < 2"),
        ("<b>b</b>", "b"), ("<think>secret", ""), ("# Big\ntext", "Big text"),
        ("Hi [joy]!", "Hi!"), ("see [1] there", "see there"), ("</think>ok", "ok"),
    ])
    func `Unknown marks are neither shown nor spoken`(reply: String, shown: String) {
        let result = deliver([reply])
        #expect(result.shown == shown)
        #expect(result.utterances.map(\.text).joined(separator: " ") == shown)
    }

    @Test(arguments: [
        ("Dr. Smith has 3.14 pies. He eats.", ["Dr. Smith has 3.14 pies.", "He eats."]),
        ("Well... maybe. Yes", ["Well... maybe.", "Yes"]),
        ("Hmm... Maybe so", ["Hmm...", "Maybe so"]),
        ("J. R. Tolkien wrote it. Good?", ["J. R. Tolkien wrote it.", "Good?"]),
        ("What?! No way!!! Ok", ["What?!", "No way!!!", "Ok"]),
        ("Он жил на ул. Ленина. Там тихо.", ["Он жил на ул. Ленина.", "Там тихо."]),
        ("そうです。はい！", ["そうです。", "はい！"]),
        ("The U.S. Army came. Good.", ["The U.S. Army came.", "Good."]),
        ("Ask Gen. Lee or Sen. Day. Go!", ["Ask Gen. Lee or Sen. Day.", "Go!"]),
        ("It costs 3.50 today. Fine.", ["It costs 3.50 today.", "Fine."]),
        ("Акад. Павлов прав. Да.", ["Акад. Павлов прав.", "Да."]),
        ("Дом на пл. Мира. Там.", ["Дом на пл. Мира.", "Там."]),
        ("你好吗？我很好。谢谢！", ["你好吗？", "我很好。", "谢谢！"]),
        ("今天天气很好，我们走吧。", ["今天天气很好，", "我们走吧。"]),
        ("今日はいい天気ですね、散歩しましょう。", ["今日はいい天気ですね、", "散歩しましょう。"]),
        ("「そうです。」と言った。いい？", ["「そうです。」と言った。", "いい？"]),
        ("Line one\nline two", ["Line one", "line two"]),
        ("She said \"hi.\" Then left.", ["She said \"hi.\"", "Then left."]),
        (
            "I was thinking of you, and then, of tea.",
            ["I was thinking of you,", "and then, of tea."]
        ),
        ("Hello, dear friend of mine.", ["Hello, dear friend of mine."]),
    ])
    func `Sentences end where a reader would end them`(reply: String, sentences: [String]) {
        #expect(deliver([reply]).utterances.map(\.text) == sentences)
    }

    @Test func `No utterance is longer than two hundred characters and none loses a word`() {
        let reply = Array(repeating: "word and another", count: 60).joined(separator: " ")
        let utterances = deliver([reply]).utterances
        #expect(utterances.allSatisfy { $0.text.count <= 200 })
        #expect(utterances.map(\.text).joined(separator: " ") == reply)
    }

    @Test func `The first clause leaves before the sentence is over`() {
        var delivery = Delivery(mood: .neutral, language: .english)
        let output = delivery.read("I have been thinking, w")
        #expect(output.utterances.map(\.text) == ["I have been thinking,"])
    }

    @Test(arguments: [
        ("I like tea. And cof", "I like tea. And…", ["I like tea.", "And…"]),
        ("I like te", "I like…", ["I like…"]), ("Hel", "", []), ("Done. ", "Done.", ["Done."]),
    ])
    func `A broken stream never says half a word`(
        reply: String, shown: String, spoken: [String]
    ) {
        var delivery = Delivery(mood: .neutral, language: .english)
        let first = delivery.read(reply)
        let rest = delivery.abandon()
        #expect(first.text + rest.text == shown)
        #expect((first.utterances + rest.utterances).map(\.text) == spoken)
    }

    @Test func `Nothing that looks like markup survives, whatever a model writes`() {
        var generator = SeededGenerator(seed: 11)
        let parts = [
            "[", "]", "[joy]", "*", "**", "<", ">", "<|", "|>", "<think>", "</think>", "`", "#",
            "\n", " ", ".", ",",
            "word", "Слово", "言葉。", "😀", "👩‍👩‍👧", "\u{301}", "[pause:9]", "ACT {", "...", "!", "3.14",
            "\0", ":",
        ]
        for _ in 0..<2000 {
            let reply = (0..<12).map { _ in parts[Int(generator.next() % UInt64(parts.count))] }
                .joined()
            let result = deliver([reply])
            #expect(!result.shown.contains { "[]*`".contains($0) }, "\(reply)")
            #expect(!result.shown.contains("<|") && !result.shown.contains("think>"), "\(reply)")
            for utterance in result.utterances {
                #expect(utterance.text.count <= 201)
                #expect(
                    utterance.directions.allSatisfy {
                        (0...utterance.text.count).contains($0.offset)
                    })
                #expect(
                    utterance.directions.map(\.offset)
                        == utterance.directions.map(\.offset).sorted())
            }
        }
    }

    @Test func `Thoughts are given apart, however they are cut, and never said`() {
        let reply = "<think>Is 1 < 2? [joy] </b> So </thin she asks</THINK>It is."
        for place in reply.indices {
            var delivery = Delivery(mood: .neutral, language: .english)
            let outputs = [
                delivery.read(String(reply[..<place])), delivery.read(String(reply[place...])),
                delivery.finish(),
            ]
            let thought = outputs.map(\.thought).joined()
            #expect(thought == "Is 1 < 2? [joy] </b> So </thin she asks")
            #expect(delivery.shown == "It is.")
        }
        var unclosed = Delivery(mood: .neutral, language: .english)
        #expect(unclosed.read("<think>a <b").thought + unclosed.finish().thought == "a <b")
        #expect(unclosed.shown.isEmpty)
    }

    @Test(arguments: [
        ("A [sfx:bell] b", [Direction(offset: 2, act: .sound(name: "bell"))]),
        ("A [sfx:explosion] b", []),
        (
            "<|ACT {\"emotion\": \"joy\", \"intensity\": 0.4, \"motion\":\"wave\"}|>A",
            [
                Direction(offset: 0, act: .expression(name: "joy", weight: 0.4)),
                Direction(offset: 0, act: .gesture(name: "wave")),
            ]
        ),
        ("<|ACT joy|>A", [Direction(offset: 0, act: .expression(name: "joy", weight: 1))]),
        ("<|FLY {\"to\":\"moon\"}|>A", []),
    ])
    func `Sounds and acts are done at their word`(reply: String, directions: [Direction]) {
        let result = deliver([reply])
        #expect(result.utterances.flatMap(\.directions) == directions)
        #expect(!result.shown.contains { "[<|:".contains($0) })
    }

    @Test func `Each utterance knows its language by its letters`() {
        let result = deliver(["Hello. Привет. こんにちは。 123"])
        #expect(result.utterances.map(\.language) == [.english, .russian, .japanese, .english])
    }

    @Test(arguments: [
        "[whisper] Come here, closer to me. I am glad.",
        "*whispers* Come here, closer to me. I am glad.",
        "*шепчет* Come here, closer to me. I am glad.",
    ])
    func `A whisper lasts to the end of its sentence`(reply: String) {
        let utterances = deliver([reply]).utterances
        #expect(utterances.count >= 2)
        for utterance in utterances.dropLast() {
            #expect(utterance.manner.breath == 1.3 && utterance.manner.volume == 0.6)
        }
        #expect(utterances.last?.manner == .plain)
    }

    @Test func `Who is tired is heard to breathe before each sentence, and nobody else`() {
        func breaths(_ mood: Emotion) -> [Bool] {
            var delivery = Delivery(mood: mood, language: .english)
            let first = delivery.read("Well, I am so very sleepy now, my friend. Good night.")
            return (first.utterances + delivery.finish().utterances).map {
                $0.directions.contains(Direction(offset: 0, act: .sound(name: "breath")))
            }
        }
        let tired = breaths(Emotion(valence: 0.4, arousal: 0.15, energy: 0.1))
        #expect(tired.first == true && tired.last == true && tired.count { $0 } == 2)
        #expect(!breaths(.neutral).contains(true))
    }
}
