import AvatarTypes

/// How the character feels: a point that is pushed by what happens and drifts back by itself.
///
/// A feeling has inertia, so one word never flips it, and it decays towards the persona's baseline:
/// half of an excitement is gone after three minutes, half of a sorrow or joy after twenty.
struct Mood: Equatable, Sendable {
    /// Seconds. - Source: ours; appraisal research gives hours for moods, minutes for arousal.
    static let valenceHalfLife = 1200.0
    static let arousalHalfLife = 180.0

    let baseline: Emotion
    private(set) var emotion: Emotion
    /// Seconds since 1970.
    private(set) var time: Double

    init(baseline: Emotion, at time: Double) {
        self.baseline = baseline
        emotion = baseline
        self.time = time
    }

    /// How it is felt at a later moment, if nothing happens.
    func emotion(at time: Double) -> Emotion {
        let passed = max(0, time - self.time)
        let slow = decay(passed, Self.valenceHalfLife)
        let fast = decay(passed, Self.arousalHalfLife)
        return Emotion(
            valence: baseline.valence + (emotion.valence - baseline.valence) * slow,
            arousal: baseline.arousal + (emotion.arousal - baseline.arousal) * fast,
            energy: baseline.energy + (emotion.energy - baseline.energy) * fast)
    }

    /// Something was said.
    mutating func feel(_ appraisal: Appraisal, at time: Double) {
        emotion = emotion(at: time).blended(towards: appraisal.target, by: appraisal.strength)
        self.time = max(time, self.time)
    }

    /// Three numbers and a time, for the archive.
    var written: String {
        "\(emotion.valence) \(emotion.arousal) \(emotion.energy) \(time)"
    }

    init?(written: String, baseline: Emotion) {
        let numbers = written.split(separator: " ").compactMap { Double($0) }
        guard numbers.count == 4, numbers.allSatisfy(\.isFinite) else { return nil }
        self.baseline = baseline
        emotion = Emotion(
            valence: Float(numbers[0]), arousal: Float(numbers[1]), energy: Float(numbers[2]))
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
