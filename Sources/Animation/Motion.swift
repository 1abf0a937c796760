import AvatarTypes
import Glibc

/// Everything that moves and remembers how: the state of a body at one moment.
///
/// A value, so the moments between two steps are looked up on a copy that nobody keeps.
struct Motion: Sendable {
    var layers: ExpressionLayers
    private var mood = Mood(.neutral)
    private var breathing: Breathing
    private var blinking: Blinking
    private var gaze: GazeShifts
    private var head: HeadMotion
    private var gestures = Gestures()
    private var bodyYaw = Spring()
    private var bodyPitch = Spring()
    private var bodyRoll = Spring()

    /// Every behaviour draws from its own generator, so that none disturbs another.
    init(expressions: [FacialExpression], seed: UInt64) {
        var seeds = SeededGenerator(seed: seed)
        layers = ExpressionLayers(expressions)
        breathing = Breathing(phase: seeds.nextUnit())
        blinking = Blinking(seed: seeds.next())
        gaze = GazeShifts(seed: seeds.next())
        head = HeadMotion(seed: seeds.next())
    }

    /// Is, at once, where the cues want it.
    mutating func settle(at time: MediaTime, _ cues: Cues) {
        mood = Mood(cues.emotion)
        layers.settle(cues.expressions)
        gaze.settle(cues.activity, wish: cues.gaze)
        gestures.settle(cues.gesture, at: time)
        let turned = turned
        bodyYaw.settle(at: Self.bodyPart(turned.x))
        bodyPitch.settle(at: Self.bodyPart(turned.y))
        bodyRoll.settle(at: Self.bodyPart(turned.z))
    }

    /// Lives up to a moment.
    ///
    /// - Parameter seconds: since the moment before; at most a step of the animator.
    mutating func live(to time: MediaTime, for seconds: Float, following cues: Cues) {
        let before = time - .seconds(Double(seconds))
        let speaking = cues.activity == .speaking || cues.visemes.isSpoken(around: time)
        mood.follow(cues.emotion, for: seconds)
        layers.follow(cues.expressions, for: seconds)
        let feeling = layers.colour(mood.emotion)
        breathing.breathe(feeling: feeling, speaking: speaking, for: seconds)
        let shift = gaze.live(cues.activity, wish: cues.gaze, for: seconds)
        if let shift, shift > 10 {
            // 97 % from 33° on.
            blinking.invite(probability: min(0.97, (shift - 10) / 23), delay: 0)
        }
        if cues.visemes.phraseEnds(after: before, upTo: time) {
            blinking.invite(probability: 0.6, delay: 0.1)
        }
        blinking.live(feeling: feeling, speaking: speaking, for: seconds)
        let ahead = MediaTime.milliseconds(80)
        head.live(
            feeling: feeling, cues.activity, speaking: speaking,
            stress: cues.visemes.stress(after: before + ahead, upTo: time + ahead), for: seconds)
        gestures.follow(cues.gesture, at: time, for: seconds)
        let turned = turned
        bodyYaw.follow(Self.bodyPart(turned.x), settling: 1.4, for: seconds)
        bodyPitch.follow(Self.bodyPart(turned.y), settling: 1.4, for: seconds)
        bodyRoll.follow(Self.bodyPart(turned.z), settling: 1.4, for: seconds)
    }

    /// The pose of this moment.
    func pose(at time: MediaTime, saying mouth: Mouth) -> Pose {
        let emotion = mood.emotion
        let feeling = layers.colour(emotion)
        let room = layers.room
        var pose = emotion.face
        pose.lanes *= 1 - Pose.mouthMask * (ExpressionLayers.yielding * mouth.presence)
        pose = layers.apply(to: pose, speech: mouth.presence)
        let turned = turned
        pose[.headYaw] += turned.x
        pose[.headPitch] += turned.y + 0.8 * (breathing.level - 0.4)
        pose[.headRoll] += turned.z
        pose[.bodyYaw] += bodyYaw.value
        pose[.bodyPitch] += bodyPitch.value
        pose[.bodyRoll] += bodyRoll.value + 1.2 * head.weight
        pose[.breath] += breathing.level
        gestures.apply(at: time, energy: feeling.energy, speech: mouth.presence, to: &pose)
        pose = pose.clamped()
        speak(mouth, room.mouth, &pose)
        look(room.gaze, &pose)
        shut(blinking.closure * room.blink, &pose)
        return pose.clamped()
    }

    /// How the head is turned by sway, nods and gaze, in degrees: yaw, pitch, roll.
    private var turned: SIMD3<Float> {
        let sway = head.sway
        let look = gaze.head
        // A turned head tilts a little to the side it turns to.
        return [sway.x + look.x, sway.y + look.y + head.nodding, sway.z + 0.12 * look.x]
    }

    /// The body goes a fifth of the head's way, late.
    private static func bodyPart(_ angle: Float) -> Float { 0.22 * angle }

    /// Lays the words over the emotional mouth.
    private func speak(_ mouth: Mouth, _ room: Float, _ pose: inout Pose) {
        pose.lanes *= 1 - Pose.partingMask * (mouth.seal * room)
        pose.lanes += mouth.pose.lanes * room
        let rounding = 1 - 0.5 * min(1, mouth.pose[.mouthPucker] + mouth.pose[.mouthFunnel]) * room
        pose[.mouthSmileLeft] *= rounding
        pose[.mouthSmileRight] *= rounding
    }

    /// Turns the eyes to where they look, against the turn of the head, and lets the lids follow.
    private func look(_ room: Float, _ pose: inout Pose) {
        let point = gaze.point
        // At 30° to the side and 25° up or down an eye is at its end.
        let yaw = Self.reach((point.x - pose[.headYaw]) / 30) * room
        // During a blink the eye dips.
        let dip = 2 * blinking.closure
        let pitch = Self.reach((point.y - pose[.headPitch] - dip) / 25) * room
        pose[.eyeLookOutLeft] += max(0, yaw)
        pose[.eyeLookInRight] += max(0, yaw)
        pose[.eyeLookInLeft] += max(0, -yaw)
        pose[.eyeLookOutRight] += max(0, -yaw)
        pose.add(max(0, pitch), .eyeLookUpLeft, .eyeLookUpRight)
        pose.add(max(0, -pitch), .eyeLookDownLeft, .eyeLookDownRight)
        pose.add(0.3 * max(0, -pitch), .eyeBlinkLeft, .eyeBlinkRight)
        pose.add(0.25 * max(0, pitch), .eyeWideLeft, .eyeWideRight)
    }

    /// 0.85 of the eye's range is used as it is, the rest only approached.
    private static func reach(_ part: Float) -> Float {
        let size = abs(part)
        guard size > 0.85 else { return part }
        let soft = 0.85 + 0.15 * tanh((size - 0.85) / 0.15)
        return part < 0 ? -soft : soft
    }

    /// Closes the eyes by a blink, from wherever the lids are.
    private func shut(_ closure: Float, _ pose: inout Pose) {
        for lid in Channel.lids {
            let resting = pose[lid].limited(to: 0...1)
            pose[lid] = resting + (1 - resting) * closure
        }
        for channel in [Channel.eyeWideLeft, .eyeWideRight] { pose[channel] *= 1 - closure }
        for channel in [Channel.eyeSquintLeft, .eyeSquintRight] {
            pose[channel] *= 1 - 0.5 * closure
        }
    }

    /// How far open vowels open: less in a quiet mood, more in a lively one.
    var vigour: Float { 0.94 + 0.14 * layers.colour(mood.emotion).arousal }
}
