import AvatarTypes
import CFFmpeg

/// The planes that the encoders of WebM, WebP, PNG and GIF read, all with straight alpha.
final class AnimationPicture {
    let pixelFormat: AVPixelFormat
    private let format: AnimationFile.Format
    private let width: Int
    private let height: Int
    private var frame: UnsafeMutablePointer<AVFrame>?

    /// - Precondition: width and height are even.
    init(width: Int, height: Int, format: AnimationFile.Format) {
        self.width = width
        self.height = height
        self.format = format
        pixelFormat =
            switch format {
            case .webm: AV_PIX_FMT_YUVA420P
            case .webp: AV_PIX_FMT_BGRA
            case .apng: AV_PIX_FMT_RGBA
            case .gif: AV_PIX_FMT_PAL8
            }
        frame = av_frame_alloc()
        frame?.pointee.format = pixelFormat.rawValue
        frame?.pointee.width = Int32(width)
        frame?.pointee.height = Int32(height)
        precondition(av_frame_get_buffer(frame, 64) == 0, "there is no memory for a picture")
    }

    deinit { av_frame_free(&frame) }

    /// Writes a picture into the planes.
    ///
    /// - Precondition: the picture has the size of the planes.
    func fill(with image: Image) -> UnsafeMutablePointer<AVFrame> {
        precondition(
            image.width == width && image.height == height,
            "a frame has \(image.width)x\(image.height) pixels, its file \(width)x\(height)")
        guard let frame, av_frame_make_writable(frame) == 0 else {
            preconditionFailure("there is no memory for a picture")
        }
        var straight = StraightPicture(image)
        switch format {
        case .webm:
            straight.bleed()
            fillPlanes(frame, straight)
        case .webp:
            straight.bleed()
            fillPixels(frame, straight, isBlueFirst: true)
        case .apng:
            fillPixels(frame, straight, isBlueFirst: false)
        case .gif:
            fillPalette(frame, straight)
        }
        return frame
    }

    private func fillPlanes(_ frame: UnsafeMutablePointer<AVFrame>, _ picture: StraightPicture) {
        let luma = frame.pointee.data.0!
        let blue = frame.pointee.data.1!
        let red = frame.pointee.data.2!
        let alpha = frame.pointee.data.3!
        picture.pixels.withUnsafeBytes { bytes in
            let pixels = bytes.bindMemory(to: UInt32.self).baseAddress!
            for y in 0..<height {
                let row = pixels + y * width
                Media.luma(
                    of: row, into: luma + y * Int(frame.pointee.linesize.0), count: width)
                // Alpha is full range here, as libvpx, Chromium and OBS read it.
                let alphaRow = alpha + y * Int(frame.pointee.linesize.3)
                for x in 0..<width { alphaRow[x] = UInt8(truncatingIfNeeded: row[x] &>> 24) }
                if y % 2 == 0 {
                    let place = y / 2 * Int(frame.pointee.linesize.1)
                    chroma(
                        of: row, and: row + width, blue: blue + place, red: red + place,
                        count: width / 2)
                }
            }
        }
    }

    /// libwebp converts by a matrix of its own, so it is given RGB.
    private func fillPixels(
        _ frame: UnsafeMutablePointer<AVFrame>, _ picture: StraightPicture, isBlueFirst: Bool
    ) {
        let (first, third) = isBlueFirst ? (2, 0) : (0, 2)
        let output = frame.pointee.data.0!
        picture.pixels.withUnsafeBufferPointer { pixels in
            for y in 0..<height {
                let row = pixels.baseAddress! + y * width * 4
                let target = output + y * Int(frame.pointee.linesize.0)
                for x in stride(from: 0, to: width * 4, by: 4) {
                    target[x] = row[x + first]
                    target[x + 1] = row[x + 1]
                    target[x + 2] = row[x + third]
                    target[x + 3] = row[x + 3]
                }
            }
        }
    }

    private func fillPalette(_ frame: UnsafeMutablePointer<AVFrame>, _ picture: StraightPicture) {
        let palette = Palette(of: picture)
        let indices = frame.pointee.data.0!
        palette.draw(picture, into: indices, stride: Int(frame.pointee.linesize.0))
        frame.pointee.data.1!.withMemoryRebound(to: UInt32.self, capacity: 256) { colours in
            for (index, colour) in palette.colours.enumerated() { colours[index] = colour }
        }
    }
}
