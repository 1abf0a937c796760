public import AvatarTypes

/// The same pictures as the rasterizer's, slowly: every pixel asks every triangle, in double precision,
/// without tiles.
///
/// Shared with the rasterizer are only the rules: corners on 1/256 pixel, the top-left rule, which
/// texture levels are read, and that a mesh is one picture.
public struct Reference {
    /// Premultiplied red, green, blue and alpha, 0…1 each.
    public typealias Pixel = SIMD4<Double>

    private let list: DrawList
    private let width: Int
    private let height: Int
    private var stack: [[Pixel]] = []
    private var layers: [DrawList.Layer] = []

    /// Every pixel of the canvas, row by row.
    ///
    /// - Precondition: Groups are balanced; ranges and indices lie within the list's arrays.
    /// - Complexity: Linear in the pixels within the bounds of all triangles, and in those of all layers.
    public static func render(_ list: DrawList, width: Int, height: Int) -> [Pixel] {
        var reference = Reference(list: list, width: width, height: height)
        reference.stack = [reference.transparent]
        for command in list.commands {
            switch command {
            case .mesh(let mesh):
                reference.lay(reference.picture(of: mesh), mesh.layer)
            case .beginGroup(let layer):
                reference.layers.append(layer)
                reference.stack.append(reference.transparent)
            case .endGroup:
                let group = Patch(
                    columns: 0..<width, rows: 0..<height, pixels: reference.stack.removeLast())
                reference.lay(group, reference.layers.removeLast())
            }
        }
        return reference.stack[0]
    }

    private init(list: DrawList, width: Int, height: Int) {
        self.list = list
        self.width = width
        self.height = height
    }

    private var transparent: [Pixel] { Array(repeating: .zero, count: width * height) }

    /// A part of the canvas; around it is nothing.
    private struct Patch {
        var columns: Range<Int>
        var rows: Range<Int>
        var pixels: [Pixel]

        /// - Precondition: the place lies within.
        subscript(x: Int, y: Int) -> Pixel {
            get { pixels[(y - rows.lowerBound) * columns.count + x - columns.lowerBound] }
            set {
                pixels[(y - rows.lowerBound) * columns.count + x - columns.lowerBound] = newValue
            }
        }

        func contains(_ x: Int, _ y: Int) -> Bool { columns.contains(x) && rows.contains(y) }
    }

    // MARK: Geometry

    private func corner(_ i: Int) -> SIMD2<Int64> {
        let scale = min(Float(width) / list.view.width, Float(height) / list.view.height) * 256
        let middle = SIMD2(
            list.view.x + list.view.width / 2, list.view.y + list.view.height / 2)
        let centre = SIMD2(Float(width), Float(height)) * 128
        let p = (list.positions[i] - middle) * scale + centre
        return SIMD2(
            Int64(p.x.rounded(.toNearestOrAwayFromZero)),
            Int64(p.y.rounded(.toNearestOrAwayFromZero)))
    }

    private static func cross(
        _ a: SIMD2<Int64>, _ b: SIMD2<Int64>, _ c: SIMD2<Int64>
    ) -> Int64 {
        (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
    }

    /// Whether a point is inside of the edge from a to b, with the inside on the right (y down).
    private static func isInside(_ a: SIMD2<Int64>, _ b: SIMD2<Int64>, _ p: SIMD2<Int64>) -> Bool {
        let side = cross(a, b, p)
        let isTop = a.y == b.y && b.x > a.x
        let isLeft = b.y < a.y
        return side > 0 || (side == 0 && (isTop || isLeft))
    }

    private func picture(of mesh: DrawList.Mesh) -> Patch {
        let size = SIMD2(Double(mesh.texture.width), Double(mesh.texture.height))
        var triangles: [([SIMD2<Int64>], [SIMD2<Double>])] = []
        var (texels, pixels) = (0.0, 0.0)
        for first in stride(from: mesh.triangles.lowerBound, to: mesh.triangles.upperBound, by: 3) {
            var at = (0..<3).map { Int(list.indices[first + $0]) }
            let area = Reference.cross(corner(at[0]), corner(at[1]), corner(at[2]))
            if area == 0 { continue }
            if area < 0 { at.swapAt(1, 2) }
            let uv = at.map {
                SIMD2(Double(list.uvs[$0].x), Double(list.uvs[$0].y)) * size
            }
            let (p, q) = (uv[1] - uv[0], uv[2] - uv[0])
            texels += abs(p.x * q.y - p.y * q.x)
            pixels += Double(abs(area)) / 65_536
            triangles.append((at.map(corner), uv))
        }
        let (level, mix) = Reference.level(texels / pixels, mesh.texture.levels.count)
        let columns = Reference.reach(triangles.flatMap { $0.0.map(\.x) }, width)
        let rows = Reference.reach(triangles.flatMap { $0.0.map(\.y) }, height)
        var out = Patch(
            columns: columns, rows: rows,
            pixels: Array(repeating: .zero, count: columns.count * rows.count))
        for (corners, uv) in triangles {
            let area = Double(Reference.cross(corners[0], corners[1], corners[2]))
            for y in Reference.reach(corners.map(\.y), height) {
                for x in Reference.reach(corners.map(\.x), width) {
                    let p = SIMD2(Int64(x) * 256 + 128, Int64(y) * 256 + 128)
                    guard
                        (0..<3).allSatisfy({
                            Reference.isInside(corners[$0], corners[($0 + 1) % 3], p)
                        })
                    else { continue }
                    var texel = SIMD2<Double>.zero
                    for k in 0..<3 {
                        let weight =
                            Double(
                                Reference.cross(corners[(k + 1) % 3], corners[(k + 2) % 3], p))
                            / area
                        texel += uv[k] * weight
                    }
                    var colour = Reference.sample(mesh.texture.levels[level], level, texel)
                    if mix > 0 {
                        let smaller = Reference.sample(
                            mesh.texture.levels[level + 1], level + 1, texel)
                        colour = colour * (1 - mix) + smaller * mix
                    }
                    out[x, y] = colour + out[x, y] * (1 - colour.w)
                }
            }
        }
        return out
    }

    /// The pixels that corners may reach on one axis.
    private static func reach(_ corners: [Int64], _ size: Int) -> Range<Int> {
        let inside = corners.map { max(0, min(size, Int($0 / 256))) }
        return max(0, (inside.min() ?? 0) - 1)..<min(size, (inside.max() ?? 0) + 2)
    }

    // MARK: Textures

    /// Each level has half as many texels. It is drawn alone from 3/8 of a step before the scale that
    /// it fits exactly to 3/8 after; in the quarter between, two are mixed.
    public static func level(_ texelsPerPixel: Double, _ count: Int) -> (Int, Double) {
        guard texelsPerPixel > 1, texelsPerPixel.isFinite else { return (0, 0) }
        var (level, size) = (0, texelsPerPixel)
        while size >= 2 {
            size /= 2
            level += 1
        }
        // log₂ of 1…2 by bisection, without the library's logarithm.
        var (low, high, fraction) = (1.0, 2.0, (0.0, 1.0))
        for _ in 0..<50 {
            let middle = (low * high).squareRoot()
            let half = (fraction.0 + fraction.1) / 2
            if size < middle {
                (high, fraction.1) = (middle, half)
            } else {
                (low, fraction.0) = (middle, half)
            }
        }
        let mix = (fraction.0 - 0.375) / 0.25
        if mix >= 1 { level += 1 }
        if level >= count - 1 { return (count - 1, 0) }
        return (level, mix >= 1 ? 0 : max(0, mix))
    }

    /// Bilinear reading of a level; `texel` is a place in the largest, transparent beyond the border.
    public static func sample(_ image: Image, _ level: Int, _ texel: SIMD2<Double>) -> Pixel {
        let scale = Double(1 << level).squareRoot()
        let (u, v) = (texel.x / scale - 0.5, texel.y / scale - 0.5)
        let (x, y) = (u.rounded(.down), v.rounded(.down))
        guard abs(x) < 1e6, abs(y) < 1e6 else { return .zero }
        func at(_ dx: Int, _ dy: Int) -> Pixel {
            let (column, line) = (Int(x) + dx, Int(y) + dy)
            guard (0..<image.width).contains(column), (0..<image.height).contains(line) else {
                return .zero
            }
            let p = image[column, line]
            return Pixel(Double(p.x), Double(p.y), Double(p.z), Double(p.w)) / 255
        }
        let (fx, fy) = (u - x, v - y)
        let above = at(0, 0) * (1 - fx) + at(1, 0) * fx
        let below = at(0, 1) * (1 - fx) + at(1, 1) * fx
        return above * (1 - fy) + below * fy
    }

    // MARK: Layers

    private mutating func lay(_ picture: Patch, _ layer: DrawList.Layer) {
        let masks = layer.mask.map { mask in
            mask.sources.map { self.picture(of: list.maskMeshes[$0]) }
        }
        /// What the mask lets through.
        func kept(_ x: Int, _ y: Int) -> Double {
            guard let masks, let mask = layer.mask else { return 1 }
            var alpha = 0.0
            for source in masks where source.contains(x, y) {
                alpha = source[x, y].w + alpha * (1 - source[x, y].w)
            }
            return mask.isInverted ? 1 - alpha : alpha
        }
        let top = stack.count - 1
        // Where the layer is nothing, only this mode changes what is below.
        let isEverywhere = layer.blend == .destinationIn
        for y in isEverywhere ? 0..<height : picture.rows {
            for x in isEverywhere ? 0..<width : picture.columns {
                var s = picture.contains(x, y) ? picture[x, y] : .zero
                for c in 0..<3 {
                    let (tint, screen) = (Double(layer.tint[c]), Double(layer.screen[c]))
                    s[c] = s[c] * tint * (1 - screen) + s.w * screen
                }
                s *= Double(layer.opacity) * kept(x, y)
                let i = y * width + x
                stack[top][i] = Formulas.mix(s, stack[top][i], layer.blend)
            }
        }
    }
}
