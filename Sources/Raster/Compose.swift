import AvatarTypes

/// Lays one row of premultiplied pixels over another.
enum Compose {
    /// - Parameters:
    ///   - source: What is drawn; recoloured and faded in place.
    ///   - mask: 0…255 per pixel.
    static func row(
        _ source: UnsafeMutablePointer<UInt32>, over target: UnsafeMutablePointer<UInt32>,
        count: Int, finish: Finish, mask: UnsafePointer<UInt8>?
    ) {
        if finish.recolours { recolour(source, count, gain: finish.gain, lift: finish.lift) }
        if let mask {
            fade(source, count, by: mask, isInverted: finish.isInverted, opacity: finish.opacity)
        } else if finish.opacity < 256 {
            fade(source, count, by: finish.opacity)
        }
        switch finish.blend {
        case .normal: layOver(source, target, count)
        case .multiply: multiply(source, target, count)
        case .screen: screen(source, target, count)
        case .destinationIn:
            for i in 0..<count { target[i] = scaled(target[i], source[i] >> 24) }
        case .sliceFromLower:
            for i in 0..<count { target[i] = scaled(target[i], 255 &- source[i] >> 24) }
        case .clipToLower:
            for i in 0..<count {
                let (s, d) = (source[i], target[i])
                target[i] = scaled(s, d >> 24) &+ scaled(d, 255 &- s >> 24)
            }
        default:
            for i in 0..<count where source[i] != 0 {
                target[i] = Blending.mix(source[i], target[i], finish.blend)
            }
        }
    }

    /// Adds the alphas of a row to a mask as if its pictures were drawn over one another.
    static func uniteAlpha(
        of source: UnsafeMutablePointer<UInt32>, into mask: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        for i in 0..<count {
            let (new, old) = (source[i] >> 24, UInt32(mask[i]))
            mask[i] = UInt8(truncatingIfNeeded: new &+ part255(old &* (255 &- new)))
        }
    }

    /// Source-over: s + d·(1 − sα).
    @inline(__always)
    static func layOver(
        _ source: UnsafeMutablePointer<UInt32>, _ target: UnsafeMutablePointer<UInt32>, _ count: Int
    ) {
        for i in 0..<count {
            let s = source[i]
            target[i] = s &+ scaled(target[i], 255 &- s >> 24)
        }
    }

    /// Each byte times `factor` of 255, exactly rounded: x/255 is (x + 128 + (x + 128)/256)/256.
    @inline(__always)
    static func scaled(_ pixel: UInt32, _ factor: UInt32) -> UInt32 {
        let lanes: UInt32 = 0x00FF_00FF
        var low = (pixel & lanes) &* factor &+ 0x0080_0080
        low = ((low &+ ((low >> 8) & lanes)) >> 8) & lanes
        var high = ((pixel >> 8) & lanes) &* factor &+ 0x0080_0080
        high = (high &+ ((high >> 8) & lanes)) & 0xFF00_FF00
        return low | high
    }

    /// Each byte times `factor` of 256, rounded.
    @inline(__always)
    private static func scaledBy256(_ pixel: UInt32, _ factor: UInt32) -> UInt32 {
        let lanes: UInt32 = 0x00FF_00FF
        let low = (((pixel & lanes) &* factor &+ 0x0080_0080) >> 8) & lanes
        let high = (((pixel >> 8) & lanes) &* factor &+ 0x0080_0080) & 0xFF00_FF00
        return low | high
    }

    /// Two pixels mixed; `weight` of 256 is the second one's share.
    @inline(__always)
    static func mixed(_ first: UInt32, _ second: UInt32, _ weight: UInt32) -> UInt32 {
        let lanes: UInt32 = 0x00FF_00FF
        let rest = 256 &- weight
        let low = (first & lanes) &* rest &+ (second & lanes) &* weight &+ 0x0080_0080
        let high =
            ((first >> 8) & lanes) &* rest &+ ((second >> 8) & lanes) &* weight &+ 0x0080_0080
        return (low >> 8) & lanes | high & 0xFF00_FF00
    }

    private static func fade(_ row: UnsafeMutablePointer<UInt32>, _ count: Int, by opacity: UInt32)
    {
        for i in 0..<count { row[i] = scaledBy256(row[i], opacity) }
    }

    private static func fade(
        _ row: UnsafeMutablePointer<UInt32>, _ count: Int, by mask: UnsafePointer<UInt8>,
        isInverted: Bool, opacity: UInt32
    ) {
        let flip: UInt32 = isInverted ? 255 : 0
        for i in 0..<count {
            let kept = UInt32(mask[i]) ^ flip
            // 255 becomes 256, so that a full mask at full opacity changes nothing.
            row[i] = scaledBy256(row[i], ((kept &+ kept >> 7) &* opacity &+ 128) >> 8)
        }
    }

    private static func recolour(
        _ row: UnsafeMutablePointer<UInt32>, _ count: Int, gain: SIMD3<UInt32>, lift: SIMD3<UInt32>
    ) {
        for i in 0..<count {
            let pixel = row[i]
            let alpha = pixel >> 24
            let red = ((pixel & 255) &* gain.x &+ alpha &* lift.x &+ 128) >> 8
            let green = ((pixel >> 8 & 255) &* gain.y &+ alpha &* lift.y &+ 128) >> 8
            let blue = ((pixel >> 16 & 255) &* gain.z &+ alpha &* lift.z &+ 128) >> 8
            row[i] = red | green << 8 | blue << 16 | alpha << 24
        }
    }

    /// s·d + s·(1 − dα) + d·(1 − sα), which is also right for alpha itself.
    private static func multiply(
        _ source: UnsafeMutablePointer<UInt32>, _ target: UnsafeMutablePointer<UInt32>, _ count: Int
    ) {
        for i in 0..<count {
            let (s, d) = (source[i], target[i])
            let (keepS, keepD) = (255 &- d >> 24, 255 &- s >> 24)
            var out: UInt32 = 0
            for shift in stride(from: UInt32(0), to: 32, by: 8) {
                let (x, y) = (s >> shift & 255, d >> shift & 255)
                out |= part255(x &* y &+ x &* keepS &+ y &* keepD) << shift
            }
            target[i] = out
        }
    }

    /// s + d − s·d, which is also right for alpha itself.
    private static func screen(
        _ source: UnsafeMutablePointer<UInt32>, _ target: UnsafeMutablePointer<UInt32>, _ count: Int
    ) {
        for i in 0..<count {
            let (s, d) = (source[i], target[i])
            var out: UInt32 = 0
            for shift in stride(from: UInt32(0), to: 32, by: 8) {
                let (x, y) = (s >> shift & 255, d >> shift & 255)
                out |= part255((x &+ y) &* 255 &- x &* y) << shift
            }
            target[i] = out
        }
    }

    /// `product` / 255, rounded; exact up to 255².
    @inline(__always)
    private static func part255(_ product: UInt32) -> UInt32 {
        let x = product &+ 128
        return (x &+ x >> 8) >> 8
    }
}
