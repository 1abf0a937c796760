import AvatarTypes
import Glibc

/// Shapes laid out in time, with the ways between them: what makes still shapes into speech.
///
/// Every shape has a plateau, centred on its sound, where it is exactly itself; between plateaus the
/// mouth eases. Anticipation is the part of the way that lies before the sound.
struct MouthTrack: Sendable {
    /// One plateau.
    struct Key: Sendable {
        /// Seconds on the media clock.
        var start: Double
        var end: Double
        var value: SIMD8<Float>
        /// The longest way to here, in seconds: a mouth does not get ready earlier.
        var lead: Double
        /// 1 is exactly itself; less leans towards the line between the firm keys around it.
        var firmness: Float

        var middle: Double { (start + end) / 2 }
    }

    /// In order of time.
    private(set) var keys: [Key] = []

    mutating func append(_ key: Key) {
        var key = key
        if let last = keys.last { key.start = max(key.start, last.end) }
        key.end = max(key.end, key.start)
        keys.append(key)
    }

    /// Lets soft keys lean towards their firm neighbours, so that hasty sounds do not rattle.
    mutating func soften() {
        let original = keys
        for index in original.indices where original[index].firmness < 1 {
            let key = original[index]
            let before = original[..<index].last { $0.firmness == 1 }
            let after = original[(index + 1)...].first { $0.firmness == 1 }
            guard let left = before ?? after, let right = after ?? before else { continue }
            let length = right.start - left.end
            let place = length > 0 ? Float((key.middle - left.end) / length) : 0.5
            let line = left.value + (right.value - left.value) * place.limited(to: 0...1)
            keys[index].value = line + (key.value - line) * key.firmness
        }
    }

    /// The value at a moment, in seconds.
    func value(at time: Double) -> SIMD8<Float> {
        guard let next = keys.firstIndex(where: { $0.start > time }) else {
            return keys.last?.value ?? .zero
        }
        guard next > 0 else { return keys[0].value }
        let from = keys[next - 1]
        let to = keys[next]
        guard time > from.end else { return from.value }
        let length = min(to.start - from.end, to.lead)
        let way = eased(Float((time - (to.start - length)) / length))
        return from.value + (to.value - from.value) * way
    }
}
