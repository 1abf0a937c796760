import AvatarTypes

/// A picture with colour divided by alpha: what WebM, WebP and GIF hold.
///
/// Where nothing is seen, colour is that of the nearest seen pixel of the row, or of the row above:
/// lossy coding blurs colour across the edge, and black would show there as a dark rim.
struct StraightPicture {
    let width: Int
    let height: Int
    /// Red, green, blue, alpha; rows without padding.
    private(set) var pixels: [UInt8]

    init(_ image: Image) {
        width = image.width
        height = image.height
        pixels = PNGFile.straightPixels(of: image)
    }

    /// Gives colour to what is not seen.
    mutating func bleed() {
        let rowLength = width * 4
        pixels.withUnsafeMutableBufferPointer { pixels in
            for y in 0..<height {
                let row = pixels.baseAddress! + y * rowLength
                var seen: Int?
                for x in 0..<width where row[x * 4 + 3] > 0 {
                    // Half of a gap belongs to each side; a gap at the left edge to its right side.
                    let left = seen.map { ($0 + x) / 2 + 1 } ?? 0
                    for gap in left..<x { Self.copy(row, x, to: gap) }
                    if let seen {
                        for gap in seen + 1..<left { Self.copy(row, seen, to: gap) }
                    }
                    seen = x
                }
                if let seen {
                    for gap in seen + 1..<width { Self.copy(row, seen, to: gap) }
                } else if y > 0 {
                    for x in 0..<width {
                        for channel in 0..<3 {
                            row[x * 4 + channel] = row[x * 4 + channel - rowLength]
                        }
                    }
                }
            }
        }
    }

    private static func copy(_ row: UnsafeMutablePointer<UInt8>, _ source: Int, to target: Int) {
        for channel in 0..<3 { row[target * 4 + channel] = row[source * 4 + channel] }
    }
}
