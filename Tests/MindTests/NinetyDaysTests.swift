import AvatarTypes
import Foundation
import Store
import Testing

@testable import Mind
@testable import TestSupport

/// A scripted life of ninety days with her, in seconds: what it does to closeness, mood and traits.
@Suite("Ninety days") struct NinetyDaysTests {
    /// What is true at the end of a day.
    struct Day: Equatable {
        var level: Float
        var trust: Float
        var valence: Float
        var playfulness: Float
    }

    private static let warm = [
        "Hi! How are you?", "Thank you, you are wonderful", "I had a good day at work",
        "Tell me a joke", "Haha, I love it, thank you!", "I feel a bit lonely today",
        "What is the meaning of life?", "You are so kind, thank you", "Good night!",
    ]
    private static let cold = ["You are stupid", "I hate you", "Whatever."]

    /// Warm for fifty days, quarrelling for five, away for fifteen, and back.
    private static func messages(on day: Int) -> [String] {
        switch day {
        case ..<50: (0..<3).map { warm[(day * 3 + $0) % warm.count] }
        case 50..<55: cold
        case 55..<70: []
        default: (0..<3).map { warm[(day * 2 + $0) % warm.count] }
        }
    }

    private static func days() async throws -> [Day] {
        let archive = try Archive(path: ":memory:")
        let conversation = Conversation(archive: archive, room: "main", model: nil, seed: 7)
        let start = 1_800_000_000.0
        var days: [Day] = []
        for day in 0..<90 {
            var now = moment(start, day: day, hour: 18)
            for text in messages(on: day) {
                now.seconds += 60
                for await _ in await conversation.reply(to: text, from: "anna", at: now) {}
            }
            let evening = moment(start, day: day, hour: 23)
            let affinity = await conversation.affinity(of: "anna", at: evening)
            let traits = await conversation.growth.applied(to: Persona.mirai.traits)
            days.append(
                Day(
                    level: affinity.level, trust: affinity.trust,
                    valence: await conversation.emotion(at: now).valence,
                    playfulness: traits.playfulness))
        }
        return days
    }

    /// Days count from Friday, 15 January 2027, eight o'clock, as if every month had thirty.
    private static func moment(_ start: Double, day: Int, hour: Int) -> Moment {
        Moment(
            seconds: start + Double(day) * 86400 + Double(hour - 8) * 3600, year: 2027,
            month: 1 + day / 30, day: 1 + day % 30, weekday: 1 + (4 + day) % 7, hour: hour,
            minute: 0)
    }

    @Test("bring her closer, a quarrel and an absence cost something, and she stays herself")
    func curves() async throws {
        let days = try await Self.days()
        #expect(days[49].level > 0.9 && days[49].trust > 0.3, "\(days[49])")
        #expect(days[9].level < days[49].level)
        #expect(days[54].level < days[49].level - 0.2, "a quarrel costs")
        let absence = days[54].level - days[69].level
        #expect(abs(absence - 0.001 * 24 * 15) < 0.02, "an hour wears off a thousandth: \(absence)")
        #expect(days[89].level > days[69].level)
        #expect(days[52].valence < days[45].valence - 0.05, "insults are felt")
        let rest = Daylight.rest(Persona.mirai.baseline, at: Self.moment(0, day: 0, hour: 18))
        #expect(abs(days[68].valence - rest.valence) < 0.01, "nothing lasts for ever")
        let base = Persona.mirai.traits.playfulness
        #expect(days[89].playfulness > base, "jokes that please make her playful")
        #expect(days.allSatisfy { abs($0.playfulness - base) <= Growth.limit + 1e-6 })
    }

    @Test("are drawn in docs/images/ninety-days.svg as they went")
    func picture() async throws {
        let drawn = Self.svg(try await Self.days())
        let url = Repository.root.appending(path: "docs/images/ninety-days.svg")
        if ProcessInfo.processInfo.environment["BUNRAKU_DRAW"] != nil {
            try Data(drawn.utf8).write(to: url)
        }
        let kept = try String(contentsOf: url, encoding: .utf8)
        #expect(kept == drawn, "Run the test with BUNRAKU_DRAW=1 and look at the picture.")
    }

    private static func svg(_ days: [Day]) -> String {
        let (width, height, left, top) = (760, 300, 44, 40)
        let (across, down) = (width - left - 130, height - top - 44)
        func x(_ day: Int) -> Int { left + day * across / 89 }
        func y(_ value: Float) -> Int { top + Int((Float(down) * (1 - value)).rounded()) }
        var lines = [
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" font-family="sans-serif" font-size="13">
            <rect width="\(width)" height="\(height)" fill="#151925"/>
            """
        ]
        for (from, to, what) in [(50, 55, "quarrel"), (55, 70, "away")] {
            lines.append(
                """
                <rect x="\(x(from))" y="\(top)" width="\(x(to) - x(from))" height="\(down)" fill="#ffffff" fill-opacity="\(what == "away" ? 0.05 : 0.1)"/>
                <text x="\((x(from) + x(to)) / 2)" y="\(top - 10)" fill="#a3aec8" text-anchor="middle">\(what)</text>
                """)
        }
        for value in [0, 0.5, 1] as [Float] {
            lines.append(
                """
                <path d="M\(left) \(y(value))h\(across)" stroke="#ffffff" stroke-opacity="0.12"/>
                <text x="\(left - 8)" y="\(y(value) + 4)" fill="#a3aec8" text-anchor="end">\(Int(value * 100))</text>
                """)
        }
        for day in [0, 30, 60, 89] {
            lines.append(
                "<text x=\"\(x(day))\" y=\"\(height - 18)\" fill=\"#a3aec8\" text-anchor=\"middle\">day \(day + 1)</text>"
            )
        }
        let curves: [(String, String, (Day) -> Float)] = [
            ("closeness", "#5fd0c5", { $0.level }), ("trust", "#6ea8ff", { $0.trust }),
            ("mood", "#ff9d5c", { $0.valence }), ("playfulness", "#e58cf0", { $0.playfulness }),
        ]
        // Labels stand beside the ends of their curves, and never upon each other.
        var places = curves.map { y($0.2(days[89])) + 4 }
        for index in places.indices.sorted(by: { places[$0] < places[$1] }) {
            while places.enumerated().contains(where: {
                $0.offset != index && abs($0.element - places[index]) < 16
                    && $0.element <= places[index]
            }) { places[index] += 1 }
        }
        for (index, (name, colour, value)) in curves.enumerated() {
            let points = days.enumerated().map { "\(x($0.offset)),\(y(value($0.element)))" }
            lines.append(
                """
                <polyline points="\(points.joined(separator: " "))" fill="none" stroke="\(colour)" stroke-width="2"/>
                <text x="\(x(89) + 10)" y="\(places[index])" fill="\(colour)">\(name)</text>
                """)
        }
        return lines.joined(separator: "\n") + "\n</svg>\n"
    }
}
