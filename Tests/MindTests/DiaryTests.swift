import AvatarTypes
import Foundation
import Store
import Testing

@testable import Mind

@Suite struct DiaryTests {
    /// Answers every task with the same words.
    private struct Ghost: LanguageModel {
        let name = "ghost"
        let destination: String? = "https://far.example/v1"
        var words: String

        func stream(_ prompt: Prompt) -> AsyncThrowingStream<String, any Error> {
            AsyncThrowingStream {
                if case .task = prompt.occasion { $0.yield(words) } else { $0.yield("I see.") }
                $0.finish()
            }
        }
    }

    private static let day = 86_400.0

    /// The next morning.
    private static func wake(_ talk: inout Talk) {
        talk.now.seconds += day
        talk.now.day += 1
    }

    @Test func `A day is from four to four, by its own name`() {
        func day(hour: Int) -> DiaryDay {
            DiaryDay(
                before: Moment(
                    seconds: 1_800_000_000 + Double(hour) * 3600 + 59, year: 2028, month: 3, day: 1,
                    weekday: 3, hour: hour, minute: 0))
        }
        #expect(day(hour: 4).name == "2028-02-29")
        #expect(day(hour: 3).name == "2028-02-28", "the night belongs to the day before")
        #expect(day(hour: 23).name == "2028-02-29")
        #expect(day(hour: 9).end - day(hour: 9).start == Self.day)
        #expect(day(hour: 9).end == day(hour: 23).end)
        #expect(day(hour: 3).end == day(hour: 4).start)
    }

    @Test(arguments: [
        ("I got the job at the aquarium!", "What did you dream?", Language.english),
        ("Меня взяли на работу в аквариум!", "Что тебе снилось?", .russian),
        ("水族館で働くことになりました！", "どんな夢を見ましたか？", .japanese),
    ])
    func `After a night there is a page of the day and a dream, and she tells of it`(
        news: String, question: String, language: Language
    ) async throws {
        var talk = try Talk()
        await talk.say(news)
        #expect(await talk.conversation.writeDiary(at: talk.now).isEmpty, "the day is not over")
        let before = await talk.say(question)
        Self.wake(&talk)
        let written = await talk.conversation.writeDiary(at: talk.now)
        #expect(written.map(\.kind) == [.diary, .dream])
        #expect(written[0].day == "2027-01-15")
        #expect(written[0].text.contains(news))
        #expect(written.allSatisfy { Language(of: $0.text) == language })
        #expect(await talk.conversation.writeDiary(at: talk.now).isEmpty, "once for each day")
        let told = await talk.say(question)
        #expect(told.contains(written[1].text) && told != before)
        let page = await talk.say(
            language == .english
                ? "Do you keep a diary?" : language == .russian ? "Ты ведёшь дневник?" : "日記を書きますか？"
        )
        #expect(!page.isEmpty && !page.contains(news), "she reads from it to close friends only")
    }

    @Test func `Nothing private is written down, and who is forgotten is in no diary`() async throws
    {
        var talk = try Talk()
        await talk.say("I love old lighthouses")
        await talk.say("It's a secret: my code word is zanzibar")
        await talk.say("I only stayed in today", from: "boris")
        Self.wake(&talk)
        let written = await talk.conversation.writeDiary(at: talk.now)
        #expect(written.map(\.user) == ["anna", "anna", "boris", "boris"])
        #expect(written.allSatisfy { !$0.text.contains("zanzibar") && !$0.text.contains("secret") })
        #expect(written[0].text.contains("lighthouses"))
        try talk.archive.forget(["likes"], value: "old lighthouses", of: "anna")
        #expect(
            try talk.archive.diary(of: "anna").allSatisfy { !$0.text.contains("old lighthouses") })
        try talk.archive.forget("boris")
        #expect(try talk.archive.diary(of: "boris").isEmpty)
    }

    @Test
    func
        `A model writes it better, what it is told is in the egress log, and nonsense is not kept`()
        async throws
    {
        let good = "Anna told me about her lighthouses today, and I listened to every one of them."
        for (words, isKept) in [
            (good, true), ("", false), ("[joy] *smiles* a day", false),
            ("Сегодня был день и сон", false),
            ("See https://far.example for the day that we had together", false),
        ] {
            var talk = try Talk(model: Ghost(words: words))
            await talk.say("I love old lighthouses")
            Self.wake(&talk)
            let written = await talk.conversation.writeDiary(at: talk.now)
            #expect(written.count == 2)
            #expect(written.allSatisfy { ($0.text == words) == isKept && !$0.text.isEmpty })
            let left = try talk.archive.egress(of: "anna", last: 9).map(\.text)
            #expect(left.contains { $0.contains("a page of your diary") })
        }
    }
}
