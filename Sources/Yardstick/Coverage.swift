public import AvatarTypes

extension DrawList {
    /// How many pixels all meshes together cover on a canvas, mask meshes not counted: the work of a
    /// rasterizer that hides nothing. Where a mesh folds over itself it counts twice.
    ///
    /// By the rules of the rasterizer: the view fitted whole and centred, and pixels whose middle is
    /// inside. Groups count as nothing.
    public func coveredPixels(width: Int, height: Int) -> Int {
        let scale = min(Float(width) / view.width, Float(height) / view.height)
        let middle = SIMD2(view.x + view.width / 2, view.y + view.height / 2)
        let centre = SIMD2(Float(width), Float(height)) / 2
        var sum = 0
        for case .mesh(let mesh) in commands {
            for first in stride(
                from: mesh.triangles.lowerBound, to: mesh.triangles.upperBound, by: 3)
            {
                let corners = (0..<3).map {
                    SIMD2<Double>((positions[Int(indices[first + $0])] - middle) * scale + centre)
                }
                sum += Self.coveredPixels(corners, width: width, height: height)
            }
        }
        return sum
    }

    private static func coveredPixels(
        _ corners: [SIMD2<Double>], width: Int, height: Int
    ) -> Int {
        let (top, bottom) = (corners.map(\.y).min() ?? 0, corners.map(\.y).max() ?? 0)
        guard top.isFinite, bottom.isFinite else { return 0 }
        var sum = 0
        // The first line of middles at or after a place, and the first after an end.
        let first = max(0, min(Double(height), (top - 0.5).rounded(.up)))
        let end = max(0, min(Double(height), (bottom - 0.5).rounded(.up)))
        for line in Int(first)..<max(Int(first), Int(end)) {
            let y = Double(line) + 0.5
            var crossings: [Double] = []
            for i in 0..<3 {
                let (a, b) = (corners[i], corners[(i + 1) % 3])
                if (a.y <= y) != (b.y <= y) {
                    crossings.append(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y))
                }
            }
            guard crossings.count == 2, crossings.allSatisfy(\.isFinite) else { continue }
            let left = max(0, min(Double(width), (crossings.min()! - 0.5).rounded(.up)))
            let right = max(0, min(Double(width), (crossings.max()! - 0.5).rounded(.up)))
            sum += Int(right - left)
        }
        return sum
    }
}
