import Glibc

/// Tells, ten milliseconds after ten milliseconds, whether somebody speaks.
///
/// A frame is voice when it stands out of the noise around it, and has the slope of a voice: most of its
/// energy below 2 kHz, which the clicks of keys have not. The noise is learnt from the quietest frames, so a
/// steady hum or hiss is soon part of it.
///
/// - Source: ours; the constants were set by `VoiceActivityTests`.
public struct VoiceActivity {
    /// Hz.
    public static let rate = 16_000
    /// Samples: 10 ms.
    public static let frameLength = 160

    /// Decibels above the noise: less takes breath for voice, more misses quiet beginnings.
    private static let margin = 5.0
    /// Frames in which the noise is looked for: 1.5 s, longer than any syllable.
    private static let memory = 150
    /// Below this nothing is voice, −60 dB of full scale: a microphone that is switched off.
    private static let silence = -60.0
    /// Of the energy, above 2 kHz in noise-free voice except in s and its like.
    private static let slope = 0.5

    private var recent: [Double] = []
    private var before: Float = 0
    private var smooth: Float = 0

    public init() {}

    /// - Parameters:
    ///   - frame: `frameLength` samples, full scale 1.
    ///   - extra: decibels that a voice must have more, because she is speaking herself.
    public mutating func isVoice(_ frame: some Collection<Float>, extra: Double = 0) -> Bool {
        var energy = 1e-12
        var high = 0.0
        for sample in frame {
            // What hum and rumble put below 100 Hz is no voice.
            let clean = sample - before + 0.96 * smooth
            before = sample
            let step = clean - smooth
            smooth = clean
            energy += Double(clean * clean)
            high += Double(step * step)
        }
        let level = 10 * log10(energy / Double(max(frame.count, 1)))
        recent.append(level)
        if recent.count > Self.memory { recent.removeFirst() }
        let sorted = recent.sorted()
        let floor = sorted[sorted.count / 10]
        // The mean square of the steps is 4 sin²(πf/rate) of the energy at f: 0.59 at 2 kHz.
        let tilt = high / energy
        return recent.count >= 10 && level > max(floor + Self.margin + extra, Self.silence)
            && tilt < Self.slope + 0.59
    }
}
