import AvatarTypes
import Raster

/// Small pictures and draw lists that the tests draw.
enum Scenes {
    /// A texture with every level, each pixel the mean of what it covers of the picture.
    static func texture(
        _ width: Int, _ height: Int, levels: Bool = true, _ colour: (Int, Int) -> SIMD4<UInt8>
    ) -> Texture {
        var image = Image(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width { image[x, y] = colour(x, y) }
        }
        var all = [image]
        while levels, let last = all.last, last.width > 1 || last.height > 1 {
            all.append(shrunk(image, by: Double(1 << all.count).squareRoot()))
        }
        return Texture(levels: all)
    }

    private static func shrunk(_ image: Image, by scale: Double) -> Image {
        let columns = shares(of: image.width, scale)
        let rows = shares(of: image.height, scale)
        var result = Image(width: columns.count, height: rows.count)
        for y in 0..<result.height {
            for x in 0..<result.width {
                var (sum, total) = (SIMD4<Double>.zero, 0.0)
                for (line, height) in rows[y] {
                    for (column, width) in columns[x] {
                        let p = image[column, line]
                        sum +=
                            SIMD4(Double(p.x), Double(p.y), Double(p.z), Double(p.w))
                            * (width * height)
                        total += width * height
                    }
                }
                for c in 0..<4 { result[x, y][c] = UInt8((sum[c] / total).rounded()) }
            }
        }
        return result
    }

    /// How much of each source pixel lies in each of the pixels that are `scale` times longer.
    private static func shares(of size: Int, _ scale: Double) -> [[(Int, Double)]] {
        (0..<Int((Double(size) / scale).rounded(.up))).map { i in
            let (start, end) = (Double(i) * scale, min(Double(i + 1) * scale, Double(size)))
            return (Int(start)..<min(size, Int(end) + 1)).map {
                ($0, min(end, Double($0 + 1)) - max(start, Double($0)))
            }
        }
    }

    /// One colour all over, premultiplied.
    static func plain(_ colour: SIMD4<UInt8>, side: Int = 4) -> Texture {
        texture(side, side, levels: false) { _, _ in colour }
    }

    /// A list whose view is the canvas: one unit is one pixel.
    static func list(_ width: Int, _ height: Int) -> DrawList {
        DrawList(view: Rect(x: 0, y: 0, width: Float(width), height: Float(height)))
    }
}

extension DrawList {
    /// Adds a rectangle's corners and two triangles, and gives the mesh.
    mutating func rectangle(
        _ rect: Rect, _ texture: Texture, uv: Rect = Rect(x: 0, y: 0, width: 1, height: 1),
        layer: Layer = Layer()
    ) -> Mesh {
        let (first, start) = (positions.count, indices.count)
        for (x, y) in [(0, 0), (1, 0), (1, 1), (0, 1)] as [(Float, Float)] {
            positions.append(SIMD2(rect.x + x * rect.width, rect.y + y * rect.height))
            uvs.append(SIMD2(uv.x + x * uv.width, uv.y + y * uv.height))
        }
        indices += [0, 1, 2, 0, 2, 3].map { UInt32(first + $0) }
        return Mesh(
            vertices: first..<positions.count, triangles: start..<indices.count, texture: texture,
            layer: layer)
    }

    /// Adds a rectangle and draws it. Its middle texels are used, so no border fades in.
    mutating func fill(_ rect: Rect, _ texture: Texture, layer: Layer = Layer()) {
        let inside = Rect(x: 0.25, y: 0.25, width: 0.5, height: 0.5)
        commands.append(.mesh(rectangle(rect, texture, uv: inside, layer: layer)))
    }

    mutating func group(_ layer: Layer, _ body: (inout DrawList) -> Void) {
        commands.append(.beginGroup(layer))
        body(&self)
        commands.append(.endGroup)
    }

    /// Drawn at once, on as many threads and with the instructions that are asked for.
    func drawn(
        _ width: Int, _ height: Int, threads: Int = 1, level: VectorLevel = .best
    ) -> Image {
        var canvas = Image(width: width, height: height)
        Rasterizer(threads: threads, level: level).render(self, at: .zero, into: &canvas)
        return canvas
    }
}
