public import AvatarTypes
import Dispatch
import Glibc
import Synchronization
import Tiling

/// Draws what a frame looks like into pixels, on the processor's cores.
///
/// ```swift
/// let rasterizer = Rasterizer()
/// var canvas = Image(width: 800, height: 960)
/// rasterizer.render(puppet.draw(pose, at: time), at: time, into: &canvas)
/// ```
///
/// Make one per show and keep it: it owns the memory that drawing needs, and reuses it. The same list
/// gives the same bytes, however many threads draw it.
public final class Rasterizer {
    /// The instructions that drawing uses.
    public let level: VectorLevel
    private let painters: [any TilePainting]
    private var layout = Layout()

    /// - Parameters:
    ///   - threads: How many draw at once; the machine's cores when not given.
    ///   - level: The instructions to use; the best that the machine has when not given.
    /// - Precondition: `threads` is positive; the machine has the level.
    public init(threads: Int? = nil, level: VectorLevel = .best) {
        precondition(level.isAvailable, "the machine has no \(level)")
        self.level = level
        let count = threads ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        precondition(count > 0, "drawing takes at least one thread")
        painters = (0..<count).map { _ in level.painter() }
    }

    /// Clears the canvas to transparent and draws the whole list, back to front.
    ///
    /// `list.view` is fitted into the canvas whole and centred, its sides' ratio kept. Corners are
    /// rounded to 1/256 pixel, and a pixel belongs to a triangle by the top-left rule, so meshes that
    /// share an edge neither leave a gap nor draw a pixel twice; edges are not smoothed, for pictures
    /// bring their own soft alpha. Pictures are read bilinearly, transparent beyond their border, from
    /// the level that fits their size on the canvas. A mesh is one picture to its layer: opacity, mask
    /// and blend mode apply to it as a whole, also where it folds over itself. Of mask meshes only the
    /// textures' alpha counts, not their layers. `destinationIn` keeps what is below, in its group,
    /// only where the layer has alpha.
    ///
    /// Pixels that a later opaque layer hides are not drawn, which changes no byte; a layer hides when it
    /// is in no group, blends normally, and has full opacity and no mask.
    ///
    /// What cannot be drawn is left out: triangles without area, with a position or texture
    /// coordinate that is not finite, or more than a million pixels away; everything, when the view is
    /// empty. `Layer.shader` is ignored: who wants it draws the layer alone
    /// and puts what the shader makes of it into the list.
    ///
    /// - Parameter time: The moment the frame shows. Nothing drawn depends on it yet.
    /// - Precondition: Groups are balanced; ranges and indices lie within the list's arrays.
    /// - Complexity: Measured on one core of a busy machine with AVX2: 12 ms for 100 parts, 9,192
    ///   triangles and 3.7 million pixels of mesh at 1280×720.
    public func render(_ list: DrawList, at time: MediaTime, into canvas: inout Image) {
        let (width, height) = (canvas.width, canvas.height)
        let pitch = canvas.stride / 4
        layout.lay(out: list, width: width, height: height)
        for painter in painters {
            painter.prepare(depth: layout.depth, steps: layout.steps.count)
        }
        canvas.discardSharedBytes()
        canvas.withUnsafeMutableBytes { bytes in
            let surface = Surface(
                base: bytes.baseAddress!.assumingMemoryBound(to: UInt32.self), pitch: pitch)
            // The samplers point into the textures' bytes.
            withExtendedLifetime(list) {
                layout.withSheet { sheet in
                    paint(sheet, onto: surface, width: width, height: height)
                }
            }
        }
    }

    /// Each thread takes the next tile that nobody has taken.
    private func paint(_ sheet: Sheet, onto surface: Surface, width: Int, height: Int) {
        let columns = (width + Tile.side - 1) >> Tile.shift
        let tiles = columns * ((height + Tile.side - 1) >> Tile.shift)
        let next = Atomic(0)
        let painters = painters
        @Sendable func takeTiles(_ painter: any TilePainting) {
            while true {
                let i = next.wrappingAdd(1, ordering: .relaxed).oldValue
                if i >= tiles { return }
                let tile = Tile(
                    column: i % columns, row: i / columns, width: width, height: height)
                painter.paint(tile, of: sheet, onto: surface)
            }
        }
        if painters.count == 1 || tiles == 1 {
            takeTiles(painters[0])
        } else {
            DispatchQueue.concurrentPerform(iterations: min(painters.count, tiles)) {
                takeTiles(painters[$0])
            }
        }
    }
}
