/// Where a picture is opaque: how many of its 4×4 blocks are not, up to each place, so that asking
/// for a rectangle of any size is four look-ups. A quarter byte per texel.
public struct SolidTexels: Sendable {
    private static let shift = 2
    private let columns: Int
    private let width: Int
    private let height: Int
    /// Blocks left of and above each corner of the grid of blocks that have a texel with alpha
    /// below 255; row by row, the first row and column are zero.
    private let open: [UInt32]

    /// - Complexity: Linear in the picture's size.
    public init(_ image: Image) {
        let side = 1 << Self.shift
        (width, height) = (image.width, image.height)
        let across = (image.width + side - 1) >> Self.shift
        let down = (image.height + side - 1) >> Self.shift
        columns = across + 1
        var sums = [UInt32](repeating: 0, count: (across + 1) * (down + 1))
        image.withUnsafeBytes { bytes in
            for row in 0..<down {
                var inRow: UInt32 = 0
                for column in 0..<across {
                    var alpha: UInt8 = 255
                    for y in row * side..<min(row * side + side, image.height) {
                        for x in column * side..<min(column * side + side, image.width) {
                            alpha &= bytes[y * image.stride + x * 4 + 3]
                        }
                    }
                    if alpha != 255 { inRow += 1 }
                    let place = (row + 1) * (across + 1) + column + 1
                    sums[place] = sums[place - across - 1] + inRow
                }
            }
        }
        open = sums
    }

    /// Nothing is opaque.
    public static let none = SolidTexels()

    private init() { (columns, width, height, open) = (1, 0, 0, [0]) }

    /// Whether all these texels exist and are opaque; texels that share a block with one that is not
    /// count as if they were not.
    public func contains(x: ClosedRange<Int>, y: ClosedRange<Int>) -> Bool {
        guard x.lowerBound >= 0, y.lowerBound >= 0, x.upperBound < width, y.upperBound < height
        else { return false }
        let (left, right) = (x.lowerBound >> Self.shift, x.upperBound >> Self.shift + 1)
        let (top, bottom) = (
            y.lowerBound >> Self.shift * columns, (y.upperBound >> Self.shift + 1) * columns
        )
        return open[bottom + right] + open[top + left] == open[bottom + left] + open[top + right]
    }
}
