/// Places to read a texture at, and the pixels of a tile to write: a list that triangles append their
/// rows to, so that reading is one long loop however small the triangles are.
///
/// Short loops of ever different lengths, one for each row of each triangle, took twice the time, most
/// of it in mispredicted branches.
struct Points {
    let u: UnsafeMutablePointer<Int32>
    let v: UnsafeMutablePointer<Int32>
    /// Into the tile's pixels.
    let place: UnsafeMutablePointer<UInt16>
    private(set) var count = 0

    /// Eight points are written at once, and those too many are overwritten by the next.
    private static let slack = 8

    /// Room for as many points as a tile has pixels.
    init() {
        u = .allocate(capacity: Tile.area + Points.slack)
        v = .allocate(capacity: Tile.area + Points.slack)
        place = .allocate(capacity: Tile.area + Points.slack)
    }

    func deallocate() {
        u.deallocate()
        v.deallocate()
        place.deallocate()
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
}
