import AvatarTypes
import Tiling

/// Reads and lays over rows of a tile, a group of pixels at a time (`Lanes.width`). Rows begin at a tile's left edge, and one
/// bit per pixel says which of them there are.
enum Rows {
    /// Reads a row's points into pixels; those that are not covered become transparent, and groups
    /// without any stay what they are.
    ///
    /// - Parameter places: Room for a row of offsets.
    static func read(
        _ points: MeshPoints, row y: Int, of bits: UInt64, _ shape: Shape,
        places: UnsafeMutablePointer<Int32>, into row: UnsafeMutablePointer<UInt32>
    ) {
        let beyond = points.beyond[y]
        let near = points.points + y << Tile.shift
        Reading.each(near, points.origin, bits & ~beyond, shape.texels, places) {
            x, pixels, covered in
            Lanes.store(Lanes.only(covered, of: pixels), row + x)
        }
        if shape.mix > 0 {
            Reading.eachSmaller(near, points.origin, bits & ~beyond, shape.smaller, places) {
                x, pixels, covered in
                let both = Lanes.mixed(Lanes.load(row + x), pixels, shape.mix)
                Lanes.store(Lanes.only(covered, of: both), row + x)
            }
        }
        if bits & beyond != 0 {
            let first = y << Tile.shift
            readBeyond(
                points.u + first, points.v + first, bits & beyond, bits & ~beyond, shape, into: row)
        }
    }

    /// Adds the pixels that look beyond the picture's border, one by one.
    private static func readBeyond(
        _ u: UnsafePointer<Int32>, _ v: UnsafePointer<Int32>, _ bits: UInt64, _ others: UInt64,
        _ shape: Shape, into row: UnsafeMutablePointer<UInt32>
    ) {
        // Groups that nothing was read into.
        eachGroup(of: bits) { x, _ in
            if Lanes.Bits(truncatingIfNeeded: others &>> UInt64(x)) == 0 {
                (row + x).update(repeating: 0, count: Lanes.width)
            }
        }
        var rest = bits
        while rest != 0 {
            let i = rest.trailingZeroBitCount
            rest &= rest &- 1
            var pixel = shape.texels.anywhere(u[i], v[i])
            if shape.mix > 0 {
                let smaller = shape.smaller.anywhere(
                    shrunkCoordinate(u[i]), shrunkCoordinate(v[i]))
                pixel = mixed(pixel, smaller, shape.mix)
            }
            row[i] = pixel
        }
    }

    /// `Lanes.mixed` for one pixel.
    private static func mixed(_ a: UInt32, _ b: UInt32, _ weight: UInt32) -> UInt32 {
        let pair: UInt32 = 0x00FF_00FF
        let rest = 256 &- weight
        let low = (a & pair) &* rest &+ (b & pair) &* weight &+ 0x0080_0080
        let high = (a >> 8 & pair) &* rest &+ (b >> 8 & pair) &* weight &+ 0x0080_0080
        return (low >> 8) & pair | high & ~pair
    }

    /// Lays a row of premultiplied pixels over another.
    ///
    /// - Parameters:
    ///   - source: What is drawn: transparent where it is not there; changed by the way.
    ///   - mask: 0…255 per pixel.
    @inline(__always)
    static func lay(
        _ source: UnsafeMutablePointer<UInt32>, over target: UnsafeMutablePointer<UInt32>,
        of bits: UInt64, finish: Finish, mask: UnsafePointer<UInt8>?
    ) {
        /// Shows the pixels as the layer looks, and lays them over by a formula.
        @inline(__always)
        func each(_ formula: (Lanes.Pixels, Lanes.Pixels) -> Lanes.Pixels) {
            eachGroup(of: bits) { x, _ in
                let pixels = finished(source, x, finish, mask)
                if Lanes.isEmpty(pixels), !finish.reachesEverywhere { return }
                Lanes.store(formula(pixels, Lanes.load(target + x)), target + x)
            }
        }
        switch finish.blend {
        case .normal:
            each { s, d in Lanes.isOpaque(s) ? s : over(s, d) }
        case .multiply: each(Lanes.multiplied)
        case .screen: each(Lanes.screened)
        case .add: each(Lanes.added)
        case .addGlow: each(Lanes.glowing)
        case .destinationIn: each { s, d in Lanes.scaled(d, byAlphaOf: s) }
        case .sliceFromLower: each { s, d in Lanes.scaled(d, under: s) }
        case .clipToLower:
            each { s, d in
                Lanes.sum(Lanes.scaled(s, byAlphaOf: d), Lanes.scaled(d, under: s))
            }
        default:
            eachGroup(of: bits) { x, _ in
                Lanes.store(finished(source, x, finish, mask), source + x)
                for i in x..<x + Lanes.width where source[i] != 0 {
                    target[i] = Blending.mix(source[i], target[i], finish.blend)
                }
            }
        }
    }

    /// s + d·(1 − sα).
    @inline(__always)
    private static func over(_ s: Lanes.Pixels, _ d: Lanes.Pixels) -> Lanes.Pixels {
        Lanes.sum(s, Lanes.scaled(d, under: s))
    }

    /// Lays a row over another as it is.
    static func layOver(
        _ source: UnsafePointer<UInt32>, _ target: UnsafeMutablePointer<UInt32>, of bits: UInt64
    ) {
        eachGroup(of: bits) { x, _ in
            Lanes.store(over(Lanes.load(source + x), Lanes.load(target + x)), target + x)
        }
    }

    /// A group of pixels, recoloured, masked and faded.
    @inline(__always)
    private static func finished(
        _ source: UnsafePointer<UInt32>, _ x: Int, _ finish: Finish, _ mask: UnsafePointer<UInt8>?
    ) -> Lanes.Pixels {
        var pixels = Lanes.load(source + x)
        if finish.recolours {
            pixels = Lanes.recoloured(pixels, gain: finish.gain, lift: finish.lift)
        }
        if let mask {
            pixels = Lanes.faded(
                pixels, by: mask + x, flip: finish.isInverted ? 255 : 0, opacity: finish.opacity)
        } else if finish.opacity < 256 {
            pixels = Lanes.faded(pixels, by: finish.opacity)
        }
        return pixels
    }

    /// Adds the alphas of a row to a mask as if its pictures were drawn over one another.
    static func uniteAlpha(
        of source: UnsafePointer<UInt32>, into mask: UnsafeMutablePointer<UInt8>, of bits: UInt64
    ) {
        eachGroup(of: bits) { x, _ in
            Lanes.uniteAlpha(of: Lanes.load(source + x), into: mask + x)
        }
    }

    /// Walks through the groups of pixels that have any.
    @inline(__always)
    static func eachGroup(of bits: UInt64, _ body: (Int, Lanes.Bits) -> Void) {
        if bits == 0 { return }
        var x = bits.trailingZeroBitCount & -Lanes.width
        let end = 64 &- bits.leadingZeroBitCount
        while x < end {
            let covered = Lanes.Bits(truncatingIfNeeded: bits &>> UInt64(x))
            if covered != 0 { body(x, covered) }
            x = x &+ Lanes.width
        }
    }
}
