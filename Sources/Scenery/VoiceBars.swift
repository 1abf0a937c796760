import AvatarTypes
import Glibc

/// Bars at the foot of the picture that follow the voice: low tones in the middle, high ones outside.
struct VoiceBars: Sendable {
    private var levels = [Float](repeating: 0, count: Spectrum.count)

    /// Seconds in which a bar falls to a third: slower smears syllables, faster flickers.
    private static let release: Float = 0.11
    /// Less than this of a bar is its rest.
    private static let still: Float = 1 / 256

    /// Follows what is heard.
    ///
    /// - Parameter seconds: since the last moment; nil forgets it.
    mutating func follow(_ heard: [Float], in seconds: Float?) {
        let kept = seconds.map { expf(-$0 / Self.release) } ?? 0
        for band in levels.indices {
            let fallen = levels[band] * kept
            levels[band] = max(heard[band], fallen < Self.still ? 0 : fallen)
        }
    }

    /// - Parameter presence: 0…1 while they come and go.
    func paint(in box: Rect, presence: Float, onto list: inout DrawList) {
        guard presence > 0 else { return }
        let order = levels.indices.reversed() + Array(levels.indices)
        let pitch = min(box.width * 0.86, box.height * 0.72) / Float(order.count)
        let half = pitch * 0.30
        let base = box.y + box.height * 0.93
        var bars = Brush()
        for (place, band) in order.enumerated() {
            let x = box.x + box.width / 2 + (Float(place) - Float(order.count - 1) / 2) * pitch
            // Outer bars are lower: a row of them has the form of a lens.
            let offset = abs(Float(place) - Float(order.count - 1) / 2) / Float(order.count / 2)
            let tall = box.height * 0.055 * levels[band] * (1 - 0.45 * offset * offset)
            bars.add(
                at: SIMD2(x, base), across: SIMD2(half, 0), down: SIMD2(0, tall),
                cell: Rect(x: 0, y: 1 / 3, width: 1, height: 1 / 3))
            for side: Float in [-1, 1] {
                bars.add(
                    at: SIMD2(x, base + side * (tall + half / 2)), across: SIMD2(half, 0),
                    down: SIMD2(0, half / 2),
                    cell: Rect(x: 0, y: side < 0 ? 0 : 2 / 3, width: 1, height: 1 / 3))
            }
        }
        var layer = DrawList.Layer()
        layer.opacity = 0.92 * presence
        bars.paint(Stencil.bar, as: layer, in: &list)
    }
}
