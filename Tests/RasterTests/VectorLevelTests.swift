import AvatarTypes
import Raster
import Testing

@Suite struct VectorLevelTests {
    /// 10,000 scenes in all.
    @Test(arguments: 0..<20)
    func everyLevelAndNumberOfThreadsDrawsTheSameBytes(block: Int) async {
        let others = VectorLevel.allCases.filter { $0.isAvailable && $0 != .portable }
        let rasterizers = others.map { Rasterizer(threads: 1, level: $0) }
        let portable = Rasterizer(threads: 1, level: .portable)
        let threads = Rasterizer(threads: 3)
        let (width, height) = (150, 90)
        var canvas = Image(width: width, height: height)
        var wanted = canvas
        for seed in block * 500..<block * 500 + 500 {
            var scenes = RandomScenes(seed: UInt64(seed))
            let list = scenes.list(width, height, modes: BlendMode.allCases)
            // Tests that wait for something run meanwhile.
            await Task.yield()
            portable.render(list, at: .zero, into: &wanted)
            for rasterizer in rasterizers + [threads] {
                rasterizer.render(list, at: .zero, into: &canvas)
                #expect(canvas == wanted, "scene \(seed), \(rasterizer.level)")
            }
        }
    }

    @Test func theBestLevelIsOneThatTheMachineHas() {
        #expect(VectorLevel.best.isAvailable)
        #expect(VectorLevel.portable.isAvailable)
        #expect(Rasterizer(threads: 1).level == .best)
    }
}
