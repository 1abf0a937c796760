import AvatarTypes

/// Hz, by the strongest autocorrelation of 40 ms windows that are voiced; 0 where none is.
func medianPitch(of clip: AudioClip) -> Double {
    let found = pitches(of: clip).compactMap { $0 }.sorted()
    return found.isEmpty ? 0 : found[found.count / 2]
}

/// Hz of each window, 20 ms apart; nil of one without a voice.
func pitches(of clip: AudioClip) -> [Double?] {
    let samples = stride(from: 0, to: clip.samples.count, by: 2).map { clip.samples[$0] }
    var found: [Double?] = []
    for start in stride(from: 0, to: samples.count - 1_440, by: 480) {
        func product(_ lag: Int) -> Float {
            (start..<start + 960).reduce(0) { $0 + samples[$1] * samples[$1 + lag] }
        }
        let energy = product(0)
        guard energy > 1 else {
            found.append(nil)
            continue
        }
        let lags = (60...320).map { (lag: $0, value: product($0)) }
        guard let best = lags.max(by: { $0.value < $1.value }) else { continue }
        found.append(best.value > 0.5 * energy ? 24_000 / Double(best.lag) : nil)
    }
    return found
}
