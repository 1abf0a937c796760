import AvatarTypes
import Tiling

/// Reads the points of a row that look into the picture, each from four texels.
enum Reading {
    /// Hands out groups: where, what was read, and which of them are covered.
    ///
    /// - Parameters:
    ///   - origin: The texel that points are counted from.
    ///   - places: Room for a row of offsets.
    @inline(__always)
    static func each(
        _ points: UnsafePointer<UInt32>, _ origin: SIMD2<Int32>, _ bits: UInt64,
        _ level: TextureLevel, _ places: UnsafeMutablePointer<Int32>,
        _ use: (Int, Lanes.Pixels, Lanes.Bits) -> Void
    ) {
        each(bits, level, places, use) { Lanes.coordinates(points + $0, origin) }
    }

    /// The same points in the next level.
    @inline(__always)
    static func eachSmaller(
        _ points: UnsafePointer<UInt32>, _ origin: SIMD2<Int32>, _ bits: UInt64,
        _ level: TextureLevel, _ places: UnsafeMutablePointer<Int32>,
        _ use: (Int, Lanes.Pixels, Lanes.Bits) -> Void
    ) {
        each(bits, level, places, use) { x in
            let (u, v) = Lanes.coordinates(points + x, origin)
            return (Lanes.shrunk(u), Lanes.shrunk(v))
        }
    }

    /// - Parameter point: Where a group looks: 16.16 fixed point.
    @inline(__always)
    private static func each(
        _ bits: UInt64, _ level: TextureLevel, _ places: UnsafeMutablePointer<Int32>,
        _ use: (Int, Lanes.Pixels, Lanes.Bits) -> Void,
        _ point: (Int) -> (u: Lanes.Pixels, v: Lanes.Pixels)
    ) {
        // Where the texels are is found before any is read: so the processor looks for many at once.
        Rows.eachGroup(of: bits) { x, covered in
            let (u, v) = point(x)
            // What is not covered holds points of other meshes.
            let all = Lanes.only(covered, of: Lanes.places(u, v, stride: level.stride))
            UnsafeMutableRawPointer(places + x).storeBytes(of: all, as: Lanes.Pixels.self)
        }
        Rows.eachGroup(of: bits) { x, covered in
            let (u, v) = point(x)
            use(x, Lanes.read(level, u, v, at: places + x), covered)
        }
    }
}
