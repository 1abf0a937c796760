public import AvatarTypes
import CPNG
public import Foundation

/// Why a PNG cannot be used.
public struct PNGError: Error, Hashable, Sendable, CustomStringConvertible {
    /// One sentence.
    public var what: String

    public init(what: String) {
        self.what = what
    }

    public var description: String { what }
}

/// Reads PNG files of every kind (grey, palette, 16 bits, interlaced) into premultiplied pictures.
public enum PNGPicture {
    /// - Throws: when the file cannot be read, or is no whole PNG.
    public static func decode(contentsOf url: URL) throws(PNGError) -> Image {
        let bytes: [UInt8]
        do {
            bytes = [UInt8](try Data(contentsOf: url))
        } catch {
            throw PNGError(what: "The file cannot be read.")
        }
        return try decode(bytes)
    }

    /// - Throws: when the bytes are no whole PNG, or a side is longer than 16,384 pixels.
    public static func decode(_ bytes: [UInt8]) throws(PNGError) -> Image {
        var png = png_image()
        png.version = png_uint_32(PNG_IMAGE_VERSION)
        defer { png_image_free(&png) }
        guard png_image_begin_read_from_memory(&png, bytes, bytes.count) != 0 else {
            throw PNGError(what: "This is no PNG: \(png.sentence).")
        }
        guard max(png.width, png.height) <= 16_384 else {
            throw PNGError(what: "The picture is larger than 16384 × 16384 pixels.")
        }
        png.format = CP_FORMAT_RGBA
        var image = Image(width: Int(png.width), height: Int(png.height))
        let stride = image.stride
        let isRead = image.withUnsafeMutableBytes { pixels in
            png_image_finish_read(&png, nil, pixels.baseAddress, Int32(stride), nil) != 0
        }
        guard isRead else { throw PNGError(what: "The PNG is damaged: \(png.sentence).") }
        image.premultiply()
        return image
    }
}

extension png_image {
    /// What libpng says went wrong.
    fileprivate var sentence: String {
        withUnsafeBytes(of: message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}

extension Image {
    /// Multiplies straight colour by its alpha, to the nearest of 256 steps.
    fileprivate mutating func premultiply() {
        withUnsafeMutableBytes { bytes in
            for pixel in Swift.stride(from: 0, to: bytes.count, by: 4) {
                let alpha = UInt32(bytes[pixel + 3])
                if alpha == 255 { continue }
                for colour in pixel..<pixel + 3 {
                    bytes[colour] = UInt8((UInt32(bytes[colour]) * alpha + 127) / 255)
                }
            }
        }
    }
}
