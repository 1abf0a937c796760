import AvatarTypes
import Raster
import Testing

@Suite struct SafetyTests {
    @Test(arguments: [2, 3, 7])
    func anyNumberOfThreadsDrawsTheSamePixels(threads: Int) {
        for seed in 0..<6 {
            var scenes = RandomScenes(seed: UInt64(seed))
            let list = scenes.list(300, 260, modes: BlendMode.allCases)
            #expect(list.drawn(300, 260, threads: threads) == list.drawn(300, 260))
        }
    }

    @Test func aRasterizerThatDrewSomethingElseDrawsTheSamePixels() {
        let rasterizer = Rasterizer(threads: 2)
        var canvas = Image(width: 200, height: 130)
        for seed in 10..<16 {
            var scenes = RandomScenes(seed: UInt64(seed))
            let list = scenes.list(200, 130, modes: BlendMode.allCases)
            rasterizer.render(list, at: .zero, into: &canvas)
            #expect(canvas == list.drawn(200, 130))
        }
    }

    @Test func anotherHolderOfTheCanvasKeepsItsPicture() {
        var list = Scenes.list(8, 8)
        list.fill(Rect(x: 0, y: 0, width: 8, height: 8), Scenes.plain(SIMD4(repeating: 255)))
        var canvas = Image(width: 8, height: 8)
        let shown = canvas
        Rasterizer(threads: 1).render(list, at: .zero, into: &canvas)
        #expect(shown[3, 3] == .zero && canvas[3, 3].w == 255)
    }

    @Test func whatCannotBeDrawnIsLeftOut() {
        let bad: [Float] = [.nan, .infinity, -.infinity, 1e30, -1e9, 3e6]
        for value in bad {
            for place in 0..<4 {
                var list = Scenes.list(70, 70)
                let all = Rect(x: 0, y: 0, width: 70, height: 70)
                list.fill(all, Scenes.plain(SIMD4(repeating: 255)))
                let (x, y) = (place == 0 ? value : 0, place == 1 ? value : 0)
                let (u, v) = (place == 2 ? value : 0, place == 3 ? value : 0)
                list.positions[0] += SIMD2(x, y)
                list.uvs[0] += SIMD2(u, v)
                let image = list.drawn(70, 70)
                #expect(image.width == 70)
                if !value.isFinite { #expect(image[60, 10].w == 0 && image[10, 60].w == 0) }
            }
        }
    }

    @Test func linesPointsAndSliversDoNoHarm() {
        var list = Scenes.list(70, 70)
        let texture = Scenes.plain(SIMD4(repeating: 255), side: 1)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            let first = list.positions.count
            let (a, b) = (
                SIMD2<Float>.random(in: -1e5...1e5, using: &random),
                SIMD2<Float>.random(in: -1e5...1e5, using: &random)
            )
            let middle = (a + b) / 2 + SIMD2<Float>.random(in: -0.01...0.01, using: &random)
            list.positions += [a, b, middle]
            list.uvs += [SIMD2(0, 0), SIMD2(1e6, 0), SIMD2(0, -1e6)]
            list.indices += [0, 1, 2, 0, 0, 1, 1, 1, 1].map { UInt32(first + $0) }
        }
        list.commands = [
            .mesh(
                DrawList.Mesh(
                    vertices: 0..<list.positions.count, triangles: 0..<list.indices.count,
                    texture: texture))
        ]
        #expect(list.drawn(70, 70) == list.drawn(70, 70, threads: 2))
    }

    @Test func hostileMeshesOfManyCornersDoNoHarm() {
        let strange: [Float] = [
            .nan, .infinity, -.infinity, .greatestFiniteMagnitude, -.greatestFiniteMagnitude,
            .leastNonzeroMagnitude, -0.0, 1e6, -1e6, 16_777_216, 69.999, 1e-30,
        ]
        var random = SeededGenerator(seed: 11)
        func number(_ span: ClosedRange<Float>) -> Float {
            Int.random(in: 0..<40, using: &random) == 0
                ? strange.randomElement(using: &random) ?? 0 : .random(in: span, using: &random)
        }
        for layout in 0..<4 {
            var list = Scenes.list(70, 70)
            let corners = 65_535
            for _ in 0..<corners {
                // On the canvas, far beyond it, all on one point, and wherever.
                let span: ClosedRange<Float> = [-4...74, 5000...6000, 35...35, -1e6...1e6][layout]
                list.positions.append(SIMD2(number(span), number(span)))
                list.uvs.append(SIMD2(number(-2...2), number(-2...2)))
            }
            // Short triangles of both windings, and some that span everything.
            for first in 0..<[2000, 20_000, 20_000, 200][layout] {
                let far = first % 1000 == 0 ? 30_000 : 1
                list.indices += [first, first + far, first + 2].map { UInt32($0) }
            }
            list.indices += [0, UInt32(corners - 1), UInt32(corners / 2)]
            for blend in [BlendMode.normal, .multiply, .destinationIn] {
                var layer = DrawList.Layer()
                layer.blend = blend
                list.commands.append(
                    .mesh(
                        DrawList.Mesh(
                            vertices: 0..<corners, triangles: 0..<list.indices.count,
                            texture: Scenes.plain(SIMD4(200, 100, 50, 255), side: 3),
                            layer: layer)))
            }
            let drawn = list.drawn(70, 70)
            #expect(drawn == list.drawn(70, 70, threads: 2))
            for level in VectorLevel.allCases where level.isAvailable {
                var canvas = Image(width: 70, height: 70)
                Rasterizer(threads: 1, level: level).render(list, at: .zero, into: &canvas)
                #expect(canvas == drawn, "layout \(layout), \(level)")
            }
        }
    }

    @Test func theSmallestCanvasAndAnEmptyListAreFine() {
        #expect(DrawList(view: Rect(x: 0, y: 0, width: 1, height: 1)).drawn(1, 1)[0, 0] == .zero)
        var list = Scenes.list(1, 1)
        list.fill(Rect(x: 0, y: 0, width: 1, height: 1), Scenes.plain(SIMD4(repeating: 255)))
        #expect(list.drawn(1, 1)[0, 0].w == 255)
        for view in [
            Rect(x: 0, y: 0, width: 0, height: 5), Rect(x: 0, y: 0, width: .nan, height: 1),
        ] {
            list.view = view
            #expect(list.drawn(3, 3)[1, 1] == .zero)
        }
    }

    @Test func theFrameBeforeIsClearedAway() {
        var list = Scenes.list(8, 8)
        list.fill(Rect(x: 0, y: 0, width: 8, height: 8), Scenes.plain(SIMD4(repeating: 255)))
        var canvas = list.drawn(8, 8)
        Rasterizer(threads: 1).render(Scenes.list(8, 8), at: .zero, into: &canvas)
        #expect(canvas == Image(width: 8, height: 8))
    }
}
