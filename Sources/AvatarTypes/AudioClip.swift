/// Sound in memory: mono PCM, full scale −1…1.
public struct AudioClip: Equatable, Sendable {
    public var samples: [Float]
    /// Hz.
    public var sampleRate: Int

    public init(samples: [Float], sampleRate: Int) {
        precondition(sampleRate > 0, "sound needs a sample rate")
        self.samples = samples
        self.sampleRate = sampleRate
    }

    public var duration: MediaTime { .samples(samples.count, rate: sampleRate) }

    /// Root mean square of the samples in a range, clamped to the clip; 0 where there are none.
    public func loudness(of range: Range<Int>) -> Float {
        let range = range.clamped(to: samples.indices)
        guard !range.isEmpty else { return 0 }
        var sum: Float = 0
        for index in range { sum += samples[index] * samples[index] }
        return (sum / Float(range.count)).squareRoot()
    }
}
