public import AvatarTypes

extension Texture {
    /// A picture with all its smaller copies, down to one pixel.
    ///
    /// Each pixel of a level is the mean of 2×2 of the level above: premultiplied, so no colour leaks
    /// out of what is transparent. Where a side is odd its last pixel counts twice.
    public convenience init(image: Image) {
        var levels = [image]
        while let last = levels.last, last.width > 1 || last.height > 1 {
            levels.append(last.halved())
        }
        self.init(levels: levels)
    }
}

extension Image {
    /// Half as wide and high, rounded up.
    func halved() -> Image {
        var half = Image(width: (width + 1) / 2, height: (height + 1) / 2)
        let (columns, rows, stride) = (half.width, half.height, half.stride)
        half.withUnsafeMutableBytes { target in
            withUnsafeBytes { source in
                for row in 0..<rows {
                    let above = row * 2 * self.stride
                    let below = min(row * 2 + 1, height - 1) * self.stride
                    for column in 0..<columns {
                        let left = column * 8
                        let right = min(column * 2 + 1, width - 1) * 4
                        for lane in 0..<4 {
                            let sum =
                                UInt32(source[above + left + lane])
                                + UInt32(source[above + right + lane])
                                + UInt32(source[below + left + lane])
                                + UInt32(source[below + right + lane])
                            target[row * stride + column * 4 + lane] = UInt8((sum + 2) / 4)
                        }
                    }
                }
            }
        }
        return half
    }
}
