import AvatarTypes
import Documents
import Foundation
import Media
import Raster
import Shading
import Testing

@testable import Stage
@testable import TestSupport

@Suite("A shader on one layer")
struct LayerShadingTests {
    private static let size = PixelSize(width: 50, height: 30)
    private static let head = """
        precision highp float;
        varying vec2 v_uv;
        uniform sampler2D u_layer;
        uniform vec2 u_texel;
        uniform float u_far;  // default 1.0

        """
    private static let shaders = [
        "same": "void main() { gl_FragColor = texture2D(u_layer, v_uv); }",
        "turn": "void main() { gl_FragColor = texture2D(u_layer, v_uv).gbra; }",
        "left":
            "void main() { gl_FragColor = texture2D(u_layer, v_uv + vec2(u_far * u_texel.x, 0.0)); }",
    ]

    private func picture(_ pixel: (Int, Int) -> SIMD4<UInt8>) -> Texture {
        var image = Image(width: 20, height: 20)
        for y in 0..<20 { for x in 0..<20 { image[x, y] = pixel(x, y) } }
        return Texture(levels: [image])
    }

    /// A square of 20 units at a place of a view that does not have the canvas' shape.
    private func add(
        _ texture: Texture, at place: SIMD2<Float>, _ layer: DrawList.Layer,
        to list: inout DrawList
    ) {
        let (vertex, index) = (list.positions.count, list.indices.count)
        list.positions += [[0, 0], [20, 0], [20, 20], [0, 20]].map { place + $0 }
        list.uvs += [[0, 0], [1, 0], [1, 1], [0, 1]]
        list.indices += [0, 1, 2, 0, 2, 3].map { UInt32(vertex) + $0 }
        list.commands.append(
            .mesh(
                DrawList.Mesh(
                    vertices: vertex..<vertex + 4, triangles: index..<index + 6, texture: texture,
                    layer: layer)))
    }

    private func layer(_ shader: String?, _ far: Float? = nil) -> DrawList.Layer {
        var layer = DrawList.Layer()
        layer.shader = shader.map { name in
            DrawList.ShaderUse(
                name: name, uniforms: far.map { [("u_far", SIMD4($0, 0, 0, 0))] } ?? [])
        }
        return layer
    }

    private func draw(_ list: DrawList) throws -> Image {
        var shading = LayerShading(threads: 1)
        shading.change(
            try Self.shaders.mapValues { text throws(ShaderError) in try Shader(Self.head + text) })
        let rasterizer = Rasterizer(threads: 1)
        var canvas = Image(width: Self.size.width, height: Self.size.height)
        let shaded = shading.shade(
            list, by: rasterizer, size: Self.size, at: .zero, moment: { ShaderInputs() })
        rasterizer.render(shaded, at: .zero, into: &canvas)
        return canvas
    }

    private var pattern: Texture {
        picture { x, y in
            SIMD4(UInt8(x * 12), UInt8(y * 12), UInt8((x ^ y) * 8), 255)
        }
    }

    @Test("that changes nothing changes no byte, on whatever view, as a mesh and as a group")
    func same() throws {
        for isGroup in [false, true] {
            func list(_ shader: String?) -> DrawList {
                var list = DrawList(view: Rect(x: 0, y: 0, width: 37, height: 31))
                add(pattern, at: [2, 3], layer(nil), to: &list)
                var own = layer(shader)
                own.opacity = 0.5
                own.tint = [1, 0.5, 1]
                own.blend = .screen
                if isGroup { list.commands.append(.beginGroup(own)) }
                add(pattern, at: [9.3, 7.6], isGroup ? layer(nil) : own, to: &list)
                if isGroup { list.commands.append(.endGroup) }
                return list
            }
            let (plain, shaded) = try (draw(list(nil)), draw(list("same")))
            #expect(plain.largestDifference(to: shaded) <= Self.rounding, "group: \(isGroup)")
        }
    }

    /// A layer that is drawn first and then laid over is rounded to bytes once more.
    private static let rounding = 1

    @Test("is seen on that layer alone")
    func alone() throws {
        var list = DrawList(view: Rect(x: 0, y: 0, width: 50, height: 30))
        let red = picture { _, _ in SIMD4(200, 0, 0, 255) }
        add(red, at: [2, 5], layer(nil), to: &list)
        add(red, at: [26, 5], layer("turn"), to: &list)
        let drawn = try draw(list)
        #expect(drawn[10, 15] == [200, 0, 0, 255])
        #expect(drawn[35, 15] == [0, 0, 200, 255])
        #expect(drawn[48, 15] == .zero)
    }

    @Test("reads neighbours wherever they are, also over the borders of tiles, as its uniforms say")
    func neighbours() throws {
        var list = DrawList(view: Rect(x: 0, y: 0, width: 50, height: 30))
        add(picture { _, _ in SIMD4(0, 90, 0, 255) }, at: [28, 5], layer("left", 25), to: &list)
        let drawn = try draw(list)
        #expect((3..<23).allSatisfy { drawn[$0, 15] == [0, 90, 0, 255] })
        #expect(drawn[2, 15] == .zero && drawn[23, 15] == .zero && drawn[40, 15] == .zero)
    }

    @Test(
        "is drawn as far as it reaches, and looks as it would over the whole canvas",
        arguments: shipped)
    func reach(name: String) throws {
        let size = PixelSize(width: 300, height: 220)
        let shader = try Shader(
            try String(contentsOf: Self.folder.appending(path: "\(name).frag"), encoding: .utf8))
        var moment = ShaderInputs()
        moment.time = 1.25
        moment.speech = 0.5
        var shading = LayerShading(threads: 1)
        shading.change([name: shader])
        let rasterizer = Rasterizer(threads: 1)
        // In the middle, and over a corner of the canvas.
        for place in [SIMD2<Float>(110, 90), SIMD2(-7, 208)] {
            func list(_ shader: String?) -> DrawList {
                var list = DrawList(view: Rect(x: 0, y: 0, width: 300, height: 220))
                add(pattern, at: place, layer(shader), to: &list)
                return list
            }
            var (drawn, whole, canvas) = (Image(size), Image(size), Image(size))
            rasterizer.render(list(nil), at: .zero, into: &drawn)
            whole.draw(ShaderRunner(shader, threads: 1), over: drawn, moment)
            let before = shading.pixels
            let shaded = shading.shade(
                list(name), by: rasterizer, size: size, at: .zero, moment: { moment })
            rasterizer.render(shaded, at: .zero, into: &canvas)
            #expect(canvas.largestDifference(to: whole) <= Self.rounding)
            let isBounded = !Self.everywhere.contains(name)
            #expect((shading.pixels - before < 300 * 220) == isBounded)
        }
    }

    private static let folder = Repository.root.appending(path: "shaders")
    private static let shipped: [String] = {
        let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path())
        return (files ?? []).filter { $0.hasSuffix(".frag") }.map { String($0.dropLast(5)) }
            .sorted()
    }()
    /// They draw where nothing is, or read from places that are computed for each pixel.
    private static let everywhere = [
        "chroma-key", "chromatic-aberration", "crt", "pixelate", "snow", "sparkle",
    ]

    @Test("keeps its pictures from frame to frame")
    func kept() throws {
        let size = PixelSize(width: 300, height: 220)
        var shading = LayerShading(threads: 1)
        shading.change(["same": try Shader(Self.head + (Self.shaders["same"] ?? ""))])
        let rasterizer = Rasterizer(threads: 1)
        var places: Set<UnsafeRawPointer?> = []
        for frame in 0..<6 {
            var list = DrawList(view: Rect(x: 0, y: 0, width: 300, height: 220))
            add(pattern, at: SIMD2(100, 100 + Float(frame)), layer("same"), to: &list)
            let shaded = shading.shade(
                list, by: rasterizer, size: size, at: .zero, moment: { ShaderInputs() })
            guard case .mesh(let mesh) = shaded.commands.first else {
                Issue.record("a mesh stands in the list")
                return
            }
            mesh.texture.levels[0].withUnsafeBytes { _ = places.insert($0.baseAddress) }
        }
        #expect(places.count == 1)
    }

    @Test("that is not there shows the layer as it is; a list without shaders is left alone")
    func unknown() throws {
        var list = DrawList(view: Rect(x: 0, y: 0, width: 50, height: 30))
        add(pattern, at: [2, 5], layer("none"), to: &list)
        #expect(try draw(list)[4, 8] == pattern.levels[0][2, 3])
        var shading = LayerShading(threads: 1)
        shading.change(["same": try Shader(Self.head + (Self.shaders["same"] ?? ""))])
        var plain = list
        plain.commands = []
        add(pattern, at: [2, 5], layer(nil), to: &plain)
        let same = shading.shade(
            plain, by: Rasterizer(threads: 1), size: Self.size, at: .zero,
            moment: {
                Issue.record("Nothing asks for the moment.")
                return ShaderInputs()
            })
        #expect(same.positions.count == plain.positions.count)
    }

    @Test("of a rig is in the picture; what is wrong with it is told")
    func rig() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID())")
        for folder in ["rigs/square", "expressions", "shaders"] {
            try FileManager.default.createDirectory(
                at: root.appending(path: folder), withIntermediateDirectories: true)
        }
        defer { try? FileManager.default.removeItem(at: root) }
        let picture = Image.filled(width: 40, height: 40, red: 200, green: 120, blue: 60)
        try Data(try PNGFile.encode(picture)).write(
            to: root.appending(path: "rigs/square/face.png"))
        try Data((Self.head + (Self.shaders["turn"] ?? "")).utf8).write(
            to: root.appending(path: "shaders/turn.frag"))
        let library = try AssetLibrary(explicit: root.path)
        func write(_ shader: String) throws {
            let text = """
                { "format": 1, "title": "Square", "canvas": [100, 100],
                  "parts": [{ "id": "face", "picture": "face.png", "at": [20, 20], "shader": \(shader) }] }
                """
            try Data(text.utf8).write(to: root.appending(path: "rigs/square/rig.json"))
        }
        try write(#""turn""#)
        #expect(library.complaints() == [])
        let rig = try library.rig(named: "square")
        var show = Show(
            rig: rig, expressions: [], backdrop: Image(width: 100, height: 100), seed: 1,
            threads: 1)
        show.change(layerShaders: library.layerShaders(of: rig).shaders)
        #expect(show.frame(at: .seconds(1)).image[40, 40] == [120, 60, 200, 255])
        try write(#""tern""#)
        #expect(library.complaints().first?.remedy == "Known are turn.")
        try write(#"{ "name": "turn", "uniforms": { "u_near": 1 } }"#)
        #expect(library.complaints().first?.remedy == "It has u_far.")
    }
}

extension Image {
    fileprivate init(_ size: PixelSize) { self.init(width: size.width, height: size.height) }

    fileprivate func largestDifference(to other: Image) -> Int {
        var largest = 0
        for y in 0..<height {
            for x in 0..<width {
                for lane in 0..<4 {
                    largest = max(largest, abs(Int(self[x, y][lane]) - Int(other[x, y][lane])))
                }
            }
        }
        return largest
    }
}
