import AvatarTypes

/// Triangles over a part's picture: a regular grid without the cells where there is nothing to draw.
struct GridMesh {
    var positions: [SIMD2<Float>] = []
    var uvs: [SIMD2<Float>] = []
    /// Three indices into `positions` each.
    var triangles: [UInt32] = []

    /// Pixels around a cell that are looked at too: a texture drawn at an eighth of its size smears its
    /// edge that far.
    private static let margin = 8
    /// However fine a mesh is asked for.
    private static let mostCells: Float = 16_384

    /// Covers every pixel of every picture that has any alpha.
    ///
    /// - Parameters:
    ///   - pictures: of one size, those that the part may wear.
    ///   - size: what they show, in the rig's units; a unit is a pixel if nil.
    ///   - reach: how much of the pictures' sides that is.
    ///   - origin: where their top left corner is, in the rig's units.
    ///   - cell: the longest side of a cell, in the rig's units.
    init(
        covering pictures: [Image], at origin: SIMD2<Float>, size: SIMD2<Float>? = nil,
        reach: SIMD2<Float> = SIMD2(1, 1), cell: Float
    ) {
        let (width, height) = (pictures[0].width, pictures[0].height)
        let size = size ?? SIMD2(Float(width), Float(height))
        let cell = max(cell, (size.x * size.y / Self.mostCells).squareRoot())
        let columns = max(1, Int((size.x / cell).rounded(.up)))
        let rows = max(1, Int((size.y / cell).rounded(.up)))
        var vertices = [UInt32?](repeating: nil, count: (columns + 1) * (rows + 1))

        func vertex(_ column: Int, _ row: Int) -> UInt32 {
            let slot = row * (columns + 1) + column
            if let index = vertices[slot] { return index }
            let index = UInt32(positions.count)
            let place = SIMD2(Float(column) / Float(columns), Float(row) / Float(rows))
            uvs.append(place * reach)
            positions.append(origin + place * size)
            vertices[slot] = index
            return index
        }

        for row in 0..<rows {
            let lines = Self.span(row, of: rows, in: height)
            for column in 0..<columns {
                let pixels = Self.span(column, of: columns, in: width)
                guard pictures.contains(where: { $0.hasAlpha(columns: pixels, rows: lines) })
                else { continue }
                let (a, b) = (vertex(column, row), vertex(column + 1, row))
                let (c, d) = (vertex(column, row + 1), vertex(column + 1, row + 1))
                triangles += [a, b, c, b, d, c]
            }
        }
    }

    /// The mesh that another program made for a picture.
    init(
        _ shape: FormsFile.Shape, at origin: SIMD2<Float>, size: SIMD2<Float>, reach: SIMD2<Float>
    ) {
        positions = shape.vertices
        uvs = (shape.uvs ?? shape.vertices.map { ($0 - origin) / size }).map { $0 * reach }
        triangles = shape.triangles
    }

    /// The pixels that cell `index` shows or touches.
    private static func span(_ index: Int, of count: Int, in length: Int) -> Range<Int> {
        max(
            0, length * index / count - margin)..<min(
                length, (length * (index + 1) + count - 1) / count + margin)
    }
}

extension Image {
    /// Whether any pixel of a rectangle is not wholly transparent.
    fileprivate func hasAlpha(columns: Range<Int>, rows: Range<Int>) -> Bool {
        withUnsafeBytes { bytes in
            for row in rows {
                for column in columns where bytes[row * stride + column * 4 + 3] != 0 {
                    return true
                }
            }
            return false
        }
    }
}
