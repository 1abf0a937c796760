public import AvatarTypes

/// What becomes of a picture's transparency when it is compressed.
public enum AlphaLayout: Sendable {
    /// The picture is laid over `backdrop`, an opaque picture of the same size.
    case opaque(backdrop: Image)
    /// The coded picture is twice as high: premultiplied colour above, alpha below as luma
    /// 16 + a · 219 / 255.
    ///
    /// Alpha is in limited range because decoders clip luma to 16…235 on the way to RGB; measured
    /// exact within ±2 in Chromium.
    case packed
}

extension Image {
    /// A picture of one opaque colour: red, green and blue as sRGB bytes.
    public static func filled(
        width: Int, height: Int, red: UInt8, green: UInt8, blue: UInt8
    ) -> Image {
        var image = Image(width: width, height: height)
        let pixel = UInt32(red) | UInt32(green) << 8 | UInt32(blue) << 16 | 0xFF00_0000
        image.withUnsafeMutableBytes { bytes in
            bytes.bindMemory(to: UInt32.self).update(repeating: pixel)
        }
        return image
    }
}
