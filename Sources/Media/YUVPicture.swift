import AvatarTypes
import CFFmpeg

/// The planes that an encoder reads, filled from premultiplied RGBA in one pass over the picture.
final class YUVPicture {
    let width: Int
    /// Of the shown picture.
    let height: Int
    let alpha: TrackDescription.Alpha
    /// Rows of luma: twice `height` with packed alpha.
    var codedHeight: Int { alpha == .packed ? height * 2 : height }

    private let backdrop: Image?
    private var frame: UnsafeMutablePointer<AVFrame>?
    /// Two rows of pixels on their way.
    private let rows: UnsafeMutablePointer<UInt32>

    /// - Throws: when the backdrop has another size, or there is no memory.
    init(width: Int, height: Int, alpha layout: AlphaLayout) throws(MediaError) {
        if case .opaque(let backdrop) = layout,
            backdrop.width != width || backdrop.height != height
        {
            throw MediaError(
                "video encoder",
                "The backdrop has \(backdrop.width)x\(backdrop.height) pixels,"
                    + " the picture \(width)x\(height).",
                remedy: "Scale the backdrop to the picture.")
        }
        self.width = width
        self.height = height
        switch layout {
        case .opaque(let backdrop):
            alpha = .none
            self.backdrop = backdrop
        case .packed:
            alpha = .packed
            backdrop = nil
        }
        rows = .allocate(capacity: width * 2)
        frame = av_frame_alloc()
        guard let frame else { throw Self.outOfMemory }
        frame.pointee.format = AV_PIX_FMT_YUV420P.rawValue
        frame.pointee.width = Int32(width)
        frame.pointee.height = Int32(codedHeight)
        guard av_frame_get_buffer(frame, 64) == 0 else { throw Self.outOfMemory }
        if alpha == .packed { clearLowerChroma(of: frame) }
    }

    deinit {
        rows.deallocate()
        av_frame_free(&frame)
    }

    /// Writes a picture into the planes.
    ///
    /// - Parameter background: what is behind it instead of the backdrop.
    /// - Precondition: picture and background have the size of the planes.
    func fill(
        with image: Image, over background: Image? = nil
    ) throws(MediaError) -> UnsafeMutablePointer<AVFrame> {
        let backdrop = background ?? backdrop
        if let background {
            precondition(
                background.width == width && background.height == height,
                "a background is as large as its picture")
        }
        precondition(
            image.width == width && image.height == height,
            "a frame has \(image.width)x\(image.height) pixels, its encoder \(width)x\(height)")
        guard let frame, av_frame_make_writable(frame) == 0,
            let luma = frame.pointee.data.0, let blue = frame.pointee.data.1,
            let red = frame.pointee.data.2
        else { throw Self.outOfMemory }
        let lumaStride = Int(frame.pointee.linesize.0)
        let chromaStride = Int(frame.pointee.linesize.1)
        image.withUnsafeBytes { bytes in
            for y in stride(from: 0, to: height, by: 2) {
                let source = bytes.baseAddress! + y * image.stride
                var upper = source.assumingMemoryBound(to: UInt32.self)
                var lower = (source + image.stride).assumingMemoryBound(to: UInt32.self)
                if alpha == .packed {
                    let below = luma + (height + y) * lumaStride
                    alphaLuma(of: upper, into: below, count: width)
                    alphaLuma(of: lower, into: below + lumaStride, count: width)
                } else if let backdrop {
                    backdrop.withUnsafeBytes { back in
                        let behind = back.baseAddress! + y * backdrop.stride
                        compose(
                            upper, over: behind.assumingMemoryBound(to: UInt32.self), into: rows,
                            count: width)
                        compose(
                            lower,
                            over: (behind + backdrop.stride).assumingMemoryBound(to: UInt32.self),
                            into: rows + width, count: width)
                    }
                    upper = UnsafePointer(rows)
                    lower = UnsafePointer(rows + width)
                }
                Media.luma(of: upper, into: luma + y * lumaStride, count: width)
                Media.luma(of: lower, into: luma + (y + 1) * lumaStride, count: width)
                let place = y / 2 * chromaStride
                chroma(
                    of: upper, and: lower, blue: blue + place, red: red + place, count: width / 2)
            }
        }
        return frame
    }

    /// Alpha has no colour; its half of the chroma planes is written once.
    private func clearLowerChroma(of frame: UnsafeMutablePointer<AVFrame>) {
        let stride = Int(frame.pointee.linesize.1)
        for plane in [frame.pointee.data.1, frame.pointee.data.2] {
            (plane! + height / 2 * stride).update(repeating: 128, count: height / 2 * stride)
        }
    }

    private static var outOfMemory: MediaError {
        MediaError(
            "video encoder", "There is no memory for a picture.", remedy: "Choose a smaller size.")
    }
}
