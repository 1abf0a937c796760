import AvatarTypes
import Testing

@testable import Stage

@Suite("A script")
struct ScriptTests {
    /// A line of one word a tenth of a second each, 48 kHz, whose samples count up from 1.
    private func line(
        _ words: [String], directions: [Direction] = [], pause: MediaTime = .zero
    ) -> SpokenLine {
        let length = 4_800
        var timeline = Timeline<SpokenWord>()
        var visemes = Timeline<Viseme>()
        var offset = 0
        for (index, word) in words.enumerated() {
            let start = MediaTime.samples(index * length, rate: 48_000)
            let end = MediaTime.samples((index + 1) * length, rate: 48_000)
            timeline.append(
                SpokenWord(text: word, range: offset..<offset + word.count), from: start, to: end)
            visemes.append(.aa, from: start, to: end)
            offset += word.count + 1
        }
        return SpokenLine(
            utterance: Utterance(
                text: words.joined(separator: " "), language: .english,
                emotion: Emotion(valence: 1, arousal: 1, energy: 1), directions: directions,
                pause: pause),
            audio: AudioClip(
                samples: (0..<words.count * length).map { Float($0 + 1) }, sampleRate: 48_000),
            visemes: visemes, words: timeline)
    }

    private func script(_ lines: SpokenLine..., from start: MediaTime = .zero) -> Script {
        var script = Script()
        for line in lines {
            script.append(line, notBefore: start) { $0 == "nod" ? .milliseconds(800) : nil }
        }
        return script
    }

    @Test("plays a line to the sample, and silence around it")
    func sound() {
        let script = script(line(["one"]), from: .samples(100, rate: 48_000))
        #expect(script.samples(from: 98, count: 4, rate: 48_000) == [0, 0, 1, 2])
        #expect(script.samples(from: 4_898, count: 4, rate: 48_000) == [4_799, 4_800, 0, 0])
    }

    @Test("draws a breath before the words of a line, which wait for it")
    func breath() {
        var tired = line(["one", "two"])
        tired.utterance.directions = [Direction(offset: 0, act: .sound(name: "breath"))]
        var script = Script()
        let placed = script.append(tired, notBefore: .zero) { _ in nil }
        let breath = SoundEffect.breath.clip
        #expect(placed.start == breath.duration)
        let length = breath.samples.count
        #expect(script.samples(from: 0, count: length, rate: 48_000) == breath.samples)
        #expect(script.samples(from: length, count: 2, rate: 48_000) == [1, 2])
        #expect(script.visemes.spans.first?.start == breath.duration)
    }

    @Test("lets a sound be heard under its word, until it is cut", arguments: SoundEffect.allCases)
    func effect(effect: SoundEffect) {
        var silent = line(["one", "two"])
        silent.audio.samples = [Float](repeating: 0, count: silent.audio.samples.count)
        silent.utterance.directions = [
            Direction(offset: 4, act: .sound(name: effect.rawValue)),
            Direction(offset: 4, act: .sound(name: "no such sound").self),
        ]
        var script = script(silent)
        let clip = effect.clip
        #expect(
            clip.samples.allSatisfy { abs($0) <= 1 } && clip.samples.contains { abs($0) > 0.05 })
        #expect(
            script.samples(from: 4_800, count: 960, rate: 48_000) == Array(clip.samples[..<960]))
        #expect(script.samples(from: 0, count: 4_800, rate: 48_000).allSatisfy { $0 == 0 })
        script.cut(at: .samples(5_000, rate: 48_000))
        #expect(script.samples(from: 5_000, count: 960, rate: 48_000).allSatisfy { $0 == 0 })
    }

    @Test("lays lines one after the other, with the pause between them")
    func queue() {
        let script = script(line(["one"], pause: .milliseconds(50)), line(["two"]))
        #expect(script.sound.spans.map(\.start) == [.zero, .milliseconds(150)])
        #expect(script.speechEnd == .milliseconds(250))
        #expect(script.cues(at: .milliseconds(120)).visemes.value(at: .milliseconds(120)) == nil)
    }

    @Test("is cut: no sample and no mouth shape after it, and it knows what was heard")
    func cut() {
        var script = script(line(["one", "two", "three"]), line(["four"]))
        let remnants = script.cut(at: .milliseconds(210))
        #expect(
            remnants == [
                Script.Remnant(line: 0, charactersHeard: 7),
                Script.Remnant(line: 1, charactersHeard: 0),
            ])
        #expect(script.samples(from: 10_080, count: 40_000, rate: 48_000).allSatisfy { $0 == 0 })
        #expect(script.samples(from: 10_079, count: 1, rate: 48_000) == [10_080])
        #expect(script.cues(at: .milliseconds(211)).visemes.value(at: .milliseconds(211)) == nil)
        #expect(script.speechEnd == .milliseconds(210))
    }

    @Test("leaves nothing to cut when all has been heard")
    func cutAfterwards() {
        var script = script(line(["one"]))
        #expect(script.cut(at: .milliseconds(100)).isEmpty)
    }

    @Test("keeps the feeling of the last line, cut or not")
    func feeling() {
        var script = script(line(["one"]))
        script.cut(at: .milliseconds(50))
        #expect(script.cues(at: .seconds(60)).emotion.valence == 1)
        #expect(Script().cues(at: .zero).emotion == .neutral)
    }

    @Test("shows an expression and a gesture at their word")
    func directions() {
        let script = script(
            line(
                ["one", "two"],
                directions: [
                    Direction(offset: 4, act: .expression(name: "joy", weight: 0.5)),
                    Direction(offset: 4, act: .gesture(name: "nod")),
                    Direction(offset: 4, act: .gesture(name: "fly")),
                ]))
        #expect(script.cues(at: .milliseconds(99)).expressions.isEmpty)
        #expect(
            script.cues(at: .milliseconds(100)).expressions
                == [ExpressionCue(name: "joy", weight: 0.5)])
        let gesture = script.cues(at: .milliseconds(500)).gesture
        #expect(gesture?.value == "nod" && gesture?.start == .milliseconds(100))
        #expect(script.cues(at: .milliseconds(901)).gesture == nil)
    }

    @Test("says that the character speaks while it does, and else what it was turned to")
    func activity() {
        var script = script(line(["one"]))
        script.turn(to: .listening, from: .milliseconds(100), to: .milliseconds(200))
        let activities = [50, 150, 250].map { script.cues(at: .milliseconds($0)).activity }
        #expect(activities == [.speaking, .listening, .idle])
    }

    @Test("has thought enough when it begins to speak")
    func thought() {
        var script = Script()
        script.turn(to: .thinking, from: .zero, to: .seconds(8))
        script.append(line(["one"]), notBefore: .milliseconds(500)) { _ in nil }
        let activities = [400, 550, 700, 7_900, 8_100].map {
            script.cues(at: .milliseconds($0)).activity
        }
        #expect(activities == [.thinking, .speaking, .listening, .listening, .idle])
    }

    @Test("shows no expression of a word that was cut off")
    func cutExpression() {
        let joy = Direction(offset: 4, act: .expression(name: "joy", weight: 1))
        var unsaid = script(line(["one", "two"], directions: [joy]))
        unsaid.cut(at: .milliseconds(50))
        #expect(unsaid.cues(at: .milliseconds(150)).expressions.isEmpty)
        // A smile that has begun outlives its sentence.
        var said = script(line(["one", "two"], directions: [joy]))
        said.cut(at: .milliseconds(150))
        #expect(!said.cues(at: .milliseconds(400)).expressions.isEmpty)
    }

    @Test("forgets what is over without changing what is to come")
    func forget() {
        var script = script(line(["one"]), line(["two"]))
        script.forget(before: .milliseconds(150))
        #expect(script.sound.spans.count == 1)
        #expect(script.samples(from: 7_200, count: 1, rate: 48_000) == [2_401])
    }
}
