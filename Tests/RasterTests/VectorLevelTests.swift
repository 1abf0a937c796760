import AvatarTypes
import Raster
import Testing

@Suite struct VectorLevelTests {
    /// 10,000 scenes in all.
    @Test(arguments: 0..<20)
    func everyLevelAndNumberOfThreadsDrawsTheSameBytes(block: Int) async {
        var painters = Painters()
        for seed in block * 500..<block * 500 + 500 {
            var scenes = RandomScenes(seed: UInt64(seed))
            let list = scenes.list(painters.width, painters.height, modes: BlendMode.allCases)
            await painters.draw(list, "scene \(seed)")
        }
    }

    /// Their points run over more texels than a group, or a tile, is counted from.
    @Test(arguments: 0..<4)
    func everyLevelReadsLargePicturesAlike(seed: UInt64) async {
        var painters = Painters()
        var scenes = RandomScenes(seed: seed, sides: 150...700)
        for number in 0..<150 {
            let list = scenes.list(painters.width, painters.height, modes: BlendMode.allCases)
            await painters.draw(list, "list \(number) of scene \(seed)")
        }
    }

    /// Draws lists with every level, and with several threads.
    private struct Painters {
        let width = 150
        let height = 90
        private let portable = Rasterizer(threads: 1, level: .portable)
        private let others: [Rasterizer]
        private var canvas: Image
        private var wanted: Image

        init() {
            let levels = VectorLevel.allCases.filter { $0.isAvailable && $0 != .portable }
            others = levels.map { Rasterizer(threads: 1, level: $0) } + [Rasterizer(threads: 3)]
            canvas = Image(width: width, height: height)
            wanted = canvas
        }

        mutating func draw(_ list: DrawList, _ name: String) async {
            // Tests that wait for something run meanwhile.
            await Task.yield()
            portable.render(list, at: .zero, into: &wanted)
            for rasterizer in others {
                rasterizer.render(list, at: .zero, into: &canvas)
                #expect(canvas == wanted, "\(name), \(rasterizer.level)")
            }
        }
    }

    @Test func theBestLevelIsOneThatTheMachineHas() {
        #expect(VectorLevel.best.isAvailable)
        #expect(VectorLevel.portable.isAvailable)
        #expect(Rasterizer(threads: 1).level == .best)
    }
}
