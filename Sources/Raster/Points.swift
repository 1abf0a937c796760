/// Places to read a texture at, and the pixels of a tile to write: a list that triangles append their
/// rows to, so that reading is one long loop however small the triangles are.
///
/// Weights are found eight points at a time.
struct Points {
    let u: UnsafeMutablePointer<Int32>
    let v: UnsafeMutablePointer<Int32>
    /// Into the tile's pixels.
    let place: UnsafeMutablePointer<UInt16>
    private(set) var count = 0

    /// Of the points weighed last: where the upper left texel lies, in bytes, and the weights of the
    /// left and right texels, the upper one's in the low half.
    let offset: UnsafeMutablePointer<Int32>
    let left: UnsafeMutablePointer<UInt32>
    let right: UnsafeMutablePointer<UInt32>
    /// Two chunks of pixels on their way.
    let colours: UnsafeMutablePointer<UInt32>

    /// So many points are weighed and read at a time; all their numbers stay in the first-level cache.
    static let chunk = 64

    /// Eight points are written at once, and those too many are overwritten by the next.
    private static let slack = 8

    /// Room for as many points as a tile has pixels.
    init() {
        u = .allocate(capacity: Tile.area + Points.slack)
        v = .allocate(capacity: Tile.area + Points.slack)
        place = .allocate(capacity: Tile.area + Points.slack)
        offset = .allocate(capacity: Points.chunk)
        left = .allocate(capacity: Points.chunk)
        right = .allocate(capacity: Points.chunk)
        colours = .allocate(capacity: 2 * Points.chunk)
        u.initialize(repeating: 0, count: Tile.area + Points.slack)
        v.initialize(repeating: 0, count: Tile.area + Points.slack)
    }

    func deallocate() {
        u.deallocate()
        v.deallocate()
        place.deallocate()
        offset.deallocate()
        left.deallocate()
        right.deallocate()
        colours.deallocate()
    }

    mutating func removeAll() { count = 0 }

    /// Adds `length` points from `start`; each next one is a lane of the steps further.
    ///
    /// - Precondition: There is room; each pixel of the tile is added at most once.
    @inline(__always)
    mutating func append(
        u first: Int32, v second: Int32, steps: (u: SIMD8<Int32>, v: SIMD8<Int32>),
        place start: Int,
        length: Int
    ) {
        var u8 = SIMD8(repeating: first) &+ steps.u
        var v8 = SIMD8(repeating: second) &+ steps.v
        var place8 =
            SIMD8<UInt16>(repeating: UInt16(truncatingIfNeeded: start))
            &+ SIMD8<UInt16>(0, 1, 2, 3, 4, 5, 6, 7)
        var i = count
        count = i &+ length
        while true {
            UnsafeMutableRawPointer(u + i).storeBytes(of: u8, as: SIMD8<Int32>.self)
            UnsafeMutableRawPointer(v + i).storeBytes(of: v8, as: SIMD8<Int32>.self)
            UnsafeMutableRawPointer(place + i).storeBytes(of: place8, as: SIMD8<UInt16>.self)
            i = i &+ 8
            if i >= count { return }
            // Eight steps further: the last lane's, and one more.
            u8 = u8 &+ SIMD8(repeating: steps.u[7] &+ steps.u[1])
            v8 = v8 &+ SIMD8(repeating: steps.v[7] &+ steps.v[1])
            place8 = place8 &+ SIMD8(repeating: 8)
        }
    }

    /// Finds offsets and weights of up to a chunk of points.
    ///
    /// - Parameter isShrunk: For the next smaller level.
    func weigh(from first: Int, count: Int, stride: Int, isShrunk: Bool) {
        let pitch = SIMD8(repeating: Int32(truncatingIfNeeded: stride))
        var i = 0
        while i < count {
            var u8 = UnsafeRawPointer(u + first + i).loadUnaligned(as: SIMD8<Int32>.self)
            var v8 = UnsafeRawPointer(v + first + i).loadUnaligned(as: SIMD8<Int32>.self)
            if isShrunk {
                u8 = Points.shrunk(u8)
                v8 = Points.shrunk(v8)
            }
            let places = (v8 &>> 16) &* pitch &+ ((u8 &>> 16) &<< 2)
            let weights = Points.weights(u8, v8)
            UnsafeMutableRawPointer(offset + i).storeBytes(of: places, as: SIMD8<Int32>.self)
            UnsafeMutableRawPointer(left + i).storeBytes(of: weights.left, as: SIMD8<Int32>.self)
            UnsafeMutableRawPointer(right + i).storeBytes(of: weights.right, as: SIMD8<Int32>.self)
            i = i &+ 8
        }
    }

    /// The same places in the next level: √½ · (u + ½) − ½.
    ///
    /// The root is 181/256 + 1/16384 + 1/65536, which is wrong by 1/80 texel at the far end of the
    /// largest picture, and never leaves 32 bits.
    @inline(__always)
    static func shrunk(_ u: SIMD8<Int32>) -> SIMD8<Int32> {
        (u &>> 8) &* 181 &+ (u &>> 14) &+ (u &>> 16) &- 0x257E
    }

    /// Bilinear weights, 256 in all.
    @inline(__always)
    static func weights(
        _ u: SIMD8<Int32>, _ v: SIMD8<Int32>
    ) -> (left: SIMD8<Int32>, right: SIMD8<Int32>) {
        let x = (u &>> 8) & 255
        let y = (v &>> 8) & 255
        let lowerRight = (x &* y &+ 128) &>> 8
        return (
            (256 &- x &- y &+ lowerRight) | (y &- lowerRight) &<< 16,
            (x &- lowerRight) | lowerRight &<< 16
        )
    }
}
