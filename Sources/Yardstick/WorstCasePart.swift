import AvatarTypes
import Glibc

extension WorstCase {
    /// One layer of the scene: a bent, swaying rectangle with a round picture.
    struct Part: Sendable {
        /// Of the upright rectangle, in pixels of the smaller canvas.
        var size: SIMD2<Float>
        var middle = SIMD2<Float>.zero
        /// Radians that it is turned by while it rests.
        var angle: Float = 0
        /// Cells across and down.
        var cells: SIMD2<Int>
        var layer = DrawList.Layer()
        /// Which part below it is seen through.
        var clippedBy: Int?

        /// Where its corners rest, and where they look in the picture.
        private(set) var corners: [SIMD2<Float>] = []
        private(set) var places: [SIMD2<Float>] = []
        private(set) var indices: [UInt32] = []
        private var sway = SIMD2<Float>.zero
        /// Cycles in the whole scene, and where in its cycle each motion begins.
        private var cycles = SIMD3<Float>.zero
        private var phases = SIMD3<Float>.zero

        /// How many parts, each so many square pixels large: 3,686,400 together, four canvases.
        private static let sizes: [(count: Int, area: Float)] = [
            (4, 150_000), (16, 80_000), (40, 33_000), (40, 12_160),
        ]
        /// 66 parts of 96 triangles and 34 of 84.
        private static let fine = 66
        /// Where the figure stands; round parts leave its corners free, so it covers 44 % of the canvas.
        private static let stage = Rect(x: 274, y: 0, width: 732, height: 720)
        /// Parts keep this far from the upper and lower border, since they move.
        private static let margin: Float = 28
        private static let blends: [(count: Int, mode: BlendMode)] = [
            (8, .multiply), (7, .screen), (5, .addGlow),
        ]
        private static let clippedCount = 13
        private static let tintedCount = 12
        private static let fadedCount = 10

        /// A hundred parts, back to front.
        static func all(_ random: inout SeededGenerator) -> [Part] {
            var parts = sizes.flatMap { count, area in
                (0..<count).map { _ in area }
            }.map { area in
                // A third are strands, as hair is.
                let ratio: Float =
                    area < 50_000 && Int.random(in: 0..<3, using: &random) == 0
                    ? .random(in: 3...4.5, using: &random)
                    : .random(in: 0.6...1.7, using: &random)
                let width = (area / ratio).squareRoot()
                return Part(size: SIMD2(width, width * ratio), cells: SIMD2(7, 6))
            }
            // Larger ones lie rather behind, but not always.
            let order = parts.indices.map { (Float($0) + 60 * random.nextUnit(), $0) }
                .sorted { $0 < $1 }
            parts = order.map { parts[$0.1] }
            for i in parts.indices.shuffled(using: &random).prefix(fine) {
                parts[i].cells = SIMD2(6, 8)
            }
            blend(&parts, &random)
            for i in parts.indices { parts[i].settle(parts, &random) }
            return parts
        }

        /// Deals out blend modes, opacities, tints and clips. The first ten lie as a ground.
        private static func blend(_ parts: inout [Part], _ random: inout SeededGenerator) {
            var free = Array(10..<parts.count).shuffled(using: &random)
            for (count, mode) in blends {
                for i in free.suffix(count) {
                    parts[i].layer.blend = mode
                    parts[i].layer.opacity = .random(in: 0.3...0.8, using: &random)
                }
                free.removeLast(count)
            }
            for i in free.prefix(fadedCount) {
                parts[i].layer.opacity = .random(in: 0.5...0.95, using: &random)
            }
            for i in free.suffix(tintedCount) {
                parts[i].layer.tint = .random(in: 0.5...1, using: &random)
            }
            let small = parts.indices.filter { $0 >= 30 && parts[$0].area < 50_000 }
            for i in small.shuffled(using: &random).prefix(clippedCount) {
                let bases = (0..<i).filter { parts[$0].area > 50_000 && $0 < 30 }
                parts[i].clippedBy = bases.randomElement(using: &random)
            }
        }

        private var area: Float { size.x * size.y }

        /// Finds its place, its mesh and its motion.
        private mutating func settle(_ parts: [Part], _ random: inout SeededGenerator) {
            angle = .random(in: -0.14...0.14, using: &random)
            let reach =
                SIMD2(
                    abs(cos(angle)) * size.x + abs(sin(angle)) * size.y,
                    abs(sin(angle)) * size.x + abs(cos(angle)) * size.y) / 2
            let stage = Part.stage
            var low = SIMD2(stage.x, stage.y + Part.margin) + reach
            var high =
                SIMD2(stage.x + stage.width, stage.y + stage.height - Part.margin) - reach
            if let base = clippedBy {
                // Over the border of what it is seen through, so that it is cut.
                low.replace(with: parts[base].middle - parts[base].size * 0.4, where: low .< high)
                high = low + parts[base].size * 0.8
                low.clamp(lowerBound: SIMD2(0, Part.margin) + reach, upperBound: high)
                high.clamp(
                    lowerBound: low,
                    upperBound: SIMD2(Float(WorstCase.width), Float(WorstCase.height) - Part.margin)
                        - reach)
            }
            for axis in 0..<2 {
                let (from, to) = (min(low[axis], high[axis]), max(low[axis], high[axis]))
                middle[axis] = .random(in: from...to, using: &random)
            }
            lattice(&random)
            sway = SIMD2(
                .random(in: -1...1, using: &random), .random(in: -0.6...0.6, using: &random))
            cycles = SIMD3(
                Float(Int.random(in: 3...9, using: &random)),
                Float(Int.random(in: 5...15, using: &random)), 3)
            phases = .random(in: 0...2 * .pi, using: &random)
        }

        /// Cells of two triangles; inner corners lie off the lattice, as those of drawn meshes do.
        private mutating func lattice(_ random: inout SeededGenerator) {
            let (c, s) = (cos(angle), sin(angle))
            for row in 0...cells.y {
                for column in 0...cells.x {
                    var place = SIMD2(
                        Float(column) / Float(cells.x), Float(row) / Float(cells.y))
                    if (1..<cells.x).contains(column), (1..<cells.y).contains(row) {
                        place +=
                            SIMD2.random(in: -0.15...0.15, using: &random)
                            / SIMD2(Float(cells.x), Float(cells.y))
                    }
                    let p = (place - 0.5) * size
                    corners.append(middle + SIMD2(c * p.x - s * p.y, s * p.x + c * p.y))
                    places.append(place)
                }
            }
            let across = cells.x + 1
            for row in 0..<cells.y {
                for column in 0..<cells.x {
                    let first = row * across + column
                    indices += [
                        first, first + 1, first + across, first + 1, first + across + 1,
                        first + across,
                    ].map { UInt32($0) }
                }
            }
        }

        /// How a corner is away from its rest: the part sways, swings from its upper end, and breathes.
        func shift(ofCorner corner: Int, inFrame frame: Int) -> SIMD2<Float> {
            let turn =
                2 * Float.pi * Float(frame % WorstCase.frameCount)
                / Float(WorstCase.frameCount)
            let depth = places[corner].y
            // What hangs lower comes later.
            let swing = depth * depth * sin(cycles.y * turn + phases.y - 1.5 * depth)
            let breath = (corners[corner] - middle) / 200 * sin(cycles.z * turn + phases.z)
            return sway * sin(cycles.x * turn + phases.x) + SIMD2(swing, 0) + breath * 0.3
        }
    }
}
