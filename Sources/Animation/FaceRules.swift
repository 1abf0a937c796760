import AvatarTypes

/// What no face can do at once, and what gives way: so that any two expressions, and any word spoken in
/// them, make a face that holds together.
///
/// - Source: opposing muscles (zygomaticus against depressor anguli oris, levator palpebrae against
///   orbicularis oculi); the amounts are ours.
enum FaceRules {
    /// One thing and its opponent: each gives way by this part of the other.
    private static let opponents: [(Channel, Channel, Float)] = [
        (.mouthSmileLeft, .mouthFrownLeft, 0.6), (.mouthSmileRight, .mouthFrownRight, 0.6),
        (.eyeWideLeft, .eyeSquintLeft, 1), (.eyeWideRight, .eyeSquintRight, 1),
        (.mouthLeft, .mouthRight, 1), (.jawLeft, .jawRight, 1),
    ]

    /// What takes room from something else: that shrinks by this much for each unit of the first.
    private static let limits: [(of: Channel, by: Channel, amount: Float)] = [
        // Closed lids cannot be wide.
        (.eyeWideLeft, .eyeBlinkLeft, 1), (.eyeWideRight, .eyeBlinkRight, 1),
        // An open mouth is neither pressed nor puffed, and its lower lip is not bitten.
        (.mouthPressLeft, .jawOpen, 3), (.mouthPressRight, .jawOpen, 3),
        (.cheekPuff, .jawOpen, 2), (.mouthRollLower, .jawOpen, 2.5),
        // Rounded lips have no wide corners.
        (.mouthSmileLeft, .mouthPucker, 0.6), (.mouthSmileRight, .mouthPucker, 0.6),
        (.mouthStretchLeft, .mouthPucker, 0.8), (.mouthStretchRight, .mouthPucker, 0.8),
        (.mouthStretchLeft, .mouthFunnel, 0.6), (.mouthStretchRight, .mouthFunnel, 0.6),
    ]

    /// A face that can be.
    static func settle(_ pose: inout Pose) {
        for (one, other, share) in opponents {
            let (a, b) = (pose[one], pose[other])
            pose[one] = a * (1 - share * min(max(b, 0), 1))
            pose[other] = b * (1 - share * min(max(a, 0), 1))
        }
        for limit in limits {
            pose[limit.of] *= max(0, 1 - limit.amount * max(0, pose[limit.by]))
        }
        // A tongue that is out holds the teeth apart.
        pose[.jawOpen] = max(pose[.jawOpen], 0.14 * min(1, pose[.tongueOut]))
    }
}
