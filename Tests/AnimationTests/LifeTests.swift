import Animation
import AvatarTypes
import Testing

/// Ten minutes of life with a fixed seed, against the measured numbers of the reference notes.
@Suite struct LifeTests {
    private static let seconds = 600.0
    private static let rate = 60

    /// One character that lives for ten minutes.
    private static func life(
        _ activity: Activity, feeling emotion: Emotion = .neutral, gaze: Gaze? = nil,
        saying visemes: Timeline<Viseme> = Timeline(), rate: Int = Self.rate
    ) -> [Pose] {
        var animator = Animator(expressions: [], seed: 11)
        return poses(of: &animator, seconds: Self.seconds, rate: rate) { _ in
            Cues(visemes: visemes, emotion: emotion, gaze: gaze, activity: activity)
        }
    }

    /// Each activity, without words.
    private static let lives = [Activity.idle, .listening, .thinking, .speaking].reduce(
        into: [:]
    ) { $0[$1] = life($1) }

    private static let talking = life(.speaking, gaze: .viewer, saying: talk)

    /// Where lids fall below half, in frames.
    private func blinks(_ poses: [Pose]) -> [Int] {
        (1..<poses.count).filter {
            poses[$0 - 1][.eyeBlinkLeft] < 0.6 && poses[$0][.eyeBlinkLeft] >= 0.6
        }
    }

    /// Where the eyes meet the world: head and eye together.
    private func gaze(_ pose: Pose) -> SIMD2<Float> {
        [
            (pose[.eyeLookOutLeft] - pose[.eyeLookInLeft]) * 30 + pose[.headYaw],
            (pose[.eyeLookUpLeft] - pose[.eyeLookDownLeft]) * 25 + pose[.headPitch],
        ]
    }

    /// The share of the time at the viewer.
    private func shareAtViewer(_ poses: [Pose]) -> Double {
        let count = poses.filter {
            let gaze = gaze($0); return (gaze * gaze).sum() < 16
        }.count
        return Double(count) / Double(poses.count)
    }

    private func isNear(_ value: Double, _ wanted: Double) -> Bool {
        abs(value - wanted) <= 0.15 * wanted
    }

    /// Sentences of two seconds with pauses of one, for ten minutes.
    static let talk: Timeline<Viseme> = {
        var talk = Timeline<Viseme>()
        for second in stride(from: 0, to: 597, by: 3) {
            talk.append(
                contentsOf: Timeline(
                    marbles: "kkaaappoossiittdduukkaannaaaappeerrooosssaakkiiddee",
                    from: .seconds(Double(second))))
        }
        return talk
    }()

    @Test func `It blinks 17 times a minute at rest and 26 times in conversation`() {
        let minutes = Self.seconds / 60
        let atRest = Double(blinks(Self.lives[.idle] ?? []).count) / minutes
        let talking = Double(blinks(Self.talking).count) / minutes
        #expect(isNear(atRest, 17), "\(atRest)")
        #expect(isNear(talking, 26), "\(talking)")
    }

    @Test func `Excitement blinks more often, and there is always a second between`() {
        let excited = blinks(
            Self.life(
                .idle, feeling: Emotion(valence: 0.5, arousal: 1, energy: 1), gaze: .viewer))
        #expect(isNear(Double(excited.count) / (Self.seconds / 60), 17 * 1.3))
        for (before, after) in zip(excited, excited.dropFirst()) {
            #expect(after - before >= Self.rate)
        }
    }

    @Test func `A blink takes 230 to 300 ms, closes twice as fast as it opens, and closes wholly`()
    {
        let rate = 120
        let poses = Self.life(.idle, gaze: .viewer, rate: rate)
        var lengths: [Double] = []
        var ratios: [Double] = []
        for start in blinks(poses) {
            let isDown = { (index: Int) in poses[index][.eyeBlinkLeft] > 0.15 }
            var (first, last) = (start, start)
            while first > 0, isDown(first) { first -= 1 }
            while last < poses.count - 1, isDown(last) { last += 1 }
            guard first > 0, last < poses.count - 1 else { continue }
            let lids = poses[first...last].map { $0[.eyeBlinkLeft] }
            #expect(lids.max() ?? 0 > 0.98)
            lengths.append(Double(last - first) / Double(rate))
            let speeds = zip(lids.dropFirst(), lids).map { $0 - $1 }
            ratios.append(Double((speeds.max() ?? 0) / -(speeds.min() ?? -1)))
        }
        // What lies under the threshold, at both ends, is a quarter more.
        let length = 1.25 * lengths.reduce(0, +) / Double(lengths.count)
        let ratio = ratios.reduce(0, +) / Double(ratios.count)
        #expect((0.23...0.31).contains(length), "\(length)")
        #expect(isNear(ratio, 2), "\(ratio)")
    }

    @Test(arguments: [(0.1, 11.0), (0.35, 13.5), (0.9, 19.0)])
    func `It breathes 15 + 5a times a minute, inhaling two fifths of the time`(
        arousal: Double, wanted: Double
    ) {
        let emotion = Emotion(valence: 0.5, arousal: Float(arousal), energy: 0.5)
        let breaths = Self.life(.idle, feeling: emotion, rate: 20).map { $0[.breath] }
        let tops = (1..<(breaths.count - 1)).filter {
            breaths[$0] > breaths[$0 - 1] && breaths[$0] >= breaths[$0 + 1] && breaths[$0] > 0.4
        }
        #expect(isNear(Double(tops.count) / (Self.seconds / 60), wanted))
        let rising = zip(breaths.dropFirst(), breaths).filter { $0 > $1 }.count
        #expect(isNear(Double(rising) / Double(breaths.count), 0.4))
    }

    @Test func `In speech it inhales an eighth of the time`() {
        let breaths = (Self.lives[.speaking] ?? []).map { $0[.breath] }
        let rising = zip(breaths.dropFirst(), breaths).filter { $0 > $1 }.count
        #expect(isNear(Double(rising) / Double(breaths.count), 0.12))
    }

    @Test(arguments: [
        (Activity.idle, 0.75), (.listening, 0.84), (.speaking, 0.59), (.thinking, 0.2),
    ])
    func `It looks at the viewer as much as people do`(activity: Activity, wanted: Double) {
        let share = shareAtViewer(Self.lives[activity] ?? [])
        #expect(isNear(share, wanted), "\(share)")
    }

    @Test func `It thinks looking up`() {
        let away = (Self.lives[.thinking] ?? []).map(gaze).filter { ($0 * $0).sum() > 36 }
        let up = away.filter { $0.y > 3 }.count
        #expect(Double(up) / Double(away.count) > 0.85)
    }

    @Test(arguments: [Activity.idle, .listening, .thinking, .speaking])
    func `Eyes rest between quick shifts`(activity: Activity) {
        // To the side only: up and down, eyes also dip with every blink.
        let angles = (Self.lives[activity] ?? []).map { gaze($0).x }
        let moving = zip(angles.dropFirst(), angles).map { abs($0 - $1) * Float(Self.rate) > 15 }
        let starts = (1..<moving.count).filter { moving[$0] && !moving[$0 - 1] }
        let gaps = zip(starts.dropFirst(), starts).map { Double($0 - $1) / Double(Self.rate) }
        // At least 150 ms, less what a frame may hide.
        #expect(gaps.min() ?? 0 >= 0.13)
        let mean = gaps.reduce(0, +) / Double(gaps.count)
        #expect((0.6...1.5).contains(mean), "\(mean)")
        #expect(Double(moving.filter { $0 }.count) / Double(moving.count) < 0.08)
    }

    @Test func `The head sways slowly by a degree or two, and more when it is excited`() {
        func spread(_ emotion: Emotion) -> Float {
            let rolls = Self.life(.idle, feeling: emotion, gaze: .viewer, rate: 20).map {
                $0[.headYaw]
            }
            let mean = rolls.reduce(0, +) / Float(rolls.count)
            return (rolls.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Float(rolls.count))
                .squareRoot()
        }
        let calm = spread(Emotion(valence: 0.5, arousal: 0.1, energy: 0.5))
        let excited = spread(Emotion(valence: 0.5, arousal: 0.9, energy: 0.5))
        #expect((0.3...1.5).contains(calm))
        #expect(excited > 1.5 * calm)
    }

    @Test func `The head nods with long vowels`() {
        let dips = Self.talking.map { $0[.headPitch] }
        let silent = Self.life(.speaking, gaze: .viewer).map { $0[.headPitch] }
        // Faster downwards than any sway: 8° a second.
        func falls(_ pitches: [Float]) -> Int {
            let step = Self.rate / 10
            return stride(from: step, to: pitches.count, by: step).filter {
                pitches[$0] - pitches[$0 - step] < -0.8
            }.count
        }
        #expect(falls(dips) > 150)
        #expect(falls(silent) < falls(dips) / 10)
    }
}
