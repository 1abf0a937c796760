import AvatarTypes
public import Foundation
import Media
import Raster
import Yardstick

/// The worst case as files, so that other renderers draw exactly the same work.
///
/// Only positions differ from frame to frame. Pictures are straight RGBA; whoever draws multiplies
/// colour by alpha first. Numbers are little-endian and lie one after another.
public struct SceneExport: Codable, Sendable {
    public struct Part: Codable, Sendable {
        /// Into `textures`.
        public var texture: Int
        /// First and count.
        public var vertices: [Int]
        public var indices: [Int]
        public var blend: String
        public var opacity: Float
        public var tint: [Float]
        /// Into `masks`, whose alpha the part is multiplied by; nil is not masked.
        public var mask: Int?
    }

    public struct TextureFile: Codable, Sendable {
        public var file: String
        public var width: Int
        public var height: Int
        /// Where it lies in the atlas, in texels from the upper left.
        public var atlas: [Int]
    }

    public var name: String
    public var width: Int
    public var height: Int
    public var frames: Int
    public var framesPerSecond = 30
    public var vertices: Int
    /// Float32 pairs: for each frame, of each vertex, pixels from the upper left.
    public var positions = "positions.f32"
    /// Float32 pairs of each vertex: 0…1 of its part's picture, and of the atlas.
    public var uvs = "uvs.f32"
    public var uvsInAtlas = "uvs-in-atlas.f32"
    /// UInt32, three to a triangle, into the vertices.
    public var indices = "indices.u32"
    public var atlas = "atlas.png"
    public var textures: [TextureFile]
    /// Back to front.
    public var parts: [Part]
    /// Meshes that are drawn into masks only.
    public var masks: [Part]
    /// Some frames as Bunraku draws them: number and file.
    public var pictures: [Int: String] = [:]

    public static let sceneNames = BenchmarkScene.worstCases
    /// Frames that are drawn for comparison.
    private static let pictureCount = 3

    /// Writes a scene into a folder, which is made when it is not there.
    ///
    /// - Precondition: the name is one of `sceneNames`, and `frames` is 1 to 300.
    /// - Throws: when a file cannot be written.
    public static func write(
        _ name: String, frames: Int, library: AssetLibrary, into folder: URL
    ) async throws {
        precondition(sceneNames.contains(name), "only worst cases can be exported")
        let scene = try await BenchmarkScene(named: name, library: library)
        precondition((1...scene.frames.count).contains(frames), "a scene has not so many frames")
        for path in ["textures", "pictures"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: path), withIntermediateDirectories: true)
        }
        try SceneExport(scene, frames: frames).write(scene, into: folder)
    }

    private init(_ scene: BenchmarkScene, frames: Int) {
        let list = scene.frames[0]
        let meshes = list.commands.compactMap { if case .mesh(let mesh) = $0 { mesh } else { nil } }
        let places = Self.pack(meshes.map(\.texture))
        textures = meshes.indices.map { i in
            TextureFile(
                file: "textures/" + String(format: "%03d.png", i), width: meshes[i].texture.width,
                height: meshes[i].texture.height, atlas: [places[i].x, places[i].y])
        }
        func part(_ mesh: DrawList.Mesh) -> Part {
            Part(
                texture: meshes.firstIndex { $0.texture === mesh.texture } ?? 0,
                vertices: [mesh.vertices.lowerBound, mesh.vertices.count],
                indices: [mesh.triangles.lowerBound, mesh.triangles.count],
                blend: mesh.layer.blend.rawValue, opacity: mesh.layer.opacity,
                tint: [mesh.layer.tint.x, mesh.layer.tint.y, mesh.layer.tint.z],
                mask: mesh.layer.mask?.sources.lowerBound)
        }
        name = scene.name
        (width, height) = (scene.size.width, scene.size.height)
        self.frames = frames
        vertices = list.positions.count
        parts = meshes.map(part)
        masks = list.maskMeshes.map(part)
        for number in 0..<min(Self.pictureCount, frames) {
            let frame = number * frames / min(Self.pictureCount, frames)
            pictures[frame] = "pictures/" + String(format: "%03d.png", frame)
        }
    }

    private static let gap = 2
    private static let atlasWidth = 2048

    /// Shelves, the highest pictures first, with a transparent gap around each.
    private static func pack(_ textures: [Texture]) -> [SIMD2<Int>] {
        var places = [SIMD2<Int>](repeating: .zero, count: textures.count)
        var (x, y, shelf) = (gap, gap, 0)
        for i in textures.indices.sorted(by: { textures[$0].height > textures[$1].height }) {
            if x + textures[i].width + gap > atlasWidth {
                (x, y, shelf) = (gap, y + shelf + gap, 0)
            }
            places[i] = SIMD2(x, y)
            x += textures[i].width + gap
            shelf = max(shelf, textures[i].height)
        }
        return places
    }

    private func write(_ scene: BenchmarkScene, into folder: URL) throws {
        let list = scene.frames[0]
        let pictures = list.commands.compactMap {
            if case .mesh(let mesh) = $0 { mesh.texture.levels[0] } else { nil }
        }
        var atlas = Image(
            width: Self.atlasWidth,
            height: textures.map { $0.atlas[1] + $0.height + Self.gap }.max() ?? 1)
        for (texture, picture) in zip(textures, pictures) {
            atlas.paste(picture, x: texture.atlas[0], y: texture.atlas[1])
            try save(picture, texture.file, in: folder)
        }
        try save(atlas, self.atlas, in: folder)

        var places = list.uvs
        let size = SIMD2(Float(atlas.width), Float(atlas.height))
        for part in parts {
            let texture = textures[part.texture]
            let corner = SIMD2(Float(texture.atlas[0]), Float(texture.atlas[1]))
            for vertex in part.vertices[0]..<part.vertices[0] + part.vertices[1] {
                places[vertex] =
                    (corner + list.uvs[vertex]
                        * SIMD2(Float(texture.width), Float(texture.height))) / size
            }
        }
        // Views have the canvas's shape.
        let scale = Float(width) / list.view.width
        let moved = scene.frames.prefix(frames).flatMap { $0.positions.map { $0 * scale } }
        try save(moved, positions, in: folder)
        try save(list.uvs, uvs, in: folder)
        try save(places, uvsInAtlas, in: folder)
        try save(list.indices, indices, in: folder)

        let rasterizer = Rasterizer(threads: 1)
        var canvas = Image(width: width, height: height)
        for (frame, file) in self.pictures {
            rasterizer.render(scene.frames[frame], at: .zero, into: &canvas)
            try save(canvas, file, in: folder)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        try encoder.encode(self).write(to: folder.appending(path: "scene.json"))
    }

    private func save(_ picture: Image, _ file: String, in folder: URL) throws {
        try Data(PNGFile.encode(picture, effort: .fast)).write(to: folder.appending(path: file))
    }

    private func save<Number>(_ numbers: [Number], _ file: String, in folder: URL) throws {
        try numbers.withUnsafeBytes { try Data($0).write(to: folder.appending(path: file)) }
    }
}

extension Image {
    /// Copies a whole picture in.
    ///
    /// - Precondition: it fits.
    fileprivate mutating func paste(_ picture: Image, x: Int, y: Int) {
        precondition(
            x + picture.width <= width && y + picture.height <= height, "a picture does not fit")
        let stride = stride
        withUnsafeMutableBytes { target in
            picture.withUnsafeBytes { source in
                for row in 0..<picture.height {
                    (target.baseAddress! + (y + row) * stride + x * 4).copyMemory(
                        from: source.baseAddress! + row * picture.stride,
                        byteCount: picture.width * 4)
                }
            }
        }
    }
}
