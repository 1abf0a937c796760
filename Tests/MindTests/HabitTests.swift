import Store
import Testing

@testable import Mind

@Suite struct HabitTests {
    private func moment(day: Int, hour: Int) -> Moment {
        Moment(
            seconds: 1_800_000_000 + Double(day) * 86_400 + Double(hour) * 3600, year: 2027,
            month: 1, day: 1 + day, weekday: 1 + day % 7, hour: hour, minute: 0)
    }

    @Test func `An hour and a subject become habits by evidence, and fade`() {
        var habits = Habits()
        for day in 0..<4 {
            habits.hear([.music], at: moment(day: day, hour: 20))
            #expect(habits.all(at: moment(day: day, hour: 20).seconds).isEmpty == (day < 2))
            // More of the same on one day is no more evidence.
            habits.hear([.music], at: moment(day: day, hour: 20))
        }
        let all = habits.all(at: moment(day: 4, hour: 20).seconds)
        #expect(all.map(\.name).sorted() == ["evening", "music"])
        #expect(all.allSatisfy { (3...4).contains($0.evidence) })
        #expect(Habits(written: habits.written) == habits)
        let month = moment(day: 4, hour: 20).seconds + Habits.halfLife
        #expect(habits.all(at: month).isEmpty, "half of four is not enough")
    }

    @Test func `Who comes at all hours has no hour`() {
        var habits = Habits()
        for day in 0..<12 { habits.hear([], at: moment(day: day, hour: [2, 8, 14, 20][day % 4])) }
        #expect(habits.all(at: moment(day: 12, hour: 8).seconds).isEmpty)
    }

    @Test(arguments: [
        ("I played the guitar all evening", Theme.music), ("Смотрели новый фильм", .films),
        ("猫と遊びました", .pets), ("У меня завтра экзамен", .study),
    ])
    func `A subject is told by its words`(text: String, subject: Theme) {
        #expect(Theme.all(in: text).contains(subject))
    }

    @Test func `She greets by habit`() async throws {
        var talk = try Talk()
        for _ in 0..<4 {
            talk.now.hour = 20
            await talk.say("I played the guitar and sang a song")
            talk.now.seconds += 86_400
            talk.now.day += 1
        }
        func greeting() async -> String {
            var text = ""
            for await event in await talk.conversation.greeting(for: "anna", at: talk.now) {
                if case .finished(let reply) = event { text = reply.text }
            }
            return text
        }
        #expect(await greeting().contains("music"))
        talk.now.hour = 8
        talk.now.seconds += 86_400
        #expect(await greeting().contains("evening"))
    }
}
