import AvatarTypes
import Raster
import Testing
import Yardstick

@Suite struct ReferenceTests {
    /// Steps of 255. Bilinear reading rounds twice (1), coordinates to 1/256 texel (2 where texels
    /// differ by the whole range), opacity and tint to 1/256 (1), and ten layers each add a half.
    static let tolerance = 7.0

    @Test(arguments: 0..<24)
    func randomScenesOfPlainLayersAreWhatTheFormulasSay(seed: Int) {
        compare(seed: seed, modes: [.normal])
    }

    @Test(arguments: 100..<124)
    func randomScenesOfSmoothBlendModesAreWhatTheFormulasSay(seed: Int) {
        compare(
            seed: seed,
            modes: [
                .normal, .multiply, .screen, .darken, .lighten, .add, .addGlow, .exclusion,
                .clipToLower, .sliceFromLower, .destinationIn,
            ])
    }

    private func compare(seed: Int, modes: [BlendMode]) {
        let (width, height) = (80, 70)
        var scenes = RandomScenes(seed: UInt64(seed))
        let list = scenes.list(width, height, modes: modes)
        let image = list.drawn(width, height)
        let wanted = Reference.render(list, width: width, height: height)
        var worst = 0.0
        var place = (0, 0)
        for y in 0..<height {
            for x in 0..<width {
                let p = image[x, y]
                for c in 0..<4 {
                    let error = abs(Double(p[c]) - wanted[y * width + x][c] * 255)
                    if error > worst { (worst, place) = (error, (x, y)) }
                }
            }
        }
        #expect(worst <= Self.tolerance, "at \(place)")
    }
}
