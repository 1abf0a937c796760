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
    private var touch = TouchSense()
    private var idle: IdleActs
    var temperament: Temperament
    private var drowsiness = Spring()
    /// How much of the bearing of someone who listens is there, 0…1.
    private var attention = Spring()
    /// How much the eyes turn in, as for someone close.
    private var convergence = Spring()
    private var bodyYaw = Spring()
    private var bodyPitch = Spring()
    private var bodyRoll = Spring()

    /// Every behaviour draws from its own generator, so that none disturbs another.
    init(expressions: [FacialExpression], temperament: Temperament, seed: UInt64) {
        self.temperament = temperament
        var seeds = SeededGenerator(seed: seed)
        layers = ExpressionLayers(expressions)
        breathing = Breathing(phase: seeds.nextUnit())
        blinking = Blinking(seed: seeds.next())
        gaze = GazeShifts(seed: seeds.next())
        head = HeadMotion(seed: seeds.next())
        idle = IdleActs(seed: seeds.next())
    }

    /// Is, at once, where the cues want it.
    mutating func settle(at time: MediaTime, _ cues: Cues) {
        mood = Mood(cues.emotion)
        touch.settle()
        layers.settle(cues.expressions + touch.feel(cues.touch, at: time))
        drowsiness.settle(at: cues.setting.drowsiness)
        attention.settle(at: cues.activity == .listening ? 1 : 0)
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
        layers.follow(cues.expressions + touch.feel(cues.touch, at: time), for: seconds)
        drowsiness.follow(cues.setting.drowsiness, settling: 20, for: seconds)
        convergence.follow(gaze.isAtViewer ? 1 : 0, settling: 0.5, for: seconds)
        attention.follow(cues.activity == .listening ? 1 : 0, settling: 0.9, for: seconds)
        let feeling = feeling
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
            feeling: feeling, cues.activity, speaking: speaking, liveliness: liveliness,
            stress: cues.visemes.stress(after: before + ahead, upTo: time + ahead), for: seconds)
        idle.live(
            at: time,
            isFree: cues.activity == .idle && !speaking && cues.gesture == nil && cues.gaze == nil
                && cues.expressions.isEmpty && cues.touch == nil,
            liveliness: liveliness * (0.5 + feeling.energy), drowsiness: drowsiness.value,
            for: seconds)
        gestures.follow(cues.gesture ?? idle.act, at: time, for: seconds)
        let turned = turned
        bodyYaw.follow(Self.bodyPart(turned.x), settling: 1.4, for: seconds)
        bodyPitch.follow(Self.bodyPart(turned.y), settling: 1.4, for: seconds)
        bodyRoll.follow(Self.bodyPart(turned.z), settling: 1.4, for: seconds)
    }

    /// The pose of this moment.
    func pose(at time: MediaTime, saying mouth: Mouth) -> Pose {
        let feeling = feeling
        let room = layers.room
        var pose = mood.emotion.drowsy(by: drowsiness.value).face
        bear(&pose)
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
        pose.add(0.35 * head.emphasis, .browOuterUpLeft, .browOuterUpRight)
        pose[.browInnerUp] += 0.2 * head.emphasis
        gestures.apply(
            at: time, energy: feeling.energy * (0.6 + 0.8 * temperament.extraversion),
            speech: mouth.presence, to: &pose)
        FaceRules.settle(&pose)
        pose = pose.clamped()
        speak(mouth, room.mouth, &pose)
        look(room.gaze, &pose)
        shut(blinking.closure * room.blink, &pose)
        return pose.clamped()
    }

    /// What is felt, in the body as it is at this hour, under the expressions that show.
    private var feeling: Emotion { layers.colour(mood.emotion.drowsy(by: drowsiness.value)) }

    /// 1 for an even temperament; the outgoing move more, the steady less.
    private var liveliness: Float {
        1 + 0.7 * (temperament.extraversion - 0.5) + 0.3 * (temperament.neuroticism - 0.5)
    }

    /// The bearing: of a temperament, of a listener, of the sleepy.
    private func bear(_ pose: inout Pose) {
        pose.add(0.2 * max(0, temperament.agreeableness - 0.5), .mouthSmileLeft, .mouthSmileRight)
        pose[.headPitch] += 3 * (temperament.conscientiousness - 0.5)
        pose[.bodyPitch] += 2 * (temperament.conscientiousness - 0.5)
        pose[.shoulderShrug] += 0.25 * max(0, temperament.neuroticism - 0.5)
        // A listener leans in, tilts the head a little, and has eyes for nothing else.
        let attentive = attention.value
        pose[.bodyPitch] -= 2.5 * attentive
        pose[.headRoll] += 3.5 * attentive
        pose[.headPitch] += 1.5 * attentive
        pose[.browInnerUp] += 0.15 * attentive
        let sleepy = drowsiness.value
        pose.add(0.24 * sleepy, .eyeBlinkLeft, .eyeBlinkRight)
        pose[.headPitch] -= 3 * sleepy
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
        // Eyes that meet someone close turn in a little.
        pose.add(0.04 * convergence.value * room, .eyeLookInLeft, .eyeLookInRight)
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
    var vigour: Float { 0.94 + 0.14 * feeling.arousal }
}
