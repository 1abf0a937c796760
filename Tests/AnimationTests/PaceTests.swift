import AvatarTypes
import Testing

@testable import Animation

@Suite struct PaceTests {
    /// The most that a control moved in a frame, in its ranges a second.
    private func fastest(framesPerSecond rate: Int, commands: Int) -> [Control: Float] {
        var animator = Animator(expressions: AllExpressionsTests.all, seed: 5)
        var chance = SeededGenerator(seed: 8)
        var cues = Cues()
        var last: Pose?
        var most: [Control: Float] = [:]
        for frame in 0..<commands {
            let time = MediaTime.frames(frame, perSecond: rate)
            // A new wish of some kind in every frame.
            switch Int(chance.uniform(0...5.99)) {
            case 0:
                let names = AllExpressionsTests.all.map(\.name)
                cues.expressions = [
                    .init(name: names[Int(chance.uniform(0...Float(names.count) - 0.01))])
                ]
            case 1:
                let names = Animator.gestureNames
                let name = names[Int(chance.uniform(0...Float(names.count) - 0.01))]
                cues.gesture = .init(start: time, end: time + .seconds(3), value: name)
            case 2: cues.gaze = Gaze(yaw: chance.uniform(-45...45), pitch: chance.uniform(-30...30))
            case 3:
                cues.emotion = Emotion(
                    valence: chance.nextUnit(), arousal: chance.nextUnit(),
                    energy: chance.nextUnit())
            case 4:
                cues.touch = .init(start: time, end: time + .seconds(1), value: Touch(area: "head"))
            default:
                cues.visemes = Timeline()
                let shapes = Viseme.allCases
                cues.visemes.append(
                    shapes[Int(chance.uniform(0...Float(shapes.count) - 0.01))], from: time,
                    to: time + .milliseconds(80))
            }
            let pose = animator.pose(at: time, following: cues)
            if let last {
                for control in Control.all {
                    let reach = control.range.upperBound - control.range.lowerBound
                    let speed = abs(pose[control] - last[control]) / reach * Float(rate)
                    most[control] = max(most[control] ?? 0, speed)
                }
            }
            last = pose
        }
        return most
    }

    @Test(arguments: [30, 60])
    func nothingJumpsUnderTenThousandWildWishes(_ rate: Int) {
        let speeds = fastest(framesPerSecond: rate, commands: 10_000)
        for (control, speed) in speeds {
            // Eyes leap; lips, lids and hands are quick; heads and arms have weight.
            let limit: Float =
                switch control {
                case .channel(let channel) where Channel.gaze.contains(channel): 46
                case .channel(let channel) where Channel.mouth.contains(channel): 61
                case .channel(.eyeBlinkLeft), .channel(.eyeBlinkRight): 25
                case .channel(.armRaiseLeft), .channel(.armRaiseRight): 9.1
                case .channel(.headYaw), .channel(.bodyYaw): 9
                default: 15
                }
            #expect(speed <= limit, "\(control.name) moved \(speed) ranges a second")
        }
        #expect(speeds.count == Control.all.count)
    }
}
