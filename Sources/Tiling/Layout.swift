public import AvatarTypes

/// A draw list laid out on a canvas: corners on the pixel grid, triangles sorted into tiles, and the
/// steps that each tile walks through. Its memory is kept from frame to frame.
public struct Layout: ~Copyable {
    public struct Step {
        public enum Kind { case shape, beginGroup, endGroup }
        public var kind: Kind
        /// Tiles that this does not touch skip it; for the beginning of a group, up to `end`.
        public var bounds: Box
        /// Into `shapes`.
        public var shape = 0
        /// Of a group that begins: its last step, into `steps`.
        public var end = 0
        public var finish: Finish
    }

    public private(set) var steps: [Step] = []
    private(set) var shapes: [Shape] = []
    /// The shape of each mask mesh that is used, else -1.
    private(set) var maskShapes: [Int] = []
    /// How many groups lie within one another at most.
    public private(set) var depth = 0
    var triangles = Growing<Triangle>()
    /// Of each shape and tile: where its triangles begin in `bins`.
    var binStarts = Growing<Int32>()
    var bins = Growing<Int32>()

    private var corners = Growing<SIMD2<Int32>>()
    private var triangleCount = 0
    private var startCount = 0
    private var binCount = 0
    private var openGroups: [Int] = []
    private var width = 0
    private var height = 0

    public init() {}

    /// - Precondition: Groups are balanced; ranges and indices lie within the list's arrays.
    public mutating func lay(out list: DrawList, width: Int, height: Int) {
        steps.removeAll(keepingCapacity: true)
        shapes.removeAll(keepingCapacity: true)
        maskShapes.removeAll(keepingCapacity: true)
        maskShapes.append(contentsOf: repeatElement(-1, count: list.maskMeshes.count))
        (triangleCount, startCount, binCount, depth) = (0, 0, 0, 0)
        (self.width, self.height) = (width, height)
        precondition(
            list.positions.count == list.uvs.count, "each position needs its place in the texture")
        guard placeCorners(list) else { return }
        for command in list.commands {
            switch command {
            case .mesh(let mesh): add(mesh, of: list)
            case .beginGroup(let layer): beginGroup(layer, of: list)
            case .endGroup: endGroup()
            }
        }
        precondition(openGroups.isEmpty, "a group of the draw list is not ended")
    }

    /// Fits the view into the canvas, whole and centred. False when there is nothing to see.
    private mutating func placeCorners(_ list: DrawList) -> Bool {
        let view = list.view
        let scale = min(Float(width) / view.width, Float(height) / view.height)
        guard view.width > 0, view.height > 0, scale > 0, scale.isFinite else { return false }
        let step = scale * Float(Triangle.grid)
        let middle = SIMD2(view.x + view.width / 2, view.y + view.height / 2)
        let centre = SIMD2(Float(width), Float(height)) * (Float(Triangle.grid) / 2)
        let limit = Float(Triangle.farthest)
        corners.reserve(list.positions.count)
        list.positions.withUnsafeBufferPointer { positions in
            for i in 0..<positions.count {
                let p = (positions[i] - middle) * step + centre
                // False for what is not a number, too.
                if abs(p.x) < limit, abs(p.y) < limit {
                    corners.base[i] = SIMD2(Layout.rounded(p.x), Layout.rounded(p.y))
                } else {
                    corners.base[i] = Layout.nowhere
                }
            }
        }
        return true
    }

    private static let nowhere = SIMD2<Int32>(.min, .min)

    @inline(__always)
    private static func rounded(_ x: Float) -> Int32 { Int32(x < 0 ? x - 0.5 : x + 0.5) }

    private mutating func add(_ mesh: DrawList.Mesh, of list: DrawList) {
        let finish = Finish(mesh.layer)
        if finish.isInvisible { return }
        useMask(finish.mask, of: list)
        let shape = place(mesh, of: list, hides: finish.hides)
        let bounds = finish.reachesEverywhere ? whole : shapes[shape].bounds
        if bounds.isEmpty { return }
        steps.append(Step(kind: .shape, bounds: bounds, shape: shape, finish: finish))
        if let group = openGroups.last, !finish.reachesEverywhere {
            steps[group].bounds.formUnion(bounds)
        }
    }

    private var whole: Box { Box(left: 0, top: 0, right: Int32(width), bottom: Int32(height)) }

    private mutating func beginGroup(_ layer: DrawList.Layer, of list: DrawList) {
        let finish = Finish(layer)
        useMask(finish.mask, of: list)
        openGroups.append(steps.count)
        depth = max(depth, openGroups.count)
        steps.append(Step(kind: .beginGroup, bounds: .empty, finish: finish))
    }

    private mutating func endGroup() {
        precondition(!openGroups.isEmpty, "the draw list ends a group that it never began")
        let begin = openGroups.removeLast()
        let finish = steps[begin].finish
        if finish.isInvisible { steps[begin].bounds = .empty }
        if let outer = openGroups.last, !finish.reachesEverywhere, !steps[begin].bounds.isEmpty {
            steps[outer].bounds.formUnion(steps[begin].bounds)
        }
        if finish.reachesEverywhere { steps[begin].bounds = whole }
        steps[begin].end = steps.count
        steps.append(Step(kind: .endGroup, bounds: steps[begin].bounds, finish: finish))
    }

    private mutating func useMask(_ sources: Range<Int>?, of list: DrawList) {
        guard let sources else { return }
        precondition(
            sources.lowerBound >= 0 && sources.upperBound <= list.maskMeshes.count,
            "a mask names meshes that the draw list does not have")
        for i in sources where maskShapes[i] < 0 {
            maskShapes[i] = place(list.maskMeshes[i], of: list, hides: false)
        }
    }

    /// Makes the triangles of a mesh, and notes which tiles each one may touch.
    private mutating func place(
        _ mesh: DrawList.Mesh, of list: DrawList, hides: Bool
    ) -> Int {
        precondition(
            mesh.triangles.lowerBound >= 0 && mesh.triangles.upperBound <= list.indices.count
                && mesh.triangles.count % 3 == 0, "a mesh's triangles must lie within the indices")
        precondition(
            mesh.vertices.lowerBound >= 0 && mesh.vertices.upperBound <= list.positions.count,
            "a mesh's vertices must lie within the positions")
        let first = triangleCount
        triangles.reserve(first + mesh.triangles.count / 3, keeping: first)
        let size = SIMD2(Double(mesh.texture.width), Double(mesh.texture.height))
        var bounds = Box.empty
        var texels = 0.0
        var pixels = 0.0
        list.indices.withUnsafeBufferPointer { indices in
            list.uvs.withUnsafeBufferPointer { uvs in
                for i in stride(
                    from: mesh.triangles.lowerBound, to: mesh.triangles.upperBound, by: 3)
                {
                    let (i, j, k) = (Int(indices[i]), Int(indices[i + 1]), Int(indices[i + 2]))
                    precondition(
                        mesh.vertices.contains(i) && mesh.vertices.contains(j)
                            && mesh.vertices.contains(k), "a triangle must use its mesh's vertices")
                    let (a, b, c) = (corners.base[i], corners.base[j], corners.base[k])
                    if a == Layout.nowhere || b == Layout.nowhere || c == Layout.nowhere {
                        continue
                    }
                    let area = Triangle.area(a, b, c)
                    let ta = SIMD2<Double>(Double(uvs[i].x), Double(uvs[i].y)) * size
                    let tb = SIMD2<Double>(Double(uvs[j].x), Double(uvs[j].y)) * size
                    let tc = SIMD2<Double>(Double(uvs[k].x), Double(uvs[k].y)) * size
                    let (p, q) = (tb - ta, tc - ta)
                    let texelArea = p.x * q.y - p.y * q.x
                    guard area != 0, texelArea.isFinite else { continue }
                    texels += abs(texelArea)
                    pixels += Double(abs(area))
                    let box = Triangle.bounds(
                        a, b, c, width: Int32(width), height: Int32(height))
                    if box.isEmpty { continue }
                    bounds.formUnion(box)
                    triangles.base[triangleCount] = Triangle(
                        (a, b, c), area: area, bounds: box, texels: (ta, tb, tc))
                    triangleCount += 1
                }
            }
        }
        let grid = Double(Triangle.grid)
        var shape = Shape(
            mesh.texture, texelsPerPixel: pixels > 0 ? texels / pixels * grid * grid : 1)
        shape.bounds = bounds
        for i in first..<triangleCount {
            let triangle = triangles.base + i
            if shape.scale < 1 << 32 { triangle.pointee.shrinkTexels(by: shape.scale) }
            shape.findReach(of: triangle)
            if hides, shape.isSolid(triangle, in: mesh.texture) {
                triangle.pointee.isSolid = true
                shape.solidCount += 1
            }
        }
        sort(first..<triangleCount, of: &shape)
        shapes.append(shape)
        return shapes.count - 1
    }

    /// Sorts triangles into the tiles their bounds reach, keeping their order.
    private mutating func sort(_ range: Range<Int>, of shape: inout Shape) {
        guard !shape.bounds.isEmpty else { return }
        let shift = Tile.shift
        shape.firstColumn = Int(shape.bounds.left) >> shift
        shape.firstRow = Int(shape.bounds.top) >> shift
        shape.columns = (Int(shape.bounds.right - 1) >> shift) - shape.firstColumn + 1
        let rows = (Int(shape.bounds.bottom - 1) >> shift) - shape.firstRow + 1
        shape.firstBin = startCount
        let tiles = shape.columns * rows
        startCount += tiles + 1
        binStarts.reserve(startCount, keeping: shape.firstBin)
        let starts = binStarts.base + shape.firstBin
        starts.initialize(repeating: 0, count: tiles + 1)
        let (columns, firstColumn, firstRow) = (shape.columns, shape.firstColumn, shape.firstRow)

        for i in range {
            let box = triangles.base[i].bounds
            for row in (Int(box.top) >> shift)...(Int(box.bottom - 1) >> shift) {
                for column in (Int(box.left) >> shift)...(Int(box.right - 1) >> shift) {
                    starts[(row - firstRow) * columns + column - firstColumn] += 1
                }
            }
        }
        // Each entry becomes the end of its tile, and falls to the beginning as the bins are filled.
        var end = Int32(binCount)
        for tile in 0...tiles {
            end += starts[tile]
            starts[tile] = end
        }
        bins.reserve(Int(end), keeping: binCount)
        binCount = Int(end)
        for i in range.reversed() {
            let (box, isSolid) = (triangles.base[i].bounds, triangles.base[i].isSolid)
            for row in (Int(box.top) >> shift)...(Int(box.bottom - 1) >> shift) {
                for column in (Int(box.left) >> shift)...(Int(box.right - 1) >> shift) {
                    let tile = (row - firstRow) * columns + column - firstColumn
                    starts[tile] -= 1
                    bins.base[Int(starts[tile])] = Sheet.bin(i, isSolid: isSolid)
                }
            }
        }
    }
}
