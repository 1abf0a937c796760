import AvatarTypes

/// How the character feels: a point that is pushed by what happens and drifts back by itself.
///
/// A feeling has inertia, so one word never flips it, and it decays towards the persona's rest at that
/// hour: half of an excitement is gone after three minutes, half of a sorrow or joy after twenty.
struct Mood: Equatable, Sendable {
    /// Seconds. - Source: ours; ALMA lets emotions last a minute and moods some twenty.
    static let valenceHalfLife = 1200.0
    static let arousalHalfLife = 180.0
    /// No single event moves a feeling further than this part of the way.
    static let inertia: Float = 0.65

    let baseline: Emotion
    /// How far the feeling was from rest, at `time`.
    private var displacement = SIMD3<Float>.zero
    /// Seconds since 1970.
    private(set) var time: Double

    init(baseline: Emotion, at time: Double) {
        self.baseline = baseline
        self.time = time
    }

    /// How it is felt at a later moment, if nothing happens.
    func emotion(at now: Moment) -> Emotion {
        let passed = max(0, now.seconds - time)
        let slow = decay(passed, Self.valenceHalfLife)
        let fast = decay(passed, Self.arousalHalfLife)
        let rest = Daylight.rest(baseline, at: now)
        return Emotion(
            valence: rest.valence + displacement.x * slow,
            arousal: rest.arousal + displacement.y * fast,
            energy: rest.energy + displacement.z * fast)
    }

    /// Something happened that pulls towards a feeling.
    mutating func feel(_ target: Emotion, strength: Float, at now: Moment) {
        let felt = emotion(at: now)
            .blended(towards: target, by: min(Self.inertia, max(0, strength)))
        let rest = Daylight.rest(baseline, at: now)
        displacement = SIMD3(
            felt.valence - rest.valence, felt.arousal - rest.arousal, felt.energy - rest.energy)
        time = max(now.seconds, time)
    }

    /// Three distances from rest and a time, for the archive.
    var written: String { "\(displacement.x) \(displacement.y) \(displacement.z) \(time)" }

    init?(written: String, baseline: Emotion) {
        let numbers = written.split(separator: " ").compactMap { Double($0) }
        guard numbers.count == 4, numbers.allSatisfy(\.isFinite),
            numbers.prefix(3).allSatisfy({ abs($0) <= 1 })
        else { return nil }
        self.baseline = baseline
        displacement = SIMD3(Float(numbers[0]), Float(numbers[1]), Float(numbers[2]))
        time = numbers[3]
    }

    private func decay(_ passed: Double, _ halfLife: Double) -> Float {
        // 2^(−passed/halfLife) by halving, and a straight line for the rest of a half-life: close enough
        // for a feeling, and the same on every machine.
        let halvings = passed / halfLife
        guard halvings < 60 else { return 0 }
        var factor = 1.0
        for _ in 0..<Int(halvings) { factor /= 2 }
        return Float(factor * (1 - (halvings - halvings.rounded(.down)) / 2))
    }
}
