import AvatarTypes

/// The fastest that anything may move, whatever is asked for: nothing ever jumps.
struct PaceLimit: Sendable {
    private var last: (pose: Pose, time: MediaTime)?

    /// Units a second; what each is for stands beside it.
    private static let fastest: Pose = {
        var fastest = Pose.rest
        for control in Control.all { fastest[control] = speed(of: control) }
        return fastest
    }()

    private static func speed(of control: Control) -> Float {
        switch control {
        case .channel(let channel):
            switch channel {
            // A lid closes in 75 ms.
            case .eyeBlinkLeft, .eyeBlinkRight: 24
            // A saccade of 30° takes 90 ms.
            case _ where Channel.gaze.contains(channel): 45
            // Lips part and close within a frame of a film: a burst of p is as fast.
            case _ where Channel.mouth.contains(channel): 60
            // A shaken head, in degrees.
            case .headYaw, .headPitch, .headRoll: 500
            case .bodyYaw, .bodyPitch, .bodyRoll: 150
            // An arm is thrown up in a quarter of a second.
            case .armRaiseLeft, .armRaiseRight, .elbowBendLeft, .elbowBendRight: 9
            default: 14
            }
        // Hands and signs pop, within three frames of a film.
        case .accent: 12
        }
    }

    /// The way towards a pose that can be gone since the last one.
    mutating func follow(_ wish: Pose, at time: MediaTime) -> Pose {
        guard let last, time >= last.time else {
            settle(at: wish, time)
            return wish
        }
        let seconds = Float((time - last.time).seconds)
        let (reach, most) = (Self.fastest.lanes * seconds, Self.fastest.accents * seconds)
        let pose = Pose(
            lanes: last.pose.lanes
                + (wish.lanes - last.pose.lanes).clamped(lowerBound: -reach, upperBound: reach),
            accents: last.pose.accents
                + (wish.accents - last.pose.accents).clamped(lowerBound: -most, upperBound: most))
        self.last = (pose, time)
        return pose
    }

    mutating func settle(at pose: Pose, _ time: MediaTime) { last = (pose, time) }
}
