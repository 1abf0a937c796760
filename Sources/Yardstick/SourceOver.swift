public import AvatarTypes
import CLanes

/// The least that drawing can cost: rows of premultiplied pixels laid over others, nothing read from
/// textures, no triangles. Multiples of it say how much a rasterizer does besides.
public struct SourceOver: Sendable {
    private let source: Image
    private var target: Image

    /// Two pictures as large as the canvas, so that they fill the caches as a canvas does.
    public init(width: Int, height: Int, seed: UInt64 = 0) {
        var random = SeededGenerator(seed: seed)
        var image = Image(width: width, height: height)
        image.withUnsafeMutableBytes { bytes in
            for i in stride(from: 0, to: bytes.count, by: 4) {
                // Grey, and never more than its alpha.
                let (tone, alpha) = (UInt8(random.next() & 127), UInt8(random.next() & 127 | 128))
                for c in 0..<3 { bytes[i + c] = tone }
                bytes[i + 3] = alpha
            }
        }
        source = image
        target = image
        // Bytes of its own, so that the first lap copies nothing.
        target.withUnsafeMutableBytes { _ in }
    }

    /// Lays so many pixels over so many others, from the top of the picture again when it ends.
    public mutating func lay(pixels: Int) {
        source.withUnsafeBytes { above in
            target.withUnsafeMutableBytes { below in
                var rest = pixels
                while rest > 0 {
                    let count = min(rest, above.count / 4)
                    lanes_source_over(above.baseAddress, below.baseAddress, Int64(count))
                    rest -= count
                }
            }
        }
    }

    /// The picture that pixels are laid over, and the one that is laid.
    public var pictures: (below: Image, above: Image) { (target, source) }

    /// Bits that one instruction works on here: 128, 256 or 512.
    public static var vectorBits: Int { Int(lanes_source_over_bits()) }
}
