import Glibc

/// A picture: premultiplied RGBA, 8 bits each, sRGB bytes, top row first.
///
/// Rows begin on 64-byte boundaries, so a row is a whole number of vector loads. Around the picture lies
/// a margin, one pixel wide at least, so that who reads between pixels may read over the border without
/// asking; see `clearMargin()`. Copies are free until one of them is written to.
public struct Image: Sendable {
    public let width: Int
    public let height: Int
    /// Bytes from one row to the next: a multiple of 64, and more than a row's pixels need.
    public let stride: Int
    private var storage: Storage

    /// A transparent picture.
    ///
    /// - Precondition: both sides are 1…16,384 pixels.
    public init(width: Int, height: Int) {
        precondition(
            (1...16_384).contains(width) && (1...16_384).contains(height),
            "a picture's sides must be 1 to 16384 pixels")
        self.width = width
        self.height = height
        stride = ((width + 1) * 4 + 63) & ~63
        storage = Storage(rows: height, stride: stride)
        storage.rows.initializeMemory(as: UInt8.self, repeating: 0)
    }

    /// Of the rows, with what lies between them.
    public var byteCount: Int { stride * height }

    public func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(storage.rows))
    }

    /// Writes in place; copies first when another `Image` shares the bytes.
    public mutating func withUnsafeMutableBytes<Result, Failure: Error>(
        _ body: (UnsafeMutableRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        if !isKnownUniquelyReferenced(&storage) {
            let copy = Storage(rows: height, stride: stride)
            copy.rows.copyMemory(from: UnsafeRawBufferPointer(storage.rows))
            storage = copy
        }
        return try body(storage.rows)
    }

    /// Gives up the bytes if another `Image` still reads them, so that the next write copies nothing.
    /// What is in the picture afterwards is undefined: call it before drawing every pixel.
    public mutating func discardSharedBytes() {
        if !isKnownUniquelyReferenced(&storage) {
            storage = Storage(rows: height, stride: stride)
        }
    }

    /// Makes the margin transparent again, where whoever wrote whole vectors left something behind the
    /// ends of rows. A texture's always is.
    public mutating func clearMargin() {
        if hasClearMargin { return }
        let (slack, stride) = (width * 4, stride)
        withUnsafeMutableBytes { bytes in
            for row in Swift.stride(from: 0, to: bytes.count, by: stride) {
                memset(bytes.baseAddress! + row + slack, 0, stride - slack)
            }
        }
    }

    /// Whether the pixels around the picture are transparent: those above and below always are.
    private var hasClearMargin: Bool {
        (0..<height).allSatisfy { y in
            let row = storage.rows.baseAddress! + y * stride
            return row.load(fromByteOffset: width * 4, as: UInt32.self)
                | row.load(fromByteOffset: stride - 4, as: UInt32.self) == 0
        }
    }

    /// This picture over another of the same size.
    public func composited(over backdrop: Image) -> Image {
        precondition(
            width == backdrop.width && height == backdrop.height,
            "a picture is laid over one of its own size")
        var result = backdrop
        let stride = stride
        withUnsafeBytes { top in
            result.withUnsafeMutableBytes { bottom in
                for y in 0..<height {
                    for offset in Swift.stride(from: y * stride, to: y * stride + width * 4, by: 4)
                    {
                        let hidden = 255 - UInt32(top[offset + 3])
                        for byte in offset..<offset + 4 {
                            let below = (UInt32(bottom[byte]) * hidden + 127) / 255
                            bottom[byte] = UInt8(min(255, UInt32(top[byte]) + below))
                        }
                    }
                }
            }
        }
        return result
    }

    /// The bytes red, green, blue, alpha of a pixel; colour is already multiplied by alpha.
    public subscript(x: Int, y: Int) -> SIMD4<UInt8> {
        get {
            precondition((0..<width).contains(x) && (0..<height).contains(y), "outside the picture")
            return storage.rows.load(fromByteOffset: y * stride + x * 4, as: SIMD4<UInt8>.self)
        }
        set {
            precondition((0..<width).contains(x) && (0..<height).contains(y), "outside the picture")
            let offset = y * stride + x * 4
            withUnsafeMutableBytes {
                $0.storeBytes(of: newValue, toByteOffset: offset, as: SIMD4<UInt8>.self)
            }
        }
    }

    /// Aligned bytes, freed with their last owner. Written only while uniquely referenced.
    private final class Storage: @unchecked Sendable {
        /// Not initialized. A transparent row lies above and below it.
        let rows: UnsafeMutableRawBufferPointer
        private let memory: UnsafeMutableRawBufferPointer

        /// The pixel left of the row above the picture's, and what whole vectors read behind the last.
        private static let (front, back) = (64, 128)

        init(rows: Int, stride: Int) {
            let (above, below) = (Storage.front + stride, stride + Storage.back)
            memory = .allocate(byteCount: above + rows * stride + below, alignment: 64)
            memset(memory.baseAddress!, 0, above)
            memset(memory.baseAddress! + above + rows * stride, 0, below)
            self.rows = UnsafeMutableRawBufferPointer(
                rebasing: memory[above..<above + rows * stride])
        }

        deinit { memory.deallocate() }
    }
}

extension Image: Equatable {
    /// Whether every pixel is the same.
    public static func == (a: Image, b: Image) -> Bool {
        guard a.width == b.width, a.height == b.height else { return false }
        return a.withUnsafeBytes { left in
            b.withUnsafeBytes { right in
                (0..<a.height).allSatisfy { row in
                    memcmp(
                        left.baseAddress! + row * a.stride, right.baseAddress! + row * b.stride,
                        a.width * 4) == 0
                }
            }
        }
    }
}

/// A picture and when it is shown.
public struct Frame: Sendable {
    public var image: Image
    public var time: MediaTime

    public init(image: Image, time: MediaTime) {
        self.image = image
        self.time = time
    }
}
