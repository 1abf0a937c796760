import AvatarTypes
import Glibc

/// Takes the voice out of speech and leaves the breath: noise with the spectrum that the mouth gives it.
///
/// The spectrum is found by linear prediction every 5 ms, and white noise is filtered with it. Times stay as
/// they are, so a mouth that was laid for the sound still fits.
///
/// - Source: linear prediction by autocorrelation, Levinson and Durbin; Makhoul, "Linear prediction", 1975.
enum Whispering {
    /// Samples at `sampleRate`: 5 ms, and 25 ms in which the spectrum is looked for.
    private static let step = sampleRate / 200
    private static let window = sampleRate / 40
    /// Formants are made wider by some 150 Hz, as the open throat of a whisper makes them: narrow ones
    /// ring like a voice. In radians for a sample.
    private static let breadth = 2 * Float.pi * 150 / Float(sampleRate)
    /// Two for each formant up to 24 kHz, and some for the slope.
    private static let order = 50

    /// - Parameters:
    ///   - samples: at `sampleRate`.
    ///   - breath: what of the sound is to be breath, 0 none, 1 all.
    static func whisper(_ samples: inout [Float], breath: Float) {
        guard breath > 0 else { return }
        let breath = min(breath, 1)
        let voice = (1 - breath * breath).squareRoot()
        var noise = SeededGenerator(seed: 2)
        let whispered = breathed(samples) { noise.nextUnit() * 3.464_101_6 - 1.732_050_8 }
        for index in samples.indices {
            samples[index] = voice * samples[index] + breath * whispered[index]
        }
    }

    private static func breathed(_ samples: [Float], _ noise: () -> Float) -> [Float] {
        let bell = (0..<window).map { index in
            0.5 - 0.5 * cosf(2 * .pi * (Float(index) + 0.5) / Float(window))
        }
        let power = bell.reduce(0) { $0 + $1 * $1 }
        // The last `order` samples, newest last, in front of the sound that is made.
        var result = [Float](repeating: 0, count: order)
        result.reserveCapacity(samples.count + order)
        for start in stride(from: 0, to: samples.count, by: step) {
            let first = start + step / 2 - window / 2
            let frame = (0..<window).map { index in
                samples.indices.contains(first + index) ? samples[first + index] * bell[index] : 0
            }
            let (predictor, error) = prediction(of: frame, breadth: breadth)
            let gain = (max(error, 0) / power).squareRoot()
            for _ in start..<min(start + step, samples.count) {
                var sample = gain * noise()
                let newest = result.count - 1
                for tap in 0..<order { sample += predictor[tap] * result[newest - tap] }
                result.append(sample)
            }
        }
        return Array(result.dropFirst(order))
    }

    /// - Parameter breadth: radians for a sample by which peaks of the spectrum are made wider.
    /// - Returns: how the next sample follows from those before it, the newest first, and the energy of what
    ///   does not follow.
    static func prediction(
        of frame: [Float], order: Int = order, breadth: Float = 0
    ) -> (predictor: [Float], error: Float) {
        let count = frame.count
        var likeness = (0...order).map { lag in
            (lag..<count).reduce(Float(0)) { $0 + frame[$1] * frame[$1 - lag] }
        }
        // A floor 50 dB below, so that a spectrum with nothing above 8 kHz can be inverted.
        likeness[0] = likeness[0] * 1.000_01 + 1e-9
        for lag in likeness.indices {
            let angle = breadth * Float(lag)
            likeness[lag] *= expf(-angle * angle / 2)
        }
        var predictor = [Float](repeating: 0, count: order)
        var error = likeness[0]
        for length in 0..<order {
            let known = (0..<length).reduce(Float(0)) {
                $0 + predictor[$1] * likeness[length - $1]
            }
            let reflection = (likeness[length + 1] - known) / error
            let before = predictor
            predictor[length] = reflection
            for tap in 0..<length {
                predictor[tap] = before[tap] - reflection * before[length - 1 - tap]
            }
            error *= 1 - reflection * reflection
            guard error > 0 else { return (before, 0) }
        }
        return (predictor, error)
    }
}
