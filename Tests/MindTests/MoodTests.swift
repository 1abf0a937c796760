import AvatarTypes
import Testing

@testable import Mind

@Suite struct MoodTests {
    private func noon(_ seconds: Double) -> Moment {
        Moment(
            seconds: seconds, year: 2027, month: 1, day: 15, weekday: 5, hour: 12, minute: 0)
    }

    @Test(arguments: [
        ("happy", 0.8, 0.9, 0.7), ("sad", 0.2, 0.1, 0.3), ("excited", 0.95, 0.8, 0.9),
        ("calm", 0.3, 0.7, 0.2), ("curious", 0.6, 0.6, 0.6), ("affectionate", 0.7, 0.9, 0.5),
        ("playful", 0.8, 0.8, 0.7), ("contemplative", 0.4, 0.6, 0.3),
        ("mischievous", 0.7, 0.7, 0.8),
    ])
    func `The nine states are the documents' points`(
        name: String, energy: Double, valence: Double, arousal: Double
    ) {
        #expect(
            Emotion(name: name)
                == Emotion(
                    valence: Float(valence), arousal: Float(arousal), energy: Float(energy)))
    }

    @Test func `A stable person is pleased and hard to arouse, a neurotic one the opposite`() {
        func disposition(neuroticism: Float) -> Disposition {
            Disposition(
                .init(
                    openness: 0.5, conscientiousness: 0.5, extraversion: 0.5, agreeableness: 0.5,
                    neuroticism: neuroticism))
        }
        let (stable, neurotic) = (disposition(neuroticism: 0), disposition(neuroticism: 1))
        #expect(stable == Disposition(pleasure: 0.19, arousability: -0.57, dominance: 0))
        #expect(neurotic == Disposition(pleasure: -0.19, arousability: 0.57, dominance: 0))
    }

    @Test func `The example's traits rest where Mehrabian's formula puts them`() {
        // O .9, C .7, E .8, A .9, N .3, which is .8, .4, .6, .8 and a stability of .4.
        let disposition = Disposition(Persona.mirai.traits)
        #expect(abs(disposition.pleasure - (0.21 * 0.6 + 0.59 * 0.8 + 0.19 * 0.4)) < 1e-5)
        #expect(abs(disposition.arousability - (0.15 * 0.8 + 0.30 * 0.8 - 0.57 * 0.4)) < 1e-5)
        #expect(
            abs(disposition.dominance - (0.25 * 0.8 + 0.17 * 0.4 + 0.60 * 0.6 - 0.32 * 0.8))
                < 1e-5)
    }

    @Test func `Half of a joy is gone after twenty minutes, half of an excitement after three`() {
        var mood = Mood(baseline: .neutral, at: 0)
        mood.feel(Emotion(valence: 1, arousal: 1, energy: 1), strength: 0.5, at: noon(0))
        let rest = Daylight.rest(.neutral, at: noon(0))
        let peak = mood.emotion(at: noon(0))
        let after3 = mood.emotion(at: noon(180))
        let after20 = mood.emotion(at: noon(1200))
        #expect(abs((after3.arousal - rest.arousal) * 2 - (peak.arousal - rest.arousal)) < 1e-5)
        #expect(abs((after3.energy - rest.energy) * 2 - (peak.energy - rest.energy)) < 1e-5)
        #expect(abs((after20.valence - rest.valence) * 2 - (peak.valence - rest.valence)) < 1e-5)
        #expect(mood.emotion(at: noon(1e6)) == rest)
    }

    @Test func `No single event turns a feeling round`() {
        var mood = Mood(baseline: Emotion(valence: 0, arousal: 0, energy: 0), at: 0)
        mood.feel(Emotion(valence: 1, arousal: 1, energy: 1), strength: 1, at: noon(0))
        #expect(mood.emotion(at: noon(0)).valence == Mood.inertia)
    }

    @Test func `She is tired before dawn and awake before noon`() {
        func energy(_ hour: Int, _ minute: Int = 0) -> Float {
            Daylight.rest(
                .neutral,
                at: Moment(
                    seconds: 0, year: 2027, month: 1, day: 1, weekday: 5, hour: hour,
                    minute: minute)
            ).energy
        }
        #expect(energy(3) == 0.25)
        #expect(energy(11) == 0.56)
        #expect(energy(8, 30) == 0.52, "half-way between the hours' values")
        #expect(abs(energy(23, 59) - energy(0)) < 0.002)
    }

    @Test func `A mood that is written down is the same mood`() {
        var mood = Mood(baseline: .neutral, at: 0)
        mood.feel(Emotion(valence: 1, arousal: 0, energy: 1), strength: 0.3, at: noon(77.5))
        #expect(Mood(written: mood.written, baseline: .neutral) == mood)
        #expect(Mood(written: "1 2 3", baseline: .neutral) == nil)
        #expect(Mood(written: "nan 0 0 0", baseline: .neutral) == nil)
    }
}
