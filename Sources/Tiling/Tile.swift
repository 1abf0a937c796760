/// A part of the canvas that one thread draws by itself.
///
/// 64 pixels wide, so that which pixels of a row are covered is one machine word; 64 high, so that what
/// is drawn of it stays in the nearest caches.
public struct Tile: Sendable {
    public static let shift = 6
    public static let side = 1 << shift
    public static let area = side * side

    /// In pixels of the canvas, clipped to it.
    public let bounds: Box

    public init(column: Int, row: Int, width: Int, height: Int) {
        let x = Int32(column << Tile.shift)
        let y = Int32(row << Tile.shift)
        bounds = Box(
            left: x, top: y, right: min(x + Int32(Tile.side), Int32(width)),
            bottom: min(y + Int32(Tile.side), Int32(height)))
    }
}

/// A rectangle of whole pixels: from `left` and `top` up to, not including, `right` and `bottom`.
public struct Box: Equatable, Sendable, BitwiseCopyable {
    public var left: Int32
    public var top: Int32
    public var right: Int32
    public var bottom: Int32

    public init(left: Int32, top: Int32, right: Int32, bottom: Int32) {
        self.left = left
        self.top = top
        self.right = right
        self.bottom = bottom
    }

    /// Contains nothing, and adds nothing to a union.
    public static let empty = Box(left: .max, top: .max, right: .min, bottom: .min)

    public var isEmpty: Bool { left >= right || top >= bottom }

    @inlinable
    public func intersects(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    public mutating func formUnion(_ other: Box) {
        left = min(left, other.left)
        top = min(top, other.top)
        right = max(right, other.right)
        bottom = max(bottom, other.bottom)
    }
}

/// Rows of pixels to draw on: the canvas from a tile's corner, or a tile's own buffer. Threads that draw
/// on one canvas write to different tiles of it.
///
/// Rows are whole groups of eight pixels: those behind the last pixel of a row may be written, too.
public struct Surface: @unchecked Sendable {
    public let base: UnsafeMutablePointer<UInt32>
    /// Pixels from one row to the next.
    public let pitch: Int

    public init(base: UnsafeMutablePointer<UInt32>, pitch: Int) {
        self.base = base
        self.pitch = pitch
    }

    @inlinable
    public func row(_ y: Int) -> UnsafeMutablePointer<UInt32> { base + y &* pitch }
}
