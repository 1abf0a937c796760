import AvatarTypes

/// One picture of a texture as the pixel loops read it: premultiplied RGBA, top row first.
///
/// A transparent texel lies all around it. Coordinates in it are 16.16 fixed point, in texels, from the centre of its first texel.
public struct TextureLevel {
    public let base: UnsafeRawPointer
    /// Bytes from one row to the next.
    public let stride: Int
    public let width: Int
    public let height: Int

    /// - Important: The picture must outlive this; a texture's never changes, so its bytes stay where
    ///   they are.
    init(_ image: Image) {
        (stride, width, height) = (image.stride, image.width, image.height)
        base = image.withUnsafeBytes { bytes in
            precondition(bytes.count >= image.stride * image.height, "a picture holds all its rows")
            return bytes.baseAddress!
        }
    }

    @inlinable
    public func row(_ y: Int32) -> UnsafeRawPointer { base + Int(y) &* stride }
}
