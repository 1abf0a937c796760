public import AvatarTypes
import Animation

/// Directing the character without words: every wish becomes cues in the script, from now on.
extension Room {
    public func feel(_ name: String) async throws(StageError) {
        let emotion = try RoomInput.emotion(named: name)
        await performer.direct { script, now in script.feel(emotion, from: now) }
    }

    public func feel(_ emotion: Emotion) async {
        await performer.direct { script, now in script.feel(emotion, from: now) }
    }

    /// - Parameter seconds: how long; nil until another is asked for.
    public func show(
        expression name: String, weight: Float = 1, seconds: Double? = nil
    ) async throws(StageError) {
        guard expressionNames.contains(name) || expressionAliases.contains(name) else {
            throw .unknown("expression", name, known: expressionNames)
        }
        guard (0...1).contains(weight) else {
            throw RoomInput.outside("weight", "\(weight)", "Give a number from 0 to 1.")
        }
        if let seconds, !(0...3600).contains(seconds) {
            throw RoomInput.outside("seconds", "\(seconds)", "Give a number from 0 to 3600.")
        }
        await performer.direct { script, now in
            let end = seconds.map { now + .seconds(max($0, 0.04)) } ?? .distantFuture
            script.show([ExpressionCue(name: name, weight: weight)], from: now, to: end)
        }
    }

    public func perform(gesture name: String) async throws(StageError) {
        guard let duration = Animator.duration(ofGesture: name) else {
            throw .unknown("gesture", name, known: Animator.gestureNames)
        }
        await performer.direct { script, now in
            script.perform(name, from: now, lasting: duration)
        }
    }

    /// Looks there for three seconds. Degrees; positive yaw is the right of the picture, positive pitch
    /// up; what is beyond an eye's reach is clamped.
    public func look(yaw: Float, pitch: Float) async throws(StageError) {
        guard yaw.isFinite, pitch.isFinite else {
            throw RoomInput.outside("yaw and pitch", "\(yaw), \(pitch)", "Give degrees.")
        }
        let gaze = Gaze(yaw: min(45, max(-45, yaw)), pitch: min(30, max(-30, pitch)))
        await performer.direct { script, now in
            script.look(gaze, from: now, lasting: .seconds(3))
        }
    }

    /// Looks at a place in the picture, 0…1 from the left and top.
    public func look(x: Float, y: Float) async throws(StageError) {
        guard (0...1).contains(x), (0...1).contains(y) else {
            throw RoomInput.outside("x and y", "\(x), \(y)", "Give numbers from 0 to 1.")
        }
        // Her eyes are in the middle, a third of the way down; the edge of the picture is 20° away.
        try await look(yaw: (x - 0.5) * 40, pitch: (0.35 - y) * 40)
    }
}
