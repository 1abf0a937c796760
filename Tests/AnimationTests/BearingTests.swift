import AvatarTypes
import Testing

@testable import Animation

/// Hours, temperaments and idle acts.
@Suite struct BearingTests {
    private func mean(
        _ control: Control, temperament: Temperament = .even, hour: Float? = nil,
        activity: Activity = .idle, seconds: Int = 60
    ) -> Float {
        var animator = Animator(expressions: [], temperament: temperament, seed: 3)
        let cues = Cues(activity: activity, setting: Setting(hour: hour))
        var sum: Float = 0
        for frame in 0..<(seconds * 30) {
            sum += animator.pose(at: .frames(frame, perSecond: 30), following: cues)[control]
        }
        return sum / Float(seconds * 30)
    }

    @Test(arguments: [(Float(12), Float(0)), (21, 0), (3, 1), (0, 0.5), (6.5, 0.5), (9, 0)])
    func nightMakesSleepy(_ hour: Float, _ expected: Float) {
        #expect(abs(Setting(hour: hour).drowsiness - expected) < 0.01)
    }

    @Test func atNightTheLidsAreLowAndByDayTheyAreNot() {
        let lid = Control.channel(.eyeBlinkLeft)
        #expect(mean(lid, hour: 3) > mean(lid, hour: 12) + 0.2)
        #expect(abs(mean(lid, hour: 12) - mean(lid)) < 1e-4)
    }

    @Test func aListenerLeansIn() {
        let lean = Control.channel(.bodyPitch)
        #expect(mean(lean, activity: .listening) < mean(lean) - 1.5)
    }

    @Test func theKindSmileAndTheConscientiousStandUpright() {
        let kind = Temperament(agreeableness: 1)
        let upright = Temperament(conscientiousness: 1)
        let smile = Control.channel(.mouthSmileLeft)
        #expect(mean(smile, temperament: kind) > mean(smile) + 0.05)
        #expect(
            mean(.channel(.bodyPitch), temperament: upright) > mean(.channel(.bodyPitch)) + 0.5)
    }

    @Test func theOutgoingMoveMore() {
        func travel(_ temperament: Temperament) -> Float {
            var animator = Animator(expressions: [], temperament: temperament, seed: 3)
            var (sum, last): (Float, Float) = (0, 0)
            for frame in 0..<1800 {
                let yaw = animator.pose(at: .frames(frame, perSecond: 30), following: Cues())[
                    .headYaw]
                sum += abs(yaw - last)
                last = yaw
            }
            return sum
        }
        #expect(
            travel(Temperament(extraversion: 1)) > 1.3 * travel(Temperament(extraversion: 0)))
    }

    @Test func tenIdleMinutesNeverRepeatAndTheSameSeedDoes() {
        func show(_ seed: UInt64) -> [Pose] {
            var animator = Animator(expressions: [], seed: seed)
            return (0..<6_000).map {
                animator.pose(at: .frames($0, perSecond: 10), following: Cues())
            }
        }
        let first = show(1)
        #expect(first == show(1))
        var seen = Set<[UInt32]>()
        for pose in first {
            let bits = Control.all.map { pose[$0].bitPattern }
            #expect(seen.insert(bits).inserted)
        }
    }

    @Test func someoneWhoIsLeftAloneDoesThingsNowAndThen() {
        var idle = IdleActs(seed: 2)
        var acts: [String] = []
        for step in 0..<(600 * 10) {
            let time = MediaTime.milliseconds(100 * step)
            let before = idle.act?.start
            idle.live(at: time, isFree: true, liveliness: 1, drowsiness: 0, for: 0.1)
            if let act = idle.act, act.start != before { acts.append(act.value) }
        }
        #expect((15...45).contains(acts.count))
        #expect(zip(acts, acts.dropFirst()).allSatisfy { $0 != $1 })
    }
}
