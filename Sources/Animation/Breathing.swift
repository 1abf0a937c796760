import AvatarTypes
import Glibc

/// Lungs that fill and empty, at a pace that follows the feeling.
///
/// - Source: 15 + 5a breaths a minute, inhaling 40 % of the time at rest and 12 % in speech; reference
///   notes on affect and motion.
struct Breathing: Sendable {
    /// 0 empty, 1 full.
    private(set) var level: Float = 0
    private var inhaling = true
    /// 0…1 of the present half.
    private var progress: Float = 0
    private var from: Float = 0
    private var to: Float = 0.8
    private var share: Float = 0.4
    private var isSpeaking = false

    /// - Parameter phase: where in the breath it begins, 0…1.
    init(phase: Float) {
        inhaling = phase < share
        progress = inhaling ? phase / share : (phase - share) / (1 - share)
        (from, to) = inhaling ? (0, 0.8) : (0.8, 0)
        level = from.mixed(with: to, eased(progress))
    }

    /// - Parameter speaking: whether there is or soon will be speech; a breath is taken for it.
    mutating func breathe(feeling emotion: Emotion, speaking: Bool, for seconds: Float) {
        let excitement = emotion.excitement
        let rate = (15 + 5 * excitement).limited(to: 9...24) / 60
        if speaking && !isSpeaking && !inhaling && level < 0.5 {
            beginInhaling(excitement, speaking: true)
        }
        isSpeaking = speaking
        var left = seconds
        while left > 0 {
            let length = (inhaling ? share : 1 - share) / rate
            let remaining = (1 - progress) * length
            if left < remaining {
                progress += left / length
                break
            }
            left -= remaining
            if inhaling {
                (inhaling, progress, from, to) = (false, 0, to, 0)
            } else {
                beginInhaling(excitement, speaking: speaking)
            }
        }
        level = from.mixed(with: to, eased(progress))
    }

    private mutating func beginInhaling(_ excitement: Float, speaking: Bool) {
        share = speaking ? 0.12 : 0.4
        (inhaling, progress, from) = (true, 0, level)
        // Speech takes deeper breaths; quiet excitement flatter ones.
        to = (0.8 * (1 - 0.2 * excitement) + (speaking ? 0.2 : 0)).limited(to: 0.3...1)
    }
}
