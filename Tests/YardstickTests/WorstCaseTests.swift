import AvatarTypes
import Testing
import Yardstick

@Suite struct WorstCaseTests {
    private static let scene = WorstCase()

    private var first: DrawList { Self.scene.frame(0) }

    private var meshes: [DrawList.Mesh] {
        first.commands.compactMap { if case .mesh(let mesh) = $0 { mesh } else { nil } }
    }

    @Test func aHundredPartsHaveAllTheirTriangles() {
        #expect(meshes.count == 100)
        #expect(first.commands.count == 100)
        #expect(first.indices.count == 9_192 * 3)
        #expect(meshes.map(\.triangles.count).reduce(0, +) == 9_192 * 3)
    }

    @Test func theCanvasIsCoveredFourTimes() {
        for (width, height) in [(1280, 720), (1920, 1080)] {
            for index in [0, 100, 200] {
                let covered = Self.scene.frame(index).coveredPixels(width: width, height: height)
                #expect((3.92...4.08).contains(Double(covered) / Double(width * height)))
            }
        }
    }

    @Test func theFigureStandsOnNotHalfOfTheCanvas() {
        let shapes = Reference.render(first, width: 320, height: 180)
        let seen = Double(shapes.count { $0.w > 0 }) / Double(shapes.count)
        #expect((0.42...0.46).contains(seen))
    }

    @Test func texelsAreOpaqueSoftAndTransparentInTheirShares() {
        var (opaque, transparent, all) = (0, 0, 0)
        for texture in Self.scene.textures {
            for y in 0..<texture.height {
                for x in 0..<texture.width {
                    let alpha = texture.levels[0][x, y].w
                    if alpha == 255 { opaque += 1 }
                    if alpha == 0 { transparent += 1 }
                    all += 1
                }
            }
        }
        #expect(abs(Double(opaque) / Double(all) - 0.655) < 0.002)
        #expect(abs(Double(transparent) / Double(all) - 0.226) < 0.002)
        #expect(abs(Double(all) / (2048 * 2048) - 0.69) < 0.01)
    }

    @Test func layersBlendAsTheSceneIsTold() {
        func count(_ mode: BlendMode) -> Int { meshes.count { $0.layer.blend == mode } }
        #expect(
            [count(.normal), count(.multiply), count(.screen), count(.addGlow)] == [80, 8, 7, 5])
        #expect(meshes.count { $0.layer.mask != nil } == 13)
        #expect(meshes.count { $0.layer.tint != SIMD3(1, 1, 1) } == 12)
        #expect(meshes.count { $0.layer.opacity < 1 } == 30)
    }

    @Test func cornersMoveAsFastAsInALivelyDance() {
        var (sum, count) = (0.0, 0)
        var last = first
        for index in 1...WorstCase.frameCount {
            let next = Self.scene.frame(index)
            for (a, b) in zip(last.positions, next.positions) {
                let step = SIMD2<Double>(b - a)
                sum += (step * step).sum().squareRoot()
                count += 1
            }
            last = next
        }
        #expect(abs(sum / Double(count) - 0.84) < 0.001)
        #expect(last.positions == first.positions)
    }

    @Test func theSameSeedGivesTheSameScene() {
        let (again, other) = (WorstCase(), WorstCase(seed: 2))
        #expect(again.frame(17).positions == Self.scene.frame(17).positions)
        #expect(other.frame(17).positions != Self.scene.frame(17).positions)
        for (a, b) in zip(again.textures, Self.scene.textures) {
            #expect(a.levels[0] == b.levels[0])
        }
    }
}
