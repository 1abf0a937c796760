import AvatarTypes
import Raster
import Testing
import Yardstick

@Suite struct BlendTests {
    /// Steps of 255: the result is rounded once; near a jump of dodge, burn and hue half a step of
    /// alpha moves the colour by one more.
    static let tolerance = 1.5

    static let pairs: [(above: SIMD4<UInt8>, below: SIMD4<UInt8>)] = [
        (SIMD4(200, 120, 40, 255), SIMD4(90, 160, 230, 255)),
        (SIMD4(100, 60, 20, 128), SIMD4(90, 160, 230, 255)),
        (SIMD4(50, 150, 100, 160), SIMD4(120, 30, 70, 200)),
        (SIMD4(255, 0, 128, 255), SIMD4(0, 255, 10, 255)),
        (SIMD4(10, 20, 30, 60), SIMD4(0, 0, 0, 0)),
    ]

    @Test(arguments: BlendMode.allCases)
    func aBlendModeIsItsFormula(mode: BlendMode) {
        for (above, below) in Self.pairs {
            var list = Scenes.list(4, 4)
            list.fill(Rect(x: 0, y: 0, width: 4, height: 4), Scenes.plain(below))
            var layer = DrawList.Layer()
            layer.blend = mode
            list.fill(Rect(x: 0, y: 0, width: 4, height: 4), Scenes.plain(above), layer: layer)
            let drawn = list.drawn(4, 4)[1, 2]
            let wanted = Formulas.mix(unit(above), unit(below), mode) * 255
            for c in 0..<4 {
                #expect(
                    abs(Double(drawn[c]) - wanted[c]) <= Self.tolerance,
                    "\(above) over \(below), channel \(c): \(drawn) for \(wanted)")
            }
        }
    }

    @Test func multiplyDarkensAndDestinationInErasesOutsideTheLayer() {
        var list = Scenes.list(8, 4)
        list.fill(Rect(x: 0, y: 0, width: 8, height: 4), Scenes.plain(SIMD4(128, 255, 64, 255)))
        var layer = DrawList.Layer()
        layer.blend = .multiply
        list.fill(
            Rect(x: 0, y: 0, width: 8, height: 4), Scenes.plain(SIMD4(128, 128, 255, 255)),
            layer: layer)
        layer.blend = .destinationIn
        list.fill(
            Rect(x: 0, y: 0, width: 4, height: 4), Scenes.plain(SIMD4(0, 0, 0, 255)), layer: layer)
        let image = list.drawn(8, 4)
        #expect(image[1, 1] == SIMD4(64, 128, 64, 255))
        #expect(image[6, 1] == .zero)
    }

    private func unit(_ p: SIMD4<UInt8>) -> SIMD4<Double> {
        SIMD4(Double(p.x), Double(p.y), Double(p.z), Double(p.w)) / 255
    }
}
