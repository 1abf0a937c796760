import AvatarTypes

/// A draw list on a canvas, of which parts are drawn alone: where its units are in pixels.
struct LayerCanvas {
    private(set) var list: DrawList
    let size: PixelSize
    private let scale: Float
    /// Middle of the view, which is the middle of the canvas.
    private let middle: SIMD2<Float>

    init(list: DrawList, size: PixelSize) {
        self.list = list
        self.size = size
        let view = list.view
        scale = min(Float(size.width) / view.width, Float(size.height) / view.height)
        middle = SIMD2(view.x + view.width / 2, view.y + view.height / 2)
    }

    private var half: SIMD2<Float> { SIMD2(Float(size.width), Float(size.height)) / 2 }

    private func pixel(_ position: SIMD2<Float>) -> SIMD2<Float> {
        (position - middle) * scale + half
    }

    private func position(_ pixel: SIMD2<Float>) -> SIMD2<Float> {
        (pixel - half) / scale + middle
    }

    /// The least area of the canvas that holds all meshes; empty when none is on it.
    func area(of commands: [DrawList.Command]) -> Area {
        let none = SIMD2<Float>(repeating: .infinity)
        var (low, high) = (none, -none)
        for case .mesh(let mesh) in commands {
            for position in list.positions[mesh.vertices] {
                let place = pixel(position)
                // Triangles with such a corner are not drawn.
                guard place.x.isFinite, place.y.isFinite else { continue }
                low = pointwiseMin(low, place)
                high = pointwiseMax(high, place)
            }
        }
        func range(_ low: Float, _ high: Float, _ limit: Int) -> Range<Int> {
            let (from, to) = (max(low.rounded(.down), 0), min(high.rounded(.up), Float(limit)))
            return from < to ? Int(from)..<Int(to) : 0..<0
        }
        return Area(
            columns: range(low.x, high.x, size.width), rows: range(low.y, high.y, size.height))
    }

    /// A little more, so that a picture that breathes keeps its size; never empty.
    func rounded(_ area: Area) -> Area {
        func round(_ range: Range<Int>, _ limit: Int) -> Range<Int> {
            let low = range.lowerBound / Self.step * Self.step
            let high = (max(range.upperBound, low + 1) + Self.step - 1) / Self.step * Self.step
            return low..<min(high, limit)
        }
        return Area(
            columns: round(area.columns, size.width), rows: round(area.rows, size.height))
    }

    private static let step = 32

    /// The same frame with these commands alone, of which one area of the canvas is seen.
    func list(of commands: [DrawList.Command], in area: Area) -> DrawList {
        var alone = list
        alone.commands = commands
        let sides = SIMD2(Float(area.columns.count), Float(area.rows.count))
        let corner = position(
            SIMD2(Float(area.columns.lowerBound), Float(area.rows.lowerBound)))
        alone.view = Rect(
            x: corner.x, y: corner.y, width: sides.x / scale, height: sides.y / scale)
        return alone
    }

    /// Lays a picture over an area of its size, a texel on every pixel.
    mutating func mesh(
        of picture: Image, at area: Area, _ layer: DrawList.Layer
    ) -> DrawList.Command {
        let (vertex, index) = (list.positions.count, list.indices.count)
        for (x, y) in [(0, 0), (1, 0), (1, 1), (0, 1)] {
            list.positions.append(
                position(
                    SIMD2(
                        Float(x == 0 ? area.columns.lowerBound : area.columns.upperBound),
                        Float(y == 0 ? area.rows.lowerBound : area.rows.upperBound))))
            list.uvs.append(SIMD2(Float(x), Float(y)))
        }
        list.indices += [0, 1, 2, 0, 2, 3].map { UInt32(vertex) + $0 }
        return .mesh(
            DrawList.Mesh(
                vertices: vertex..<vertex + 4, triangles: index..<index + 6,
                texture: Texture(once: picture), layer: layer))
    }
}
