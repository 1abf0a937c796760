public import AvatarTypes
import CPNG

/// Pictures as PNG files: straight RGBA, 8 bits, sRGB.
public enum PNGFile {
    /// How much time libpng may spend on making the file small.
    public enum Effort: Sendable {
        /// Light compression: 7 ms instead of 32 for a figure of 800×960, and a third larger.
        case fast
        case small
    }

    /// The file's bytes: the same for the same picture and libpng.
    ///
    /// - Throws: when libpng fails, which it does only without memory.
    public static func encode(_ image: Image, effort: Effort = .small) throws(MediaError) -> [UInt8]
    {
        let pixels = straightPixels(of: image)
        var png = png_image()
        png.version = png_uint_32(PNG_IMAGE_VERSION)
        png.width = png_uint_32(image.width)
        png.height = png_uint_32(image.height)
        png.format = CP_FORMAT_RGBA
        if effort == .fast { png.flags = png_uint_32(PNG_IMAGE_FLAG_FAST) }
        defer { png_image_free(&png) }
        // The bound is that of incompressible pixels, so one pass is enough.
        var length = pixels.count + pixels.count / 500 + image.height + 4096
        var bytes = [UInt8](repeating: 0, count: length)
        guard png_image_write_to_memory(&png, &bytes, &length, 0, pixels, 0, nil) != 0 else {
            throw MediaError("PNG file", message(of: png), remedy: "Free some memory.")
        }
        bytes.removeSubrange(length...)
        return bytes
    }

    /// The picture of a PNG file of any kind, premultiplied.
    ///
    /// - Throws: when libpng cannot read it, or a side is over 16,384 pixels.
    public static func decode(_ bytes: [UInt8]) throws(MediaError) -> Image {
        var png = png_image()
        png.version = png_uint_32(PNG_IMAGE_VERSION)
        defer { png_image_free(&png) }
        // libpng keeps the pointer from the first call to the second: both see one buffer.
        guard !bytes.isEmpty else { throw unreadable("It is empty.") }
        return try bytes.withUnsafeBufferPointer { (file) throws(MediaError) in
            guard png_image_begin_read_from_memory(&png, file.baseAddress!, file.count) != 0 else {
                throw unreadable(message(of: png))
            }
            guard (1...16_384).contains(png.width), (1...16_384).contains(png.height) else {
                throw unreadable("It has \(png.width)x\(png.height) pixels.")
            }
            png.format = CP_FORMAT_RGBA
            var image = Image(width: Int(png.width), height: Int(png.height))
            let stride = image.stride
            let read = image.withUnsafeMutableBytes { pixels in
                png_image_finish_read(&png, nil, pixels.baseAddress, png_int_32(stride), nil)
            }
            guard read != 0 else { throw unreadable(message(of: png)) }
            premultiply(&image)
            return image
        }
    }

    /// Rows without padding, colour divided by alpha and rounded. Premultiplying again gives the same
    /// bytes where colour was not above alpha.
    static func straightPixels(of image: Image) -> [UInt8] {
        let width = image.width
        return [UInt8](unsafeUninitializedCapacity: width * image.height * 4) { pixels, count in
            image.withUnsafeBytes { source in
                var output = pixels.baseAddress!
                for y in 0..<image.height {
                    let row = source.baseAddress! + y * image.stride
                    for x in 0..<width {
                        let pixel = (row + x * 4).load(as: SIMD4<UInt8>.self)
                        let alpha = Int32(pixel.w)
                        // Most pixels are wholly seen, or not at all.
                        if alpha == 255 {
                            for channel in 0..<3 { output[channel] = pixel[channel] }
                        } else {
                            for channel in 0..<3 {
                                let colour = Int32(pixel[channel])
                                output[channel] =
                                    alpha == 0
                                    ? 0 : UInt8(clamping: (colour * 255 + alpha / 2) / alpha)
                            }
                        }
                        output[3] = pixel.w
                        output += 4
                    }
                }
            }
            count = width * image.height * 4
        }
    }

    private static func premultiply(_ image: inout Image) {
        let (width, height, stride) = (image.width, image.height, image.stride)
        image.withUnsafeMutableBytes { bytes in
            for y in 0..<height {
                let row = bytes.baseAddress! + y * stride
                for x in 0..<width {
                    let pixel = (row + x * 4).assumingMemoryBound(to: UInt8.self)
                    let alpha = Int32(pixel[3])
                    for channel in 0..<3 {
                        pixel[channel] = UInt8((Int32(pixel[channel]) * alpha + 127) / 255)
                    }
                }
            }
        }
    }

    private static func unreadable(_ what: String) -> MediaError {
        MediaError("PNG file", what, remedy: "Save the picture again as PNG.")
    }

    private static func message(of png: png_image) -> String {
        let text = withUnsafeBytes(of: png.message) { raw in
            String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
        return "libpng fails (\(text))."
    }
}
