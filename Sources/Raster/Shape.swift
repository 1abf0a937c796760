import AvatarTypes
import Glibc

/// A mesh laid out on the canvas: its triangles by tile, and the texture levels it is drawn from.
struct Shape {
    /// What it can touch, in pixels.
    var bounds = Box.empty
    /// The first tile, and how many tiles, that `bounds` reaches.
    var firstColumn = 0
    var firstRow = 0
    var columns = 0
    /// Into `Layout.binStarts`: one entry per tile, row by row, and one more.
    var firstBin = 0
    var sampler: Sampler
    var smaller: Sampler
    /// How much of the smaller level is mixed in, of 256.
    var mix: UInt32
    /// How many times `sampler`'s level was halved.
    var level: Int64
    /// Coordinates from which all texels that are read lie within the level, and in `smaller`.
    private var least: Int64
    private var uEnd: Int64
    private var vEnd: Int64

    /// - Parameter area: How many texels of the largest level fall on one pixel.
    init(_ texture: Texture, texelsPerPixel area: Double) {
        let (level, mix) = Shape.level(texelsPerPixel: area, count: texture.levels.count)
        sampler = Shape.sampler(texture, level: level)
        smaller = mix > 0 ? Shape.sampler(texture, level: level + 1) : sampler
        self.mix = mix
        self.level = Int64(level)
        least = mix > 0 ? 0x8000 : 0
        uEnd = (sampler.width - 1) << 16
        vEnd = (sampler.height - 1) << 16
        if mix > 0 {
            uEnd = min(uEnd, (smaller.width - 1) << 17 + 0x8000)
            vEnd = min(vEnd, (smaller.height - 1) << 17 + 0x8000)
        }
    }

    @inline(__always)
    func isInside(_ u: Int64, _ v: Int64) -> Bool {
        u >= least && u < uEnd && v >= least && v < vEnd
    }

    /// Which level to draw from, and how much of the next smaller one.
    ///
    /// A level is read alone up to `alone` octaves of minification, and blended into the next over a
    /// quarter of an octave, so that a part that comes nearer does not jump from blurred to sharp.
    /// Always blending (trilinear) would read twice as much and look softer; never blending would
    /// flicker when a breathing body crosses the border.
    static func level(texelsPerPixel area: Double, count: Int) -> (level: Int, mix: UInt32) {
        guard area > 1, area.isFinite else { return (0, 0) }
        let octaves = log2(area) / 2
        let level = Int(octaves)
        guard level < count - 1 else { return (count - 1, 0) }
        let mix = (octaves - Double(level) - Shape.alone) / Shape.transition
        if mix >= 1 { return (level + 1, 0) }
        return (level, mix > 0 ? UInt32(mix * 256) : 0)
    }

    /// Octaves of minification up to which a level is read alone: 1.32 texels a pixel. More shows
    /// stairs on thin lines, less blurs them.
    private static let alone = 0.4
    private static let transition = 0.25

    private static func sampler(_ texture: Texture, level: Int) -> Sampler {
        let image = texture.levels[level]
        return image.withUnsafeBytes {
            Sampler($0, stride: image.stride, width: image.width, height: image.height)
        }
    }
}
