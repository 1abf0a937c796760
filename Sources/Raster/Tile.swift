/// A part of the canvas that one thread draws by itself.
///
/// 64 pixels wide, so that which pixels of a row are covered is one machine word; 64 high, so that
/// its colours (16 KB), one layer (16 KB) and one mask (4 KB) stay in the first-level cache.
struct Tile {
    static let shift = 6
    static let side = 1 << shift
    static let area = side * side

    /// In pixels of the canvas, clipped to it.
    var bounds: Box

    init(column: Int, row: Int, width: Int, height: Int) {
        let x = Int32(column << Tile.shift)
        let y = Int32(row << Tile.shift)
        bounds = Box(
            left: x, top: y, right: min(x + Int32(Tile.side), Int32(width)),
            bottom: min(y + Int32(Tile.side), Int32(height)))
    }
}

/// A rectangle of whole pixels: from `left` and `top` up to, not including, `right` and `bottom`.
struct Box: Equatable {
    var left: Int32
    var top: Int32
    var right: Int32
    var bottom: Int32

    /// Contains nothing, and adds nothing to a union.
    static let empty = Box(left: .max, top: .max, right: .min, bottom: .min)

    var isEmpty: Bool { left >= right || top >= bottom }

    func intersects(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    mutating func formUnion(_ other: Box) {
        left = min(left, other.left)
        top = min(top, other.top)
        right = max(right, other.right)
        bottom = max(bottom, other.bottom)
    }
}

/// Rows of pixels to draw on: the canvas from a tile's corner, or a tile's own buffer. Threads that draw
/// on one canvas write to different tiles of it.
struct Surface: @unchecked Sendable {
    var base: UnsafeMutablePointer<UInt32>
    /// Pixels from one row to the next.
    var pitch: Int

    func row(_ y: Int) -> UnsafeMutablePointer<UInt32> { base + y &* pitch }
}
