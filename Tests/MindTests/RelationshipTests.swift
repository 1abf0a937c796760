import AvatarTypes
import Testing

@testable import Mind

@Suite struct RelationshipTests {
    private func affinity(level: Float = 0.1, trust: Float = 0.1) throws -> Affinity {
        try #require(Affinity(written: "\(level) \(trust) 0.1 0"))
    }

    private func moment(hour: Int) -> Moment {
        Moment(seconds: 0, year: 2027, month: 1, day: 15, weekday: 5, hour: hour, minute: 0)
    }

    @Test(arguments: [
        (UserEmotion.Label.sadness, [Topic](), Float(0.9), Float(0.61), "supportive_intimate"),
        (.anger, [], 0.9, 0.6, "supportive_gentle"),
        (.neutral, [.lonely], 0.1, 0.1, "supportive_gentle"),
        (.neutral, [.advice], 0.71, 0, "advisory_personal"),
        (.joy, [.advice], 0.7, 0, "advisory_professional"),
        (.joy, [], 0.81, 0, "intimate_casual"), (.neutral, [], 0.8, 0, "friendly_warm"),
        (.neutral, [], 0.51, 0, "friendly_warm"), (.neutral, [], 0.5, 0, "polite_helpful"),
    ])
    func `a reply is meant by feeling, question and closeness`(
        feeling: UserEmotion.Label, topics: [Topic], level: Float, trust: Float, name: String
    ) throws {
        let affinity = try affinity(level: level, trust: trust)
        #expect(Strategy(feeling: feeling, topics: topics, affinity: affinity).rawValue == name)
    }

    @Test func `nobody is closer than nine tenths`() throws {
        #expect(Boundaries.intimacy(try affinity(level: 1)) == 0.9)
        #expect(Boundaries.intimacy(try affinity(level: 0.4)) == 0.4)
    }

    @Test func `after twenty messages in a day a break is advised, at most every two hours`() {
        var boundaries = Boundaries()
        for message in 1...20 { #expect(boundaries.hear(day: 1, at: Double(message)) == nil) }
        #expect(boundaries.hear(day: 1, at: 21) == .considerBreaks)
        #expect(boundaries.hear(day: 1, at: 7_220) == nil)
        #expect(boundaries.hear(day: 1, at: 7_221) == .considerBreaks)
        #expect(boundaries.hear(day: 2, at: 90_000) == nil, "a new day is a new day")
    }

    @Test func `who is here all day for days is pointed to people, and it fades`() throws {
        var boundaries = Boundaries()
        var advice: [Boundaries.Advice] = []
        for day in 1...20 {
            for message in 0..<70 {
                let seconds = Double(day) * 86400 + Double(message) * 600
                if let found = boundaries.hear(day: day, at: seconds) { advice.append(found) }
            }
        }
        #expect(boundaries.dependency > 0.8 && advice.last == .maintainRealRelationships)
        #expect(try #require(Boundaries(written: boundaries.written)) == boundaries)
        _ = boundaries.hear(day: 40, at: 40 * 86400)
        #expect(boundaries.dependency < 0.2)
    }

    @Test func `romance is for who is old enough`() {
        #expect(Boundaries.isMinor(age: "17") && !Boundaries.isMinor(age: "18"))
        #expect(!Boundaries.isMinor(age: nil) && !Boundaries.isMinor(age: "old enough"))
    }

    @Test
    func
        `a trait goes a twentieth of the way for a talk that pleased, and never further than three tenths`()
    {
        let base = Persona.mirai.traits
        var growth = Growth()
        growth.learn(["playfulness": 1], of: base, satisfaction: 0.7, at: 1)
        #expect(growth.history.isEmpty, "only beyond .7")
        growth.learn(["playfulness": 1], of: base, satisfaction: 0.71, at: 2)
        #expect(abs(growth.applied(to: base).playfulness - (0.6 + 0.4 * 0.05)) < 1e-6)
        for time in 3..<300 {
            growth.learn(
                ["neuroticism": 1, "openness": 0], of: base, satisfaction: 1, at: Double(time))
        }
        let grown = growth.applied(to: base)
        #expect(abs(grown.neuroticism - 0.6) < 1e-5 && abs(grown.openness - 0.6) < 1e-5)
        #expect(growth.history.count <= Growth.stepsKept)
    }

    @Test func `what has changed is written down and can be taken back`() {
        let base = Persona.mirai.traits
        var growth = Growth()
        growth.learn(["playfulness": 1], of: base, satisfaction: 1, at: 10)
        let early = growth.applied(to: base)
        growth.learn(["playfulness": 1, "openness": 1], of: base, satisfaction: 1, at: 20)
        #expect(growth.history.map(\.trait) == ["playfulness", "openness", "playfulness"])
        growth.rollBack(to: 15)
        #expect(growth.applied(to: base) == early && growth.history.count == 1)
        growth.rollBack(to: 0)
        #expect(growth.applied(to: base) == base)
    }

    @Test
    func `preferences are means over what pleased, and a half, fifty words and a half before`()
        throws
    {
        var preferences = Preferences()
        #expect(
            preferences.formality == 0.5 && preferences.words == 50 && preferences.humour == 0.5)
        preferences.learn(formality: 1, words: 100, humour: 1, satisfaction: 0.6)
        #expect(preferences.count == 0, "only beyond .6")
        preferences.learn(formality: 0.2, words: 8, humour: 1, satisfaction: 0.61)
        preferences.learn(formality: 0.4, words: 12, humour: 0.8, satisfaction: 0.9)
        #expect(abs(preferences.formality - 0.3) < 1e-6 && preferences.words == 10)
        #expect(try #require(Preferences(written: preferences.written)) == preferences)
    }

    @Test func `looks and voice follow closeness, hour and mood`() throws {
        let calm = Emotion.neutral
        func bearing(_ level: Float, _ hour: Int, _ emotion: Emotion = .neutral) throws -> Bearing {
            Bearing(affinity: try affinity(level: level), emotion: emotion, at: moment(hour: hour))
        }
        #expect(try bearing(0.5, 23).occasion == "night" && bearing(0.5, 5).occasion == "night")
        let excited = try #require(Emotion(name: "excited"))
        #expect(try bearing(0.1, 12, excited).occasion == "excited")
        #expect(
            try bearing(0.71, 12).occasion == "close" && bearing(0.29, 12).occasion == "stranger")
        #expect(try bearing(0.5, 12, calm).occasion == nil)
        #expect(try bearing(0.5, 23).manner.volume == 0.8 && bearing(0.5, 12).manner.volume == 1)
        #expect(try bearing(0.81, 12).manner.warmth == 1.2 && bearing(0.8, 12).manner.warmth == 1)
    }

    @Test func `each stage of closeness opens something, and keeps what is open`() throws {
        var before = 0
        for bond in Bond.allCases {
            #expect(Bond(try affinity(level: bond.threshold + 0.01)) == bond)
            #expect(bond.open.count > before && !bond.unlocks.isEmpty)
            before = bond.open.count
        }
        #expect(try affinity(level: 0.3).kind == .friend)
        let day = 86400.0
        #expect(Bond.anniversary(since: 0, at: 30 * day + 5) == 30)
        #expect(Bond.anniversary(since: 0, at: 730 * day) == 730)
        #expect(Bond.anniversary(since: 0, at: 31 * day) == nil)
        #expect(Bond.anniversary(since: 0, at: 5) == nil)
    }

    @Test(arguments: [
        (true, Float(0.1), true, Float(0.9), Float(0.9), 8, "celebration"),
        (false, 0.29, true, 0.9, 0.61, 8, "emotional_support"),
        (false, 0.29, true, 0.9, 0.6, 8, "gentle_check_in"),
        (false, 0.3, true, 0.9, 0.9, 8, "information_sharing"),
        (false, 0.5, false, 0.51, 0, 8, "morning_greeting"),
        (false, 0.5, false, 0.71, 0, 20, "evening_reflection"),
        (false, 0.5, false, 0.81, 0, 14, "casual_conversation"),
        (false, 0.5, false, 0.8, 0, 14, nil), (false, 0.5, false, 0.5, 0, 8, nil),
    ])
    func `what she begins by herself has a reason`(
        special: Bool, mood: Float, news: Bool, level: Float, trust: Float, hour: Int, name: String?
    ) throws {
        let initiative = Initiative(
            isSpecialDate: special, meanMood: mood, hasNews: news,
            affinity: try affinity(level: level, trust: trust), extraversion: 0.8, chance: 0.5,
            at: moment(hour: hour))
        #expect(initiative?.kind.rawValue == name)
        #expect(
            Initiative(
                isSpecialDate: false, meanMood: 0.5, hasNews: false,
                affinity: try affinity(level: 0.9), extraversion: 0.4, chance: 0.5,
                at: moment(hour: 14)) == nil, "who is reserved begins less")
    }
}
