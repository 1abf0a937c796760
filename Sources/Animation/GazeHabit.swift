import AvatarTypes
import Glibc

/// How long eyes rest on the viewer and elsewhere, and where elsewhere is.
struct GazeHabit: Sendable {
    /// Seconds, mean and deviation.
    let atViewer: (mean: Float, deviation: Float)
    let away: (mean: Float, deviation: Float)
    /// The largest shift, in degrees.
    let reach: Float
    let direction: Direction

    enum Direction: Sendable {
        case anywhere, sideways, up
    }

    /// - Source: speaking and listening: intimacy aversions, Andrist 2014 (1.96 s every 4.75 s, 1.14 s
    ///   every 7.21 s), which lie between Argyle's shares for two people face to face and those of Eyes
    ///   Alive; thinking: cognitive aversions, Andrist 2014, mostly up; reach: Eyes Alive 2002. Idle is
    ///   ours: three quarters of the time at the viewer.
    static func during(_ activity: Activity) -> GazeHabit {
        switch activity {
        case .idle:
            GazeHabit(
                atViewer: (4.5, 1.8), away: (1.5, 0.6), reach: 22.7, direction: .anywhere)
        case .listening:
            GazeHabit(
                atViewer: (6.07, 1.86), away: (1.14, 0.27), reach: 22.7, direction: .sideways)
        case .thinking:
            GazeHabit(atViewer: (0.9, 0.3), away: (3.54, 1.26), reach: 20, direction: .up)
        case .speaking:
            GazeHabit(
                atViewer: (2.79, 1.35), away: (1.96, 0.32), reach: 27.5, direction: .sideways)
        }
    }

    /// Somewhere that is clearly not the viewer.
    ///
    /// - Source: the amplitude law −6.9·ln(U/15.7) and the directions of Eyes Alive 2002.
    func elsewhere(_ chance: inout SeededGenerator) -> Gaze {
        var amplitude: Float = 0
        while amplitude < 6 || amplitude > reach {
            amplitude = -6.9 * log(chance.uniform(0.0001...15) / 15.7)
        }
        let turn = chance.uniform(-20...20)
        let draw = chance.nextUnit()
        let angle: Float =
            switch direction {
            case .up: 90 + 2 * turn
            case .sideways where draw < 0.8: (draw < 0.4 ? 0 : 180) + turn
            case .sideways, .anywhere: Self.compass(chance.nextUnit()) + turn
            }
        let radians = angle * .pi / 180
        // Eyes reach less far up and down than to the sides.
        return Gaze(yaw: amplitude * cos(radians), pitch: 0.7 * amplitude * sin(radians))
    }

    /// One of eight directions, in degrees counterclockwise from the right of the picture.
    private static func compass(_ draw: Float) -> Float {
        let shares: [Float] = [15.54, 6.46, 17.69, 7.44, 16.80, 7.89, 20.38, 7.79]
        var left = draw * 100
        for (index, share) in shares.enumerated() {
            if left < share { return Float(index) * 45 }
            left -= share
        }
        return 315
    }
}
