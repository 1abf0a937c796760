import AvatarTypes
import Rigging

/// What a picture of a source in OBS shows: how much of it is hers, and how much lets through what is
/// behind.
public struct ScreenshotReport: Equatable, Sendable {
    public let opaquePercent: Int
    public let transparentPercent: Int

    /// - Returns: nil when the bytes are no PNG.
    public init?(png: [UInt8]) {
        guard let image = try? PNGPicture.decode(png), image.width * image.height > 0 else {
            return nil
        }
        var opaque = 0
        var transparent = 0
        image.withUnsafeBytes { bytes in
            for y in 0..<image.height {
                for x in 0..<image.width {
                    switch bytes[y * image.stride + x * 4 + 3] {
                    case 250...: opaque += 1
                    case ...5: transparent += 1
                    default: break
                    }
                }
            }
        }
        opaquePercent = opaque * 100 / (image.width * image.height)
        transparentPercent = transparent * 100 / (image.width * image.height)
    }

    /// A character fills some of her picture and never all of it.
    public var showsHer: Bool { opaquePercent >= 2 && transparentPercent >= 2 }
}
