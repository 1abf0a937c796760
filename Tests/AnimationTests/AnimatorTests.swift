import Animation
import AvatarTypes
import Foundation
import Testing

@Suite struct AnimatorTests {
    /// A show in which everything happens.
    private func script(_ time: MediaTime) -> Cues {
        let visemes = Timeline(
            marbles: "kkaaappoossiittdduukkaannaaaappeerrooosssaakkiiddee", from: .seconds(4))
        var cues = Cues(visemes: visemes)
        switch time.seconds {
        case ..<2: cues.activity = .idle
        case ..<4: (cues.activity, cues.emotion) = (.thinking, Emotion(name: "curious") ?? .neutral)
        case ..<6:
            (cues.activity, cues.emotion) = (.speaking, Emotion(name: "joy") ?? .neutral)
            cues.expressions = [ExpressionCue(name: "joy", weight: 0.8)]
        case ..<8:
            (cues.activity, cues.emotion) = (.listening, Emotion(name: "anger") ?? .neutral)
            cues.expressions = [ExpressionCue(name: "anger"), ExpressionCue(name: "surprise")]
        default:
            cues.gaze = Gaze(yaw: 25, pitch: -8)
        }
        if time.seconds < 9.2 && time.seconds >= 6.5 {
            cues.gesture = .init(start: .seconds(6.5), end: .seconds(9.1), value: "wave")
        }
        return cues
    }

    @Test func `The same seed and the same calls give the same bytes`() throws {
        let expressions = try allExpressions()
        var first = Animator(expressions: expressions, seed: 3)
        var second = Animator(expressions: expressions.reversed(), seed: 3)
        let a = poses(of: &first, seconds: 12, following: script)
        let b = poses(of: &second, seconds: 12, following: script)
        #expect(a == b)
        var other = Animator(expressions: expressions, seed: 4)
        #expect(poses(of: &other, seconds: 12, following: script) != a)
    }

    @Test(arguments: [30, 24, 25, 50])
    func `It moves alike at any frame rate`(rate: Int) throws {
        let cues = Cues(
            visemes: LifeTests.talk, emotion: Emotion(name: "happy") ?? .neutral,
            expressions: [ExpressionCue(name: "happy")], activity: .speaking)
        var fine = Animator(expressions: try allExpressions(), seed: 5)
        var coarse = fine
        // 600 a second have the moments of every rate.
        let all = poses(of: &fine, seconds: 6, rate: 600) { _ in cues }
        let some = poses(of: &coarse, seconds: 6, rate: rate) { _ in cues }
        for (index, pose) in some.enumerated() {
            let other = all[index * 600 / rate]
            let off = Channel.allCases.filter { channel in
                let range = channel.range.upperBound - channel.range.lowerBound
                return abs(pose[channel] - other[channel]) > 0.002 * range
            }
            #expect(off.isEmpty, "frame \(index)")
        }
    }

    @Test func `A change of mind looks alike at 30 and 60 frames a second`() throws {
        var fine = Animator(expressions: try allExpressions(), seed: 5)
        var coarse = fine
        let sixty = poses(of: &fine, seconds: 10, rate: 60, following: script)
        let thirty = poses(of: &coarse, seconds: 10, rate: 30, following: script)
        for (index, pose) in thirty.enumerated() {
            // The coarse one hears of a change at most 1/60 s earlier or later than the fine one.
            let near = max(0, index * 2 - 2)...min(sixty.count - 1, index * 2 + 2)
            let off = Channel.allCases.filter { channel in
                let range = channel.range.upperBound - channel.range.lowerBound
                let values = sixty[near].map { $0[channel] }
                let low = (values.min() ?? 0) - 0.06 * range
                let high = (values.max() ?? 0) + 0.06 * range
                return !(low...high).contains(pose[channel])
            }
            #expect(off.isEmpty, "frame \(index)")
        }
    }

    @Test func `Nothing jumps but lids, eyes and words`() throws {
        var animator = Animator(expressions: try allExpressions(), seed: 9)
        let all = poses(of: &animator, seconds: 14, following: script)
        let quick = Channel.allCases.filter {
            let name = $0.name
            return name.hasPrefix("eye") || name.hasPrefix("mouth") || name.hasPrefix("jaw")
                || name == "tongueOut"
        }
        for channel in Channel.allCases where !quick.contains(channel) {
            let range = channel.range.upperBound - channel.range.lowerBound
            let steps = zip(all.dropFirst(), all).map { abs($0[channel] - $1[channel]) / range }
            // 12 times the range a second: the top speed of an attack of 0.15 s, the fastest allowed.
            let largest = steps.max() ?? 0
            #expect(largest <= 0.2, "\(channel) at \(steps.firstIndex(of: largest) ?? 0)")
        }
        // Words are quick but not instant: a mouth needs three frames at least.
        for (after, before) in zip(all.dropFirst(), all) {
            #expect(abs(after[.jawOpen] - before[.jawOpen]) < 0.5)
        }
    }

    @Test func `Every value lies in its channel's range`() throws {
        var animator = Animator(expressions: try allExpressions(), seed: 2)
        for pose in poses(of: &animator, seconds: 12, following: script) {
            #expect(pose == pose.clamped())
        }
    }

    @Test func `A first look shows what is asked for at once`() throws {
        var animator = Animator(expressions: try allExpressions(), seed: 2)
        let cues = Cues(
            expressions: [ExpressionCue(name: "surprise")], gaze: Gaze(yaw: 20, pitch: 0))
        let pose = animator.pose(at: .seconds(33), following: cues)
        #expect(pose[.jawOpen] > 0.5)
        #expect(pose[.browInnerUp] > 0.9)
        #expect(pose[.headYaw] > 4)
        #expect(animator.pose(at: .seconds(33), following: cues) == pose)
    }

    @Test func `A jump in time is answered at once, forwards and back`() throws {
        var animator = Animator(expressions: try allExpressions(), seed: 2)
        _ = animator.pose(at: .zero, following: Cues())
        let joyful = Cues(expressions: [ExpressionCue(name: "joy")])
        #expect(animator.pose(at: .seconds(1000), following: joyful)[.mouthSmileLeft] > 0.9)
        #expect(animator.pose(at: .seconds(1), following: Cues())[.mouthSmileLeft] < 0.1)
    }

    @Test func `Two characters do not blink together`() {
        var one = Animator(expressions: [], seed: 1)
        var two = Animator(expressions: [], seed: 2)
        let lids = poses(of: &one, seconds: 60) { _ in Cues() }.map { $0[.eyeBlinkLeft] > 0.5 }
        let others = poses(of: &two, seconds: 60) { _ in Cues() }.map { $0[.eyeBlinkLeft] > 0.5 }
        let together = zip(lids, others).filter { $0 && $1 }.count
        #expect(together < lids.filter { $0 }.count / 3)
    }

    @Test func `The body follows the head late, and less`() {
        var animator = Animator(expressions: [], seed: 1)
        let all = poses(of: &animator, seconds: 4) { time in
            Cues(gaze: time < .seconds(1) ? .viewer : Gaze(yaw: 28, pitch: 0))
        }
        func halfway(_ channel: Channel) -> Int {
            let goal = (all[60][channel] + all[240][channel]) / 2
            return all.indices.first { $0 > 60 && all[$0][channel] > goal } ?? 0
        }
        #expect(halfway(.bodyYaw) > halfway(.headYaw) + 5)
        #expect(all[240][.bodyYaw] < 0.4 * all[240][.headYaw])
        #expect(all[240][.headYaw] > 9)
        // The eyes are there first, and turn back against the head.
        #expect(all[68][.eyeLookOutLeft] > all[240][.eyeLookOutLeft] + 0.2)
    }

    @Test func `Feelings change over a third of a second, and show`() {
        var animator = Animator(expressions: [], seed: 1)
        let all = poses(of: &animator, seconds: 3) { time in
            Cues(emotion: time < .seconds(1) ? .neutral : Emotion(name: "anger") ?? .neutral)
        }
        #expect(all[60][.browDownLeft] < 0.05)
        #expect(all[66][.browDownLeft] < 0.2)
        #expect(all[150][.browDownLeft] > 0.4)
    }

    @Test func `Changed files come in without a jump`() throws {
        var animator = Animator(expressions: [try expression("happy")], seed: 1)
        let cues = Cues(expressions: [ExpressionCue(name: "happy")])
        var last = poses(of: &animator, seconds: 2) { _ in cues }.last ?? .rest
        let changed = root.appending(path: "expressions/anger.json")
        animator.replaceExpressions([
            try FacialExpression(contentsOf: changed, name: "happy", file: "happy.json")
        ])
        for frame in 121...240 {
            let pose = animator.pose(at: .frames(frame, perSecond: 60), following: cues)
            #expect(abs(pose[.browDownLeft] - last[.browDownLeft]) < 0.1)
            // The smile goes while the frown comes, and each gives way to the other.
            #expect(abs(pose[.mouthSmileLeft] - last[.mouthSmileLeft]) < 0.12)
            last = pose
        }
        #expect(last[.browDownLeft] > 0.9)
        #expect(last[.mouthSmileLeft] < 0.05)
    }
}
