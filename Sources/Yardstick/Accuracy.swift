public import AvatarTypes
import Glibc

/// How near a picture is to the one that double precision gives.
public struct Accuracy: Sendable {
    /// Sum of the squares of all errors, in steps of 255, and how many there are.
    private var squares = 0.0
    private var count = 0
    /// The largest error of any channel, in steps of 255.
    public private(set) var worst = 0.0

    public init() {}

    /// Counts every channel of a picture, alpha and premultiplied colours alike.
    ///
    /// - Precondition: `wanted` has a number for each pixel, row by row.
    public mutating func add(_ image: Image, against wanted: [Reference.Pixel]) {
        precondition(wanted.count == image.width * image.height, "a picture has other pixels")
        let (width, height, stride) = (image.width, image.height, image.stride)
        image.withUnsafeBytes { bytes in
            for y in 0..<height {
                for x in 0..<width {
                    let pixel = bytes.load(
                        fromByteOffset: y * stride + x * 4, as: SIMD4<UInt8>.self)
                    let error =
                        Reference.Pixel(
                            Double(pixel.x), Double(pixel.y), Double(pixel.z), Double(pixel.w))
                        - wanted[y * width + x] * 255
                    let square = error * error
                    squares += square.sum()
                    worst = max(worst, square.max().squareRoot())
                }
            }
        }
        count += width * height * 4
    }

    /// The peak signal to noise ratio of all that was added, in decibels; infinite for equal pictures.
    ///
    /// - Precondition: something was added.
    public var psnr: Double {
        precondition(count > 0, "no picture was compared")
        return squares == 0 ? .infinity : 10 * log10(255 * 255 * Double(count) / squares)
    }
}
