import AvatarTypes
import Glibc

/// The motion that a living head has on its own: it sways, nods with its speech, and shifts its weight.
///
/// - Source: sway 1.5°(1 + 0.6a) in 0.15–0.35 Hz and nods of 3–8° in 250–500 ms that begin up to 100 ms
///   before the stressed sound; reference notes on affect and motion.
struct HeadMotion: Sendable {
    private var chance: SeededGenerator
    /// Nine slow waves, three per axis, in turns.
    private var phases: [Float]
    private let rates: [Float]
    private var amplitude = Spring(1.2)
    private var pace = Spring(1)
    private var nod = Nod()
    /// Whether the nod is for a stressed word, and not assent.
    private var isStress = false
    /// Seconds until the weight shifts, and where it is and goes.
    private var untilShift: Float
    private var lean = Spring()
    private var leanTarget: Float = 0
    /// Seconds until a listener nods.
    private var untilAssent: Float = 3

    private struct Nod: Sendable {
        var since: Float = 10
        var length: Float = 0.4
        var depth: Float = 0

        /// Down and back, with a small rebound.
        var pitch: Float {
            let way = since / length
            guard way < 1.6 else { return 0 }
            if way < 0.4 { return -depth * eased(way / 0.4) }
            if way < 1 { return (-depth).mixed(with: 0.12 * depth, eased((way - 0.4) / 0.6)) }
            return 0.12 * depth * (1 - eased((way - 1) / 0.6))
        }
    }

    init(seed: UInt64) {
        var chance = SeededGenerator(seed: seed)
        phases = (0..<9).map { _ in chance.nextUnit() }
        rates = (0..<9).map { index in
            // One wave in each third of the band, so that the three never fall into step.
            0.15 + 0.2 * (Float(index % 3) + chance.nextUnit()) / 3
        }
        untilShift = chance.uniform(3...8)
        self.chance = chance
    }

    /// Degrees: yaw, pitch, roll.
    var sway: SIMD3<Float> {
        func wave(_ axis: Int) -> Float {
            (0..<3).reduce(0) { $0 + sin(2 * .pi * phases[3 * axis + $1]) } / 1.7
        }
        return SIMD3(1.3 * wave(0), 0.7 * wave(1), 0.9 * wave(2)) * amplitude.value
    }

    /// Degrees, negative is down.
    var nodding: Float { nod.pitch }

    /// How much a word is stressed now, 0…1: the brows go with the nod.
    var emphasis: Float { isStress ? (abs(nod.pitch) / 5).limited(to: 0...1) : 0 }

    /// Where the weight rests, −1…1.
    var weight: Float { lean.value }

    /// - Parameter stress: the length in seconds of a vowel that begins within the next tenth of a
    ///   second, if one does.
    mutating func live(
        feeling emotion: Emotion, _ activity: Activity, speaking: Bool, liveliness: Float,
        stress: Float?, for seconds: Float
    ) {
        let lively = 1.5 * (1 + 0.6 * emotion.excitement) * (speaking ? 1.4 : 1) * liveliness
        amplitude.follow(lively, settling: 1.2, for: seconds)
        pace.follow(speaking ? 1.8 : 1, settling: 1.2, for: seconds)
        for index in phases.indices {
            phases[index] += rates[index] * pace.value * seconds
            phases[index] -= phases[index].rounded(.down)
        }
        nodIfDue(activity, stress: speaking ? stress : nil, for: seconds)
        untilShift -= seconds
        if untilShift <= 0 {
            untilShift = chance.uniform(6...14)
            let side: Float = leanTarget > 0 ? -1 : 1
            leanTarget = side * chance.uniform(0.3...1)
        }
        lean.follow(leanTarget, settling: 2.5, for: seconds)
    }

    private mutating func nodIfDue(_ activity: Activity, stress: Float?, for seconds: Float) {
        nod.since += seconds
        untilAssent -= seconds
        guard nod.since > 1.7 * nod.length else { return }
        if let stress {
            // Longer sounds are more prominent: deeper nods, and seldom none at all.
            isStress = true
            let willing = chance.nextUnit() < 0.6
            let depth = 2 + 14 * (stress - 0.08)
            nod = Nod(
                since: 0, length: (1.6 * stress + 0.15).limited(to: 0.25...0.5),
                depth: willing ? depth.limited(to: 2...5) : 0)
        } else if activity == .listening, untilAssent <= 0 {
            untilAssent = chance.uniform(4...9)
            isStress = false
            nod = Nod(since: 0, length: 0.45, depth: chance.uniform(3...5))
        }
    }
}
