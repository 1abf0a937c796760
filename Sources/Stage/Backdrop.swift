public import AvatarTypes

/// A colour, written `#RRGGBB`.
public struct Colour: Hashable, Sendable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init?(_ text: String) {
        let digits = text.utf8.dropFirst()
        guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6,
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
                func mixed(_ channel: KeyPath<Colour, UInt8>) -> UInt8 {
                    let (from, to) = (Float(top[keyPath: channel]), Float(bottom[keyPath: channel]))
                    return UInt8(from + (to - from) * amount + 0.5)
                }
                let pixel = SIMD4<UInt8>(mixed(\.red), mixed(\.green), mixed(\.blue), 255)
                for x in 0..<size.width {
                    bytes.storeBytes(of: pixel, toByteOffset: y * stride + x * 4, as: SIMD4.self)
                }
            }
        }
    }
}
