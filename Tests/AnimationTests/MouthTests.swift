import Animation
import AvatarTypes
import Testing

/// Lips are closed when the jaw is open by no more than this.
private let closed: Float = 0.03

@Suite struct MouthTests {
    /// Words as a voice speaks them, 40 ms to the character.
    static let speech = [
        "....pppaaadppaaa.....", "paapaapaapaapaa", "kaappeepoopupip", "hello",
        "..dooobrrruueeenppaaadddeeen...", "..suuupppeerrriiikkaaa....",
        "ffaaavvveerrr", "pooffeesscchhiippss", "apapepopapepopa",
        "aaaaaaaaaaaaaaaaappaaaaaaaaaaa", "....mmaaammaaa...ppaaappaaa....",
    ]

    private func jaw(
        _ visemes: Timeline<Viseme>, at time: MediaTime, _ cues: Cues = Cues()
    ) -> Float {
        var animator = Animator(expressions: [], seed: 1)
        var cues = cues
        cues.visemes = visemes
        return animator.pose(at: time, following: cues)[.jawOpen]
    }

    private func peak(_ span: Timeline<Viseme>.Span, in visemes: Timeline<Viseme>) -> Float {
        stride(from: 0.0, through: 1, by: 0.05).map {
            jaw(visemes, at: .seconds(span.start.seconds + $0 * span.duration.seconds))
        }.max() ?? 0
    }

    @Test(arguments: speech, [25, 30, 35, 40, 60])
    func `Every p, b and m is closed in its middle and at the latest 15 ms after its start`(
        marbles: String, milliseconds: Int
    ) {
        let visemes = Timeline(marbles: marbles, milliseconds: milliseconds)
        for span in visemes.spans where span.value == .PP {
            let middle = MediaTime.seconds((span.start.seconds + span.end.seconds) / 2)
            #expect(jaw(visemes, at: middle) <= closed)
            #expect(jaw(visemes, at: span.start + .milliseconds(15)) <= closed)
            #expect(jaw(visemes, at: span.start + .milliseconds(2)) <= closed)
        }
    }

    @Test(arguments: speech, [30, 35, 40, 60])
    func `Every open vowel reaches seventy percent of its shape within its span`(
        marbles: String, milliseconds: Int
    ) {
        let visemes = Timeline(marbles: marbles, milliseconds: milliseconds)
        for span in visemes.spans where [.aa, .E, .oh].contains(span.value) {
            let target = 0.8 * span.value.openness
            #expect(peak(span, in: visemes) >= 0.7 * target, "\(span)")
        }
    }

    @Test func `A p of 35 ms within vowels is seen at 30 frames a second, wherever it falls`() {
        for offset in 0..<33 {
            var visemes = Timeline<Viseme>()
            let start = MediaTime.milliseconds(500 + offset)
            visemes.append(.aa, from: start - .milliseconds(100), to: start)
            visemes.append(.PP, from: start, to: start + .milliseconds(35))
            visemes.append(
                .aa, from: start + .milliseconds(35), to: start + .milliseconds(135))
            let frames = (0...30).map { MediaTime.frames($0, perSecond: 30) }
            #expect(
                frames.contains { visemes.value(at: $0) == .PP && jaw(visemes, at: $0) <= closed })
        }
    }

    @Test func `Lips that must touch do, whatever the face`() throws {
        let expressions = try allExpressions()
        let visemes = Timeline(marbles: "..aappaaappoo..", milliseconds: 60)
        for name in expressionNames {
            var animator = Animator(expressions: expressions, seed: 1)
            let cues = Cues(
                visemes: visemes, expressions: [ExpressionCue(name: name)], activity: .speaking)
            for span in visemes.spans where span.value == .PP {
                let middle = MediaTime.seconds((span.start.seconds + span.end.seconds) / 2)
                #expect(animator.pose(at: middle, following: cues)[.jawOpen] <= closed, "\(name)")
            }
        }
    }

    @Test func `A lip goes under the teeth for every f`() {
        let visemes = Timeline(marbles: "aafaaffoo")
        for span in visemes.spans where span.value == .FF {
            var animator = Animator(expressions: [], seed: 1)
            let middle = MediaTime.seconds((span.start.seconds + span.end.seconds) / 2)
            let pose = animator.pose(at: middle, following: Cues(visemes: visemes))
            #expect(pose[.mouthRollLower] >= 0.5)
            #expect(pose[.mouthUpperUpLeft] >= 0.3)
            #expect(pose[.jawOpen] <= 0.1)
        }
    }

    @Test func `A tongue sound leaves the lips to its neighbours, and rounding comes early`() {
        let visemes = Timeline(marbles: "....uuudddduuu....")
        var animator = Animator(expressions: [], seed: 1)
        let inside = animator.pose(at: .milliseconds(360), following: Cues(visemes: visemes))
        #expect(inside[.mouthPucker] >= 0.6)
        let early = Timeline(marbles: "....kkkkuuuu....")
        animator = Animator(expressions: [], seed: 1)
        let before = animator.pose(at: .milliseconds(280), following: Cues(visemes: early))
        #expect(before[.mouthPucker] >= 0.15)
    }

    @Test func `The mouth opens ahead of the first sound, but no more than 180 ms`() {
        let visemes = Timeline(marbles: "aaaa", from: .seconds(1))
        #expect(jaw(visemes, at: .milliseconds(820)) == 0)
        #expect(jaw(visemes, at: .milliseconds(985)) > 0.1)
    }

    @Test func `A plateau is centred on its sound`() {
        // A p between equal vowels closes as long before its middle as it opens after it.
        let visemes = Timeline(marbles: "aaappaaa")
        let middle = 0.16
        func weight(_ side: Double) -> Float {
            (1...100).reduce(0) {
                $0 + jaw(visemes, at: .seconds(middle + side * Double($1) * 0.001))
            }
        }
        // A sum of 0.8 is 1 ms.
        #expect(abs(weight(1) - weight(-1)) < 0.8 * 2.5)
    }

    @Test func `The mouth neither leads nor lags its sounds by more than 3 ms on the whole`() {
        // Sounds of irregular lengths, as a voice makes them.
        var visemes = Timeline<Viseme>()
        var chance = SeededGenerator(seed: 8)
        for letter in "kaposidunapeteromasakidefavilomubenasepikotagu" {
            let sound = Timeline(marbles: String(letter)).spans[0].value
            let length =
                sound.openness > 0.3 ? chance.nextUnit() * 90 + 60 : chance.nextUnit() * 50 + 40
            visemes.append(
                sound, from: visemes.end, to: visemes.end + .milliseconds(Int(length)))
        }
        let times = stride(from: 0.2, to: visemes.end.seconds - 0.2, by: 0.002)
        let jaws = times.map { jaw(visemes, at: .seconds($0)) }
        let mean = jaws.reduce(0, +) / Float(jaws.count)
        func likeness(lead: Int) -> Float {
            zip(times, jaws).reduce(0) { sum, moment in
                let heard = MediaTime.seconds(moment.0) + .milliseconds(lead)
                return sum + (moment.1 - mean) * (visemes.value(at: heard)?.openness ?? 0)
            }
        }
        let best = (-30...30).max { likeness(lead: $0) < likeness(lead: $1) } ?? 99
        #expect(abs(best) <= 3, "\(best) ms")
    }

    @Test(arguments: [30, 60], [0.205, 0.25, 0.31, 0.33, 0.4])
    func `After a cut the mouth is closed within 80 ms`(rate: Int, cut: Double) {
        let whole = Timeline(marbles: "...aaadaaapaaakaaa")
        var short = whole
        short.cut(at: .seconds(cut))
        var animator = Animator(expressions: [], seed: 1)
        for frame in 0...rate {
            let time = MediaTime.frames(frame, perSecond: rate)
            let visemes = time.seconds < cut ? whole : short
            let pose = animator.pose(at: time, following: Cues(visemes: visemes))
            if time.seconds >= cut + 0.08 { #expect(pose[.jawOpen] <= closed) }
        }
    }

    @Test func `A sentence that is laid down late or taken away never makes the mouth snap`() {
        let whole = Timeline(marbles: "aaaaaaaaaaaaaa", from: .milliseconds(500))
        var animator = Animator(expressions: [], seed: 1)
        var last: Float = 0
        for frame in 0...90 {
            let time = MediaTime.frames(frame, perSecond: 60)
            var visemes = Timeline<Viseme>()
            if time >= .milliseconds(560) { visemes = whole }
            if time >= .milliseconds(900) { visemes.cut(at: .milliseconds(900)) }
            let jaw = animator.pose(at: time, following: Cues(visemes: visemes))[.jawOpen]
            // From shut to wide open takes three frames at least.
            #expect(abs(jaw - last) < 0.35)
            last = jaw
        }
    }

    @Test func `Hasty consonants do not rattle: at most eight openings a second without p and f`() {
        let visemes = Timeline(marbles: "tasikadesonatidekasinedasokedisanetikadosanedika")
        let step = 0.002
        let jaws = stride(from: 0, to: visemes.end.seconds, by: step).map {
            jaw(visemes, at: .seconds($0))
        }
        var openings = 0
        var (low, high, rising) = (jaws[0], jaws[0], true)
        for jaw in jaws {
            // A turn counts from a tenth of the jaw's way on.
            if rising {
                high = max(high, jaw)
                if jaw < high - 0.08 { (rising, low, openings) = (false, jaw, openings + 1) }
            } else {
                low = min(low, jaw)
                if jaw > low + 0.08 { (rising, high) = (true, jaw) }
            }
        }
        #expect(Double(openings) / visemes.end.seconds <= 8)
        #expect(Double(openings) / visemes.end.seconds >= 3)
    }

    @Test func `What is said softly is said with a smaller mouth, and lips close all the same`() {
        let visemes = Timeline(marbles: "..aaaaappaaaa..")
        let (soft, loud) = (Cues(loudness: 0.2), Cues(loudness: 1.6))
        let vowel = MediaTime.milliseconds(180)
        #expect(jaw(visemes, at: vowel, soft) < 0.9 * jaw(visemes, at: vowel))
        #expect(jaw(visemes, at: vowel, loud) > 1.05 * jaw(visemes, at: vowel))
        #expect(jaw(visemes, at: .milliseconds(320), loud) <= closed)
    }

    @Test func `A smile survives speech in part`() throws {
        let expressions = [try expression("happy")]
        let cues = { (visemes: Timeline<Viseme>) in
            Cues(visemes: visemes, expressions: [ExpressionCue(name: "happy")])
        }
        var animator = Animator(expressions: expressions, seed: 1)
        let silent = animator.pose(at: .seconds(1), following: cues(Timeline()))
        animator = Animator(expressions: expressions, seed: 1)
        let speaking = animator.pose(
            at: .seconds(1),
            following: cues(Timeline(marbles: "aaaaaaaa", from: .milliseconds(800))))
        #expect(speaking[.mouthSmileLeft] < 0.7 * silent[.mouthSmileLeft])
        #expect(speaking[.mouthSmileLeft] > 0.25 * silent[.mouthSmileLeft])
    }
}
