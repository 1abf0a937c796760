/// At most 255 colours that stand for all of a picture's, and a transparent one.
///
/// - Source: Heckbert, "Color image quantization for frame buffer display" (median cut), 1982, on colours
///   of 5 bits each.
struct Palette {
    /// Alpha, red, green, blue from the high byte down, always 256; the last one is transparent.
    private(set) var colours: [UInt32]
    /// For each colour of 15 bits, which of `colours` stands for it.
    private var nearest: [UInt8]

    static let transparent: UInt8 = 255
    private static let mostColours = 255

    /// Colours of 15 bits that belong together.
    private struct Box {
        var members: ArraySlice<Int>
        var pixels: Int
        /// The channel (shift 10, 5 or 0) that varies most, and by how much.
        var widest: (shift: Int, span: Int)

        init(_ members: ArraySlice<Int>, _ counts: [Int]) {
            self.members = members
            pixels = members.reduce(0) { $0 + counts[$1] }
            widest = (0, -1)
            for shift in [10, 5, 0] {
                let values = members.lazy.map { $0 >> shift & 31 }
                let span = (values.max() ?? 0) - (values.min() ?? 0)
                if span > widest.span { widest = (shift, span) }
            }
        }

        /// What is cut next: boxes of many pixels and wide colours.
        var weight: Int { members.count < 2 ? 0 : pixels * widest.span * widest.span }
    }

    init(of picture: StraightPicture) {
        var counts = [Int](repeating: 0, count: 1 << 15)
        var sums = [SIMD4<Int>](repeating: .zero, count: 1 << 15)
        picture.forEachSeen { red, green, blue in
            let key = Self.key(red, green, blue)
            counts[key] += 1
            sums[key] &+= SIMD4(red, green, blue, 0)
        }
        var boxes = [Box(counts.indices.filter { counts[$0] > 0 }[...], counts)]
        while boxes.count < Self.mostColours,
            let index = boxes.indices.max(by: { boxes[$0].weight < boxes[$1].weight }),
            boxes[index].weight > 0
        {
            let box = boxes[index]
            let shift = box.widest.shift
            let sorted = box.members.sorted { ($0 >> shift & 31, $0) < ($1 >> shift & 31, $1) }
            var before = 0
            var cut = 0
            while cut < sorted.count - 1, cut == 0 || before * 2 < box.pixels {
                before += counts[sorted[cut]]
                cut += 1
            }
            boxes[index] = Box(sorted[..<cut], counts)
            boxes.append(Box(sorted[cut...], counts))
        }
        // Only one may be transparent: the GIF encoder takes the first that is.
        colours = [UInt32](repeating: 0xFF00_0000, count: 256)
        colours[Int(Self.transparent)] = 0
        nearest = [UInt8](repeating: 0, count: 1 << 15)
        for (index, box) in boxes.enumerated() where box.pixels > 0 {
            let sum = box.members.reduce(SIMD4<Int>.zero) { $0 &+ sums[$1] }
            let mean = (0..<3).map { UInt32((sum[$0] + box.pixels / 2) / box.pixels) }
            colours[index] = 0xFF00_0000 | mean[0] << 16 | mean[1] << 8 | mean[2]
            for member in box.members { nearest[member] = UInt8(index) }
        }
    }

    /// Writes a picture as indices into `colours`: what is less than half seen is transparent.
    func draw(_ picture: StraightPicture, into indices: UnsafeMutablePointer<UInt8>, stride: Int) {
        for y in 0..<picture.height {
            for x in 0..<picture.width {
                let pixel = picture[x, y]
                indices[y * stride + x] =
                    pixel.w < 128
                    ? Self.transparent
                    : nearest[Self.key(Int(pixel.x), Int(pixel.y), Int(pixel.z))]
            }
        }
    }

    private static func key(_ red: Int, _ green: Int, _ blue: Int) -> Int {
        (red >> 3) << 10 | (green >> 3) << 5 | blue >> 3
    }
}

extension StraightPicture {
    fileprivate subscript(x: Int, y: Int) -> SIMD4<UInt8> {
        let place = (y * width + x) * 4
        return SIMD4(pixels[place], pixels[place + 1], pixels[place + 2], pixels[place + 3])
    }

    /// The colours of pixels that are at least half seen.
    fileprivate func forEachSeen(_ body: (_ red: Int, _ green: Int, _ blue: Int) -> Void) {
        for y in 0..<height {
            for x in 0..<width {
                let pixel = self[x, y]
                if pixel.w >= 128 { body(Int(pixel.x), Int(pixel.y), Int(pixel.z)) }
            }
        }
    }
}
