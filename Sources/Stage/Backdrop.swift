public import AvatarTypes
import Foundation
import Rigging

/// A colour, written `#RRGGBB`.
public struct Colour: Hashable, Sendable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
            text.dropFirst().allSatisfy(\.isHexDigit),
            let value = UInt32(text.dropFirst(), radix: 16)
        else { return nil }
        red = UInt8(value >> 16)
        green = UInt8(value >> 8 & 0xFF)
        blue = UInt8(value & 0xFF)
    }
}

extension Image {
    /// What stands behind the character where nothing else may: one colour, or a soft fall from the
    /// first colour at the top to the last at the bottom.
    public init(backdrop colours: [Colour], size: PixelSize) {
        precondition(!colours.isEmpty, "a backdrop needs a colour")
        self.init(width: size.width, height: size.height)
        let stride = stride
        let (top, bottom) = (colours[0], colours[colours.count - 1])
        withUnsafeMutableBytes { bytes in
            for y in 0..<size.height {
                let amount = Float(y) / Float(max(1, size.height - 1))
                func mixed(_ channel: KeyPath<Colour, UInt8>) -> Float {
                    let (from, to) = (Float(top[keyPath: channel]), Float(bottom[keyPath: channel]))
                    return from + (to - from) * amount
                }
                let colour = SIMD4<Float>(mixed(\.red), mixed(\.green), mixed(\.blue), 255)
                // Eight neighbours round at different points, so a slow fall shows no steps.
                let row = (0..<8).map { x in
                    SIMD4<UInt8>(
                        truncatingIfNeeded: SIMD4<Int32>(colour + Self.threshold(x, y)))
                }
                for x in 0..<size.width {
                    bytes.storeBytes(
                        of: row[x & 7], toByteOffset: y * stride + x * 4, as: SIMD4.self)
                }
            }
        }
    }

    /// Where a pixel rounds up, 0…1: an 8×8 ordered dither.
    ///
    /// - Source: Bayer, 1973; the bits of x and x ⊕ y interleaved, the lowest first.
    private static func threshold(_ x: Int, _ y: Int) -> Float {
        var rank = 0
        for bit in 0..<3 {
            rank = rank << 2 | ((x ^ y) >> bit & 1) << 1 | (y >> bit & 1)
        }
        return (Float(rank) + 0.5) / 64
    }
}

extension Settings {
    /// The filler as a picture, or nil when there is none.
    ///
    /// - Throws: when its file is no PNG.
    func fillerPicture(of size: PixelSize) throws(StageError) -> Image? {
        guard let filler else { return nil }
        do {
            return Image(
                covering: size, with: try PNGPicture.decode(contentsOf: URL(filePath: filler)))
        } catch {
            throw StageError(
                .invalid, code: "bad-filler", message: "'\(filler)': \(error)",
                hint: "Name a PNG file as 'filler' in the settings.")
        }
    }

    /// The backdrop as a picture.
    func backdropPicture(of size: PixelSize) -> Image {
        Image(backdrop: backdrop.compactMap(Colour.init), size: size)
    }
}
