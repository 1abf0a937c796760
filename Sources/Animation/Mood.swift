public import AvatarTypes
import Glibc

/// The feeling that the body is in: it follows the wished one, and never snaps.
struct Mood: Sendable {
    private var valence: Spring
    private var arousal: Spring
    private var energy: Spring

    /// A change of feeling is 95 % done after this many seconds: spontaneous expressions need 0.25 to
    /// 0.6 (reference notes), and a feeling is slower than its expression.
    private static let settling: Float = 0.7

    init(_ emotion: Emotion) {
        valence = Spring(emotion.valence)
        arousal = Spring(emotion.arousal)
        energy = Spring(emotion.energy)
    }

    var emotion: Emotion {
        Emotion(valence: valence.value, arousal: arousal.value, energy: energy.value)
    }

    mutating func follow(_ emotion: Emotion, for seconds: Float) {
        valence.follow(emotion.valence, settling: Self.settling, for: seconds)
        arousal.follow(emotion.arousal, settling: Self.settling, for: seconds)
        energy.follow(emotion.energy, settling: Self.settling, for: seconds)
    }
}

extension Emotion {
    /// How far arousal lies from its middle, −1…1: the `a` of the formulas for breath, blinks and sway.
    var excitement: Float { 2 * arousal - 1 }

    /// The face that a feeling makes without being asked for an expression.
    ///
    /// Pleasure lifts the corners of the mouth; displeasure lowers the corners, with raised inner brows
    /// when quiet (sad) and lowered brows when aroused (angry); arousal opens the eyes; tiredness lowers
    /// lids and head.
    ///
    /// - Source: the action units of the EMFACS prototypes; the amounts are ours.
    public var face: Pose {
        let pleasure = max(0, 2 * valence - 1)
        // Full before the ends of the scales: few feelings are extreme, and all should be seen.
        let pain = min(1, 1.3 * max(0, 1 - 2 * valence))
        let awake = min(1, 1.2 * max(0, (arousal - Emotion.neutral.arousal) / 0.65))
        let calm = max(0, (Emotion.neutral.arousal - arousal) / 0.35)
        let tired = max(0, (0.4 - energy) / 0.4)
        let grief = pain * (1 - awake)
        let wrath = pain * awake
        let wonder = awake * (1 - pain) * (1 - 0.7 * pleasure)

        var face = Pose.rest
        face.add(0.05 + 0.9 * pleasure, .mouthSmileLeft, .mouthSmileRight)
        face.add(0.75 * grief + 0.5 * wrath, .mouthFrownLeft, .mouthFrownRight)
        face.add(0.4 * wrath, .mouthPressLeft, .mouthPressRight)
        face.add(0.25 * wrath, .noseSneerLeft, .noseSneerRight)
        face.add(0.8 * pleasure * awake, .cheekSquintLeft, .cheekSquintRight)
        face.add(0.25 * pleasure * awake + 0.2 * wrath, .eyeSquintLeft, .eyeSquintRight)
        face.add(0.75 * wonder, .eyeWideLeft, .eyeWideRight)
        face.add(0.2 * calm + 0.25 * tired + 0.12 * wrath, .eyeBlinkLeft, .eyeBlinkRight)
        face.add(0.85 * wrath, .browDownLeft, .browDownRight)
        face.add(0.6 * wonder + 0.15 * pleasure, .browOuterUpLeft, .browOuterUpRight)
        face[.browInnerUp] = 0.9 * grief + 0.45 * wonder
        face[.shoulderShrug] = 0.2 * wrath
        face[.headPitch] = -4 * grief - 2 * tired + 1.5 * pleasure
        face[.headRoll] = 2 * pleasure
        face[.bodyPitch] = -1.5 * grief - tired
        return face
    }
}
