import AvatarTypes

extension WorstCase.Part {
    /// Texels to a pixel of the smaller canvas, on each side.
    private static let texelsPerPixel: Float = 0.885
    /// Shares of the texels: opaque, and opaque or soft.
    private static let opaque = 0.655
    private static let visible = 0.774

    /// A picture whose opaque inside, soft border and transparent corners have exactly their shares.
    func texture(_ random: inout SeededGenerator) -> Texture {
        let (width, height) = (
            Int((size.x * Self.texelsPerPixel).rounded()),
            Int((size.y * Self.texelsPerPixel).rounded())
        )
        var wobble = SIMD2<Float>.random(in: -1...1, using: &random)
        wobble *= 0.07
        let distances = Self.distances(width, height, wobble)
        let sorted = Self.quantiles(distances, [Self.opaque, Self.visible])
        let (inner, outer) = (sorted[0], sorted[1])

        let tone = SIMD3<Float>.random(in: 70...230, using: &random)
        let waves = SIMD2<Float>.random(in: 0.01...0.06, using: &random)
        var image = Image(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width {
                let distance = distances[y * width + x]
                if distance >= outer { continue }
                let alpha =
                    distance < inner ? 255 : 1 + 253 * (outer - distance) / (outer - inner)
                // A fold of light over the part, and grain.
                let phase = Float(x) * waves.x + Float(y) * waves.y
                let fold = abs(phase - phase.rounded()) * 2
                let grain = Float(random.next() & 15) - 8
                let colour = tone * (0.7 + 0.3 * fold) + grain
                let byte = UInt8(alpha)
                let kept = Float(byte) / 255
                image[x, y] = SIMD4(
                    UInt8(colour.x * kept), UInt8(colour.y * kept), UInt8(colour.z * kept), byte)
            }
        }
        return Texture(levels: [image])
    }

    /// How far each texel is from the middle, of the way to the border; three lobes stick out.
    private static func distances(_ width: Int, _ height: Int, _ wobble: SIMD2<Float>) -> [Float] {
        var all = [Float](repeating: 0, count: width * height)
        for y in 0..<height {
            for x in 0..<width {
                let (u, v) = (
                    (Float(x) + 0.5) / Float(width) * 2 - 1,
                    (Float(y) + 0.5) / Float(height) * 2 - 1
                )
                let r = max((u * u + v * v).squareRoot(), 1e-6)
                let (c, s) = (u / r, v / r)
                // Cosine and sine of three times the angle.
                let lobes =
                    wobble.x * (4 * c * c * c - 3 * c) + wobble.y * (3 * s - 4 * s * s * s)
                all[y * width + x] = r * (1 + lobes)
            }
        }
        return all
    }

    private static func quantiles(_ values: [Float], _ shares: [Double]) -> [Float] {
        let sorted = values.sorted()
        return shares.map { sorted[min(sorted.count - 1, Int(Double(sorted.count) * $0))] }
    }
}
