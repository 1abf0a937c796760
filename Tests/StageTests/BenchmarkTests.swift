import AvatarTypes
import Foundation
import Media
import Raster
import Testing

@testable import Stage

@Suite("Benchmarks") struct BenchmarkTests {
    private let library: AssetLibrary

    init() throws { library = try AssetLibrary(explicit: nil) }

    @Test("draw scenes that are the same in every run and move", arguments: BenchmarkScene.names)
    func scenes(name: String) async throws {
        let scene = try await BenchmarkScene(named: name, library: library)
        let again = try await BenchmarkScene(named: name, library: library)
        #expect(scene.frames.count >= 150)
        for index in [0, 77, 149] {
            #expect(scene.frames[index].positions == again.frames[index].positions)
            #expect(
                scene.frames[index].positions
                    != scene.frames[index - 1 < 0 ? 1 : index - 1].positions)
        }
        let layers = Double(scene.nominalPixels()) / Double(scene.size.width * scene.size.height)
        #expect((0.5...4.1).contains(layers))
    }

    @Test("tell talking and dancing from standing")
    func acts() async throws {
        var paths: [Float] = []
        for act in ["idle", "talking", "dancing"] {
            let scene = try await BenchmarkScene(named: "mirai-\(act)-720", library: library)
            let moves = zip(scene.frames, scene.frames.dropFirst()).map { a, b in
                zip(a.positions, b.positions).map { abs($1.x - $0.x) + abs($1.y - $0.y) }
                    .reduce(0, +) / Float(a.positions.count)
            }
            paths.append(moves.reduce(0, +))
        }
        #expect(paths[0] < paths[1] && paths[1] < paths[2])
    }

    @Test("say of drawing how fast and how exact it is, for each number of threads and level")
    func raster() async throws {
        var benchmark = RasterBenchmark(library: library)
        benchmark.seconds = 0.1
        benchmark.accuracyFrames = 1
        benchmark.threads = [1, 2]
        let report = try await benchmark.run(["miyu-talking-720", "worst-720"]) { _ in }
        #expect(report.scenes.count == 2 * 2 * RasterBenchmark.levels.count)
        for scene in report.scenes {
            #expect(scene.msMedian > 0)
            #expect(abs(scene.nominalMpix / scene.msMedian * 1000 - scene.mpixPerS) < 0.01)
            #expect(scene.floorRatio > 1)
            #expect(try #require(scene.psnr) > 55)
            #expect(try #require(scene.worstError) <= 12)
        }
    }

    @Test("export what gives the same picture when it is read and drawn")
    func export() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await SceneExport.write("worst-720", frames: 4, library: library, into: folder)

        func bytes(_ file: String) throws -> Data {
            try Data(contentsOf: folder.appending(path: file))
        }
        func picture(_ file: String) throws -> Image {
            try PNGFile.decode([UInt8](bytes(file)))
        }
        func numbers<Number>(_ file: String, as type: Number.Type) throws -> [Number] {
            try bytes(file).withUnsafeBytes { [Number]($0.bindMemory(to: type)) }
        }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let scene = try decoder.decode(SceneExport.self, from: bytes("scene.json"))
        let positions = try numbers(scene.positions, as: SIMD2<Float>.self)
        let atlas = Texture(levels: [try picture(scene.atlas)])
        let textures = try scene.textures.map { Texture(levels: [try picture($0.file)]) }
        #expect(positions.count == scene.frames * scene.vertices)
        #expect(scene.pictures.count == 3)

        for (frame, file) in scene.pictures {
            for isAtlas in [false, true] {
                var list = DrawList(
                    view: Rect(x: 0, y: 0, width: Float(scene.width), height: Float(scene.height)))
                list.positions = Array(
                    positions[frame * scene.vertices..<(frame + 1) * scene.vertices])
                list.uvs = try numbers(
                    isAtlas ? scene.uvsInAtlas : scene.uvs, as: SIMD2<Float>.self)
                list.indices = try numbers(scene.indices, as: UInt32.self)
                func mesh(_ part: SceneExport.Part) throws -> DrawList.Mesh {
                    var layer = DrawList.Layer()
                    layer.blend = try #require(BlendMode(rawValue: part.blend))
                    layer.opacity = part.opacity
                    layer.tint = SIMD3(part.tint[0], part.tint[1], part.tint[2])
                    layer.mask = part.mask.map { DrawList.Mask(sources: $0..<$0 + 1) }
                    return DrawList.Mesh(
                        vertices: part.vertices[0]..<part.vertices[0] + part.vertices[1],
                        triangles: part.indices[0]..<part.indices[0] + part.indices[1],
                        texture: isAtlas ? atlas : textures[part.texture], layer: layer)
                }
                list.commands = try scene.parts.map { .mesh(try mesh($0)) }
                list.maskMeshes = try scene.masks.map(mesh)
                var canvas = Image(width: scene.width, height: scene.height)
                Rasterizer(threads: 2).render(list, at: .zero, into: &canvas)
                let difference = try Self.difference(canvas, picture(file))
                // Places in the atlas are other fractions, which round otherwise.
                #expect(difference <= (isAtlas ? 24 : 0), "frame \(frame), atlas \(isAtlas)")
            }
        }
    }

    /// Of any channel, where both are compared as PNG files keep them.
    private static func difference(_ a: Image, _ b: Image) throws -> Int {
        let a = try PNGFile.decode(PNGFile.encode(a))
        var worst = 0
        for y in 0..<a.height {
            for x in 0..<a.width {
                for c in 0..<4 { worst = max(worst, abs(Int(a[x, y][c]) - Int(b[x, y][c]))) }
            }
        }
        return worst
    }

    @Test("find how many rooms are live, and where their time goes")
    func live() async throws {
        var benchmark = LiveBenchmark(library: library)
        benchmark.seconds = 0.3
        benchmark.limit = 2
        benchmark.size = PixelSize(width: 160, height: 90)
        let report = try await benchmark.run(preset: "ultrafast") { _ in }
        #expect((0...2).contains(report.rooms))
        #expect(report.trials.allSatisfy { (1...2).contains($0.rooms) && $0.cpuMsPerFrame > 0 })
        #expect(report.rooms == report.trials.filter { $0.lateFrames == 0 }.map(\.rooms).max() ?? 0)
        #expect(
            report.stages.keys.sorted() == ["animate", "draw", "encode", "rig", "send", "sound"])
        #expect(report.stages.values.allSatisfy { $0 > 0 })
    }
}
