import AvatarTypes
import Glibc

/// A short sound that a line may ask for at a word, as in `[sfx:bell]`; made from sines and noise, so no
/// recording is needed and every run sounds the same.
enum SoundEffect: String, CaseIterable, Sendable {
    case bell, chime, pop, knock, sparkle, drum, whoosh
    /// In, before a sentence.
    case breath

    /// As loud as a quiet voice, so that no effect covers a word.
    private static let loudness: Float = 0.25

    /// Seconds.
    private var length: Float {
        switch self {
        case .bell: 1.6
        case .chime: 1.2
        case .pop: 0.12
        case .knock: 0.5
        case .sparkle: 0.9
        case .drum: 0.45
        case .whoosh: 0.6
        case .breath: 0.4
        }
    }

    var clip: AudioClip {
        let rate = Performer.sampleRate
        var noise = SeededGenerator(seed: 7)
        var smooth: Float = 0
        var air: Float = 0
        let samples = (0..<Int(length * Float(rate))).map { index -> Float in
            let time = Float(index) / Float(rate)
            let white = Float(noise.next() >> 40) / Float(1 << 23) - 1
            smooth += 0.12 * (white - smooth)
            air += 0.4 * (white - air)
            // The end comes down to nothing within 20 ms: a cut wave clicks.
            let tail = min(1, (length - time) / 0.02)
            return Self.loudness * tail * wave(at: time, noise: smooth, air: air - smooth)
        }
        return AudioClip(samples: samples, sampleRate: rate)
    }

    private func wave(at time: Float, noise: Float, air: Float) -> Float {
        switch self {
        case .bell:
            // Partials of a small bell: hum, prime, tierce, quint, nominal.
            [(0.5, 0.3), (1, 0.5), (1.2, 0.25), (1.5, 0.2), (2, 0.3)].reduce(Float(0)) {
                $0 + Self.ring(880 * $1.0, $1.1, fade: 2 * $1.0, at: time)
            }
        case .chime:
            Self.ring(1319, 0.6, fade: 4, at: time) + Self.ring(1760, 0.6, fade: 4, at: time - 0.2)
        case .pop:
            sinf(2 * .pi * (400 * time + 2500 * time * time)) * expf(-25 * time)
        case .knock:
            Self.ring(180, 1, fade: 40, at: time) + Self.ring(180, 0.9, fade: 40, at: time - 0.2)
                + 2 * noise * (expf(-90 * time) + (time > 0.2 ? expf(-90 * (time - 0.2)) : 0))
        case .sparkle:
            (0..<6).reduce(Float(0)) { sum, step in
                let step = Float(step)
                return sum
                    + Self.ring(1568 * powf(1.122, step), 0.4, fade: 9, at: time - 0.08 * step)
            }
        case .drum:
            sinf(2 * .pi * (110 * time - 60 * time * time)) * expf(-9 * time)
                + 2 * noise * expf(-40 * time)
        case .whoosh:
            2.5 * noise * sinf(.pi * min(1, time / length))
        case .breath:
            // It swells as the chest widens and ends at once.
            0.6 * air * powf(sinf(0.5 * .pi * min(1, time / length)), 2)
        }
    }

    /// A struck tone that dies away, silent before it is struck.
    private static func ring(
        _ frequency: Float, _ amount: Float, fade: Float, at time: Float
    ) -> Float {
        time < 0 ? 0 : amount * sinf(2 * .pi * frequency * time) * expf(-fade * time)
    }
}
