import AvatarTypes
import Glibc

/// How a feeling sounds: factors on a voice's own pitch, speed, liveliness and level.
struct Delivery: Equatable {
    var pitch: Double
    var speed: Double
    /// Of the pitch's movement.
    var range: Double
    /// Decibels.
    var level: Double
    /// Of what lies below 400 Hz.
    var warmth: Double
    /// What of the voice is breath: 0 none, 1 a whisper.
    var breath: Double

    /// Exact at the named states, and between them the mean weighted by the inverse square of the
    /// distance (Shepard), so that no feeling is far from the nearest state.
    ///
    /// - Source: happy, sad, excited and tired as the character's documents give them; range, level
    ///   and the point of "tired" are ours.
    init(_ emotion: Emotion, _ manner: Manner = .plain) {
        var pitch = 0.0
        var speed = 0.0
        var total = 0.0
        for state in Self.states {
            let distance =
                square(emotion.valence - state.at.valence)
                + square(emotion.arousal - state.at.arousal)
                + square(emotion.energy - state.at.energy)
            let weight = 1 / (Double(distance) + 1e-9)
            pitch += weight * state.pitch
            speed += weight * state.speed
            total += weight
        }
        self.pitch = pitch / total * Double(manner.pitch)
        self.speed = speed / total * Double(manner.speed)
        warmth = Double(manner.warmth)
        // Of 1.3, which is all of it.
        breath = min(max((Double(manner.breath) - 1) / 0.3, 0), 1)
        range = 1 + 0.8 * Double(emotion.arousal - Emotion.neutral.arousal)
        level =
            4 * Double(emotion.energy - Emotion.neutral.energy)
            + 20 * log10(Double(manner.volume))
    }

    private static let states: [(at: Emotion, pitch: Double, speed: Double)] = [
        (.neutral, 1, 1),
        (Emotion(valence: 0.9, arousal: 0.7, energy: 0.8), 1.1, 1.05),
        (Emotion(valence: 0.1, arousal: 0.3, energy: 0.2), 0.9, 0.95),
        (Emotion(valence: 0.8, arousal: 0.9, energy: 0.95), 1.2, 1.1),
        (Emotion(valence: 0.4, arousal: 0.15, energy: 0.1), 0.85, 0.85),
    ]

    /// espeak-ng's words per minute.
    /// - Source: espeak-ng takes 80 to 450.
    var espeakRate: Int32 { Int32(min(450, max(80, 175 * speed)).rounded()) }

    /// espeak-ng's pitch, 0…99, that moves the voice by the factor: 25 down is a fifth lower, 25 up
    /// almost a third higher (measured: 152, 190 and 245 Hz at 25, 50 and 75).
    var espeakPitch: Int32 {
        // A livelier line rises from the same floor, so its median is higher already.
        let pitch = pitch / (1 + 0.05 * (range - 1))
        let octave = pitch < 1 ? log(190.0 / 152) : log(245.0 / 190)
        return Int32(min(99, max(0, 50 + 25 * log(pitch) / octave)).rounded())
    }

    var espeakRange: Int32 { Int32((50 * range).rounded()) }

    /// What an engine that knows no feeling leaves to be done to its sound: breath, then warmth.
    func colour(_ samples: inout [Float]) {
        Whispering.whisper(&samples, breath: Float(breath))
        warm(&samples)
    }

    /// Strengthens or weakens what lies below 400 Hz.
    func warm(_ samples: inout [Float]) {
        guard warmth != 1 else { return }
        let rate = Double(sampleRate)
        let step = Float(1 - exp(-2 * Double.pi * 400 / rate))
        var low: Float = 0
        for index in samples.indices {
            low += (samples[index] - low) * step
            samples[index] += low * Float(warmth - 1)
        }
    }
}

private func square(_ value: Float) -> Float { value * value }
