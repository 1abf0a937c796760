import AvatarTypes
import Glibc

/// The speaking mouth, and what remains of the shape it had when the words ahead were changed.
///
/// The plan is a function of the timeline alone. When the timeline changes under it (a cut, a new
/// sentence), the difference to what was shown decays, so that nothing snaps.
struct Mouth: Sendable {
    /// What speech asks of the mouth's channels.
    private(set) var pose = Pose.rest
    /// 1 where lips must touch.
    private(set) var seal: Float = 0
    /// 0 silent, 1 speaking.
    private(set) var presence: Float = 0

    private typealias Shape = (jaw: SIMD8<Float>, lips: SIMD8<Float>)

    private var shown: Shape = (.zero, .zero)
    private var shownAt: MediaTime?
    private var rest: Shape = (.zero, .zero)
    private var restSince = MediaTime.zero

    /// What is left of an old shape is gone after this: with the frame in which it happened, less
    /// than 80 ms.
    private static let fading = 0.06

    /// Takes the shape of a moment.
    ///
    /// - Parameter vigour: how far open vowels open, 1 in a calm voice.
    mutating func move(to time: MediaTime, saying visemes: Timeline<Viseme>, vigour: Float) {
        let plan = MouthPlan(visemes, around: time)
        if let last = shownAt, last < time, time - last < .milliseconds(500) {
            let expected = plan.shape(at: last)
            let left = remainder(at: last)
            let jump: Shape = (shown.jaw - expected.jaw, shown.lips - expected.lips)
            let surprise = max(
                Self.size(jump.jaw - left.jaw), Self.size(jump.lips - left.lips))
            if surprise > 1e-3 {
                rest = jump
                restSince = last
            }
        } else if shownAt != time {
            rest = (.zero, .zero)
        }
        let shape = plan.shape(at: time)
        let left = remainder(at: time)
        shown = (shape.jaw + left.jaw, shape.lips + left.lips)
        shownAt = time
        write(shown, vigour: vigour)
    }

    private func remainder(at time: MediaTime) -> Shape {
        let part = 1 - eased(Float((time - restSince).seconds / Self.fading))
        return (rest.jaw * part, rest.lips * part)
    }

    private static func size(_ lanes: SIMD8<Float>) -> Float { max(lanes.max(), -lanes.min()) }

    private mutating func write(_ shape: Shape, vigour: Float) {
        pose = .rest
        pose[.jawOpen] = shape.jaw[0] * vigour
        pose[.tongueOut] = shape.jaw[1]
        seal = shape.jaw[2].limited(to: 0...1)
        presence = shape.jaw[3].limited(to: 0...1)
        for (lane, channels) in MouthShape.lipChannels.enumerated() {
            for channel in channels { pose[channel] = shape.lips[lane] }
        }
        pose = pose.clamped()
    }
}
