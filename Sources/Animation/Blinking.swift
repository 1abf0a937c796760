import AvatarTypes
import Glibc

/// When the lids fall, and how.
///
/// Blinks come like a Poisson process with a refractory second, and are drawn to ends of phrases and to
/// large shifts of gaze. A blink that was drawn early is paid back later, so the rate stays what was
/// measured.
///
/// - Source: rates Bentivoglio 1997; times and asymmetry Trutoiu 2011; events Evinger 1994 and Nakano
///   2010; all through the reference notes on affect and motion.
struct Blinking: Sendable {
    private var chance: SeededGenerator
    /// Seconds since the last blink began.
    private var since: Float = 10
    /// The urge to blink, and what it must reach.
    private var urge: Float = 0
    private var threshold: Float
    /// Seconds until a blink that an event asked for.
    private var asked: Float?
    /// Seconds from the first movement to open eyes.
    private var length: Float = 0.26

    private static let refractory: Float = 1

    init(seed: UInt64) {
        chance = SeededGenerator(seed: seed)
        threshold = chance.exponential()
    }

    /// How far the lids are down, 0…1: a fast fall, a moment closed, a slow rise that comes to rest.
    var closure: Float {
        let moment = since / length
        // The fall's greatest speed is twice the rise's: 0.27 of the time against 0.65.
        if moment < 0.27 { return eased(moment / 0.27) }
        if moment < 0.35 { return 1 }
        guard moment < 1 else { return 0 }
        let rise = (moment - 0.35) / 0.65
        let left = 1 - rise * rise
        return left * left * left
    }

    mutating func live(feeling emotion: Emotion, speaking: Bool, for seconds: Float) {
        let rate = (speaking ? 26 : 17) * (1 + 0.3 * max(0, emotion.excitement))
        since += seconds
        if since > Self.refractory {
            urge += seconds / (60 / rate - Self.refractory)
        }
        if let wait = asked {
            asked = wait - seconds
            if wait <= seconds, since > Self.refractory {
                asked = nil
                begin(emotion)
            }
        } else if urge >= threshold, since > Self.refractory {
            begin(emotion)
        }
    }

    /// Something happens that lids like to follow.
    ///
    /// - Parameters:
    ///   - probability: that they do, when the last blink is long enough ago.
    ///   - delay: seconds.
    mutating func invite(probability: Float, delay: Float) {
        let willing = chance.nextUnit() < probability
        guard willing, asked == nil, since > Self.refractory, urge > -1.5 else { return }
        asked = delay
    }

    private mutating func begin(_ emotion: Emotion) {
        since = 0
        urge -= threshold
        threshold = chance.exponential()
        // 230 ms when lively, 300 ms when calm, and heavier still when sleepy.
        length = 0.3 - 0.07 * emotion.arousal
        if emotion.excitement < -0.5 { length *= 1.4 }
    }
}
