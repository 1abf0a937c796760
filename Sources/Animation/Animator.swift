public import AvatarTypes

/// Brings a character to life: from cues and time to a pose.
///
/// ```swift
/// var animator = Animator(expressions: expressions, seed: 7)
/// let pose = animator.pose(at: time, following: script.cues(at: time))
/// ```
///
/// It breathes, blinks, looks around, sways, gestures, speaks and feels. It keeps what must be
/// remembered from one moment to the next, lives in steps of its own, and therefore moves alike at any
/// frame rate; with the same seed and the same calls every pose is the same, bit by bit.
public struct Animator: Sendable {
    private var motion: Motion
    private var mouth = Mouth()
    private var pace = PaceLimit()
    /// The number of the last step, or nil before the first call.
    private var step: Int64?

    /// Steps lie on a fixed grid of the media clock, 120 a second.
    private static let stepTicks = MediaTime.ticksPerSecond / 120
    /// After a longer gap than this (2 s), or a step back, the body does not live through the time
    /// between: it is, at once, where the cues want it.
    private static let longestGap: Int64 = 240

    /// - Parameters:
    ///   - expressions: those that cues may ask for; the last of a name counts.
    ///   - temperament: how the character moves by nature.
    ///   - seed: makes two characters blink at different times.
    public init(
        expressions: [FacialExpression], temperament: Temperament = .even, seed: UInt64
    ) {
        motion = Motion(expressions: expressions, temperament: temperament, seed: seed)
    }

    /// The pose of a moment.
    ///
    /// Times usually rise. The first call, a call after more than 2 s, and a step back show what the
    /// cues want without a way there.
    ///
    /// - Complexity: O(steps of 1/120 s since the last call), 240 at most.
    public mutating func pose(at time: MediaTime, following cues: Cues) -> Pose {
        let now = time.inUnits(perSecond: 120)
        var isContinued = true
        if let last = step, last <= now, now - last <= Self.longestGap {
            for number in last..<now {
                let moment = MediaTime(ticks: (number + 1) * Self.stepTicks)
                motion.live(to: moment, for: 1 / 120, following: cues)
            }
        } else {
            motion.settle(at: time, cues)
            isContinued = false
        }
        step = now
        var present = motion
        let rest = time - MediaTime(ticks: now * Self.stepTicks)
        if rest > .zero {
            present.live(to: time, for: Float(rest.seconds), following: cues)
        }
        // What is said softly is said with a smaller mouth.
        let force = 0.82 + 0.18 * cues.loudness.limited(to: 0...1.8)
        mouth.move(to: time, saying: cues.visemes, vigour: present.vigour * force)
        let wish = present.pose(at: time, saying: mouth)
        if !isContinued { pace.settle(at: wish, time) }
        return pace.follow(wish, at: time)
    }

    /// How the character moves by nature, from the next moment on.
    public var temperament: Temperament {
        get { motion.temperament }
        set { motion.temperament = newValue }
    }

    /// Takes changed files while the show goes on: what shows now gives way to its new form by release
    /// and attack.
    public mutating func replaceExpressions(_ expressions: [FacialExpression]) {
        motion.layers.replace(expressions)
    }

    /// The gestures that a cue may name, in the order in which they are listed to users.
    public static var gestureNames: [String] { GestureTable.all.map(\.name) }

    /// How long a gesture takes, or nil if there is none of that name.
    public static func duration(ofGesture name: String) -> MediaTime? {
        GestureTable.named(name)?.duration
    }
}
