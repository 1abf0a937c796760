import AvatarTypes
import Glibc

/// Where the character looks: still holds, quick shifts between them, and hardly anything else.
///
/// Eyes that stare look lifeless, and eyes that never rest look unwell; so a look is held, retargeted
/// sparsely by a degree or two, and left by saccades whose duration follows their amplitude.
///
/// - Source: saccade duration 21 + 2.2·A ms, Eyes Alive 2002; the head's part, Stahl 1999; through the
///   reference notes on affect and motion.
struct GazeShifts: Sendable {
    private var chance: SeededGenerator
    private var from = SIMD2<Float>.zero
    private var to = SIMD2<Float>.zero
    /// Seconds since the last saccade began, and how long it takes.
    private var since: Float = 10
    private var length: Float = 0.021
    /// The centre of the present look; small retargets stray around it.
    private var centre = SIMD2<Float>.zero
    private(set) var isAtViewer = true
    /// Seconds until the look is left, and until it is retargeted.
    private var hold: Float = 2
    private var retarget: Float = 1
    private var activity: Activity?
    private var wish: Gaze?
    private var headYaw = Spring()
    private var headPitch = Spring()

    /// Seconds between two saccades, at least.
    static let pause: Float = 0.15
    /// Smaller moves of a wish are followed smoothly, in degrees.
    private static let pursuit: Float = 3

    init(seed: UInt64) {
        chance = SeededGenerator(seed: seed)
        hold = chance.uniform(1.5...4)
    }

    /// Where the eyes meet the world, in degrees: yaw, pitch.
    var point: SIMD2<Float> {
        let way = min(since / length, 1)
        // The minimum-jerk profile.
        let eased = way * way * way * (10 - 15 * way + 6 * way * way)
        return from + (to - from) * eased
    }

    /// What the head contributes, in degrees.
    var head: SIMD2<Float> { [headYaw.value, headPitch.value] }

    /// - Returns: the amplitude of a saccade that began in this step, or nil.
    mutating func live(
        _ activity: Activity, wish: Gaze?, for seconds: Float
    ) -> Float? {
        since += seconds
        hold -= seconds
        retarget -= seconds
        let amplitude = wish.map { follow($0, for: seconds) } ?? wander(activity)
        self.wish = wish
        follow(with: seconds)
        return amplitude
    }

    /// Looks where it should, at once.
    mutating func settle(_ activity: Activity, wish: Gaze?) {
        self.activity = activity
        self.wish = wish
        centre = wish.map { [$0.yaw, $0.pitch] } ?? .zero
        isAtViewer = true
        (from, to, since) = (centre, centre, 10)
        headYaw.settle(at: Self.headPart(to.x))
        headPitch.settle(at: Self.headPart(to.y))
    }

    private mutating func follow(_ wish: Gaze, for seconds: Float) -> Float? {
        let place = SIMD2(wish.yaw, wish.pitch)
        let way = place - centre
        isAtViewer = wish == .viewer
        if self.wish == nil { hold = 0 }
        if since > length, (way * way).sum().squareRoot() < Self.pursuit {
            let step = way * (1 - exp(-seconds / 0.08))
            centre += step
            from += step
            to += step
        } else if since > max(length, Self.pause) {
            centre = place
            return shift(to: place)
        }
        return stray()
    }

    private mutating func wander(_ activity: Activity) -> Float? {
        if activity != self.activity || wish != nil {
            self.activity = activity
            // Thought and the taking of the floor begin with a look away; else the look stays a while.
            let leaves = activity == .thinking || (activity == .speaking && chance.nextUnit() < 0.5)
            if leaves && isAtViewer { hold = min(hold, 0.1) }
            if activity == .listening && !isAtViewer { hold = min(hold, 0.2) }
            if wish != nil { hold = min(hold, 0.5) }
        }
        guard since > max(length, Self.pause) else { return nil }
        guard hold <= 0 else { return stray() }
        let habit = GazeHabit.during(activity)
        isAtViewer = (centre * centre).sum() > 1
        let time = isAtViewer ? habit.atViewer : habit.away
        hold = chance.duration(mean: time.mean, deviation: time.deviation)
        let gaze = isAtViewer ? Gaze.viewer : habit.elsewhere(&chance)
        centre = [gaze.yaw, gaze.pitch]
        return shift(to: centre)
    }

    /// A sparse retarget of a degree or two around the centre: from one eye of the viewer to the other.
    private mutating func stray() -> Float? {
        guard retarget <= 0, since > max(length, Self.pause) else { return nil }
        let angle = chance.uniform(0...(2 * .pi))
        let radius = chance.uniform(0.5...1.5)
        return shift(to: centre + SIMD2(radius * cos(angle), 0.6 * radius * sin(angle)))
    }

    private mutating func shift(to place: SIMD2<Float>) -> Float {
        from = point
        to = place
        let way = to - from
        let amplitude = (way * way).sum().squareRoot()
        since = 0
        length = 0.021 + 0.0022 * amplitude
        retarget = chance.uniform(0.6...1.5)
        return amplitude
    }

    /// The head follows late, takes most of what lies beyond 15°, and a little of the rest.
    private mutating func follow(with seconds: Float) {
        headYaw.follow(Self.headPart(to.x), settling: 0.5, for: seconds)
        headPitch.follow(Self.headPart(to.y), settling: 0.5, for: seconds)
    }

    private static func headPart(_ angle: Float) -> Float {
        let beyond = max(0, abs(angle) - 15)
        let part = 0.2 * min(abs(angle), 15) + 0.77 * beyond
        return angle < 0 ? -part : part
    }
}
